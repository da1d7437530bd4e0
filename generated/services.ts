// Generated from the contract by `npm run generate`. Do not edit.

/** Service to the clouds that offer it. */
export const clouds = {
  "cbr": [
    "huaweicloud",
    "otc"
  ],
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
