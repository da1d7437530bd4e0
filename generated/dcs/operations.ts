// Generated from the contract by `npm run generate`. Do not edit.
import type {
  DcsBackupRecord,
  DcsBackupRecordList,
  DcsListedInstance,
  DcsInstanceList,
  DcsInstance,
  DcsRestoreRecord,
  DcsRestoreRecordList,
} from "./types.js";

/** Parameters of ListBackupRecordsV1. */
export interface ListBackupRecordsV1Params {
  /**
   * Id of the cache instance that the call is about.
   */
  instance_id: string;
  /**
   * Number of the first record to return, counted from 1. The source pages do not say so outright, but the number is taken to count records, not pages: the next page starts at this number plus the number of records received. A value below 1 is documented neither as legal nor as refused.
   * @default 1
   */
  start?: number | undefined;
  /**
   * Most records that one page may hold. No maximum is documented, so a page can have fewer than requested.
   * @default 10
   */
  limit?: number | undefined;
  /**
   * Start of the period to list, as 14 digits `yyyyMMddHHmmss`. The source pages state neither the zone, nor whether the first second itself belongs to the period, nor which time of a record is compared; this contract reads it as UTC, as v2 does.
   */
  beginTime?: string | Date | undefined;
  /**
   * End of the period to list, as 14 digits `yyyyMMddHHmmss`. The source pages state neither the zone, nor whether the last second itself belongs to the period, nor which time of a record is compared; this contract reads it as UTC, as v2 does.
   */
  endTime?: string | Date | undefined;
}

/** Parameters of ListBackupRecords. */
export interface ListBackupRecordsParams {
  /**
   * Id of the cache instance that the call is about.
   */
  instance_id: string;
  /**
   * Number of records to skip before the first one of the page. The next page starts at this number plus the number of records received.
   */
  offset?: number | undefined;
  /**
   * Most records that one page may hold. Older references of the vendors state no bounds; the latest of Huawei Cloud allows 1 to 1000 and names 10 as the default, so a service may refuse or cut more than that.
   */
  limit?: number | undefined;
  /**
   * Start of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period.
   */
  begin_time?: string | Date | undefined;
  /**
   * End of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period.
   */
  end_time?: string | Date | undefined;
}

/** Parameters of ListInstances. */
export interface ListInstancesParams {
  /**
   * List only the instance of this id.
   */
  instance_id?: string | undefined;
  /**
   * List only instances whose name matches this, loosely unless `name_equal` is `true`.
   */
  name?: string | undefined;
  /**
   * `true` to compare `name` exactly; any other value compares it loosely.
   * @default "false"
   */
  name_equal?: string | undefined;
  /**
   * List only instances in this state.
   */
  status?: "CREATING" | "CREATEFAILED" | "RUNNING" | "ERROR" | "RESTARTING" | "FROZEN" | "EXTENDING" | "RESTORING" | "FLUSHING" | undefined;
  /**
   * List only instances that have all of these tags, each written `key=value` and joined to the next by a comma.
   */
  tags?: string | readonly string[] | undefined;
  /**
   * List only the instance of this address.
   */
  ip?: string | undefined;
  /**
   * List only instances of this capacity in GB.
   */
  capacity?: string | undefined;
  /**
   * `true` to list instances that could not be created, too; any other value leaves them out.
   */
  include_failure?: string | undefined;
  /**
   * `true` to list instances that were deleted, too; any other value leaves them out.
   */
  include_delete?: string | undefined;
  /**
   * Number of records to skip before the first one of the page. The next page starts at this number plus the number of records received.
   */
  offset?: number | undefined;
  /**
   * Most instances that one page may hold.
   * @default 10
   */
  limit?: number | undefined;
}

/** Parameters of ShowInstance. */
export interface ShowInstanceParams {
  /**
   * Id of the cache instance that the call is about.
   */
  instance_id: string;
}

/** Parameters of ListRestoreRecords. */
export interface ListRestoreRecordsParams {
  /**
   * Id of the cache instance that the call is about.
   */
  instance_id: string;
  /**
   * Number of records to skip before the first one of the page. The next page starts at this number plus the number of records received.
   */
  offset?: number | undefined;
  /**
   * Most records that one page may hold.
   * @default 10
   */
  limit?: number | undefined;
  /**
   * Start of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period.
   */
  begin_time?: string | Date | undefined;
  /**
   * End of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period.
   */
  end_time?: string | Date | undefined;
}

/** The client's methods: the types of their parameters, of a response's body and of a listed record. */
export interface DcsMethods {
  /**
   * List the backup records of an instance (v1.0)
   *
   * Returns one page of the backup records of one cache instance. Without filters the listing covers every
   * record, finished or not, and those whose file has expired or was deleted. An instance without records
   * is expected to return an empty list.
   *
   * The caller needs the IAM action `dcs:instance:getDataBackupLog`.
   *
   * **Outdated.** Both clouds file v1.0 among their outdated interfaces and name the v2 call,
   * `ListBackupRecords`, as the one to use. To move, change
   *
   * | what | v1.0 | v2 |
   * |---|---|---|
   * | path | `/v1.0/…` | `/v2/…` |
   * | first record | `start`, a number that counts from 1 | `offset`, the records to skip, from 0 |
   * | period | `beginTime`, `endTime` | `begin_time`, `end_time` |
   * | no record | 200 with an empty list | 200 with an empty list, or 204 without a body |
   * | error body | `error.code`, `error.message`, `error.ext_message` | `error_code`, `error_msg`, `error_ext_msg` |
   *
   * The records themselves are the same.
   * @deprecated Called outdated by its vendors; see the description.
   */
  listBackupRecordsV1: { params: ListBackupRecordsV1Params; body: DcsBackupRecordList; item: DcsBackupRecord; kind: "backup" };
  /**
   * List the backup records of an instance (v2)
   *
   * Returns one page of the backup records of one cache instance, like `ListBackupRecordsV1`, which it
   * replaces. Of the source pages only one of Open Telekom Cloud describes it. Huawei Cloud has it, too: see [its current page](https://support.huaweicloud.com/intl/en-us/api-dcs/ListBackupRecords.html).
   *
   * The caller needs the IAM action `dcs:instance:getDataBackupLog`.
   *
   * If an instance has no record, the response is either 200 with an empty list or, on Open Telekom
   * Cloud, 204 without a body; both mean an empty page.
   */
  listBackupRecords: { params: ListBackupRecordsParams; body: DcsBackupRecordList; item: DcsBackupRecord; kind: "backup" };
  /**
   * List the instances of a project
   *
   * Returns one page of the cache instances of a project. Without filters the listing leaves out instances that
   * could not be created and those that were deleted. It says nothing of backup policies; `ShowInstance` does,
   * instance by instance.
   *
   * The caller needs the IAM action `dcs:instance:list`.
   */
  listInstances: { params: ListInstancesParams; body: DcsInstanceList; item: DcsListedInstance; kind: "instance" };
  /**
   * Show an instance
   *
   * Returns one cache instance in full, with the policy after which it is backed up by itself.
   *
   * The caller needs the IAM action `dcs:instance:get`.
   */
  showInstance: { params: ShowInstanceParams; body: DcsInstance };
  /**
   * List the restore records of an instance
   *
   * Returns one page of the restorations of one cache instance from its backups, finished or not.
   *
   * The caller needs the IAM action `dcs:instance:getDataRestoreLog`.
   *
   * If an instance was never restored, the response is either 204 without a body or 200 with an empty list; both
   * mean an empty page.
   */
  listRestoreRecords: { params: ListRestoreRecordsParams; body: DcsRestoreRecordList; item: DcsRestoreRecord; kind: "restore" };
}

export const operations = {
  "listBackupRecordsV1": {
    "operationId": "ListBackupRecordsV1",
    "method": "GET",
    "path": "/v1.0/{project_id}/instances/{instance_id}/backups",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "instance_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "start",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 1
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 1,
        "default": 10
      },
      {
        "name": "beginTime",
        "in": "query",
        "required": false,
        "type": "string",
        "pattern": "^[0-9]{14}$",
        "time": {
          "format": "yyyyMMddHHmmss",
          "zone": "UTC"
        }
      },
      {
        "name": "endTime",
        "in": "query",
        "required": false,
        "type": "string",
        "pattern": "^[0-9]{14}$",
        "time": {
          "format": "yyyyMMddHHmmss",
          "zone": "UTC"
        }
      }
    ],
    "success": [
      200
    ],
    "paging": {
      "style": "start",
      "parameters": {
        "position": "start",
        "limit": "limit"
      },
      "total": "/total_num",
      "items": "/backup_record_response",
      "id": "/backup_id",
      "required": true
    },
    "record": "backup",
    "signing": {
      "service": "dcs"
    }
  },
  "listBackupRecords": {
    "operationId": "ListBackupRecords",
    "method": "GET",
    "path": "/v2/{project_id}/instances/{instance_id}/backups",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "instance_id",
        "in": "path",
        "required": true,
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
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 1
      },
      {
        "name": "begin_time",
        "in": "query",
        "required": false,
        "type": "string",
        "pattern": "^[0-9]{14}$",
        "time": {
          "format": "yyyyMMddHHmmss",
          "zone": "UTC"
        }
      },
      {
        "name": "end_time",
        "in": "query",
        "required": false,
        "type": "string",
        "pattern": "^[0-9]{14}$",
        "time": {
          "format": "yyyyMMddHHmmss",
          "zone": "UTC"
        }
      }
    ],
    "success": [
      200,
      204
    ],
    "paging": {
      "style": "offset",
      "parameters": {
        "position": "offset",
        "limit": "limit"
      },
      "total": "/total_num",
      "items": "/backup_record_response",
      "id": "/backup_id",
      "required": true
    },
    "record": "backup",
    "signing": {
      "service": "dcs"
    }
  },
  "listInstances": {
    "operationId": "ListInstances",
    "method": "GET",
    "path": "/v2/{project_id}/instances",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "instance_id",
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
        "name": "name_equal",
        "in": "query",
        "required": false,
        "type": "string",
        "default": "false"
      },
      {
        "name": "status",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "CREATING",
          "CREATEFAILED",
          "RUNNING",
          "ERROR",
          "RESTARTING",
          "FROZEN",
          "EXTENDING",
          "RESTORING",
          "FLUSHING"
        ]
      },
      {
        "name": "tags",
        "in": "query",
        "required": false,
        "type": "string",
        "join": ","
      },
      {
        "name": "ip",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "capacity",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "include_failure",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "include_delete",
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
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 10
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
      "total": "/instance_num",
      "items": "/instances",
      "id": "/instance_id",
      "required": true
    },
    "record": "instance",
    "signing": {
      "service": "dcs"
    }
  },
  "showInstance": {
    "operationId": "ShowInstance",
    "method": "GET",
    "path": "/v2/{project_id}/instances/{instance_id}",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "instance_id",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "success": [
      200
    ],
    "signing": {
      "service": "dcs"
    }
  },
  "listRestoreRecords": {
    "operationId": "ListRestoreRecords",
    "method": "GET",
    "path": "/v2/{project_id}/instances/{instance_id}/restores",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "instance_id",
        "in": "path",
        "required": true,
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
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 10
      },
      {
        "name": "begin_time",
        "in": "query",
        "required": false,
        "type": "string",
        "pattern": "^[0-9]{14}$",
        "time": {
          "format": "yyyyMMddHHmmss",
          "zone": "UTC"
        }
      },
      {
        "name": "end_time",
        "in": "query",
        "required": false,
        "type": "string",
        "pattern": "^[0-9]{14}$",
        "time": {
          "format": "yyyyMMddHHmmss",
          "zone": "UTC"
        }
      }
    ],
    "success": [
      200,
      204
    ],
    "paging": {
      "style": "offset",
      "parameters": {
        "position": "offset",
        "limit": "limit"
      },
      "total": "/total_num",
      "items": "/restore_record_response",
      "id": "/restore_id",
      "required": true
    },
    "record": "restore",
    "signing": {
      "service": "dcs"
    }
  }
} as const;

/** Cloud to its regions: editors complete the known ones, and others pass. */
export interface DcsRegions {
  /** Regions of Huawei Cloud. */
  huaweicloud: "ae-ad-1" | "af-south-1" | "ap-southeast-1" | "ap-southeast-2" | "ap-southeast-3" | "ap-southeast-4" | "cn-east-2" | "cn-east-3" | "cn-north-1" | "cn-north-4" | "cn-north-9" | "cn-south-1" | "cn-southwest-2" | "eu-west-101" | "la-north-2" | "la-south-2" | "me-east-1" | "na-mexico-1" | "sa-brazil-1" | "tr-west-1" | (string & {});
  /** Regions of Open Telekom Cloud. */
  otc: "eu-de" | "eu-nl" | (string & {});
}

/** Cloud to the URL of its endpoints. */
export const endpoints = {
  "huaweicloud": "https://dcs.{region}.myhuaweicloud.com",
  "otc": "https://dcs.{region}.otc.t-systems.com"
} as const;

/** Cloud to its name and known regions. */
export const clouds = {
  "huaweicloud": {
    "name": "Huawei Cloud",
    "defaultRegion": "eu-west-101",
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
      "cn-north-4",
      "cn-north-9",
      "cn-south-1",
      "cn-southwest-2",
      "eu-west-101",
      "la-north-2",
      "la-south-2",
      "me-east-1",
      "na-mexico-1",
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
