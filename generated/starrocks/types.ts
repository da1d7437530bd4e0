// Generated from the contract by `npm run generate`. Do not edit.
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
         * @description Lists backups, page by page, filtered by region, instance, task, state and time. A plain read that changes nothing and may be repeated, although it is a POST and although the document introduces it with a restart of the instance.
         *
         *     All eight parameters are optional and go in the query string. There is no body, and so no content type.
         *
         *     An answer of status 200 is a failure where `Success` is false, unless `ErrCode` is `Success`.
         */
        post: operations["DescribeBackups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description State of a backup or of one of its steps. No document enumerates the states; these are the three that its examples show, in three spellings, so others are to be expected.
         * @enum {string}
         */
        StarRocksBackupStatus: "COMPLETED" | "RUNNING" | "success" | (string & {});
        /** @description One step of a backup, for one table. One example documents it, so no field is required. */
        StarRocksSubTask: {
            /**
             * Format: int64
             * @description When the step began, in epoch **seconds** (UTC), unlike the times of the backup that it belongs to. In the documented example it lies two months after the end of that backup. A 64-bit integer; real instants stay far below 2^53-1.
             */
            StartTime?: number | bigint;
            /**
             * Format: int64
             * @description When the step ended, in epoch **seconds** (UTC). A 64-bit integer; real instants stay far below 2^53-1.
             */
            FinishedTime?: number | bigint;
            /** @description Name of the snapshot that the step makes. The date in it is part of a name, not a time to read. */
            SnapshotName?: string;
            /** @description Database of the table. The field is spelt with a capital B. */
            DataBase?: string;
            /** @description Table that the step backs up. */
            Table?: string;
            /**
             * Format: int64
             * @description Size of the table's data in whole GiB, unlike the `Size` of the backup, which is a disk's. A 64-bit integer; tables stay far below 2^53-1.
             */
            Size?: number | bigint;
            /** @description State of the step, in a vocabulary of its own, written in lower case. */
            Status?: components["schemas"]["StarRocksBackupStatus"];
            /** @description Called the id of the snapshot; the documented example holds an empty list, written as a string. */
            Detail?: string;
        };
        /**
         * @description How a backup is taken. The document announces a list of values and prints none.
         * @enum {string}
         */
        StarRocksBackupType: "0" | "1" | "FullBackup" | (string & {});
        /**
         * @description Where a cluster keeps its data. The document announces a list of values and prints none.
         * @enum {string}
         */
        StarRocksRunMode: "shared_nothing" | "shared_data" | "lakehouse" | (string & {});
        /**
         * @description Kind of machines that nodes run on. The document announces a list of values and prints none.
         * @enum {string}
         */
        StarRocksSpecType: "standard" | "localSSD" | "bigData" | "ramEnhanced" | "networkEnhanced" | (string & {});
        /**
         * @description Role of a group's nodes. The document announces a list of values and prints none.
         * @enum {string}
         */
        StarRocksComponentType: "FE" | "BE" | "CN" | "OBSERVER" | "AGENT" | (string & {});
        /**
         * @description Performance level of a cloud disk, rising. The document announces a list of values and prints none.
         * @enum {string}
         */
        StarRocksStoragePerformanceLevel: "pl0" | "pl1" | "pl2" | "pl3" | (string & {});
        /** @description A compute group: nodes of one role and one size. One example documents it, so no field is required. */
        StarRocksNodeGroup: {
            /** @description Role of the nodes. */
            ComponentType?: components["schemas"]["StarRocksComponentType"];
            /**
             * Format: int32
             * @description Compute units of the group. One unit is one CPU core with 4 GiB of memory, or with 8 GiB where `SpecType` is the memory-enhanced one.
             */
            Cu?: number;
            /**
             * Format: int32
             * @description Size of the group's storage in GiB.
             */
            StorageSize?: number;
            /** @description Performance level of the cloud disks. */
            StoragePerformanceLevel?: components["schemas"]["StarRocksStoragePerformanceLevel"];
            /** @description Number of disks, written as a string. */
            DiskNumber?: string;
            /** @description Number of nodes that are always there, written as a string. */
            ResidentNodeNumber?: string;
            /** @description Kind of machines that the group runs on. */
            SpecType?: components["schemas"]["StarRocksSpecType"];
            /** @description Machine type with local disks; has a meaning only where `SpecType` is `localSSD` or `bigData`. Elsewhere it is the string `"null"`, not a null. */
            LocalStorageInstanceType?: string;
        };
        /** @description A tag of the instance. One example documents it, so no field is required. */
        StarRocksTag: {
            /** @description Key of the tag. */
            Key?: string;
            /** @description Value of the tag, always a string, digits included. */
            Value?: string;
        };
        /** @description The instance as it was when it was backed up, and as a restored one would be set up. One example documents it, so no field is required. */
        StarRocksInstanceSnapshot: {
            /** @description Name of the instance. The documented example holds an id here. */
            InstanceName?: string;
            /** @description Id of the virtual private cloud that the instance stands in. */
            VpcId?: string;
            /** @description Where the cluster keeps its data. */
            RunMode?: components["schemas"]["StarRocksRunMode"];
            /** @description Kind of machines that the instance runs on. */
            SpecType?: components["schemas"]["StarRocksSpecType"];
            /** @description Id of the resource group that the instance is filed under. */
            ResourceGroupId?: string;
            /** @description StarRocks version of the cluster, as `major.minor`. */
            Version?: string;
            /** @description The complete version, the vendor's own build numbers included. */
            MinorVersion?: string;
            /** @description The compute groups of the instance. */
            NodeGroups?: components["schemas"]["StarRocksNodeGroup"][];
            /** @description Region of the instance. In the documented example it differs from that of the backup. */
            RegionId?: string;
            /** @description The tags of the instance. */
            Tags?: components["schemas"]["StarRocksTag"][];
        };
        /** @description One backup task of a StarRocks instance. */
        StarRocksBackup: {
            /** @description Region of the backup. In the documented example it differs from the region of the instance's own snapshot. */
            RegionId?: string;
            /** @description Id of the instance that was backed up. Masked in the document; no pattern can be read from it. */
            InstanceId: string;
            /**
             * Format: int64
             * @description Size of the instance's cloud disk in GiB. It is not the size of the backup, for which there is no field. A 64-bit integer; disks stay far below 2^53-1.
             */
            Size?: number | bigint;
            /** @description State of the backup task. It does not follow from the times below, nor they from it. */
            Status: components["schemas"]["StarRocksBackupStatus"];
            /** @description Free text that describes the task. */
            Description?: string;
            /** @description The steps of the backup, one per table. */
            SubTasks?: components["schemas"]["StarRocksSubTask"][];
            /**
             * Format: int64
             * @description When the backup began, in epoch **milliseconds** (UTC). A 64-bit integer; real instants stay far below 2^53-1.
             */
            BackupStartTime?: number | bigint;
            /**
             * Format: int64
             * @description When the backup ended, in epoch **milliseconds** (UTC). The documented example gives one although the task is still `RUNNING`. A 64-bit integer; real instants stay far below 2^53-1.
             */
            BackupFinishedTime?: number | bigint;
            /**
             * Format: int64
             * @description When the backed-up data expires, in epoch **milliseconds** (UTC). A 64-bit integer; real instants stay far below 2^53-1.
             */
            ExpireTime?: number | bigint;
            /** @description Id of the backup task. */
            BackupTaskId: string;
            /** @description How the backup is taken. */
            BackupType?: components["schemas"]["StarRocksBackupType"];
            /** @description What the instance looked like when it was backed up. */
            InstanceSnapshot?: components["schemas"]["StarRocksInstanceSnapshot"];
        };
        /** @description One page of backups in the service's envelope. Only one answer is documented, so no more is required of the envelope than what every answer must have to be told apart and traced. `Success: false` means a failure unless `ErrCode` is `Success`, as it is in the documented example; a real failure is a `StarRocksFailure`. */
        StarRocksBackupList: {
            /**
             * Format: int32
             * @description The HTTP status, repeated in the body.
             */
            HttpStatusCode?: number;
            /** @description Id of this request, to quote to the vendor's support. */
            RequestId: string;
            /** @description Whether the call succeeded. The documented example says `false` beside full data, so it cannot be read without `ErrCode`. */
            Success: boolean;
            /** @description The service's error code; `Success` where there was no error. */
            ErrCode?: string;
            /** @description What went wrong, in words. The documented example fills it although it also returns data, and ends it in a line break. */
            ErrMessage?: string;
            /** @description The backups of this page. */
            Data?: components["schemas"]["StarRocksBackup"][];
            /**
             * Format: int32
             * @description How many backups match the filters, over all pages. That it is not the count of this page is inferred.
             */
            Total?: number;
        };
        /** @description A failed call inside an answer of status 200. It is told from a success by `Success: false` together with an `ErrCode` other than `Success`; without that exception the documented example would itself be a failure. */
        StarRocksFailure: {
            /**
             * Format: int32
             * @description The HTTP status, repeated in the body; it says 200 for a failure, too.
             */
            HttpStatusCode?: number;
            /** @description Id of this request, to quote to the vendor's support. */
            RequestId: string;
            /**
             * @description Always false.
             * @constant
             */
            Success: false;
            /** @description The service's error code. */
            ErrCode: string;
            /** @description What went wrong, in words. */
            ErrMessage?: string;
        };
        /**
         * @description The vendor's error code. The document refers to a list that is not part of it; these are the codes that concern a read, out of far more.
         * @enum {string}
         */
        StarRocksErrorCode: "InvalidParameter" | "Throttling" | "Throttling.User" | "Throttling.Api" | "SignatureDoesNotMatch" | "SignatureNonceUsed" | "InvalidTimeStamp.Expired" | "Forbidden.RAM" | "InvalidAccessKeyId.NotFound" | "InternalError" | "ServiceUnavailable" | (string & {});
        /** @description An error of the gateway or of the service, with an HTTP status of its own. Unlike a failure inside a 200, it has capitalised `Code` and `Message`. */
        StarRocksErrorBody: {
            /** @description Id of this request, to quote to the vendor's support. */
            RequestId?: string;
            /** @description Host name of the endpoint that was called. */
            HostId?: string;
            /** @description The vendor's error code. */
            Code: components["schemas"]["StarRocksErrorCode"];
            /** @description What went wrong, in words. */
            Message: string;
            /** @description Address of a page of the vendor's that helps with this error. */
            Recommend?: string;
        };
    };
    responses: {
        /** @description A parameter, the signature or its date was refused, or the service throttles: this vendor answers throttling with 400, a code that begins with `Throttling` and, often, `x-acs-retry-after`. Only throttling is worth another attempt as it is. */
        StarRocksBadRequest: {
            headers: {
                "x-acs-retry-after": components["headers"]["RetryAfterMilliseconds"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StarRocksErrorBody"];
            };
        };
        /** @description The credentials were refused. The vendor is known to refuse them with 400, 403 or 404 instead. */
        StarRocksUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StarRocksErrorBody"];
            };
        };
        /** @description The credentials are good, but do not allow this call. */
        StarRocksForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StarRocksErrorBody"];
            };
        };
        /** @description No such access key id, or no such address. */
        StarRocksNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StarRocksErrorBody"];
            };
        };
        /** @description Too many requests. The vendor is known to throttle with status 400 instead. */
        StarRocksTooManyRequests: {
            headers: {
                "x-acs-retry-after": components["headers"]["RetryAfterMilliseconds"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StarRocksErrorBody"];
            };
        };
        /** @description The service failed. */
        StarRocksInternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StarRocksErrorBody"];
            };
        };
        /** @description The service is not available for the moment; try again later. */
        StarRocksServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StarRocksErrorBody"];
            };
        };
    };
    parameters: {
        /**
         * @description Region whose instances are asked for, e.g. `cn-hangzhou`. It does not choose the server: the host name of the endpoint does.
         * @example cn-hangzhou
         */
        RegionId: string;
        /**
         * @description Only the backups of this StarRocks instance. Ids begin with `c-`; the document masks them, so no stricter pattern can be read from it.
         * @example c-b25e21e24388****
         */
        InstanceId: string;
        /**
         * @description Only the backup task of this id, which begins with `bt-`.
         * @example bt-2389hsdui12m
         */
        BackupTaskId: string;
        /**
         * @description Only backups in one of these states. Several are sent as one value, separated by commas: the document calls the parameter a list and types it string, without saying how the list is written. No document enumerates the states; `StarRocksBackupStatus` lists those that have been seen.
         * @example COMPLETED
         */
        Statuses: string;
        /**
         * @description Beginning of the period that is searched, in epoch **seconds** (UTC), although the backups themselves are dated in milliseconds. Whether it is compared with the beginning or the end of a backup is not documented. A 64-bit integer; real instants stay far below 2^53-1.
         * @example 1747708000
         */
        TimePeriodStartTime: number | bigint;
        /**
         * @description End of the period that is searched, in epoch **seconds** (UTC). Whether the instant itself belongs to the period is not documented. A 64-bit integer; real instants stay far below 2^53-1.
         * @example 1747728000
         */
        TimePeriodEndTime: number | bigint;
        /**
         * @description Number of the page to return. Pages are taken to be counted from 1, as in the document's example; neither a minimum nor a default is documented.
         * @example 1
         */
        PageNumber: number;
        /**
         * @description How many backups a page holds at most. Neither a default nor a maximum is documented.
         * @example 10
         */
        PageSize: number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How long to wait before the next attempt, in **milliseconds**. Sent with throttling answers only.
         * @example 1000
         */
        RetryAfterMilliseconds: number;
    };
    pathItems: never;
}
export type StarRocksBackupStatus = components['schemas']['StarRocksBackupStatus'];
export type StarRocksSubTask = components['schemas']['StarRocksSubTask'];
export type StarRocksBackupType = components['schemas']['StarRocksBackupType'];
export type StarRocksRunMode = components['schemas']['StarRocksRunMode'];
export type StarRocksSpecType = components['schemas']['StarRocksSpecType'];
export type StarRocksComponentType = components['schemas']['StarRocksComponentType'];
export type StarRocksStoragePerformanceLevel = components['schemas']['StarRocksStoragePerformanceLevel'];
export type StarRocksNodeGroup = components['schemas']['StarRocksNodeGroup'];
export type StarRocksTag = components['schemas']['StarRocksTag'];
export type StarRocksInstanceSnapshot = components['schemas']['StarRocksInstanceSnapshot'];
export type StarRocksBackup = components['schemas']['StarRocksBackup'];
export type StarRocksBackupList = components['schemas']['StarRocksBackupList'];
export type StarRocksFailure = components['schemas']['StarRocksFailure'];
export type StarRocksErrorCode = components['schemas']['StarRocksErrorCode'];
export type StarRocksErrorBody = components['schemas']['StarRocksErrorBody'];
export type ResponseStarRocksBadRequest = components['responses']['StarRocksBadRequest'];
export type ResponseStarRocksUnauthorized = components['responses']['StarRocksUnauthorized'];
export type ResponseStarRocksForbidden = components['responses']['StarRocksForbidden'];
export type ResponseStarRocksNotFound = components['responses']['StarRocksNotFound'];
export type ResponseStarRocksTooManyRequests = components['responses']['StarRocksTooManyRequests'];
export type ResponseStarRocksInternalError = components['responses']['StarRocksInternalError'];
export type ResponseStarRocksServiceUnavailable = components['responses']['StarRocksServiceUnavailable'];
export type ParameterRegionId = components['parameters']['RegionId'];
export type ParameterInstanceId = components['parameters']['InstanceId'];
export type ParameterBackupTaskId = components['parameters']['BackupTaskId'];
export type ParameterStatuses = components['parameters']['Statuses'];
export type ParameterTimePeriodStartTime = components['parameters']['TimePeriodStartTime'];
export type ParameterTimePeriodEndTime = components['parameters']['TimePeriodEndTime'];
export type ParameterPageNumber = components['parameters']['PageNumber'];
export type ParameterPageSize = components['parameters']['PageSize'];
export type HeaderRetryAfterMilliseconds = components['headers']['RetryAfterMilliseconds'];
export type $defs = Record<string, never>;
export interface operations {
    DescribeBackups: {
        parameters: {
            query?: {
                /**
                 * @description Region whose instances are asked for, e.g. `cn-hangzhou`. It does not choose the server: the host name of the endpoint does.
                 * @example cn-hangzhou
                 */
                RegionId?: components["parameters"]["RegionId"];
                /**
                 * @description Only the backups of this StarRocks instance. Ids begin with `c-`; the document masks them, so no stricter pattern can be read from it.
                 * @example c-b25e21e24388****
                 */
                InstanceId?: components["parameters"]["InstanceId"];
                /**
                 * @description Only the backup task of this id, which begins with `bt-`.
                 * @example bt-2389hsdui12m
                 */
                BackupTaskId?: components["parameters"]["BackupTaskId"];
                /**
                 * @description Only backups in one of these states. Several are sent as one value, separated by commas: the document calls the parameter a list and types it string, without saying how the list is written. No document enumerates the states; `StarRocksBackupStatus` lists those that have been seen.
                 * @example COMPLETED
                 */
                Statuses?: components["parameters"]["Statuses"];
                /**
                 * @description Beginning of the period that is searched, in epoch **seconds** (UTC), although the backups themselves are dated in milliseconds. Whether it is compared with the beginning or the end of a backup is not documented. A 64-bit integer; real instants stay far below 2^53-1.
                 * @example 1747708000
                 */
                TimePeriodStartTime?: components["parameters"]["TimePeriodStartTime"];
                /**
                 * @description End of the period that is searched, in epoch **seconds** (UTC). Whether the instant itself belongs to the period is not documented. A 64-bit integer; real instants stay far below 2^53-1.
                 * @example 1747728000
                 */
                TimePeriodEndTime?: components["parameters"]["TimePeriodEndTime"];
                /**
                 * @description Number of the page to return. Pages are taken to be counted from 1, as in the document's example; neither a minimum nor a default is documented.
                 * @example 1
                 */
                PageNumber?: components["parameters"]["PageNumber"];
                /**
                 * @description How many backups a page holds at most. Neither a default nor a maximum is documented.
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
            /** @description A page of backups, or a failure that carries its own code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StarRocksBackupList"] | components["schemas"]["StarRocksFailure"];
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
