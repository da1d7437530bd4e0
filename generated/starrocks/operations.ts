// Generated from the contract by `npm run generate`. Do not edit.
import type { components } from "./types.js";

/** Parameters of DescribeBackups. */
export interface DescribeBackupsParams {
  /**
   * Region whose instances are asked for, e.g. `cn-hangzhou`. It does not choose the server: the host name of the endpoint does.
   */
  RegionId?: string | undefined;
  /**
   * Only the backups of this StarRocks instance. Ids begin with `c-`; the document masks them, so no stricter pattern can be read from it.
   */
  InstanceId?: string | undefined;
  /**
   * Only the backup task of this id, which begins with `bt-`.
   */
  BackupTaskId?: string | undefined;
  /**
   * Only backups in one of these states. Several are sent as one value, separated by commas: the document calls the parameter a list and types it string, without saying how the list is written. No document enumerates the states; `StarRocksBackupStatus` lists those that have been seen.
   */
  Statuses?: string | readonly string[] | undefined;
  /**
   * Beginning of the period that is searched, in epoch **seconds** (UTC), although the backups themselves are dated in milliseconds. Whether it is compared with the beginning or the end of a backup is not documented. A 64-bit integer; real instants stay far below 2^53-1.
   */
  TimePeriodStartTime?: number | Date | undefined;
  /**
   * End of the period that is searched, in epoch **seconds** (UTC). Whether the instant itself belongs to the period is not documented. A 64-bit integer; real instants stay far below 2^53-1.
   */
  TimePeriodEndTime?: number | Date | undefined;
  /**
   * Number of the page to return. Pages are taken to be counted from 1, as in the document's example; neither a minimum nor a default is documented.
   */
  PageNumber?: number | undefined;
  /**
   * How many backups a page holds at most. Neither a default nor a maximum is documented.
   */
  PageSize?: number | undefined;
}

/** The client's methods: the types of their parameters, of a response's body and of a listed record. */
export interface StarRocksMethods {
  /**
   * List backups
   *
   * Lists backups, page by page, filtered by region, instance, task, state and time. A plain read that changes nothing and may be repeated, although it is a POST and although the document introduces it with a restart of the instance.
   *
   * All eight parameters are optional and go in the query string. There is no body, and so no content type.
   *
   * An answer of status 200 is a failure where `Success` is false, unless `ErrCode` is `Success`.
   */
  describeBackups: { params: DescribeBackupsParams; body: components["schemas"]["StarRocksBackupList"]; item: components["schemas"]["StarRocksBackup"]; kind: "backup" };
}

export const operations = {
  "describeBackups": {
    "operationId": "DescribeBackups",
    "method": "POST",
    "path": "/webapi/backup/manage/describe",
    "parameters": [
      {
        "name": "RegionId",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "InstanceId",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "BackupTaskId",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "Statuses",
        "in": "query",
        "required": false,
        "type": "string",
        "join": ","
      },
      {
        "name": "TimePeriodStartTime",
        "in": "query",
        "required": false,
        "type": "integer",
        "time": {
          "format": "s",
          "zone": "UTC"
        }
      },
      {
        "name": "TimePeriodEndTime",
        "in": "query",
        "required": false,
        "type": "integer",
        "time": {
          "format": "s",
          "zone": "UTC"
        }
      },
      {
        "name": "PageNumber",
        "in": "query",
        "required": false,
        "type": "integer"
      },
      {
        "name": "PageSize",
        "in": "query",
        "required": false,
        "type": "integer"
      }
    ],
    "success": [
      200
    ],
    "paging": {
      "style": "page",
      "parameters": {
        "position": "PageNumber",
        "limit": "PageSize"
      },
      "total": "/Total",
      "items": "/Data",
      "id": "/BackupTaskId",
      "required": false
    },
    "record": "backup",
    "signing": {
      "service": "starrocks",
      "action": "DescribeBackups",
      "version": "2022-10-19"
    },
    "failure": {
      "pointer": "/Success",
      "equals": false,
      "unless": {
        "pointer": "/ErrCode",
        "equals": "Success"
      },
      "code": "/ErrCode",
      "message": "/ErrMessage"
    }
  }
} as const;

/** Cloud to the URL of its endpoints. */
export const endpoints = {
  "alibabacloud": "https://starrocks.{region}.aliyuncs.com"
} as const;

/** Cloud to its name and known regions. */
export const clouds = {
  "alibabacloud": {
    "name": "Alibaba Cloud",
    "defaultRegion": "cn-hangzhou",
    "regions": [
      "ap-southeast-1",
      "ap-southeast-5",
      "cn-beijing",
      "cn-hangzhou",
      "cn-hongkong",
      "cn-qingdao",
      "cn-shanghai",
      "cn-shenzhen",
      "cn-wulanchabu",
      "cn-zhangjiakou",
      "eu-central-1",
      "us-east-1",
      "us-west-1"
    ]
  }
} as const;
