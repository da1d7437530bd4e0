// Generated from the contract by `npm run generate`. Do not edit.
/** The paths of the contract and their methods, as openapi-fetch takes them. */
export interface paths {
    "/webapi/backup/manage/describe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List backups
         *
         * Lists backups, page by page, filtered by region, instance, task, state and time. A plain read that changes nothing and may be repeated, although it is a POST and although the source page introduces it with a restart of the instance.
         *
         * All eight parameters are optional and go in the query string. There is no body, and so no content type.
         *
         * A response of status 200 is a failure if `Success` is false, unless `ErrCode` is `Success`.
         */
        post: operations["DescribeBackups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webapi/backupRestore/policy/describe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List backup policies
         *
         * Lists the backup policies of a region, or those of one instance. A plain read that changes nothing and may be repeated.
         *
         * All three parameters are optional and go in the query string; there is no body. That the policies of all instances of the region come if no instance is named is inferred. There are no pages: if `Total` is larger than the list, ask for each instance.
         *
         * A response of status 200 is a failure if `Success` is false, unless `ErrCode` is `Success`. Such a response, or a list that was cut, does not say that an instance has no policy.
         */
        post: operations["DescribeBackupPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webapi/starrocks/describeInstances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List instances
         *
         * Lists StarRocks instances, page by page, filtered by region, id, name, state, resource group and tags. A plain read that changes nothing and may be repeated.
         *
         * All parameters are optional and go in the query string; there is no body. The metadata of the vendor's clients leave `RegionId` optional, and another publication of the vendor requires it: send it always.
         *
         * An instance that does not exist is an empty list, or a failure. A response of status 200 is a failure if `Success` is false, unless `ErrCode` is `Success`.
         */
        post: operations["DescribeInstances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webapi/timezone/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the time zone of an instance
         *
         * Returns the system time zone of one instance. A plain read that changes nothing and may be repeated. The one parameter is required and goes in the query string; there is no body.
         *
         * A response of status 200 is a failure if `Success` is false, unless `ErrCode` is `Success`.
         */
        post: operations["DescribeSystemTimezone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webapi/operation/listOperationHistory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List the operations on an instance
         *
         * Lists what was done to one instance, page by page, filtered by id, type, state and time: backups and restorations, and changes of every other kind. A plain read that changes nothing and may be repeated. `InstanceId` is required; all parameters go in the query string, and there is no body.
         *
         * No call of the service lists restorations. They are the operations of the type `restore`. Whether one is filed under the instance that was backed up or under the one that it created is not documented, so ask for both.
         *
         * A response of status 200 is a failure if `Success` is false, unless `ErrCode` is `Success`.
         */
        post: operations["ListOperationHistory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** The named parts of the contract, by kind. Each schema is exported by its name, too. */
export interface components {
    schemas: {
        StarRocksBackupStatus: StarRocksBackupStatus;
        StarRocksSubTask: StarRocksSubTask;
        StarRocksBackupType: StarRocksBackupType;
        StarRocksRunMode: StarRocksRunMode;
        StarRocksSpecType: StarRocksSpecType;
        StarRocksComponentType: StarRocksComponentType;
        StarRocksStoragePerformanceLevel: StarRocksStoragePerformanceLevel;
        StarRocksNodeGroup: StarRocksNodeGroup;
        StarRocksTag: StarRocksTag;
        StarRocksInstanceSnapshot: StarRocksInstanceSnapshot;
        StarRocksBackup: StarRocksBackup;
        StarRocksBackupList: StarRocksBackupList;
        StarRocksFailure: StarRocksFailure;
        StarRocksErrorCode: StarRocksErrorCode;
        StarRocksErrorBody: StarRocksErrorBody;
        StarRocksBackupPolicy: StarRocksBackupPolicy;
        StarRocksBackupPolicyList: StarRocksBackupPolicyList;
        StarRocksArchitecture: StarRocksArchitecture;
        StarRocksInstanceStatus: StarRocksInstanceStatus;
        StarRocksMaintenanceWindow: StarRocksMaintenanceWindow;
        StarRocksPackageType: StarRocksPackageType;
        StarRocksPayType: StarRocksPayType;
        StarRocksVSwitch: StarRocksVSwitch;
        StarRocksInstance: StarRocksInstance;
        StarRocksInstanceList: StarRocksInstanceList;
        StarRocksSystemTimezone: StarRocksSystemTimezone;
        StarRocksOperationType: StarRocksOperationType;
        StarRocksOperationStatus: StarRocksOperationStatus;
        StarRocksOperation: StarRocksOperation;
        StarRocksOperationList: StarRocksOperationList;
    };
    responses: {
        /** A parameter, the signature or its date was refused, or the service throttles: this vendor responds throttling with 400, a code that begins with `Throttling` and, often, `x-acs-retry-after`. Only throttling is worth another attempt as it is. */
        StarRocksBadRequest: {
            headers: {
                "x-acs-retry-after": components["headers"]["RetryAfterMilliseconds"];
                [name: string]: unknown;
            };
            content: {
                "application/json": StarRocksErrorBody;
            };
        };
        /** The credentials were refused. The vendor is known to refuse them with 400, 403 or 404 instead. */
        StarRocksUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": StarRocksErrorBody;
            };
        };
        /** The credentials are good, but do not allow this call. */
        StarRocksForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": StarRocksErrorBody;
            };
        };
        /** No such access key id, or no such address. */
        StarRocksNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": StarRocksErrorBody;
            };
        };
        /** Too many requests. The vendor is known to throttle with status 400 instead. */
        StarRocksTooManyRequests: {
            headers: {
                "x-acs-retry-after": components["headers"]["RetryAfterMilliseconds"];
                [name: string]: unknown;
            };
            content: {
                "application/json": StarRocksErrorBody;
            };
        };
        /** The service failed. */
        StarRocksInternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": StarRocksErrorBody;
            };
        };
        /** The service is not available for the moment; try again later. */
        StarRocksServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": StarRocksErrorBody;
            };
        };
    };
    parameters: {
        /**
         * Region whose instances are listed, e.g. `cn-hangzhou`. It does not choose the server: the host name of the endpoint does.
         * @example cn-hangzhou
         */
        RegionId: string;
        /**
         * Only this StarRocks instance, or only what belongs to it. The source pages mask the ids, so no pattern can be read from them.
         * @example c-b25e21e24388****
         */
        InstanceId: string;
        /**
         * Only the backup task of this id.
         * @example bt-2389hsdui12m
         */
        BackupTaskId: string;
        /**
         * Only backups in one of these states. Several are sent as one value, separated by commas: the source page calls the parameter a list and types it string, without saying how the list is written. No source page lists the states; `StarRocksBackupStatus` lists those that have been seen.
         * @example COMPLETED
         */
        Statuses: string;
        /**
         * Beginning of the period that is searched, in epoch **seconds** (UTC), although the backups themselves are dated in milliseconds. Whether it is compared with the beginning or the end of a backup is not documented. A 64-bit integer; real instants stay far below 2^53-1.
         * @example 1747708000
         */
        TimePeriodStartTime: number | bigint;
        /**
         * End of the period that is searched, in epoch **seconds** (UTC). Whether the instant itself belongs to the period is not documented. A 64-bit integer; real instants stay far below 2^53-1.
         * @example 1747728000
         */
        TimePeriodEndTime: number | bigint;
        /**
         * Number of the page to return. Pages are taken to be counted from 1, as in the source pages' examples; neither a minimum nor a default is documented.
         * @example 1
         */
        PageNumber: number;
        /**
         * How many records a page holds at most. Neither a default nor a maximum is documented. Another publication of the vendor gives 10 and 100 for its listings.
         * @example 10
         */
        PageSize: number;
        /**
         * Only the backup policy of this id.
         * @example bk-policy-26ec5bc0ea67b5ef
         */
        PolicyId: string;
        /**
         * Only instances with this name. That a part of the name is enough is from another publication of the vendor.
         * @example starrocks_1
         */
        InstanceName: string;
        /**
         * Only instances in one of these states. Several are sent as one value, separated by commas. The source page lists 22 of the states that `StarRocksInstanceStatus` has.
         * @example running,creating
         */
        InstanceStatus: string;
        /**
         * Only the instances of this resource group.
         * @example rg-acfmygmtrcenXXX
         */
        ResourceGroupId: string;
        /**
         * Only instances that have these tags: a list of keys and values, sent as one value, which is its JSON text. The source page types the parameter as a list of objects.
         * @example [{"Key":"k1","Value":"v1"}]
         */
        Tag: string;
        /**
         * The StarRocks instance. The source pages mask the ids, so no pattern can be read from them.
         * @example c-b25e21e24388****
         */
        RequiredInstanceId: string;
        /**
         * Only the operation of this id, which begins with `op-`.
         * @example op-f49743caa809****
         */
        OperationId: string;
        /**
         * Only operations of this type, such as `backup` or `restore`. One type at a time.
         * @example update_configuration
         */
        OperationType: StarRocksOperationType;
        /**
         * Only operations in this state. One state at a time.
         * @example COMPLETED
         */
        OperationStatus: StarRocksOperationStatus;
        /**
         * Beginning of the period that is searched, in epoch **milliseconds** (UTC), by the source page's example; the filters of `DescribeBackups` count seconds. Whether it is compared with the beginning or the end of an operation is not documented. A 64-bit integer; real instants stay far below 2^53-1.
         * @example 1742179008000
         */
        StartTime: number | bigint;
        /**
         * End of the period that is searched, in epoch **milliseconds** (UTC), by the source page's example; the filters of `DescribeBackups` count seconds. Whether the instant itself belongs to the period is not documented. A 64-bit integer; real instants stay far below 2^53-1.
         * @example 1742179008000
         */
        EndTime: number | bigint;
        /**
         * Number of the page to return; 1, which is the first one, if it is absent.
         * @example 1
         */
        HistoryPageNumber: number;
        /**
         * How many operations a page holds at most; 10 if it is absent. The largest value that the service accepts is undocumented. Another publication of the vendor gives 100 for its listings.
         * @example 10
         */
        HistoryPageSize: number;
    };
    requestBodies: never;
    headers: {
        /**
         * How long to wait before the next attempt, in **milliseconds**. Sent with throttling responses only.
         * @example 1000
         */
        RetryAfterMilliseconds: number;
    };
    pathItems: never;
}
/** The operations of the contract by operationId: parameters, and responses by status. */
export interface operations {
    DescribeBackups: {
        parameters: {
            query?: {
                /**
                 * Region whose instances are listed, e.g. `cn-hangzhou`. It does not choose the server: the host name of the endpoint does.
                 * @example cn-hangzhou
                 */
                RegionId?: components["parameters"]["RegionId"];
                /**
                 * Only this StarRocks instance, or only what belongs to it. The source pages mask the ids, so no pattern can be read from them.
                 * @example c-b25e21e24388****
                 */
                InstanceId?: components["parameters"]["InstanceId"];
                /**
                 * Only the backup task of this id.
                 * @example bt-2389hsdui12m
                 */
                BackupTaskId?: components["parameters"]["BackupTaskId"];
                /**
                 * Only backups in one of these states. Several are sent as one value, separated by commas: the source page calls the parameter a list and types it string, without saying how the list is written. No source page lists the states; `StarRocksBackupStatus` lists those that have been seen.
                 * @example COMPLETED
                 */
                Statuses?: components["parameters"]["Statuses"];
                /**
                 * Beginning of the period that is searched, in epoch **seconds** (UTC), although the backups themselves are dated in milliseconds. Whether it is compared with the beginning or the end of a backup is not documented. A 64-bit integer; real instants stay far below 2^53-1.
                 * @example 1747708000
                 */
                TimePeriodStartTime?: components["parameters"]["TimePeriodStartTime"];
                /**
                 * End of the period that is searched, in epoch **seconds** (UTC). Whether the instant itself belongs to the period is not documented. A 64-bit integer; real instants stay far below 2^53-1.
                 * @example 1747728000
                 */
                TimePeriodEndTime?: components["parameters"]["TimePeriodEndTime"];
                /**
                 * Number of the page to return. Pages are taken to be counted from 1, as in the source pages' examples; neither a minimum nor a default is documented.
                 * @example 1
                 */
                PageNumber?: components["parameters"]["PageNumber"];
                /**
                 * How many records a page holds at most. Neither a default nor a maximum is documented. Another publication of the vendor gives 10 and 100 for its listings.
                 * @example 10
                 */
                PageSize?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of backups, or a failure that carries its own code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": StarRocksBackupList | StarRocksFailure;
                };
            };
            400: components["responses"]["StarRocksBadRequest"];
            401: components["responses"]["StarRocksUnauthorized"];
            403: components["responses"]["StarRocksForbidden"];
            404: components["responses"]["StarRocksNotFound"];
            429: components["responses"]["StarRocksTooManyRequests"];
            500: components["responses"]["StarRocksInternalError"];
            503: components["responses"]["StarRocksServiceUnavailable"];
        };
    };
    DescribeBackupPolicies: {
        parameters: {
            query?: {
                /**
                 * Only this StarRocks instance, or only what belongs to it. The source pages mask the ids, so no pattern can be read from them.
                 * @example c-b25e21e24388****
                 */
                InstanceId?: components["parameters"]["InstanceId"];
                /**
                 * Only the backup policy of this id.
                 * @example bk-policy-26ec5bc0ea67b5ef
                 */
                PolicyId?: components["parameters"]["PolicyId"];
                /**
                 * Region whose instances are listed, e.g. `cn-hangzhou`. It does not choose the server: the host name of the endpoint does.
                 * @example cn-hangzhou
                 */
                RegionId?: components["parameters"]["RegionId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Backup policies, or a failure that carries its own code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": StarRocksBackupPolicyList | StarRocksFailure;
                };
            };
            400: components["responses"]["StarRocksBadRequest"];
            401: components["responses"]["StarRocksUnauthorized"];
            403: components["responses"]["StarRocksForbidden"];
            404: components["responses"]["StarRocksNotFound"];
            429: components["responses"]["StarRocksTooManyRequests"];
            500: components["responses"]["StarRocksInternalError"];
            503: components["responses"]["StarRocksServiceUnavailable"];
        };
    };
    DescribeInstances: {
        parameters: {
            query?: {
                /**
                 * Region whose instances are listed, e.g. `cn-hangzhou`. It does not choose the server: the host name of the endpoint does.
                 * @example cn-hangzhou
                 */
                RegionId?: components["parameters"]["RegionId"];
                /**
                 * Only this StarRocks instance, or only what belongs to it. The source pages mask the ids, so no pattern can be read from them.
                 * @example c-b25e21e24388****
                 */
                InstanceId?: components["parameters"]["InstanceId"];
                /**
                 * Only instances with this name. That a part of the name is enough is from another publication of the vendor.
                 * @example starrocks_1
                 */
                InstanceName?: components["parameters"]["InstanceName"];
                /**
                 * Only instances in one of these states. Several are sent as one value, separated by commas. The source page lists 22 of the states that `StarRocksInstanceStatus` has.
                 * @example running,creating
                 */
                InstanceStatus?: components["parameters"]["InstanceStatus"];
                /**
                 * Only the instances of this resource group.
                 * @example rg-acfmygmtrcenXXX
                 */
                ResourceGroupId?: components["parameters"]["ResourceGroupId"];
                /**
                 * Only instances that have these tags: a list of keys and values, sent as one value, which is its JSON text. The source page types the parameter as a list of objects.
                 * @example [{"Key":"k1","Value":"v1"}]
                 */
                Tag?: components["parameters"]["Tag"];
                /**
                 * Number of the page to return. Pages are taken to be counted from 1, as in the source pages' examples; neither a minimum nor a default is documented.
                 * @example 1
                 */
                PageNumber?: components["parameters"]["PageNumber"];
                /**
                 * How many records a page holds at most. Neither a default nor a maximum is documented. Another publication of the vendor gives 10 and 100 for its listings.
                 * @example 10
                 */
                PageSize?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of instances, or a failure that carries its own code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": StarRocksInstanceList | StarRocksFailure;
                };
            };
            400: components["responses"]["StarRocksBadRequest"];
            401: components["responses"]["StarRocksUnauthorized"];
            403: components["responses"]["StarRocksForbidden"];
            404: components["responses"]["StarRocksNotFound"];
            429: components["responses"]["StarRocksTooManyRequests"];
            500: components["responses"]["StarRocksInternalError"];
            503: components["responses"]["StarRocksServiceUnavailable"];
        };
    };
    DescribeSystemTimezone: {
        parameters: {
            query: {
                /**
                 * The StarRocks instance. The source pages mask the ids, so no pattern can be read from them.
                 * @example c-b25e21e24388****
                 */
                InstanceId: components["parameters"]["RequiredInstanceId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The time zone, or a failure that carries its own code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": StarRocksSystemTimezone | StarRocksFailure;
                };
            };
            400: components["responses"]["StarRocksBadRequest"];
            401: components["responses"]["StarRocksUnauthorized"];
            403: components["responses"]["StarRocksForbidden"];
            404: components["responses"]["StarRocksNotFound"];
            429: components["responses"]["StarRocksTooManyRequests"];
            500: components["responses"]["StarRocksInternalError"];
            503: components["responses"]["StarRocksServiceUnavailable"];
        };
    };
    ListOperationHistory: {
        parameters: {
            query: {
                /**
                 * The StarRocks instance. The source pages mask the ids, so no pattern can be read from them.
                 * @example c-b25e21e24388****
                 */
                InstanceId: components["parameters"]["RequiredInstanceId"];
                /**
                 * Only the operation of this id, which begins with `op-`.
                 * @example op-f49743caa809****
                 */
                OperationId?: components["parameters"]["OperationId"];
                /**
                 * Only operations of this type, such as `backup` or `restore`. One type at a time.
                 * @example update_configuration
                 */
                OperationType?: components["parameters"]["OperationType"];
                /**
                 * Only operations in this state. One state at a time.
                 * @example COMPLETED
                 */
                OperationStatus?: components["parameters"]["OperationStatus"];
                /**
                 * Beginning of the period that is searched, in epoch **milliseconds** (UTC), by the source page's example; the filters of `DescribeBackups` count seconds. Whether it is compared with the beginning or the end of an operation is not documented. A 64-bit integer; real instants stay far below 2^53-1.
                 * @example 1742179008000
                 */
                StartTime?: components["parameters"]["StartTime"];
                /**
                 * End of the period that is searched, in epoch **milliseconds** (UTC), by the source page's example; the filters of `DescribeBackups` count seconds. Whether the instant itself belongs to the period is not documented. A 64-bit integer; real instants stay far below 2^53-1.
                 * @example 1742179008000
                 */
                EndTime?: components["parameters"]["EndTime"];
                /**
                 * Number of the page to return; 1, which is the first one, if it is absent.
                 * @example 1
                 */
                PageNumber?: components["parameters"]["HistoryPageNumber"];
                /**
                 * How many operations a page holds at most; 10 if it is absent. The largest value that the service accepts is undocumented. Another publication of the vendor gives 100 for its listings.
                 * @example 10
                 */
                PageSize?: components["parameters"]["HistoryPageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of operations, or a failure that carries its own code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": StarRocksOperationList | StarRocksFailure;
                };
            };
            400: components["responses"]["StarRocksBadRequest"];
            401: components["responses"]["StarRocksUnauthorized"];
            403: components["responses"]["StarRocksForbidden"];
            404: components["responses"]["StarRocksNotFound"];
            429: components["responses"]["StarRocksTooManyRequests"];
            500: components["responses"]["StarRocksInternalError"];
            503: components["responses"]["StarRocksServiceUnavailable"];
        };
    };
}
/**
 * State of a backup or of one of its steps. No source page lists the states. Three are those that its examples show, in three spellings; two are those of the history of operations. Others are to be expected.
 * @example RUNNING
 */
export type StarRocksBackupStatus = "COMPLETED" | "RUNNING" | "success" | "TERMINATED" | "HUMAN_PROCESSING" | (string & {});
/** One step of a backup, for one table. One example documents it, so no field is required. */
export interface StarRocksSubTask {
    /**
     * When the step began, in epoch **seconds** (UTC), unlike the times of the backup that it belongs to. In the documented example it lies two months after the end of that backup. A 64-bit integer; real instants stay far below 2^53-1.
     * @example 1747708190
     */
    StartTime?: number | bigint;
    /**
     * When the step ended, in epoch **seconds** (UTC). A 64-bit integer; real instants stay far below 2^53-1.
     * @example 1747718190
     */
    FinishedTime?: number | bigint;
    /**
     * Name of the snapshot that the step makes. The date in it is part of a name, not a time to read.
     * @example 2025-02-10_backup
     */
    SnapshotName?: string;
    /**
     * Database of the table. The field is spelt with a capital B.
     * @example test1
     */
    DataBase?: string;
    /**
     * Table that the step backs up.
     * @example cdc_ods_t2030_lcpf_api_topic_msg
     */
    Table?: string;
    /**
     * Size of the table's data in whole GiB, unlike the `Size` of the backup, which is a disk's. A 64-bit integer; tables stay far below 2^53-1.
     * @example 1
     */
    Size?: number | bigint;
    /** State of the step, in a vocabulary of its own, written in lower case. */
    Status?: StarRocksBackupStatus;
    /**
     * Called the id of the snapshot; the documented example holds an empty list, written as a string.
     * @example []
     */
    Detail?: string;
}
/**
 * How a backup is taken. The source page announces a list of values and prints none.
 * @example FullBackup
 */
export type StarRocksBackupType = "0" | "1" | "FullBackup" | (string & {});
/**
 * Where a cluster keeps its data. The page of `DescribeBackups` announces a list of values and prints none; that of `DescribeInstances` has it.
 * @example shared_nothing
 */
export type StarRocksRunMode = "shared_nothing" | "shared_data" | "lakehouse" | (string & {});
/**
 * Kind of machines that nodes run on. The source page announces a list of values and prints none.
 * @example standard
 */
export type StarRocksSpecType = "standard" | "localSSD" | "bigData" | "ramEnhanced" | "networkEnhanced" | (string & {});
/**
 * Role of a group's nodes. The source page announces a list of values and prints none.
 * @example FE
 */
export type StarRocksComponentType = "FE" | "BE" | "CN" | "OBSERVER" | "AGENT" | (string & {});
/**
 * Performance level of a cloud disk, rising. The source page announces a list of values and prints none.
 * @example pl1
 */
export type StarRocksStoragePerformanceLevel = "pl0" | "pl1" | "pl2" | "pl3" | (string & {});
/** A compute group: nodes of one role and one size. One example documents it, so no field is required. */
export interface StarRocksNodeGroup {
    /** Role of the nodes. */
    ComponentType?: StarRocksComponentType;
    /**
     * Compute units of the group. One unit is one CPU core with 4 GiB of memory, or with 8 GiB if `SpecType` is the memory-enhanced one.
     * @example 4
     */
    Cu?: number;
    /**
     * Size of the group's storage in GiB.
     * @example 200
     */
    StorageSize?: number;
    /** Performance level of the cloud disks. */
    StoragePerformanceLevel?: StarRocksStoragePerformanceLevel;
    /**
     * Number of disks, written as a string.
     * @example 2
     */
    DiskNumber?: string;
    /**
     * Number of nodes that are always there, written as a string.
     * @example 3
     */
    ResidentNodeNumber?: string;
    /** Kind of machines that the group runs on. */
    SpecType?: StarRocksSpecType;
    /**
     * Machine type with local disks; has a meaning only if `SpecType` is `localSSD` or `bigData`. Elsewhere it is the string `"null"`, not a null.
     * @example null
     */
    LocalStorageInstanceType?: string;
}
/** A tag of an instance. No two examples document it, so no field is required. */
export interface StarRocksTag {
    /**
     * Key of the tag.
     * @example bk-time
     */
    Key?: string;
    /**
     * Value of the tag, always a string, digits included.
     * @example 1747708000
     */
    Value?: string;
}
/** The instance as it was when it was backed up. One example documents it, so no field is required. */
export interface StarRocksInstanceSnapshot {
    /**
     * Name of the instance. The documented example holds an id here.
     * @example c-37708ec80b5****
     */
    InstanceName?: string;
    /**
     * Id of the virtual private cloud that the instance stands in.
     * @example vpc-2ze0cez8106f2n85c2d7i
     */
    VpcId?: string;
    /** Where the cluster keeps its data. */
    RunMode?: StarRocksRunMode;
    /** Kind of machines that the instance runs on. */
    SpecType?: StarRocksSpecType;
    /**
     * Id of the resource group that the instance is filed under.
     * @example rg-aekzd7frphchx3a
     */
    ResourceGroupId?: string;
    /**
     * StarRocks version of the cluster, as `major.minor`.
     * @example 3.3
     */
    Version?: string;
    /**
     * The complete version, the vendor's own build numbers included.
     * @example 3.3.13-1.0-1.7.2
     */
    MinorVersion?: string;
    /** The compute groups of the instance. */
    NodeGroups?: StarRocksNodeGroup[];
    /**
     * Region of the instance. In the documented example it differs from that of the backup.
     * @example cn-beijing
     */
    RegionId?: string;
    /** The tags of the instance. */
    Tags?: StarRocksTag[];
}
/** One backup task of a StarRocks instance. */
export interface StarRocksBackup {
    /**
     * Region of the backup. In the documented example it differs from the region of the instance's own snapshot.
     * @example cn-hangzhou
     */
    RegionId?: string;
    /**
     * Id of the instance that was backed up. Masked on the source page; no pattern can be read from it.
     * @example c-d4be777ff5e8cXXX
     */
    InstanceId: string;
    /**
     * Size of the instance's cloud disk in GiB. It is not the size of the backup, for which there is no field. A 64-bit integer; disks stay far below 2^53-1.
     * @example 100
     */
    Size?: number | bigint;
    /** State of the backup task. It does not follow from the times below, nor they from it. */
    Status: StarRocksBackupStatus;
    /**
     * Free text that describes the task.
     * @example Task description
     */
    Description?: string;
    /** The steps of the backup. */
    SubTasks?: StarRocksSubTask[];
    /**
     * When the backup began, in epoch **milliseconds** (UTC). A 64-bit integer; real instants stay far below 2^53-1.
     * @example 1742179018000
     */
    BackupStartTime?: number | bigint;
    /**
     * When the backup ended, in epoch **milliseconds** (UTC). The documented example gives one although the task is still `RUNNING`. A 64-bit integer; real instants stay far below 2^53-1.
     * @example 1742179028000
     */
    BackupFinishedTime?: number | bigint;
    /**
     * When the backed-up data expires, in epoch **milliseconds** (UTC). A 64-bit integer; real instants stay far below 2^53-1.
     * @example 1742189008000
     */
    ExpireTime?: number | bigint;
    /**
     * Id of the backup task.
     * @example bt-12sui21312dd
     */
    BackupTaskId: string;
    /** How the backup is taken. */
    BackupType?: StarRocksBackupType;
    /** What the instance looked like when it was backed up. */
    InstanceSnapshot?: StarRocksInstanceSnapshot;
}
/** One page of backups in the service's envelope. Only one response is documented, so no more is required of the envelope than what distinguishes and traces a response. `Success: false` means a failure unless `ErrCode` is `Success`, as it is in the documented example; a real failure is a `StarRocksFailure`. */
export interface StarRocksBackupList {
    /**
     * The HTTP status, repeated in the body.
     * @example 200
     */
    HttpStatusCode?: number;
    /**
     * Id of this request, to quote to the vendor's support.
     * @example 32A44F0D-BFF6-5664-999A-218BBDE7****
     */
    RequestId: string;
    /**
     * Whether the call succeeded. The documented example says `false` although the data is complete, so it cannot be read without `ErrCode`.
     * @example false
     */
    Success: boolean;
    /**
     * The service's error code; `Success` if there was no error.
     * @example Success
     */
    ErrCode?: string;
    /**
     * What went wrong, in words. The documented example fills it although it also returns data, and ends it in a line break.
     * @example Invalid params: [instance not exists].
     */
    ErrMessage?: string;
    /** The backups of this page. */
    Data?: StarRocksBackup[];
    /**
     * How many backups match the filters, over all pages. That it is not the count of this page is inferred.
     * @example 1
     */
    Total?: number;
}
/** A failed call inside a response of status 200. It differs from a success by `Success: false` together with an `ErrCode` other than `Success`; without that exception the documented example would itself be a failure. */
export interface StarRocksFailure {
    /**
     * Why access was denied: JSON, written as a string. Two calls lack the field: `DescribeBackups` and `DescribeInstances`.
     * @example {"NoPermissionType":"ImplicitDeny"}
     */
    AccessDeniedDetail?: string;
    /**
     * The HTTP status, repeated in the body; it says 200 for a failure, too.
     * @example 200
     */
    HttpStatusCode?: number;
    /**
     * Id of this request, to quote to the vendor's support.
     * @example 32A44F0D-BFF6-5664-999A-218BBDE74XXX
     */
    RequestId: string;
    /**
     * Always false.
     * @example false
     */
    Success: false;
    /**
     * The service's error code.
     * @example InvalidParams
     */
    ErrCode: string;
    /**
     * What went wrong, in words.
     * @example Invalid params: [instance not exists].
     */
    ErrMessage?: string;
}
/** The vendor's error code. These are the codes of the list that the source page refers to that concern a read, out of far more. Several come with more than one status, so the code says more than the status. */
export type StarRocksErrorCode = "InvalidParameter" | "MissingParameter" | "Throttling" | "Throttling.User" | "Throttling.Api" | "SystemBusy" | "OperationBusy" | "SignatureDoesNotMatch" | "IncompleteSignature" | "SignatureNonceUsed" | "InvalidTimeStamp.Expired" | "InvalidTimeStamp.Format" | "InvalidAccessKeyId.NotFound" | "InvalidAccessKeyId.Inactive" | "Forbidden.AccessKeyDisabled" | "InvalidSecurityToken.Expired" | "InvalidSecurityToken.Malformed" | "InvalidSecurityToken.MismatchWithAccessKey" | "MissingSecurityToken" | "Forbidden.RAM" | "NoPermission" | "InvalidApi.NotFound" | "InvalidProduct.NotFound" | "InternalError" | "ServiceUnavailable" | (string & {});
/** An error of the gateway or of the service, with an HTTP status of its own. Unlike a failure inside a 200, it has capitalised `Code` and `Message`. */
export interface StarRocksErrorBody {
    /**
     * Id of this request, to quote to the vendor's support.
     * @example 0DCC6ABD-2296-503E-A5FF-89D50809DCA0
     */
    RequestId?: string;
    /**
     * Host name of the endpoint that was called.
     * @example starrocks.cn-hangzhou.aliyuncs.com
     */
    HostId?: string;
    /**
     * The vendor's error code, one of the listed ones or another.
     * @example Throttling.User
     */
    Code: StarRocksErrorCode | string;
    /**
     * What went wrong, in words.
     * @example Request was denied due to user flow control.
     */
    Message: string;
    /**
     * Address of a page of the vendor's that helps with this error.
     * @example https://api.aliyun.com/troubleshoot?q=Throttling.User&product=starrocks
     */
    Recommend?: string;
}
/** When an instance is backed up by itself, and for how long its backups are kept. There is no field for a policy that is switched off; that a listed policy is active is inferred, and that an instance without one has no automatic backups. No more is required than what identifies a policy and its instance. */
export interface StarRocksBackupPolicy {
    /**
     * Number of days for which a backup is kept. Neither bounds nor a value for ever are documented. Older backups may be missing from `DescribeBackups`.
     * @example 7
     */
    ExpireDays?: number;
    /**
     * Hour of the day at which a backup begins, written as a string. Its zone is not documented; that it is the one that `DescribeSystemTimezone` returns for the instance is inferred.
     * @example 2
     */
    Hour?: string;
    /**
     * Id of the instance that is backed up. Masked on the source page; no pattern can be read from it.
     * @example c-96f3bc7f04b2****
     */
    InstanceId: string;
    /**
     * Minute of the hour at which a backup begins, written as a string.
     * @example 30
     */
    Minute?: string;
    /**
     * Id of the policy. The source pages show ids of several shapes, so no pattern can be read from them.
     * @example 1
     */
    PolicyId: string;
    /** The days on which a backup begins: of the week for a weekly policy, of the month for a monthly one. The response does not say which kind a policy is of. Inferred: null or empty is daily, any number above 7 is monthly, a 0 is weekly, and 1 to 7 alone can be either. Which day of the week is 1 is not documented; Monday is inferred. */
    RecurrenceValues?: number[] | null;
    /**
     * Number of seconds that a backup of this policy may take. What becomes of one that takes longer is not documented.
     * @example 3600
     */
    TimeoutSeconds?: number;
}
/** Backup policies in the service's envelope. No complete response is documented, so no more is required of the envelope than what distinguishes and traces a response. A failed call is a `StarRocksFailure`. */
export interface StarRocksBackupPolicyList {
    /**
     * Why access was denied: JSON, written as a string. Only responses to calls that were denied are expected to have it.
     * @example {     "PolicyType": "AccountLevelIdentityBasedPolicy",     "AuthPrincipalOwnerId": "xxx",     "EncodedDiagnosticMessage": "xxx",     "AuthPrincipalType": "xxx",     "AuthPrincipalDisplayName": "xxx",     "NoPermissionType": "ImplicitDeny",     "AuthAction": "sr:xxx"   }
     */
    AccessDeniedDetail?: string;
    /** The policies. The source page calls them information about the instance. */
    Data?: StarRocksBackupPolicy[];
    /**
     * The service's error code.
     * @example InvalidParams
     */
    ErrCode?: string;
    /**
     * What went wrong, in words.
     * @example Invalid params: [Region id should be select from set [cn-beijing, cn-hangzhou]]
     */
    ErrMessage?: string;
    /**
     * The HTTP status, repeated in the body.
     * @example 200
     */
    HttpStatusCode?: number;
    /**
     * Id of this request, to quote to the vendor's support.
     * @example 32A44F0D-BFF6-5664-999A-218BBDE7****
     */
    RequestId: string;
    /**
     * Whether the call succeeded.
     * @example false
     */
    Success: boolean;
    /**
     * Number of policies. The source page calls it a number of instances; that it counts what `Data` holds is inferred. If it is larger than what `Data` holds, the list was cut.
     * @example 100
     */
    Total?: number;
}
/**
 * What an instance runs on.
 * @example onECS
 */
export type StarRocksArchitecture = "onEci" | "onECS" | "onBareMetal" | (string & {});
/**
 * State of an instance. The vendor gives the values without their meaning, which is read from their names here. Others are to be expected.
 * @example running
 */
export type StarRocksInstanceStatus = "not_init" | "unpaid" | "paid" | "creating" | "creating_failed" | "created" | "running" | "updating" | "agent_creating" | "agent_scaling_up" | "modifying_config" | "scaling_out" | "restarting" | "scaling_in" | "scaling_up" | "scaling_down" | "upgrading" | "enable_public_network" | "disable_public_network" | "convert_from_trial_to_official" | "migration_cluster_to_serverless" | "modifying_timezone" | "switch_az" | "enabling" | "disable" | "actively_disabled" | "deleting" | "deleting_failed" | "deleted_with_error" | "deleted" | "gateway_updating" | (string & {});
/**
 * Hours of the day in which the vendor may maintain an instance. Their zone is not documented.
 * @example 00:00-06:00
 */
export type StarRocksMaintenanceWindow = "00:00-06:00" | "06:00-07:00" | "07:00-08:00" | "08:00-09:00" | "09:00-10:00" | "10:00-11:00" | "11:00-12:00" | "12:00-13:00" | "13:00-14:00" | "14:00-15:00" | "15:00-16:00" | "16:00-17:00" | "17:00-18:00" | "18:00-19:00" | "19:00-20:00" | "20:00-21:00" | "21:00-22:00" | "22:00-23:00" | "23:00-24:00" | (string & {});
/**
 * Edition of an instance.
 * @example official
 */
export type StarRocksPackageType = "trial" | "official" | (string & {});
/**
 * How an instance is paid for.
 * @example postPaid
 */
export type StarRocksPayType = "prePaid" | "postPaid" | (string & {});
/** A switch of the virtual private cloud that an instance is attached to. */
export interface StarRocksVSwitch {
    /**
     * Whether it is the primary switch.
     * @example true
     */
    Primary?: boolean;
    /**
     * Id of the switch.
     * @example vsw-bp1p0mldwx5av55v0xXXX
     */
    VswId?: string;
    /**
     * Id of the availability zone that the switch stands in; no time zone.
     * @example cn-hangzhou-i
     */
    ZoneId?: string;
}
/** A StarRocks instance as it is now. It says nothing of backups: its policy is in `DescribeBackupPolicies`, its time zone in `DescribeSystemTimezone`. No more is required than its id. */
export interface StarRocksInstance {
    /**
     * Id of the access control list of the network.
     * @example acl-bp1xc6b9vs013jjtp****
     */
    AclId?: string;
    /**
     * Described nowhere; by its name the id of the instance behind the AI functions.
     * @example c-96f3bc7f04b2****
     */
    AiFunctionInstanceId?: string;
    /** What the instance runs on. */
    Architecture?: StarRocksArchitecture;
    /**
     * When the instance was created, in epoch **milliseconds** (UTC), by the source page's example. A 64-bit integer; real instants stay far below 2^53-1.
     * @example 1733292921000
     */
    BeginTime?: number | bigint;
    /**
     * Described nowhere; by its name whether AI functions are switched on.
     * @example false
     */
    EnableAiFunction?: boolean;
    /**
     * Whether minor versions are upgraded automatically.
     * @example true
     */
    EnableAutoMinorVersionUpgrade?: boolean;
    /**
     * Described nowhere; by its name whether the instance stands in several availability zones.
     * @example false
     */
    EnableMultiAz?: boolean;
    /**
     * Whether connections can be encrypted.
     * @example true
     */
    EnableSSL?: boolean;
    /**
     * Whether the plugin that records statements is switched on.
     * @example true
     */
    EnabledAuditLoader?: boolean;
    /**
     * Whether the data is encrypted.
     * @example true
     */
    Encrypted?: boolean;
    /**
     * When the instance expires, in epoch **milliseconds** (UTC), by the source page's example, which lies in 2124. A 64-bit integer; real instants stay far below 2^53-1.
     * @example 4889001600000
     */
    ExpireTime?: number | bigint;
    /**
     * Id of the instance. Masked on the source page; no pattern can be read from it.
     * @example c-d4be777ff5e8cXXX
     */
    InstanceId: string;
    /**
     * Name of the instance.
     * @example sr_test_1
     */
    InstanceName?: string;
    /** State that the instance is in. */
    InstanceStatus?: StarRocksInstanceStatus;
    /**
     * Whether reads and writes are split, so that the leading front end takes writes and the others reads.
     * @example true
     */
    IsolateLeader?: boolean;
    /**
     * Id of the key that encrypts the data.
     * @example rewqfds****
     */
    KmsKeyId?: string;
    /** Hours in which the vendor may maintain the instance. */
    MaintainablePeriod?: StarRocksMaintenanceWindow;
    /**
     * The complete version, the vendor's own build numbers included.
     * @example 3.2.11-1.79-1.6.5
     */
    MinorVersion?: string;
    /**
     * Kind of the monitoring. The source page shows `cms` and no list of values.
     * @example cms
     */
    MonitorType?: string;
    /**
     * Address of the instance's object storage.
     * @example oss://sr-c-****
     */
    OssLocation?: string;
    /** Edition of the instance. */
    PackageType?: StarRocksPackageType;
    /** How the instance is paid for. */
    PayType?: StarRocksPayType;
    /**
     * Region of the instance.
     * @example cn-hangzhou
     */
    RegionId?: string;
    /**
     * Id of the resource group that the instance is filed under.
     * @example rg-acfmytyuofb****
     */
    ResourceGroupId?: string;
    /** Where the cluster keeps its data. */
    RunMode?: StarRocksRunMode;
    /**
     * How long the instance has been running, in seconds. A 64-bit integer; real durations stay far below 2^53-1.
     * @example 3645445
     */
    RunningTime?: number | bigint;
    /**
     * Whether the vendor manages the security group.
     * @example true
     */
    SecurityGroupManaged?: boolean;
    /**
     * Id of the security group.
     * @example sg-8vbaz2etr66a62b9****
     */
    SgId?: string;
    /** The tags of the instance. */
    Tags?: StarRocksTag[];
    /** The switches that the instance is attached to. */
    VSwitches?: StarRocksVSwitch[];
    /**
     * StarRocks version of the cluster, as `major.minor`.
     * @example 3.2
     */
    Version?: string;
    /**
     * Id of the virtual private cloud that the instance stands in.
     * @example vpc-bp1rbvag1cafkj4prwXXX
     */
    VpcId?: string;
}
/** One page of instances in the service's envelope. No complete response is documented, so no more is required of the envelope than what distinguishes and traces a response. A failed call is a `StarRocksFailure`. */
export interface StarRocksInstanceList {
    /** The instances of this page. Empty if the filters name an instance that does not exist. */
    Data?: StarRocksInstance[];
    /**
     * The service's error code.
     * @example InvalidParams
     */
    ErrCode?: string;
    /**
     * What went wrong, in words.
     * @example Invalid params: [instance not exists].
     */
    ErrMessage?: string;
    /**
     * The HTTP status, repeated in the body.
     * @example 200
     */
    HttpStatusCode?: number;
    /**
     * Id of this request, to quote to the vendor's support.
     * @example 32A44F0D-BFF6-5664-999A-218BBDE74XXX
     */
    RequestId: string;
    /**
     * Whether the call succeeded.
     * @example false
     */
    Success: boolean;
    /**
     * How many instances match the filters, over all pages. That it is not the count of this page is inferred.
     * @example 3
     */
    Total?: number;
}
/** The time zone of an instance in the service's envelope. No complete response is documented, so no more is required of the envelope than what distinguishes and traces a response. A failed call is a `StarRocksFailure`. */
export interface StarRocksSystemTimezone {
    /**
     * Why access was denied: JSON, written as a string. Only responses to calls that were denied are expected to have it.
     * @example {     "PolicyType": "AccountLevelIdentityBasedPolicy",     "AuthPrincipalOwnerId": "xxx",     "EncodedDiagnosticMessage": "xxx",     "AuthPrincipalType": "xxx",     "AuthPrincipalDisplayName": "xxx",     "NoPermissionType": "ImplicitDeny",     "AuthAction": "sr:xxx"   }
     */
    AccessDeniedDetail?: string;
    /**
     * The system time zone of the instance, as a name of the time zone database. That the source page's example is such a name, and that the times of backup policies are in this zone, is inferred.
     * @example Asia/Shanghai
     */
    Data?: string;
    /**
     * The service's error code.
     * @example InvalidParams
     */
    ErrCode?: string;
    /**
     * What went wrong, in words.
     * @example Invalid params: [instance not exists].
     */
    ErrMessage?: string;
    /**
     * The HTTP status, repeated in the body.
     * @example 200
     */
    HttpStatusCode?: number;
    /**
     * Id of this request, to quote to the vendor's support.
     * @example 32A44F0D-BFF6-5664-999A-218BBDE74XXX
     */
    RequestId: string;
    /**
     * Whether the call succeeded.
     * @example false
     */
    Success: boolean;
    /**
     * Called a number of instances. What it counts for a single zone is not documented.
     * @example 100
     */
    Total?: number;
}
/**
 * What an operation does. The vendor gives the values without their meaning, which is read from their names here. Others are to be expected.
 * @example upgrade_version
 */
export type StarRocksOperationType = "trial_to_official" | "upgrade_version" | "update_configuration" | "update_public_network_status" | "create_cluster" | "delete_cluster" | "disable_cluster" | "enable_cluster" | "restart_cluster" | "migrate_cluster" | "renew_cluster" | "modify_charge_type" | "UPGRADE" | "DOWNGRADE" | "create_node_group" | "delete_node_group" | "disable_node_group" | "enable_node_group" | "sre_operation" | "resource_change" | "disable_postpaid_resource" | "enable_postpaid_resource" | "restart_node_group" | "enable_ha_cluster" | "restart_node" | "backup" | "delete_backup" | "cancel_backup_task" | "modify_timezone" | "restore" | "switch_az" | "rollback_upgrade_version" | "scale_out_fe" | "scale_in_fe" | "upgrade_fe_cu" | "downgrade_fe_cu" | "increase_fe_disk_size" | "decrease_fe_disk_size" | "increase_fe_disk_number" | "decrease_fe_disk_number" | "upgrade_fe_disk_performance_level" | "downgrade_fe_disk_performance_level" | "create_agent" | "upgrade_agent_cu" | "scale_out_be" | "scale_in_be" | "upgrade_be_cu" | "downgrade_be_cu" | "increase_be_disk_size" | "decrease_be_disk_size" | "increase_be_disk_number" | "decrease_be_disk_number" | "upgrade_be_disk_performance_level" | "downgrade_be_disk_performance_level" | "upgrade_be_spec_type" | "downgrade_be_spec_type" | "scale_out_cn" | "scale_in_cn" | "upgrade_cn_cu" | "downgrade_cn_cu" | "increase_cn_disk_size" | "decrease_cn_disk_size" | "increase_cn_disk_number" | "decrease_cn_disk_number" | "upgrade_cn_disk_performance" | "downgrade_cn_disk_performance" | "upgrade_cn_spec_type" | "downgrade_cn_spec_type" | "elastic_scale_out_cn" | "elastic_scale_in_cn" | (string & {});
/**
 * State of an operation. The source page has no state of one that still runs; others are to be expected.
 * @example COMPLETED
 */
export type StarRocksOperationStatus = "COMPLETED" | "TERMINATED" | "HUMAN_PROCESSING" | (string & {});
/** An operation on a StarRocks instance. Those of the type `restore` are all that the service reports of restorations. No more is required than what identifies an operation and its kind. */
export interface StarRocksOperation {
    /**
     * What was changed, as it is after the operation.
     * @example FE enable = true
     */
    AfterValue?: string;
    /**
     * What was changed, as it was before the operation.
     * @example FE enable = false
     */
    BeforeValue?: string;
    /**
     * When the operation began, in epoch **milliseconds** (UTC), by the source page's example. A 64-bit integer; real instants stay far below 2^53-1.
     * @example 1742179008000
     */
    GmtCreate?: number | bigint;
    /**
     * When the operation ended, in epoch **milliseconds** (UTC), by the source page's example. A 64-bit integer; real instants stay far below 2^53-1.
     * @example 1742179008000
     */
    GmtEnd?: number | bigint;
    /**
     * Id of the instance. Whether a restoration stands under the instance that was backed up or under the one that it created is not documented.
     * @example c-cd7a3a6f2186d5c9
     */
    InstanceId: string;
    /**
     * What there is to say of the operation, in Chinese in the source page's example, which reports a failure next to the state `COMPLETED`.
     * @example 库存不足，操作失败，已退款
     */
    OperationDetail?: string;
    /**
     * Id of the operation.
     * @example op-f49743caa809****
     */
    OperationId: string;
    /** State that the operation is in. */
    OperationStatus: StarRocksOperationStatus;
    /** What the operation does. */
    OperationType: StarRocksOperationType;
    /**
     * How far the operation has come. That it is a percentage from 0 to 100 is inferred from the example.
     * @example 100
     */
    Progress?: number;
}
/** One page of operations in the service's envelope. No complete response is documented, so no more is required of the envelope than what distinguishes and traces a response. A failed call is a `StarRocksFailure`. */
export interface StarRocksOperationList {
    /**
     * Why access was denied: JSON, written as a string. Only responses to calls that were denied are expected to have it.
     * @example {     "PolicyType": "AccountLevelIdentityBasedPolicy",     "AuthPrincipalOwnerId": "xxx",     "EncodedDiagnosticMessage": "xxx",     "AuthPrincipalType": "xxx",     "AuthPrincipalDisplayName": "xxx",     "NoPermissionType": "ImplicitDeny",     "AuthAction": "sr:xxx"   }
     */
    AccessDeniedDetail?: string;
    /** The operations of this page. */
    Data?: StarRocksOperation[];
    /**
     * The service's error code.
     * @example InvalidParams
     */
    ErrCode?: string;
    /**
     * What went wrong, in words.
     * @example Invalid params: [instance not exists].
     */
    ErrMessage?: string;
    /**
     * The HTTP status, repeated in the body.
     * @example 200
     */
    HttpStatusCode?: number;
    /**
     * Id of this request, to quote to the vendor's support.
     * @example 32A44F0D-BFF6-5664-999A-218BBDE7****
     */
    RequestId: string;
    /**
     * Whether the call succeeded.
     * @example false
     */
    Success: boolean;
    /**
     * How many operations match the filters, over all pages. That it is not the count of this page is inferred.
     * @example 832
     */
    Total?: number;
}
