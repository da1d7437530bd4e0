/** What the source pages print and demand, entered from them: the checks compare every contract with it. */

/** The answers that succeed, by operation: ids of examples. */
export const successes: Readonly<Record<string, readonly string[]>> = {
  ListBackupRecordsV1: ["dcs-hwc-en", "dcs-otc-en", "dcs-hwc-zh", "beyond-empty"],
  ListBackupRecords: ["dcs-otc-list-backups", "beyond-v2", "beyond-empty"],
  ListInstances: [
    "dcs-otc-list-instances",
    "dcs-hwc-list-instances",
    "dcs-hwc-zh-list-instances",
    "beyond-no-instances",
  ],
  ShowInstance: [
    "dcs-otc-show-instance",
    "dcs-hwc-show-instance",
    "dcs-hwc-zh-show-instance",
    "beyond-instance-policy",
    "beyond-instance-inner-policy",
  ],
  ListRestoreRecords: [
    "dcs-otc-list-restores",
    "dcs-hwc-list-restores",
    "dcs-hwc-zh-list-restores",
    "beyond-restores",
    "beyond-no-restores",
  ],
  ListBackupTasks: ["vbs-otc-en"],
  ListBackupPolicies: ["vbs-otc-list-backup-policies", "beyond-weekly-policies"],
  DescribeBackups: ["starrocks-en"],
  DescribeBackupPolicies: ["beyond-backup-policies", "beyond-no-backup-policies"],
  DescribeInstances: ["beyond-instances", "beyond-no-instances"],
  DescribeSystemTimezone: ["beyond-time-zone"],
  ListOperationHistory: ["beyond-operations"],
  ListOpLogs: ["cbr-otc-operation-logs", "cbr-hwc-operation-logs"],
  ShowOpLog: ["cbr-otc-operation-log", "cbr-hwc-operation-log"],
  ListBackups: ["cbr-otc-backups", "cbr-hwc-backups"],
  ListVault: ["cbr-otc-vaults", "cbr-hwc-vaults", "beyond-vault-with-resources"],
  ListPolicies: ["cbr-otc-policies", "cbr-hwc-policies", "beyond-applied-policies"],
  ListProtectable: ["cbr-hwc-protectables"],
};

/** Values of parameters that are left out. */
export const defaults: Readonly<Record<string, Readonly<Record<string, number | string | boolean>>>> = {
  ListBackupRecordsV1: { start: 1, limit: 10 },
  ListBackupRecords: {},
  ListInstances: { name_equal: "false", limit: 10 },
  ShowInstance: {},
  ListRestoreRecords: { limit: 10 },
  ListBackupTasks: { limit: 20, offset: 0 },
  ListBackupPolicies: {},
  DescribeBackups: {},
  DescribeBackupPolicies: {},
  DescribeInstances: {},
  DescribeSystemTimezone: {},
  ListOperationHistory: { PageNumber: 1, PageSize: 10 },
  ListOpLogs: { limit: 1000, offset: 0 },
  ShowOpLog: {},
  ListBackups: { limit: 1000, offset: 0, own_type: "private", show_replication: false, incremental: false },
  ListVault: { limit: 1000, offset: 0 },
  ListPolicies: {},
  ListProtectable: {},
};

/** A parameter sent wrong: its value, and the kind of constraint that it breaks. */
export interface Wrong {
  readonly operation: string;
  readonly parameter: string;
  readonly value: string;
  readonly breaks: "type" | "minimum" | "maximum" | "pattern" | "enum" | "format" | "required";
}

function wrong(operation: string, rows: readonly (readonly [string, string, Wrong["breaks"]])[]): Wrong[] {
  return rows.map(([parameter, value, breaks]) => ({ operation, parameter, value, breaks }));
}

export const wrongs: readonly Wrong[] = [
  ...wrong("ListBackupRecordsV1", [
    ["project_id", "", "required"],
    ["instance_id", "", "required"],
    ["start", "first", "type"],
    ["limit", "ten", "type"],
    ["limit", "0", "minimum"],
    ["beginTime", "2017-07-18T23:59:59Z", "pattern"],
    ["endTime", "2017071823595", "pattern"],
  ]),
  ...wrong("ListBackupRecords", [
    ["project_id", "", "required"],
    ["instance_id", "", "required"],
    ["offset", "1.5", "type"],
    ["offset", "-1", "minimum"],
    ["limit", "all", "type"],
    ["limit", "0", "minimum"],
    ["begin_time", "20170718", "pattern"],
    ["end_time", "201707182359590", "pattern"],
  ]),
  ...wrong("ListInstances", [
    ["project_id", "", "required"],
    ["status", "running", "enum"],
    ["offset", "first", "type"],
    ["offset", "-1", "minimum"],
    ["limit", "all", "type"],
    ["limit", "0", "minimum"],
    ["limit", "1001", "maximum"],
  ]),
  ...wrong("ShowInstance", [["project_id", "", "required"]]),
  ...wrong("ListRestoreRecords", [
    ["project_id", "", "required"],
    ["instance_id", "", "required"],
    ["offset", "1.5", "type"],
    ["offset", "-1", "minimum"],
    ["limit", "all", "type"],
    ["limit", "0", "minimum"],
    ["limit", "1001", "maximum"],
    ["begin_time", "20170718", "pattern"],
    ["end_time", "2017-07-18", "pattern"],
  ]),
  ...wrong("ListBackupTasks", [
    ["project_id", "", "required"],
    ["policy_id", "", "required"],
    ["sort_dir", "DESC", "enum"],
    ["limit", "many", "type"],
    ["limit", "0", "minimum"],
    ["status", "running", "enum"],
    ["sort_key", "finished_at", "enum"],
    ["offset", "x", "type"],
    ["offset", "-1", "minimum"],
  ]),
  ...wrong("ListBackupPolicies", [["project_id", "", "required"]]),
  ...wrong("DescribeBackups", [
    ["TimePeriodStartTime", "2025-05-20", "type"],
    ["TimePeriodEndTime", "1747728000.5", "type"],
    ["PageNumber", "one", "type"],
    ["PageNumber", "2147483648", "format"],
    ["PageSize", "x", "type"],
    ["PageSize", "-2147483649", "format"],
  ]),
  ...wrong("DescribeSystemTimezone", [["InstanceId", "", "required"]]),
  ...wrong("ListOperationHistory", [
    ["InstanceId", "", "required"],
    ["OperationType", "Backup", "enum"],
    ["OperationStatus", "RUNNING", "enum"],
    ["StartTime", "2025-05-20", "type"],
    ["EndTime", "1747728000.5", "type"],
    ["PageNumber", "one", "type"],
    ["PageNumber", "2147483648", "format"],
    ["PageSize", "x", "type"],
    ["PageSize", "-2147483649", "format"],
  ]),
  ...wrong("ListOpLogs", [
    ["project_id", "", "required"],
    ["start_time", "2018-01-01T12:00:00.000Z", "pattern"],
    ["end_time", "2018-02-01", "pattern"],
    ["limit", "many", "type"],
    ["limit", "0", "minimum"],
    ["limit", "1001", "maximum"],
    ["offset", "x", "type"],
    ["offset", "-1", "minimum"],
    ["operation_type", "BACKUP", "enum"],
    ["status", "succeeded", "enum"],
    ["provider_id", "server", "enum"],
  ]),
  ...wrong("ShowOpLog", [["project_id", "", "required"]]),
  ...wrong("ListBackups", [
    ["project_id", "", "required"],
    ["start_time", "20180201", "pattern"],
    ["end_time", "2018-02-01 12:00:00", "pattern"],
    ["image_type", "copy", "enum"],
    ["limit", "many", "type"],
    ["limit", "0", "minimum"],
    ["limit", "1001", "maximum"],
    ["member_status", "open", "enum"],
    ["offset", "x", "type"],
    ["offset", "-1", "minimum"],
    ["own_type", "all", "enum"],
    ["resource_type", "server", "enum"],
    ["status", "ok", "enum"],
  ]),
  ...wrong("ListVault", [
    ["project_id", "", "required"],
    ["cloud_type", "private", "enum"],
    ["limit", "many", "type"],
    ["limit", "0", "minimum"],
    ["limit", "1001", "maximum"],
    ["object_type", "servers", "enum"],
    ["offset", "x", "type"],
    ["offset", "-1", "minimum"],
    ["protect_type", "copy", "enum"],
    ["status", "ok", "enum"],
  ]),
  ...wrong("ListPolicies", [
    ["project_id", "", "required"],
    ["operation_type", "restore", "enum"],
  ]),
  ...wrong("ListProtectable", [
    ["project_id", "", "required"],
    ["protectable_type", "", "required"],
    ["protectable_type", "servers", "enum"],
    ["limit", "many", "type"],
    ["limit", "0", "minimum"],
    ["limit", "51", "maximum"],
    ["offset", "x", "type"],
    ["offset", "-1", "minimum"],
  ]),
  ...wrong("DescribeInstances", [
    ["PageNumber", "one", "type"],
    ["PageNumber", "2147483648", "format"],
    ["PageSize", "x", "type"],
    ["PageSize", "-2147483649", "format"],
  ]),
];

/**
 * The error class that the real client makes of a status, by the transport that it has on Node.
 */
export const classes: Readonly<Record<number, string>> = {
  200: "ServiceFailureError",
  400: "ApiError",
  401: "AuthenticationError",
  403: "PermissionError",
  404: "NotFoundError",
  405: "ApiError",
  406: "ApiError",
  407: "ApiError",
  408: "ApiError",
  409: "ApiError",
  429: "RateLimitError",
  500: "ServerError",
  501: "ServerError",
  502: "ServerError",
  503: "ServerError",
  504: "ServerError",
};

/** Alibaba Cloud puts throttling and refused credentials under statuses of its own: by example. */
export const classesByExample: Readonly<Record<string, string>> = {
  "beyond-throttling": "RateLimitError",
  "beyond-throttling-user": "RateLimitError",
  "beyond-throttling-api": "RateLimitError",
  "beyond-signature-does-not-match": "AuthenticationError",
  "beyond-signature-nonce-used": "AuthenticationError",
  "beyond-timestamp-expired": "AuthenticationError",
  "beyond-access-key-not-found": "AuthenticationError",
};
