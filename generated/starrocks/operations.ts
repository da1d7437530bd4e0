// Generated from the contract by `npm run generate`. Do not edit.
import type {
  StarRocksBackup,
  StarRocksBackupList,
  StarRocksBackupPolicyList,
  StarRocksInstance,
  StarRocksInstanceList,
  StarRocksSystemTimezone,
  StarRocksOperation,
  StarRocksOperationList,
} from "./types.js";

/** Parameters of DescribeBackups. */
export interface DescribeBackupsParams {
  /**
   * Region whose instances are listed, e.g. `cn-hangzhou`. It does not choose the server: the host name of the endpoint does.
   */
  RegionId?: string | undefined;
  /**
   * Only this StarRocks instance, or only what belongs to it. The source pages mask the ids, so no pattern can be read from them.
   */
  InstanceId?: string | undefined;
  /**
   * Only the backup task of this id.
   */
  BackupTaskId?: string | undefined;
  /**
   * Only backups in one of these states. Several are sent as one value, separated by commas: the source page calls the parameter a list and types it string, without saying how the list is written. No source page lists the states; `StarRocksBackupStatus` lists those that have been seen.
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
   * Number of the page to return. Pages are taken to be counted from 1, as in the source pages' examples; neither a minimum nor a default is documented.
   */
  PageNumber?: number | undefined;
  /**
   * How many records a page holds at most. Neither a default nor a maximum is documented. Another publication of the vendor gives 10 and 100 for its listings.
   */
  PageSize?: number | undefined;
}

/** Parameters of DescribeBackupPolicies. */
export interface DescribeBackupPoliciesParams {
  /**
   * Only this StarRocks instance, or only what belongs to it. The source pages mask the ids, so no pattern can be read from them.
   */
  InstanceId?: string | undefined;
  /**
   * Only the backup policy of this id.
   */
  PolicyId?: string | undefined;
  /**
   * Region whose instances are listed, e.g. `cn-hangzhou`. It does not choose the server: the host name of the endpoint does.
   */
  RegionId?: string | undefined;
}

/** Parameters of DescribeInstances. */
export interface DescribeInstancesParams {
  /**
   * Region whose instances are listed, e.g. `cn-hangzhou`. It does not choose the server: the host name of the endpoint does.
   */
  RegionId?: string | undefined;
  /**
   * Only this StarRocks instance, or only what belongs to it. The source pages mask the ids, so no pattern can be read from them.
   */
  InstanceId?: string | undefined;
  /**
   * Only instances with this name. That a part of the name is enough is from another publication of the vendor.
   */
  InstanceName?: string | undefined;
  /**
   * Only instances in one of these states. Several are sent as one value, separated by commas. The source page lists 22 of the states that `StarRocksInstanceStatus` has.
   */
  InstanceStatus?: string | readonly string[] | undefined;
  /**
   * Only the instances of this resource group.
   */
  ResourceGroupId?: string | undefined;
  /**
   * Only instances that have these tags: a list of keys and values, sent as one value, which is its JSON text. The source page types the parameter as a list of objects.
   */
  Tag?: string | undefined;
  /**
   * Number of the page to return. Pages are taken to be counted from 1, as in the source pages' examples; neither a minimum nor a default is documented.
   */
  PageNumber?: number | undefined;
  /**
   * How many records a page holds at most. Neither a default nor a maximum is documented. Another publication of the vendor gives 10 and 100 for its listings.
   */
  PageSize?: number | undefined;
}

/** Parameters of DescribeSystemTimezone. */
export interface DescribeSystemTimezoneParams {
  /**
   * The StarRocks instance. The source pages mask the ids, so no pattern can be read from them.
   */
  InstanceId: string;
}

/** Parameters of ListOperationHistory. */
export interface ListOperationHistoryParams {
  /**
   * The StarRocks instance. The source pages mask the ids, so no pattern can be read from them.
   */
  InstanceId: string;
  /**
   * Only the operation of this id, which begins with `op-`.
   */
  OperationId?: string | undefined;
  /**
   * Only operations of this type, such as `backup` or `restore`. One type at a time.
   */
  OperationType?: "trial_to_official" | "upgrade_version" | "update_configuration" | "update_public_network_status" | "create_cluster" | "delete_cluster" | "disable_cluster" | "enable_cluster" | "restart_cluster" | "migrate_cluster" | "renew_cluster" | "modify_charge_type" | "UPGRADE" | "DOWNGRADE" | "create_node_group" | "delete_node_group" | "disable_node_group" | "enable_node_group" | "sre_operation" | "resource_change" | "disable_postpaid_resource" | "enable_postpaid_resource" | "restart_node_group" | "enable_ha_cluster" | "restart_node" | "backup" | "delete_backup" | "cancel_backup_task" | "modify_timezone" | "restore" | "switch_az" | "rollback_upgrade_version" | "scale_out_fe" | "scale_in_fe" | "upgrade_fe_cu" | "downgrade_fe_cu" | "increase_fe_disk_size" | "decrease_fe_disk_size" | "increase_fe_disk_number" | "decrease_fe_disk_number" | "upgrade_fe_disk_performance_level" | "downgrade_fe_disk_performance_level" | "create_agent" | "upgrade_agent_cu" | "scale_out_be" | "scale_in_be" | "upgrade_be_cu" | "downgrade_be_cu" | "increase_be_disk_size" | "decrease_be_disk_size" | "increase_be_disk_number" | "decrease_be_disk_number" | "upgrade_be_disk_performance_level" | "downgrade_be_disk_performance_level" | "upgrade_be_spec_type" | "downgrade_be_spec_type" | "scale_out_cn" | "scale_in_cn" | "upgrade_cn_cu" | "downgrade_cn_cu" | "increase_cn_disk_size" | "decrease_cn_disk_size" | "increase_cn_disk_number" | "decrease_cn_disk_number" | "upgrade_cn_disk_performance" | "downgrade_cn_disk_performance" | "upgrade_cn_spec_type" | "downgrade_cn_spec_type" | "elastic_scale_out_cn" | "elastic_scale_in_cn" | undefined;
  /**
   * Only operations in this state. One state at a time.
   */
  OperationStatus?: "COMPLETED" | "TERMINATED" | "HUMAN_PROCESSING" | undefined;
  /**
   * Beginning of the period that is searched, in epoch **milliseconds** (UTC), by the source page's example; the filters of `DescribeBackups` count seconds. Whether it is compared with the beginning or the end of an operation is not documented. A 64-bit integer; real instants stay far below 2^53-1.
   */
  StartTime?: number | Date | undefined;
  /**
   * End of the period that is searched, in epoch **milliseconds** (UTC), by the source page's example; the filters of `DescribeBackups` count seconds. Whether the instant itself belongs to the period is not documented. A 64-bit integer; real instants stay far below 2^53-1.
   */
  EndTime?: number | Date | undefined;
  /**
   * Number of the page to return; 1, which is the first one, if it is absent.
   * @default 1
   */
  PageNumber?: number | undefined;
  /**
   * How many operations a page holds at most; 10 if it is absent. The largest value that the service accepts is undocumented. Another publication of the vendor gives 100 for its listings.
   * @default 10
   */
  PageSize?: number | undefined;
}

/** The client's methods: the types of their parameters, of a response's body and of a listed record. */
export interface StarRocksMethods {
  /**
   * List backups
   *
   * Lists backups, page by page, filtered by region, instance, task, state and time. A plain read that changes nothing and may be repeated, although it is a POST and although the source page introduces it with a restart of the instance.
   *
   * All eight parameters are optional and go in the query string. There is no body, and so no content type.
   *
   * A response of status 200 is a failure if `Success` is false, unless `ErrCode` is `Success`.
   */
  describeBackups: { params: DescribeBackupsParams; body: StarRocksBackupList; item: StarRocksBackup; kind: "backup" };
  /**
   * List backup policies
   *
   * Lists the backup policies of a region, or those of one instance. A plain read that changes nothing and may be repeated.
   *
   * All three parameters are optional and go in the query string; there is no body. That the policies of all instances of the region come if no instance is named is inferred. There are no pages: if `Total` is larger than the list, ask for each instance.
   *
   * A response of status 200 is a failure if `Success` is false, unless `ErrCode` is `Success`. Such a response, or a list that was cut, does not say that an instance has no policy.
   */
  describeBackupPolicies: { params: DescribeBackupPoliciesParams; body: StarRocksBackupPolicyList };
  /**
   * List instances
   *
   * Lists StarRocks instances, page by page, filtered by region, id, name, state, resource group and tags. A plain read that changes nothing and may be repeated.
   *
   * All parameters are optional and go in the query string; there is no body. The metadata of the vendor's clients leave `RegionId` optional, and another publication of the vendor requires it: send it always.
   *
   * An instance that does not exist is an empty list, or a failure. A response of status 200 is a failure if `Success` is false, unless `ErrCode` is `Success`.
   */
  describeInstances: { params: DescribeInstancesParams; body: StarRocksInstanceList; item: StarRocksInstance; kind: "instance" };
  /**
   * Show the time zone of an instance
   *
   * Returns the system time zone of one instance. A plain read that changes nothing and may be repeated. The one parameter is required and goes in the query string; there is no body.
   *
   * A response of status 200 is a failure if `Success` is false, unless `ErrCode` is `Success`.
   */
  describeSystemTimezone: { params: DescribeSystemTimezoneParams; body: StarRocksSystemTimezone };
  /**
   * List the operations on an instance
   *
   * Lists what was done to one instance, page by page, filtered by id, type, state and time: backups and restorations, and changes of every other kind. A plain read that changes nothing and may be repeated. `InstanceId` is required; all parameters go in the query string, and there is no body.
   *
   * No call of the service lists restorations. They are the operations of the type `restore`. Whether one is filed under the instance that was backed up or under the one that it created is not documented, so ask for both.
   *
   * A response of status 200 is a failure if `Success` is false, unless `ErrCode` is `Success`.
   */
  listOperationHistory: { params: ListOperationHistoryParams; body: StarRocksOperationList; item: StarRocksOperation; kind: "restore" };
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
  },
  "describeBackupPolicies": {
    "operationId": "DescribeBackupPolicies",
    "method": "POST",
    "path": "/webapi/backupRestore/policy/describe",
    "parameters": [
      {
        "name": "InstanceId",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "PolicyId",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "RegionId",
        "in": "query",
        "required": false,
        "type": "string"
      }
    ],
    "success": [
      200
    ],
    "signing": {
      "service": "starrocks",
      "action": "DescribeBackupPolicies",
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
  },
  "describeInstances": {
    "operationId": "DescribeInstances",
    "method": "POST",
    "path": "/webapi/starrocks/describeInstances",
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
        "name": "InstanceName",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "InstanceStatus",
        "in": "query",
        "required": false,
        "type": "string",
        "join": ","
      },
      {
        "name": "ResourceGroupId",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "Tag",
        "in": "query",
        "required": false,
        "type": "string"
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
      "id": "/InstanceId",
      "required": false
    },
    "record": "instance",
    "signing": {
      "service": "starrocks",
      "action": "DescribeInstances",
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
  },
  "describeSystemTimezone": {
    "operationId": "DescribeSystemTimezone",
    "method": "POST",
    "path": "/webapi/timezone/query",
    "parameters": [
      {
        "name": "InstanceId",
        "in": "query",
        "required": true,
        "type": "string"
      }
    ],
    "success": [
      200
    ],
    "signing": {
      "service": "starrocks",
      "action": "DescribeSystemTimezone",
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
  },
  "listOperationHistory": {
    "operationId": "ListOperationHistory",
    "method": "POST",
    "path": "/webapi/operation/listOperationHistory",
    "parameters": [
      {
        "name": "InstanceId",
        "in": "query",
        "required": true,
        "type": "string"
      },
      {
        "name": "OperationId",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "OperationType",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "trial_to_official",
          "upgrade_version",
          "update_configuration",
          "update_public_network_status",
          "create_cluster",
          "delete_cluster",
          "disable_cluster",
          "enable_cluster",
          "restart_cluster",
          "migrate_cluster",
          "renew_cluster",
          "modify_charge_type",
          "UPGRADE",
          "DOWNGRADE",
          "create_node_group",
          "delete_node_group",
          "disable_node_group",
          "enable_node_group",
          "sre_operation",
          "resource_change",
          "disable_postpaid_resource",
          "enable_postpaid_resource",
          "restart_node_group",
          "enable_ha_cluster",
          "restart_node",
          "backup",
          "delete_backup",
          "cancel_backup_task",
          "modify_timezone",
          "restore",
          "switch_az",
          "rollback_upgrade_version",
          "scale_out_fe",
          "scale_in_fe",
          "upgrade_fe_cu",
          "downgrade_fe_cu",
          "increase_fe_disk_size",
          "decrease_fe_disk_size",
          "increase_fe_disk_number",
          "decrease_fe_disk_number",
          "upgrade_fe_disk_performance_level",
          "downgrade_fe_disk_performance_level",
          "create_agent",
          "upgrade_agent_cu",
          "scale_out_be",
          "scale_in_be",
          "upgrade_be_cu",
          "downgrade_be_cu",
          "increase_be_disk_size",
          "decrease_be_disk_size",
          "increase_be_disk_number",
          "decrease_be_disk_number",
          "upgrade_be_disk_performance_level",
          "downgrade_be_disk_performance_level",
          "upgrade_be_spec_type",
          "downgrade_be_spec_type",
          "scale_out_cn",
          "scale_in_cn",
          "upgrade_cn_cu",
          "downgrade_cn_cu",
          "increase_cn_disk_size",
          "decrease_cn_disk_size",
          "increase_cn_disk_number",
          "decrease_cn_disk_number",
          "upgrade_cn_disk_performance",
          "downgrade_cn_disk_performance",
          "upgrade_cn_spec_type",
          "downgrade_cn_spec_type",
          "elastic_scale_out_cn",
          "elastic_scale_in_cn"
        ]
      },
      {
        "name": "OperationStatus",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "COMPLETED",
          "TERMINATED",
          "HUMAN_PROCESSING"
        ]
      },
      {
        "name": "StartTime",
        "in": "query",
        "required": false,
        "type": "integer",
        "time": {
          "format": "ms",
          "zone": "UTC"
        }
      },
      {
        "name": "EndTime",
        "in": "query",
        "required": false,
        "type": "integer",
        "time": {
          "format": "ms",
          "zone": "UTC"
        }
      },
      {
        "name": "PageNumber",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 1
      },
      {
        "name": "PageSize",
        "in": "query",
        "required": false,
        "type": "integer",
        "default": 10
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
      "id": "/OperationId",
      "required": false
    },
    "record": "restore",
    "signing": {
      "service": "starrocks",
      "action": "ListOperationHistory",
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

/** Cloud to its regions: editors complete the known ones, and others pass. */
export interface StarRocksRegions {
  /** Regions of Alibaba Cloud. */
  alibabacloud: "ap-southeast-1" | "ap-southeast-5" | "cn-beijing" | "cn-hangzhou" | "cn-hongkong" | "cn-qingdao" | "cn-shanghai" | "cn-shenzhen" | "cn-wulanchabu" | "cn-zhangjiakou" | "eu-central-1" | "us-east-1" | "us-west-1" | (string & {});
}

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
