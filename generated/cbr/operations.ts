// Generated from the contract by `npm run generate`. Do not edit.
import type {
  CbrOperationLog,
  CbrOperationLogList,
  CbrOperationLogResponse,
  CbrBackup,
  CbrBackupList,
  CbrVault,
  CbrVaultList,
  CbrPolicyList,
  CbrProtectable,
  CbrProtectableList,
} from "./types.js";

/** Parameters of ListOpLogs. */
export interface ListOpLogsParams {
  /**
   * Start of the period that the operation logs are of, in UTC, as `2018-01-01T12:00:00Z`. Which of their times is compared is not documented.
   */
  start_time?: string | Date | undefined;
  /**
   * End of the period that the operation logs are of, in UTC, as `2018-02-01T12:00:00Z`. Which of their times is compared is not documented; a running operation has no end.
   */
  end_time?: string | Date | undefined;
  /**
   * Number of operation logs to a page.
   * @default 1000
   */
  limit?: number | undefined;
  /**
   * Number of operation logs to skip.
   * @default 0
   */
  offset?: number | undefined;
  /**
   * Keeps only operations of this type.
   */
  operation_type?: "backup" | "copy" | "replication" | "delete" | "restore" | "vault_delete" | "remove_resource" | "sync" | undefined;
  /**
   * Keeps only operations in this state. One state at a time.
   */
  status?: "success" | "skipped" | "failed" | "running" | "timeout" | "waiting" | undefined;
  /**
   * Keeps only operations on this kind of resource.
   */
  provider_id?: "0daac4c5-6707-4851-97ba-169e36266b66" | "d1603440-187d-4516-af25-121250c7cc97" | "3f3c3220-245c-4805-b811-758870015881" | "a13639de-00be-4e94-af30-26912d75e4a2" | undefined;
  /**
   * Keeps only operations on the resource of this id.
   */
  resource_id?: string | undefined;
  /**
   * Keeps only operations on a resource of this name.
   */
  resource_name?: string | undefined;
  /**
   * Keeps only operations on resources of the vault of this id.
   */
  vault_id?: string | undefined;
  /**
   * Keeps only operations on resources of a vault of this name.
   */
  vault_name?: string | undefined;
  /**
   * Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone.
   */
  enterprise_project_id?: string | undefined;
}

/** Parameters of ShowOpLog. */
export interface ShowOpLogParams {
  /**
   * Id of the operation log.
   */
  operation_log_id: string;
}

/** Parameters of ListBackups. */
export interface ListBackupsParams {
  /**
   * Keeps only backups of the checkpoint of this id.
   */
  checkpoint_id?: string | undefined;
  /**
   * Whether to ask a dedicated cloud. It has no effect elsewhere.
   */
  dec?: boolean | undefined;
  /**
   * Start of the period in which the backups were made, in UTC, as `2018-02-01T12:00:00Z`.
   */
  start_time?: string | Date | undefined;
  /**
   * End of the period in which the backups were made, in UTC, as `2018-02-01T12:00:00Z`.
   */
  end_time?: string | Date | undefined;
  /**
   * Keeps only backups, or only copies of backups.
   */
  image_type?: "backup" | "replication" | undefined;
  /**
   * Number of backups to a page.
   * @default 1000
   */
  limit?: number | undefined;
  /**
   * Id of the last backup of the page before. How it acts together with `offset` is not documented, so the two are not to be combined.
   */
  marker?: string | undefined;
  /**
   * Keeps only shared backups whose sharing is in this state.
   */
  member_status?: "pending" | "accepted" | "rejected" | undefined;
  /**
   * Keeps only backups of this name.
   */
  name?: string | undefined;
  /**
   * Number of backups to skip. How it acts together with `marker` is not documented.
   * @default 0
   */
  offset?: number | undefined;
  /**
   * Whose backups are listed.
   * @default "private"
   */
  own_type?: "all_granted" | "private" | "shared" | undefined;
  /**
   * Keeps only backups of disks that are part of the server's backup of this id.
   */
  parent_id?: string | undefined;
  /**
   * Keeps only backups of resources in this availability zone.
   */
  resource_az?: string | undefined;
  /**
   * Keeps only backups of the resource of this id.
   */
  resource_id?: string | undefined;
  /**
   * Keeps only backups of a resource of this name.
   */
  resource_name?: string | undefined;
  /**
   * Keeps only backups of this kind of resource.
   */
  resource_type?: "OS::Nova::Server" | "OS::Cinder::Volume" | "OS::Sfs::Turbo" | "OS::Ironic::BareMetalServer" | "OS::Native::Server" | "OS::Workspace::DesktopV2" | undefined;
  /**
   * Order of the backups: `created_at`, `updated_at`, `name`, `status`, `protected_at` or `id`, each with `:asc` or `:desc`, several separated by commas, at most 255 characters. Without a direction it is `desc`.
   */
  sort?: string | undefined;
  /**
   * Keeps only backups in this state. The service takes the parameter several times; the client sends it once.
   */
  status?: "available" | "protecting" | "deleting" | "restoring" | "error" | "waiting_protect" | "waiting_delete" | "waiting_restore" | undefined;
  /**
   * Keeps only backups in vaults of which at least this share is used, 1 to 100 percent.
   */
  used_percent?: string | undefined;
  /**
   * Keeps only backups in the vault of this id.
   */
  vault_id?: string | undefined;
  /**
   * Whether each backup names its copies.
   * @default false
   */
  show_replication?: boolean | undefined;
  /**
   * Whether to list only backups of changes alone.
   * @default false
   */
  incremental?: boolean | undefined;
  /**
   * Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone.
   */
  enterprise_project_id?: string | undefined;
}

/** Parameters of ListVault. */
export interface ListVaultParams {
  /**
   * Keeps only vaults for resources that are there.
   */
  cloud_type?: "public" | "hybrid" | undefined;
  /**
   * Keeps only the vault of this id. Huawei Cloud takes the parameter several times; the client sends it once.
   */
  id?: string | undefined;
  /**
   * Number of vaults to a page.
   * @default 1000
   */
  limit?: number | undefined;
  /**
   * Keeps only vaults of this name.
   */
  name?: string | undefined;
  /**
   * Keeps only vaults for this.
   */
  object_type?: "server" | "disk" | "turbo" | "workspace" | "vmware" | "rds" | "file" | undefined;
  /**
   * Number of vaults to skip.
   * @default 0
   */
  offset?: number | undefined;
  /**
   * Keeps only vaults that the policy of this id is applied to.
   */
  policy_id?: string | undefined;
  /**
   * Keeps only vaults that hold this.
   */
  protect_type?: "backup" | "replication" | "hybrid" | undefined;
  /**
   * Keeps only vaults that hold the resource of this id; on Huawei Cloud also several ids, joined by commas.
   */
  resource_ids?: string | readonly string[] | undefined;
  /**
   * Keeps only vaults in this state.
   */
  status?: "available" | "lock" | "frozen" | "deleting" | "error" | undefined;
  /**
   * Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone.
   */
  enterprise_project_id?: string | undefined;
}

/** Parameters of ListPolicies. */
export interface ListPoliciesParams {
  /**
   * Keeps only policies that do this.
   */
  operation_type?: "backup" | "replication" | undefined;
  /**
   * Keeps only the policies that are applied to the vault of this id.
   */
  vault_id?: string | undefined;
}

/** Parameters of ListProtectable. */
export interface ListProtectableParams {
  /**
   * What is listed.
   */
  protectable_type: "server" | "disk" | "turbo" | "workspace" | "workspace_v2";
  /**
   * Number of resources to a page, at most 50.
   */
  limit?: number | undefined;
  /**
   * Id of the last resource of the page before. How it acts together with `offset` is not documented, so the two are not to be combined.
   */
  marker?: string | undefined;
  /**
   * Keeps only resources of this name.
   */
  name?: string | undefined;
  /**
   * Number of resources to skip. How it acts together with `marker` is not documented.
   */
  offset?: number | undefined;
  /**
   * Keeps only resources in this state, such as available or error.
   */
  status?: string | undefined;
  /**
   * Keeps only the resource of this id.
   */
  id?: string | undefined;
  /**
   * Keeps only the disks of the server of this id. Only users of enterprise projects may send it.
   */
  server_id?: string | undefined;
}

/** The client's methods: the types of their parameters, of a response's body and of a listed record. */
export interface CbrMethods {
  /**
   * List the operation logs of a project
   *
   * Returns one page of the operation logs of a project: backups, restorations, deletions and so on, of all its resources, which gives the result of each backup. `operation_type` keeps one type.
   *
   * The order is not documented. A log can come again if another begins while the pages are read, so its id is compared.
   *
   * The caller needs the IAM action `cbr:tasks:list`.
   */
  listOpLogs: { params: ListOpLogsParams; body: CbrOperationLogList; item: CbrOperationLog; kind: "backup" };
  /**
   * Show an operation log
   *
   * Returns one operation log.
   *
   * The caller needs the IAM action `cbr:tasks:get`.
   */
  showOpLog: { params: ShowOpLogParams; body: CbrOperationLogResponse };
  /**
   * List the backups of a project
   *
   * Returns one page of the backups that are kept. The result of a backup that is not there, since it failed or was deleted, stands in `ListOpLogs` alone.
   *
   * The caller needs the IAM action `cbr:backups:list`.
   */
  listBackups: { params: ListBackupsParams; body: CbrBackupList; item: CbrBackup };
  /**
   * List the vaults of a project
   *
   * Returns one page of the vaults of a project, each with its resources. The policy of a vault is not in it: `ListPolicies` names the vaults of each policy, and `policy_id` keeps those of one.
   *
   * The caller needs the IAM action `cbr:vaults:list`.
   */
  listVault: { params: ListVaultParams; body: CbrVaultList; item: CbrVault };
  /**
   * List the policies of a project
   *
   * Returns all policies of a project at once, those that are disabled included. There are no pages.
   *
   * The caller needs the IAM action `cbr:policies:list`.
   */
  listPolicies: { params: ListPoliciesParams; body: CbrPolicyList };
  /**
   * List what can be backed up
   *
   * Returns one page of the resources of one kind that can be backed up, with the vault that holds each. On Huawei Cloud alone. There is no total: the listing ends with an empty page.
   *
   * The caller needs the IAM action `cbr:vaults:listProtectables`.
   */
  listProtectable: { params: ListProtectableParams; body: CbrProtectableList; item: CbrProtectable; kind: "instance" };
}

export const operations = {
  "listOpLogs": {
    "operationId": "ListOpLogs",
    "method": "GET",
    "path": "/v3/{project_id}/operation-logs",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "start_time",
        "in": "query",
        "required": false,
        "type": "string",
        "pattern": "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$",
        "time": {
          "format": "iso-seconds",
          "zone": "UTC"
        }
      },
      {
        "name": "end_time",
        "in": "query",
        "required": false,
        "type": "string",
        "pattern": "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$",
        "time": {
          "format": "iso-seconds",
          "zone": "UTC"
        }
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 1000
      },
      {
        "name": "offset",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 0,
        "default": 0
      },
      {
        "name": "operation_type",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "backup",
          "copy",
          "replication",
          "delete",
          "restore",
          "vault_delete",
          "remove_resource",
          "sync"
        ]
      },
      {
        "name": "status",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "success",
          "skipped",
          "failed",
          "running",
          "timeout",
          "waiting"
        ]
      },
      {
        "name": "provider_id",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "0daac4c5-6707-4851-97ba-169e36266b66",
          "d1603440-187d-4516-af25-121250c7cc97",
          "3f3c3220-245c-4805-b811-758870015881",
          "a13639de-00be-4e94-af30-26912d75e4a2"
        ]
      },
      {
        "name": "resource_id",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "resource_name",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "vault_id",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "vault_name",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "enterprise_project_id",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "success": [
      200
    ],
    "paging": {
      "style": "offset",
      "parameters": {
        "position": "offset",
        "limit": "limit"
      },
      "total": "/count",
      "items": "/operation_logs",
      "id": "/id",
      "required": true
    },
    "record": "backup",
    "signing": {
      "service": "cbr"
    }
  },
  "showOpLog": {
    "operationId": "ShowOpLog",
    "method": "GET",
    "path": "/v3/{project_id}/operation-logs/{operation_log_id}",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "operation_log_id",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "success": [
      200
    ],
    "signing": {
      "service": "cbr"
    }
  },
  "listBackups": {
    "operationId": "ListBackups",
    "method": "GET",
    "path": "/v3/{project_id}/backups",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "checkpoint_id",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "dec",
        "in": "query",
        "required": false,
        "type": "boolean"
      },
      {
        "name": "start_time",
        "in": "query",
        "required": false,
        "type": "string",
        "pattern": "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$",
        "time": {
          "format": "iso-seconds",
          "zone": "UTC"
        }
      },
      {
        "name": "end_time",
        "in": "query",
        "required": false,
        "type": "string",
        "pattern": "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$",
        "time": {
          "format": "iso-seconds",
          "zone": "UTC"
        }
      },
      {
        "name": "image_type",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "backup",
          "replication"
        ]
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 1000
      },
      {
        "name": "marker",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "member_status",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "pending",
          "accepted",
          "rejected"
        ]
      },
      {
        "name": "name",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "offset",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 0,
        "default": 0
      },
      {
        "name": "own_type",
        "in": "query",
        "required": false,
        "type": "string",
        "default": "private",
        "values": [
          "all_granted",
          "private",
          "shared"
        ]
      },
      {
        "name": "parent_id",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "resource_az",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "resource_id",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "resource_name",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "resource_type",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "OS::Nova::Server",
          "OS::Cinder::Volume",
          "OS::Sfs::Turbo",
          "OS::Ironic::BareMetalServer",
          "OS::Native::Server",
          "OS::Workspace::DesktopV2"
        ]
      },
      {
        "name": "sort",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "status",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "available",
          "protecting",
          "deleting",
          "restoring",
          "error",
          "waiting_protect",
          "waiting_delete",
          "waiting_restore"
        ]
      },
      {
        "name": "used_percent",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "vault_id",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "show_replication",
        "in": "query",
        "required": false,
        "type": "boolean",
        "default": false
      },
      {
        "name": "incremental",
        "in": "query",
        "required": false,
        "type": "boolean",
        "default": false
      },
      {
        "name": "enterprise_project_id",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "success": [
      200
    ],
    "paging": {
      "style": "offset",
      "parameters": {
        "position": "offset",
        "limit": "limit"
      },
      "total": "/count",
      "items": "/backups",
      "id": "/id",
      "conflicts": [
        "marker"
      ],
      "required": true
    },
    "signing": {
      "service": "cbr"
    }
  },
  "listVault": {
    "operationId": "ListVault",
    "method": "GET",
    "path": "/v3/{project_id}/vaults",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "cloud_type",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "public",
          "hybrid"
        ]
      },
      {
        "name": "id",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 1000
      },
      {
        "name": "name",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "object_type",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "server",
          "disk",
          "turbo",
          "workspace",
          "vmware",
          "rds",
          "file"
        ]
      },
      {
        "name": "offset",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 0,
        "default": 0
      },
      {
        "name": "policy_id",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "protect_type",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "backup",
          "replication",
          "hybrid"
        ]
      },
      {
        "name": "resource_ids",
        "in": "query",
        "required": false,
        "type": "string",
        "join": ","
      },
      {
        "name": "status",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "available",
          "lock",
          "frozen",
          "deleting",
          "error"
        ]
      },
      {
        "name": "enterprise_project_id",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "success": [
      200
    ],
    "paging": {
      "style": "offset",
      "parameters": {
        "position": "offset",
        "limit": "limit"
      },
      "total": "/count",
      "items": "/vaults",
      "id": "/id",
      "required": true
    },
    "signing": {
      "service": "cbr"
    }
  },
  "listPolicies": {
    "operationId": "ListPolicies",
    "method": "GET",
    "path": "/v3/{project_id}/policies",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "operation_type",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "backup",
          "replication"
        ]
      },
      {
        "name": "vault_id",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "success": [
      200
    ],
    "signing": {
      "service": "cbr"
    }
  },
  "listProtectable": {
    "operationId": "ListProtectable",
    "method": "GET",
    "path": "/v3/{project_id}/protectables/{protectable_type}/instances",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "protectable_type",
        "in": "path",
        "required": true,
        "type": "string",
        "values": [
          "server",
          "disk",
          "turbo",
          "workspace",
          "workspace_v2"
        ]
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 1,
        "maximum": 50
      },
      {
        "name": "marker",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "name",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "offset",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 0
      },
      {
        "name": "status",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "id",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "server_id",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "success": [
      200
    ],
    "paging": {
      "style": "offset",
      "parameters": {
        "position": "offset",
        "limit": "limit"
      },
      "items": "/instances",
      "id": "/id",
      "conflicts": [
        "marker"
      ],
      "required": true
    },
    "record": "instance",
    "signing": {
      "service": "cbr"
    }
  }
} as const;

/** Cloud to its regions: editors complete the known ones, and others pass. */
export interface CbrRegions {
  /** Regions of Huawei Cloud. */
  huaweicloud: "ae-ad-1" | "af-south-1" | "ap-southeast-1" | "ap-southeast-2" | "ap-southeast-3" | "ap-southeast-4" | "cn-east-2" | "cn-east-3" | "cn-north-1" | "cn-north-2" | "cn-north-4" | "cn-north-9" | "cn-south-1" | "cn-south-2" | "cn-south-4" | "cn-southwest-2" | "eu-west-0" | "la-north-2" | "la-south-2" | "me-east-1" | "my-kualalumpur-1" | "na-mexico-1" | "ru-moscow-1" | "sa-brazil-1" | "tr-west-1" | (string & {});
  /** Regions of Open Telekom Cloud. */
  otc: "eu-de" | "eu-nl" | (string & {});
}

/** Cloud to the URL of its endpoints. */
export const endpoints = {
  "huaweicloud": "https://cbr.{region}.myhuaweicloud.com",
  "otc": "https://cbr.{region}.otc.t-systems.com"
} as const;

/** Cloud to its name and known regions. */
export const clouds = {
  "huaweicloud": {
    "name": "Huawei Cloud",
    "defaultRegion": "cn-north-4",
    "regions": [
      "ae-ad-1",
      "af-south-1",
      "ap-southeast-1",
      "ap-southeast-2",
      "ap-southeast-3",
      "ap-southeast-4",
      "cn-east-2",
      "cn-east-3",
      "cn-north-1",
      "cn-north-2",
      "cn-north-4",
      "cn-north-9",
      "cn-south-1",
      "cn-south-2",
      "cn-south-4",
      "cn-southwest-2",
      "eu-west-0",
      "la-north-2",
      "la-south-2",
      "me-east-1",
      "my-kualalumpur-1",
      "na-mexico-1",
      "ru-moscow-1",
      "sa-brazil-1",
      "tr-west-1"
    ]
  },
  "otc": {
    "name": "Open Telekom Cloud",
    "defaultRegion": "eu-de",
    "regions": [
      "eu-de",
      "eu-nl"
    ]
  }
} as const;
