// Generated from the contract by `npm run generate`. Do not edit.

/** Service to the clouds that offer it. */
export const clouds = {
  "dcs": [
    "huaweicloud",
    "otc"
  ],
  "starrocks": [
    "alibabacloud"
  ],
  "vbs": [
    "otc"
  ]
} as const;
