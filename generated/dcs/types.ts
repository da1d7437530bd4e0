// Generated from the contract by `npm run generate`. Do not edit.
/** The paths of the contract and their methods, as openapi-fetch takes them. */
export interface paths {
    "/v1.0/{project_id}/instances/{instance_id}/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
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
         * @deprecated
         */
        get: operations["ListBackupRecordsV1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/instances/{instance_id}/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
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
        get: operations["ListBackupRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the instances of a project
         *
         * Returns one page of the cache instances of a project. Without filters the listing leaves out instances that
         * could not be created and those that were deleted. It says nothing of backup policies; `ShowInstance` does,
         * instance by instance.
         *
         * The caller needs the IAM action `dcs:instance:list`.
         */
        get: operations["ListInstances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/instances/{instance_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an instance
         *
         * Returns one cache instance in full, with the policy after which it is backed up by itself.
         *
         * The caller needs the IAM action `dcs:instance:get`.
         */
        get: operations["ShowInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/instances/{instance_id}/restores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
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
        get: operations["ListRestoreRecords"];
        put?: never;
        post?: never;
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
        DcsBackupStatus: DcsBackupStatus;
        DcsEmptyObject: DcsEmptyObject;
        DcsBackupType: DcsBackupType;
        DcsBackupFormat: DcsBackupFormat;
        DcsJobErrorCode: DcsJobErrorCode;
        DcsRestoreSupport: DcsRestoreSupport;
        DcsBackupRecord: DcsBackupRecord;
        DcsBackupRecordList: DcsBackupRecordList;
        DcsApiErrorCode: DcsApiErrorCode;
        DcsErrorBody: DcsErrorBody;
        GatewayErrorCode: GatewayErrorCode;
        GatewayErrorBody: GatewayErrorBody;
        DcsFlatErrorBody: DcsFlatErrorBody;
        DcsInstanceStatus: DcsInstanceStatus;
        DcsInstanceTag: DcsInstanceTag;
        DcsAvailabilityZone: DcsAvailabilityZone;
        DcsInstanceFeatures: DcsInstanceFeatures;
        DcsListedInstance: DcsListedInstance;
        DcsInstanceList: DcsInstanceList;
        DcsCacheMode: DcsCacheMode;
        DcsBackupPolicyType: DcsBackupPolicyType;
        DcsBackupPeriodType: DcsBackupPeriodType;
        DcsBackupPlan: DcsBackupPlan;
        DcsBackupPolicy: DcsBackupPolicy;
        DcsInstanceBackupPolicy: DcsInstanceBackupPolicy;
        DcsDomainName: DcsDomainName;
        DcsDomainNameInfo: DcsDomainNameInfo;
        DcsProductType: DcsProductType;
        DcsStorageType: DcsStorageType;
        DcsBandwidth: DcsBandwidth;
        DcsInstance: DcsInstance;
        DcsRestoreStatus: DcsRestoreStatus;
        DcsRestoreRecord: DcsRestoreRecord;
        DcsRestoreRecordList: DcsRestoreRecordList;
    };
    responses: {
        /** One page of backup records. */
        BackupRecords: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsBackupRecordList;
            };
        };
        /** A parameter or the project id is not valid. Sending the same request again does not help. */
        BadRequestV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsErrorBody | GatewayErrorBody;
            };
        };
        /** The token or the signature is missing, wrong or expired. */
        UnauthorizedV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsErrorBody | GatewayErrorBody;
            };
        };
        /** The caller is known but may not list the backups of this instance. */
        ForbiddenV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsErrorBody | GatewayErrorBody;
            };
        };
        /** There is no such instance in the project, or no such address. */
        NotFoundV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsErrorBody | GatewayErrorBody;
            };
        };
        /** The address exists but does not take this method. Every call of this contract is a GET, so that a request which follows it does not meet this status. */
        MethodNotAllowedV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsErrorBody | GatewayErrorBody;
            };
        };
        /** Too many requests came in too short a time. The gateway in front of the service refuses them; try again later. */
        GatewayTooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": GatewayErrorBody;
            };
        };
        /** The service failed while it handled the request. */
        InternalErrorV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsErrorBody | GatewayErrorBody;
            };
        };
        /** The gateway got no usable response from the service. The body may be no JSON at all. */
        GatewayBadGateway: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": GatewayErrorBody;
            };
        };
        /** The service is not available for the moment. The body may be no JSON at all. */
        GatewayUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": GatewayErrorBody;
            };
        };
        /** The service did not respond to the gateway in time. The body may be no JSON at all. */
        GatewayTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": GatewayErrorBody;
            };
        };
        /** One page of backup records. */
        BackupRecordsV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsBackupRecordList;
            };
        };
        /** There are no records; read it as an empty page. Listed for Open Telekom Cloud only. */
        NoBackupRecords: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** A parameter or the project id is not valid. Sending the same request again does not help. */
        BadRequestV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** The token or the signature is missing, wrong or expired. */
        UnauthorizedV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** The caller is known but may not read this of the instance. */
        ForbiddenV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** There is no such instance in the project, or no such address. */
        NotFoundV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** The address exists but does not take this method. Every call of this contract is a GET, so that a request which follows it does not meet this status. */
        MethodNotAllowedV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** The service failed while it handled the request. */
        InternalErrorV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** One page of instances. */
        Instances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsInstanceList;
            };
        };
        /** A parameter or the project id is not valid. Sending the same request again does not help. */
        BadRequestInstances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** The token or the signature is missing, wrong or expired. */
        UnauthorizedInstances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** The caller is known but may not list instances. */
        ForbiddenInstances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** There is no such address, or no such thing in the project. The pages do not say which. */
        NotFoundInstances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** The service failed while it handled the request. */
        InternalErrorInstances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
        /** The instance. */
        Instance: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsInstance;
            };
        };
        /** One page of restore records. */
        RestoreRecords: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsRestoreRecordList;
            };
        };
        /** There are no records; read it as an empty page. */
        NoRestoreRecords: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** The service failed while it handled the request. */
        InternalErrorRestores: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": DcsFlatErrorBody | GatewayErrorBody;
            };
        };
    };
    parameters: {
        /** Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
        ProjectId: string;
        /** Id of the cache instance that the call is about. */
        InstanceId: string;
        /** Number of the first record to return, counted from 1. The source pages do not say so outright, but the number is taken to count records, not pages: the next page starts at this number plus the number of records received. A value below 1 is documented neither as legal nor as refused. */
        Start: number;
        /** Most records that one page may hold. No maximum is documented, so a page can have fewer than requested. */
        Limit: number;
        /** Start of the period to list, as 14 digits `yyyyMMddHHmmss`. The source pages state neither the zone, nor whether the first second itself belongs to the period, nor which time of a record is compared; this contract reads it as UTC, as v2 does. */
        BeginTime: string;
        /** End of the period to list, as 14 digits `yyyyMMddHHmmss`. The source pages state neither the zone, nor whether the last second itself belongs to the period, nor which time of a record is compared; this contract reads it as UTC, as v2 does. */
        EndTime: string;
        /** Number of records to skip before the first one of the page. The next page starts at this number plus the number of records received. */
        Offset: number;
        /** Most records that one page may hold. Older references of the vendors state no bounds; the latest of Huawei Cloud allows 1 to 1000 and names 10 as the default, so a service may refuse or cut more than that. */
        LimitV2: number;
        /** Start of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
        BeginTimeV2: string;
        /** End of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
        EndTimeV2: string;
        /** List only the instance of this id. */
        InstanceIdFilter: string;
        /** List only instances whose name matches this, loosely unless `name_equal` is `true`. */
        InstanceName: string;
        /** `true` to compare `name` exactly; any other value compares it loosely. */
        NameEqual: string;
        /** List only instances in this state. */
        InstanceStatus: DcsInstanceStatus;
        /** List only instances that have all of these tags, each written `key=value` and joined to the next by a comma. */
        InstanceTags: string;
        /** List only the instance of this address. */
        InstanceIp: string;
        /** List only instances of this capacity in GB. */
        InstanceCapacity: string;
        /** `true` to list instances that could not be created, too; any other value leaves them out. */
        IncludeFailure: string;
        /** `true` to list instances that were deleted, too; any other value leaves them out. */
        IncludeDelete: string;
        /** Most instances that one page may hold. */
        InstanceLimit: number;
        /** Most records that one page may hold. */
        RestoreLimit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
/** The operations of the contract by operationId: parameters, and responses by status. */
export interface operations {
    ListBackupRecordsV1: {
        parameters: {
            query?: {
                /** Number of the first record to return, counted from 1. The source pages do not say so outright, but the number is taken to count records, not pages: the next page starts at this number plus the number of records received. A value below 1 is documented neither as legal nor as refused. */
                start?: components["parameters"]["Start"];
                /** Most records that one page may hold. No maximum is documented, so a page can have fewer than requested. */
                limit?: components["parameters"]["Limit"];
                /** Start of the period to list, as 14 digits `yyyyMMddHHmmss`. The source pages state neither the zone, nor whether the first second itself belongs to the period, nor which time of a record is compared; this contract reads it as UTC, as v2 does. */
                beginTime?: components["parameters"]["BeginTime"];
                /** End of the period to list, as 14 digits `yyyyMMddHHmmss`. The source pages state neither the zone, nor whether the last second itself belongs to the period, nor which time of a record is compared; this contract reads it as UTC, as v2 does. */
                endTime?: components["parameters"]["EndTime"];
            };
            header?: never;
            path: {
                /** Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
                project_id: components["parameters"]["ProjectId"];
                /** Id of the cache instance that the call is about. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BackupRecords"];
            400: components["responses"]["BadRequestV1"];
            401: components["responses"]["UnauthorizedV1"];
            403: components["responses"]["ForbiddenV1"];
            404: components["responses"]["NotFoundV1"];
            405: components["responses"]["MethodNotAllowedV1"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalErrorV1"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    ListBackupRecords: {
        parameters: {
            query?: {
                /** Number of records to skip before the first one of the page. The next page starts at this number plus the number of records received. */
                offset?: components["parameters"]["Offset"];
                /** Most records that one page may hold. Older references of the vendors state no bounds; the latest of Huawei Cloud allows 1 to 1000 and names 10 as the default, so a service may refuse or cut more than that. */
                limit?: components["parameters"]["LimitV2"];
                /** Start of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
                begin_time?: components["parameters"]["BeginTimeV2"];
                /** End of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
                end_time?: components["parameters"]["EndTimeV2"];
            };
            header?: never;
            path: {
                /** Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
                project_id: components["parameters"]["ProjectId"];
                /** Id of the cache instance that the call is about. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BackupRecordsV2"];
            204: components["responses"]["NoBackupRecords"];
            400: components["responses"]["BadRequestV2"];
            401: components["responses"]["UnauthorizedV2"];
            403: components["responses"]["ForbiddenV2"];
            404: components["responses"]["NotFoundV2"];
            405: components["responses"]["MethodNotAllowedV2"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalErrorV2"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    ListInstances: {
        parameters: {
            query?: {
                /** List only the instance of this id. */
                instance_id?: components["parameters"]["InstanceIdFilter"];
                /** List only instances whose name matches this, loosely unless `name_equal` is `true`. */
                name?: components["parameters"]["InstanceName"];
                /** `true` to compare `name` exactly; any other value compares it loosely. */
                name_equal?: components["parameters"]["NameEqual"];
                /** List only instances in this state. */
                status?: components["parameters"]["InstanceStatus"];
                /** List only instances that have all of these tags, each written `key=value` and joined to the next by a comma. */
                tags?: components["parameters"]["InstanceTags"];
                /** List only the instance of this address. */
                ip?: components["parameters"]["InstanceIp"];
                /** List only instances of this capacity in GB. */
                capacity?: components["parameters"]["InstanceCapacity"];
                /** `true` to list instances that could not be created, too; any other value leaves them out. */
                include_failure?: components["parameters"]["IncludeFailure"];
                /** `true` to list instances that were deleted, too; any other value leaves them out. */
                include_delete?: components["parameters"]["IncludeDelete"];
                /** Number of records to skip before the first one of the page. The next page starts at this number plus the number of records received. */
                offset?: components["parameters"]["Offset"];
                /** Most instances that one page may hold. */
                limit?: components["parameters"]["InstanceLimit"];
            };
            header?: never;
            path: {
                /** Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Instances"];
            400: components["responses"]["BadRequestInstances"];
            401: components["responses"]["UnauthorizedInstances"];
            403: components["responses"]["ForbiddenInstances"];
            404: components["responses"]["NotFoundInstances"];
            405: components["responses"]["MethodNotAllowedV2"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalErrorInstances"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    ShowInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
                project_id: components["parameters"]["ProjectId"];
                /** Id of the cache instance that the call is about. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Instance"];
            400: components["responses"]["BadRequestV2"];
            401: components["responses"]["UnauthorizedV2"];
            403: components["responses"]["ForbiddenV2"];
            404: components["responses"]["NotFoundV2"];
            405: components["responses"]["MethodNotAllowedV2"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalErrorInstances"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    ListRestoreRecords: {
        parameters: {
            query?: {
                /** Number of records to skip before the first one of the page. The next page starts at this number plus the number of records received. */
                offset?: components["parameters"]["Offset"];
                /** Most records that one page may hold. */
                limit?: components["parameters"]["RestoreLimit"];
                /** Start of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
                begin_time?: components["parameters"]["BeginTimeV2"];
                /** End of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
                end_time?: components["parameters"]["EndTimeV2"];
            };
            header?: never;
            path: {
                /** Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
                project_id: components["parameters"]["ProjectId"];
                /** Id of the cache instance that the call is about. */
                instance_id: components["parameters"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RestoreRecords"];
            204: components["responses"]["NoRestoreRecords"];
            400: components["responses"]["BadRequestV2"];
            401: components["responses"]["UnauthorizedV2"];
            403: components["responses"]["ForbiddenV2"];
            404: components["responses"]["NotFoundV2"];
            405: components["responses"]["MethodNotAllowedV2"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalErrorRestores"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
/**
 * State of a backup and of its file. The spelling of `backuping` and `succeed` is what is on the wire.
 * @example succeed
 */
export type DcsBackupStatus = "waiting" | "backuping" | "succeed" | "failed" | "expired" | "deleted" | (string & {});
/** An object without fields, which the pages show in the place of null. */
export type DcsEmptyObject = Record<string, unknown>;
/**
 * Who started a backup.
 * @example manual
 */
export type DcsBackupType = "manual" | "auto" | (string & {});
/**
 * Format of a backup file. The source pages differ in letter case, so compare without it.
 * @example aof
 */
export type DcsBackupFormat = "AOF" | "aof" | "rdb" | (string & {});
/** Why a backup job failed. These are failures of the job that a record reports, not errors of the call that lists it. The source pages give one list for backups and restorations together. */
export type DcsJobErrorCode = "dcs.08.0001" | "dcs.08.0002" | "dcs.08.0003" | "dcs.08.0004" | "dcs.08.0005" | "dcs.08.0006" | "dcs.08.0007" | "dcs.08.0008" | (string & {});
/**
 * A truth value, written as an upper-case word in a string.
 * @example TRUE
 */
export type DcsRestoreSupport = "TRUE" | "FALSE" | (string & {});
/**
 * One backup of a cache instance.
 *
 * The union of what the source pages show: `execution_at` and `backup_format` are each missing from some of them,
 * everything else is in every documented record.
 */
export interface DcsBackupRecord {
    /** State of the backup and of its file. */
    status: DcsBackupStatus;
    /**
     * What the person who started the backup noted about it; null if nothing was noted.
     * @example 001
     */
    remark: string | null;
    /**
     * Time of day in which the backup ran, as `HH:mm-HH:mm` in an unstated zone; null in the documented backup that a person started, and an empty object in that of v2. The client reads both as null in the unified record.
     * @example 22:00-23:00
     */
    period: (string | null) | DcsEmptyObject;
    /**
     * Share of the backup that is done, in percent with two decimals, written as a string.
     * @example 100.00
     */
    progress: string;
    /**
     * Size of the backup file in bytes. A 64-bit integer: a value above 2^53-1 is beyond what a JavaScript number holds exactly.
     * @example 880232
     */
    size: number | bigint;
    /**
     * Id of the instance that was backed up.
     * @example 5560df16-cebf-4473-95c4-d1b573c16e79
     */
    instance_id: string;
    /**
     * Id of the record, by which repeated records are recognised.
     * @example 4631832a-14c6-45b0-a0b3-3abd8f591ad1
     */
    backup_id: string;
    /**
     * When the backup task was created, in UTC, RFC 3339 with milliseconds.
     * @example 2019-05-10T08:31:16.166Z
     */
    created_at: string;
    /**
     * When the status last changed, in UTC, RFC 3339 with milliseconds. For a backup that succeeded or failed this is its end; for one that has expired it is the expiry, although the source pages call it the completion.
     * @example 2019-05-10T08:32:30.546Z
     */
    updated_at: string;
    /**
     * When the backup began to run, in UTC, RFC 3339 with milliseconds. The oldest source page lacks it.
     * @example 2019-05-10T08:31:21.461Z
     */
    execution_at?: string;
    /** Who started the backup. */
    backup_type: DcsBackupType;
    /**
     * Name of the backup. The digits in a name given by the service are a local time whose offset from UTC varies: never read a time from it.
     * @example backup_20190510163116
     */
    backup_name: string;
    /** Format of the backup file. Only the source pages of Open Telekom Cloud have this field. */
    backup_format?: DcsBackupFormat;
    /**
     * Why the backup failed; null if it did not, and an empty object in the documented backup of v2. The client reads both as null in the unified record.
     * @example dcs.08.0002
     */
    error_code: DcsJobErrorCode | DcsEmptyObject | null;
    /** Whether the instance can be restored from this backup, as an upper-case word. The documented records that have expired still say that it can. */
    is_support_restore: DcsRestoreSupport;
}
/** One page of backup records, and how many there are in all. */
export interface DcsBackupRecordList {
    /** The records of this page. Their order is not documented; in the documented examples the newest comes first. */
    backup_record_response: DcsBackupRecord[];
    /**
     * Number of records that match the filters, on all pages together. The source pages can be read as if it counted this page only; two clients of the vendors' successor call read it as the overall total.
     * @example 4
     */
    total_num: number;
}
/** Codes with which the service refuses or fails a read, in their present form and, if one is known, in the older one of nine digits. The list is not complete: other codes come, too. */
export type DcsApiErrorCode = "DCS.1001" | "DCS.1002" | "DCS.1003" | "DCS.1004" | "DCS.2003" | "DCS.2007" | "DCS.3002" | "DCS.3003" | "DCS.3022" | "DCS.4001" | "DCS.4002" | "DCS.4025" | "DCS.4061" | "DCS.4062" | "DCS.4063" | "DCS.4800" | "DCS.5000" | "DCS.5001" | "DCS.5024" | "DCS.5077" | "DCS.5078" | "DCS.5079" | "111400002" | "111400061" | "111400062" | "111400063" | "111400800" | "111401001" | "111401002" | "111401003" | "111401004" | "111403002" | "111403003" | "111404001" | "111404022" | "111405001" | "111500000" | "111500024" | "111500077" | "111500078" | "111500079" | (string & {});
/** What v1.0 returns when it refuses or fails a request. */
export interface DcsErrorBody {
    /** What went wrong. */
    error: {
        /**
         * Code of the error, one of the listed ones or another.
         * @example DCS.3022
         */
        code: DcsApiErrorCode | string;
        /**
         * What went wrong, in words for a person.
         * @example The instance does not exist.
         */
        message: string;
        /**
         * More detail, if there is any.
         * @example null
         */
        ext_message?: string | null;
    };
}
/** Codes of the API gateway that a read can meet. The list is not complete; other codes come, too. */
export type GatewayErrorCode = "APIGW.0101" | "APIGW.0201" | "APIGW.0301" | "APIGW.0302" | "APIGW.0307" | "APIGW.0308" | "APIGW.0310" | "APIGW.0601" | "APIGW.0610" | "APIGW.0613" | "APIGW.0801" | (string & {});
/** What the API gateway in front of the service returns when it refuses a request itself. It can come from any operation and with any error status. */
export interface GatewayErrorBody {
    /**
     * Code of the error, one of the listed ones or another.
     * @example APIGW.0308
     */
    error_code: GatewayErrorCode | string;
    /**
     * What went wrong, in words for a person.
     * @example The throttling threshold has been reached.
     */
    error_msg: string;
    /**
     * Id of the request, to be quoted to the vendor's support.
     * @example a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5
     */
    request_id?: string;
}
/** What v2 returns when it refuses or fails a request. */
export interface DcsFlatErrorBody {
    /**
     * Code of the error, one of the listed ones or another.
     * @example DCS.3022
     */
    error_code: DcsApiErrorCode | string;
    /**
     * What went wrong, in words for a person.
     * @example The instance does not exist.
     */
    error_msg: string;
    /**
     * More detail. The pages call it unused and null.
     * @example null
     */
    error_ext_msg?: string | null;
}
/**
 * State of a cache instance. Open Telekom Cloud does not list `FROZEN` and `FLUSHING`.
 * @example RUNNING
 */
export type DcsInstanceStatus = "CREATING" | "CREATEFAILED" | "RUNNING" | "ERROR" | "RESTARTING" | "FROZEN" | "EXTENDING" | "RESTORING" | "FLUSHING" | (string & {});
/** One tag of an instance. */
export interface DcsInstanceTag {
    /**
     * Key of the tag. The documented examples show a number.
     * @example key1
     */
    key: string | number;
    /**
     * Value of the tag.
     * @example DCS
     */
    value: string;
}
/** An availability zone, as Huawei Cloud's listing shows it. */
export interface DcsAvailabilityZone {
    /**
     * Code of the availability zone.
     * @example cn-north-4a
     */
    az_code: string;
}
/** What an instance supports. */
export interface DcsInstanceFeatures {
    /**
     * Whether access control lists are supported.
     * @example true
     */
    support_acl: boolean;
    /**
     * Whether the instance can see the addresses of its clients.
     * @example true
     */
    support_transparent_client_ip: boolean;
    /**
     * Whether encrypted connections are supported.
     * @example false
     */
    support_ssl: boolean;
    /**
     * Whether audit logs are supported.
     * @example false
     */
    support_audit_log: boolean;
}
/** One cache instance in the listing, which says nothing of its backup policy. */
export interface DcsListedInstance {
    /**
     * Id of the instance.
     * @example c830053e-d5a3-4bc0-b6d6-ca37d1ea9dd5
     */
    instance_id: string;
    /**
     * Name of the instance.
     * @example dcs-lpvo0829
     */
    name: string;
    /** State of the instance. Only a running instance is backed up. */
    status: DcsInstanceStatus;
    /**
     * State of the instance in more detail. No page lists the values; `normal` and `UPDATE_SSL` were shown.
     * @example normal
     */
    sub_status?: string;
    /**
     * Id of the elastic IP address (EIP) that is bound to the instance. Open Telekom Cloud reserves the field. Null if there is none.
     * @example 8b1c9a4e-2f57-4d03-9c6e-1f0a7b3d5e42
     */
    publicip_id: (string | null) | DcsEmptyObject;
    /**
     * Name of the virtual private cloud (VPC).
     * @example dcs-beta
     */
    vpc_name: string;
    /**
     * How the instance is billed: `0` by use, `1` by the month or year, which only Huawei Cloud has.
     * @example 0
     */
    charging_mode: number;
    /**
     * Id of the virtual private cloud (VPC).
     * @example 5e37b3be-950a-48e1-b498-65b63d336481
     */
    vpc_id: string;
    /**
     * Id of the subnet.
     * @example a4112635-3ec0-471c-95c3-5cf49b9533af
     */
    subnet_id: string;
    /**
     * Id of the security group.
     * @example securityGroupId
     */
    security_group_id: string;
    /**
     * When the instance was created, in UTC, RFC 3339 with milliseconds.
     * @example 2022-08-29T09:00:34.335Z
     */
    created_at: string;
    /**
     * When the instance last changed, in UTC, RFC 3339 with milliseconds. The response about a single instance calls it `update_at`.
     * @example 2022-08-29T09:00:34.335Z
     */
    updated_at?: string;
    /**
     * Whether access from the internet is encrypted. Open Telekom Cloud reserves the field.
     * @example false
     */
    enable_ssl: boolean;
    /**
     * Memory of the instance in MB.
     * @example 128
     */
    max_memory: number;
    /**
     * Memory in use, in MB.
     * @example 2
     */
    used_memory: number;
    /**
     * Elastic IP address (EIP) that is bound to the instance. Null if there is none.
     * @example 203.0.113.25
     */
    publicip_address: string | null;
    /**
     * Capacity of the cache in GB; `0` for an instance below 1 GB, whose capacity is in `capacity_minor`.
     * @example 0
     */
    capacity: number;
    /**
     * Capacity in GB of an instance below 1 GB, as a decimal in a string that may begin with its point. Null if there is none.
     * @example .125
     */
    capacity_minor: string | null;
    /**
     * Id of the order by which the instance was bought. Null if there is none.
     * @example CS2005271528ZYJH2
     */
    order_id?: string | null;
    /**
     * Start of the maintenance window as `HH:mm:ss` in UTC.
     * @example 18:00:00
     */
    maintain_begin: string;
    /**
     * End of the maintenance window as `HH:mm:ss` in UTC.
     * @example 19:00:00
     */
    maintain_end: string;
    /**
     * Engine of the cache.
     * @example Redis
     */
    engine: string;
    /**
     * Version of the engine.
     * @example 5.0
     */
    engine_version: string;
    /**
     * Whether an upgrade of the instance is pending or running.
     * @example false
     */
    service_upgrade: boolean;
    /**
     * Whether the instance can be used without a password: `true` or `false`, in a string or not.
     * @example true
     */
    no_password_access: string | boolean;
    /**
     * Id of the upgrade; an empty string or null without one.
     * @example
     */
    service_task_id: string | null;
    /**
     * Address of the instance; several of a cluster, separated by commas.
     * @example 192.168.0.195
     */
    ip: string;
    /**
     * User name with which the instance is accessed by password. Null if there is none.
     * @example default
     */
    access_user: string | null;
    /**
     * Whether the instance can be reached from the internet. Open Telekom Cloud reserves the field.
     * @example false
     */
    enable_publicip: boolean;
    /**
     * Port of the instance.
     * @example 6379
     */
    port: number;
    /**
     * Id of the user who owns the instance.
     * @example d53977d1adfb49c5b025ba7d33a13fd7
     */
    user_id: string;
    /**
     * Name of the user who owns the instance.
     * @example clouduser
     */
    user_name: string;
    /**
     * Host name of the instance. Null if there is none.
     * @example redis-c830053e-d5a3-4bc0-b6d6-ca37d1ea9dd5.dcs.**cloud.com
     */
    domain_name: string | null;
    /**
     * Host name for reading alone. Only an instance with a standby node has one.
     * @example redis-e6ba862a-a311-4df1-b0a6-16472ac28dfe-readonly.dcs.huaweicloud.com:6379
     */
    readonly_domain_name?: string;
    /**
     * Code of the product specification, such as `redis.ha.xu1.tiny.r2.128`.
     * @example redis.ha.xu1.tiny.r2.128
     */
    spec_code: string;
    /** Tags of the instance. */
    tags: DcsInstanceTag[];
    /**
     * Id of the enterprise project; `0`, as a string or a number, is the default one.
     * @example 0
     */
    enterprise_project_id: string | number;
    /**
     * Description of the instance that a person entered. Null if there is none.
     * @example redis instance description
     */
    description: string | null;
    /**
     * Type of the processor, as a rule `x86_64` or `aarch64`.
     * @example x86_64
     */
    cpu_type: string;
    /**
     * Codes of the availability zones that the instance lies in. Huawei Cloud's listing shows objects that hold a code.
     * @example [
     *       "region01",
     *       "region02"
     *     ]
     */
    az_codes: (string | DcsAvailabilityZone)[];
    /** What the instance supports. */
    features?: DcsInstanceFeatures;
}
/** One page of instances, and how many there are in all. */
export interface DcsInstanceList {
    /**
     * Number of instances that match the filters, on all pages together. That it does not count this page only is inferred.
     * @example 1
     */
    instance_num: number;
    /** The instances of this page. Their order is not documented. */
    instances: DcsListedInstance[];
}
/**
 * Kind of a cache instance.
 * @example ha
 */
export type DcsCacheMode = "single" | "ha" | "cluster" | "proxy" | "ha_rw_split" | (string & {});
/**
 * Whether an instance is backed up by itself.
 * @example auto
 */
export type DcsBackupPolicyType = "auto" | "manual" | (string & {});
/**
 * Rhythm of a backup plan.
 * @example weekly
 */
export type DcsBackupPeriodType = "weekly" | (string & {});
/** The days of the week and the hour at which an instance is backed up. */
export interface DcsBackupPlan {
    /**
     * Offset of a time zone from UTC, `-1200` to `+1200`. Open Telekom Cloud no longer uses it; Huawei Cloud says that the zone of the server holds without one.
     * @example +0800
     */
    timezone_offset?: string | null;
    /**
     * Days of the week on which a backup begins: `1` is Monday, `7` is Sunday.
     * @example [
     *       1,
     *       3,
     *       5
     *     ]
     */
    backup_at: number[];
    /** Rhythm of the plan. */
    period_type: DcsBackupPeriodType;
    /**
     * The hour in which a backup begins, as `HH:mm-HH:mm`, full hours. UTC on Open Telekom Cloud; Huawei Cloud states no zone, and this contract reads UTC.
     * @example 00:00-01:00
     */
    begin_at: string;
}
/** When an instance is backed up by itself, and how long its backups are kept. Only a policy of the type `auto` does anything: plan and retention may stay when a person switches it to `manual`. */
export interface DcsBackupPolicy {
    /** Whether the instance is backed up by itself. */
    backup_type: DcsBackupPolicyType;
    /**
     * Days for which an automatic backup is kept, 1 to 7.
     * @example 1
     */
    save_days?: number;
    /** The days and the hour of the backups. */
    periodical_backup_plan?: DcsBackupPlan;
}
/** The backup policy of an instance, with its id and times around it. */
export interface DcsInstanceBackupPolicy {
    /**
     * Id of the policy.
     * @example 1d91dd7e-33de-4216-bb14-19ad6db0f454
     */
    backup_policy_id?: string;
    /**
     * When the policy was created, in UTC, RFC 3339 with milliseconds.
     * @example 2022-04-11T09:45:24.790Z
     */
    created_at?: string;
    /**
     * When the policy last changed, in UTC, RFC 3339 with milliseconds.
     * @example 2022-04-12T02:22:03.269Z
     */
    updated_at?: string;
    /** The policy itself. */
    policy?: DcsBackupPolicy;
    /**
     * Id of the tenant.
     * @example 0624e839a54847039e9b2b46e8aa665a
     */
    tenant_id?: string;
}
/** An earlier host name of an instance. */
export interface DcsDomainName {
    /**
     * The host name.
     * @example redis-5fd65919-8151-4910-8fd8-1c743248f0e2.dcs.com
     */
    domain_name?: string;
    /**
     * Whether it is a host name for reading alone.
     * @example true
     */
    is_readonly?: boolean;
}
/** Host name of an instance. */
export interface DcsDomainNameInfo {
    /**
     * Whether the host name is resolved in the internet.
     * @example true
     */
    support_public_resolve: boolean;
    /**
     * Whether the host name follows the latest rules.
     * @example true
     */
    is_latest_rules: boolean;
    /**
     * Ending of the host name, which belongs to the region.
     * @example dcs.example.com
     */
    zone_name: string;
    /**
     * Earlier host names.
     * @example [
     *       {
     *         "domain_name": "redis-5fd65919-8151-4910-8fd8-1c743248f0e2.dcs.com",
     *         "is_readonly": true
     *       }
     *     ]
     */
    history_domain_names: DcsDomainName[] | null;
}
/**
 * Edition of an instance. Open Telekom Cloud has `generic` only.
 * @example generic
 */
export type DcsProductType = "generic" | "enterprise" | (string & {});
/**
 * What the data of an instance are stored in.
 * @example DRAM
 */
export type DcsStorageType = "DRAM" | (string & {});
/** Bandwidth of an instance and its temporary increases. No example shows one. */
export interface DcsBandwidth {
    /**
     * When the temporary increase began, in epoch milliseconds (UTC). A 64-bit integer; real values stay far below 2^53-1.
     * @example 1747728000000
     */
    begin_time?: number | bigint;
    /**
     * When the temporary increase ends, in epoch milliseconds (UTC). A 64-bit integer; real values stay far below 2^53-1.
     * @example 1747728000000
     */
    end_time?: number | bigint;
    /**
     * The time of the response, in epoch milliseconds (UTC). A 64-bit integer; real values stay far below 2^53-1.
     * @example 1747728000000
     */
    current_time?: number | bigint;
    /**
     * Present bandwidth. Open Telekom Cloud gives Mbit/s as the unit, Huawei Cloud GB.
     * @example 128
     */
    bandwidth?: number;
    /**
     * When the bandwidth can be increased next, in epoch milliseconds (UTC). A 64-bit integer; real values stay far below 2^53-1.
     * @example 1747728000000
     */
    next_expand_time?: number | bigint;
    /**
     * Number of temporary increases so far.
     * @example 1
     */
    expand_count?: number;
    /**
     * How long a temporary increase lasts, in milliseconds. A 64-bit integer; real values stay far below 2^53-1.
     * @example 86400000
     */
    expand_effect_time?: number | bigint;
    /**
     * How long it takes until the next increase is possible, in milliseconds. A 64-bit integer; real values stay far below 2^53-1.
     * @example 86400000
     */
    expand_interval_time?: number | bigint;
    /**
     * How many temporary increases are allowed.
     * @example 3
     */
    max_expand_count?: number;
    /**
     * Whether an increase is under way.
     * @example false
     */
    task_running?: boolean;
    /**
     * Bandwidth that the instance has without an increase.
     * @example 128
     */
    assured_bandwidth?: number;
    /**
     * Most bandwidth that a node can have.
     * @example 2048
     */
    max_bandwidth_for_node?: number;
}
/** One cache instance in full, its backup policy included. */
export interface DcsInstance {
    /**
     * Id of the instance.
     * @example a4c545cd-10b2-4efc-b0ab-a9b554ca0621
     */
    instance_id: string;
    /**
     * Name of the instance.
     * @example dcs-billing
     */
    name: string;
    /** State of the instance. Only a running instance is backed up. */
    status: DcsInstanceStatus;
    /**
     * State of the instance in more detail. No page lists the values; `normal` and `UPDATE_SSL` were shown.
     * @example normal
     */
    sub_status?: string;
    /** Kind of the instance. Only other kinds than `single` are backed up. */
    cache_mode?: DcsCacheMode;
    /** When and how the instance is backed up by itself: the policy with its id and times around it, or, as an older page shows, the policy alone. Null if none is set and for a single-node instance. */
    instance_backup_policy: DcsInstanceBackupPolicy | DcsBackupPolicy | null;
    /**
     * Name of the virtual private cloud (VPC).
     * @example dcs-beta
     */
    vpc_name: string;
    /**
     * How the instance is billed: `0` by use, `1` by the month or year, which only Huawei Cloud has.
     * @example 0
     */
    charging_mode: number;
    /**
     * Id of the virtual private cloud (VPC).
     * @example 5e37b3be-950a-48e1-b498-65b63d336481
     */
    vpc_id: string;
    /**
     * Name of the user who owns the instance.
     * @example clouduser
     */
    user_name: string;
    /**
     * When the instance was created, in UTC, RFC 3339 with milliseconds.
     * @example 2022-08-29T08:53:47.319Z
     */
    created_at: string;
    /**
     * Description of the instance that a person entered. Null if there is none.
     * @example redis instance description
     */
    description: string | null;
    /**
     * Id of the security group.
     * @example securityGroupId
     */
    security_group_id: string;
    /**
     * Name of the security group.
     * @example securityGroupId
     */
    security_group_name: string;
    /**
     * Memory of the instance in MB.
     * @example 128
     */
    max_memory: number;
    /**
     * Memory in use, in MB.
     * @example 2
     */
    used_memory: number;
    /**
     * Capacity of the cache in GB; `0` for an instance below 1 GB, whose capacity is in `capacity_minor`.
     * @example 0
     */
    capacity: number;
    /**
     * Capacity in GB of an instance below 1 GB, as a decimal in a string that may begin with its point. Null if there is none.
     * @example .125
     */
    capacity_minor: string | null;
    /**
     * Start of the maintenance window as `HH:mm:ss` in UTC.
     * @example 18:00:00
     */
    maintain_begin: string;
    /**
     * End of the maintenance window as `HH:mm:ss` in UTC.
     * @example 19:00:00
     */
    maintain_end: string;
    /**
     * Engine of the cache.
     * @example Redis
     */
    engine: string;
    /**
     * Whether the instance can be used without a password: `true` or `false`, in a string or not.
     * @example true
     */
    no_password_access: string | boolean;
    /**
     * Address of the instance; several of a cluster, separated by commas.
     * @example 192.168.0.251
     */
    ip: string;
    /**
     * Codes of the availability zones that the instance lies in.
     * @example [
     *       "xx-xxxxx-xx"
     *     ]
     */
    az_codes: string[];
    /**
     * Ids of the availability zones that the instance lies in.
     * @example [
     *       "d539378ec1314c85b76fefa3f7071458"
     *     ]
     */
    available_zones?: string[];
    /**
     * User name with which the instance is accessed by password. Null if there is none.
     * @example default
     */
    access_user: string | null;
    /**
     * Port of the instance.
     * @example 6379
     */
    port: number;
    /**
     * Id of the user who owns the instance.
     * @example d53977d1adfb49c5b025ba7d33a13fd7
     */
    user_id: string;
    /**
     * Code of the product specification, such as `redis.ha.xu1.tiny.r2.128`.
     * @example redis.ha.xu1.tiny.r2.128
     */
    spec_code: string;
    /**
     * Id of the subnet.
     * @example a4112635-3ec0-471c-95c3-5cf49b9533af
     */
    subnet_id: string;
    /**
     * Name of the subnet.
     * @example dcs-beta
     */
    subnet_name: string;
    /**
     * Address range of the subnet, in CIDR notation.
     * @example 192.168.0.0/24
     */
    subnet_cidr: string;
    /**
     * Version of the engine.
     * @example 5.0
     */
    engine_version: string;
    /**
     * Id of the order by which the instance was bought. Null if there is none.
     * @example CS2005271528ZYJH2
     */
    order_id: string | null;
    /**
     * Host name of the instance. Null if there is none.
     * @example redis-a4c545cd-10b2-4efc-b0ab-a9b554ca0621.dcs.example.com
     */
    domain_name: string | null;
    /**
     * Host name for reading alone. Only an instance with a standby node has one.
     * @example redis-e6ba862a-a311-4df1-b0a6-16472ac28dfe-readonly.dcs.huaweicloud.com:6379
     */
    readonly_domain_name?: string;
    /**
     * Whether the instance can be reached from the internet. Open Telekom Cloud reserves the field.
     * @example false
     */
    enable_publicip: boolean;
    /**
     * Id of the elastic IP address (EIP) that is bound to the instance. Open Telekom Cloud reserves the field. Null if there is none.
     * @example 8b1c9a4e-2f57-4d03-9c6e-1f0a7b3d5e42
     */
    publicip_id: string | null;
    /**
     * Elastic IP address (EIP) that is bound to the instance. Null if there is none.
     * @example 203.0.113.25
     */
    publicip_address: string | null;
    /**
     * Whether access from the internet is encrypted. Open Telekom Cloud reserves the field.
     * @example false
     */
    enable_ssl: boolean;
    /**
     * Whether an upgrade of the instance is pending or running.
     * @example false
     */
    service_upgrade: boolean;
    /**
     * Id of the upgrade; an empty string or null without one.
     * @example
     */
    service_task_id: string | null;
    /**
     * Id of the enterprise project; `0`, as a string or a number, is the default one.
     * @example 0
     */
    enterprise_project_id: string | number;
    /**
     * Addresses of the nodes behind a cluster instance.
     * @example 192.168.22.248:6379
     */
    backend_addrs?: string;
    /** What the instance supports. */
    features?: DcsInstanceFeatures;
    /** State of the host name and of its resolution in the internet. */
    domain_name_info?: DcsDomainNameInfo;
    /**
     * Whether the instance sees the addresses of its clients.
     * @example true
     */
    transparent_client_ip_enable?: boolean;
    /** Tags of the instance. */
    tags?: DcsInstanceTag[];
    /**
     * Type of the processor, as a rule `x86_64` or `aarch64`.
     * @example x86_64
     */
    cpu_type?: string;
    /**
     * Name of the enterprise project.
     * @example default
     */
    enterprise_project_name: string;
    /**
     * When the instance last changed, in UTC, RFC 3339 with milliseconds. The listing calls it `updated_at`.
     * @example 2022-07-06T09:32:16.502Z
     */
    update_at?: string;
    /** Edition of the instance. */
    product_type?: DcsProductType;
    /** What the data are stored in. */
    storage_type?: DcsStorageType;
    /**
     * When the instance was started, in UTC, RFC 3339 with milliseconds.
     * @example 2022-07-06T09:32:16.502Z
     */
    launched_at?: string;
    /**
     * Whether the log of slow queries is supported, as a string. No page shows a value.
     * @example true
     */
    support_slow_log_flag?: string;
    /**
     * Number of databases.
     * @example 2
     */
    db_number?: number;
    /**
     * Number of replicas.
     * @example 3
     */
    replica_count?: number;
    /**
     * Number of shards of a cluster instance.
     * @example 3
     */
    sharding_count?: number;
    /** Bandwidth of the instance and its temporary increases. */
    bandwidth_info?: DcsBandwidth;
    /**
     * Code of the service in the vendor's billing.
     * @example hws.service.type.dcs
     */
    cloud_service_type_code?: string;
    /**
     * Code of the kind of resource in the vendor's billing.
     * @example hws.resource.type.dcs3
     */
    cloud_resource_type_code?: string;
    /**
     * Code of the specification in the vendor's billing. The spelling is what is on the wire.
     * @example redis.ha.xu1.tiny.r2.128
     */
    inquery_spec_code?: string;
    /**
     * Whether the instance is free of charge. Reserved, and shown as false and as null.
     * @example false
     */
    free?: string | boolean | null;
    /**
     * Whether the instance is free of charge. Reserved, and shown as false.
     * @example false
     */
    is_free?: string | boolean;
    /**
     * Whether the instance runs on a library operating system. Reserved, and shown as false.
     * @example false
     */
    libos?: string | boolean;
    /**
     * Role of the instance in disaster recovery between regions. Reserved, and null.
     * @example null
     */
    crr_role?: string | null;
    /**
     * State of the active-active feature. Reserved, and null.
     * @example null
     */
    active_active?: Record<string, unknown> | null;
    /**
     * What the instance is busy with. The only page that has the field calls its type any, and shows a word.
     * @example BACKUPING
     */
    task?: string | number | boolean | Record<string, unknown> | unknown[] | null;
    /**
     * Links of the proxies of a cluster instance. Reserved, and null.
     * @example null
     */
    proxy_links?: Record<string, unknown> | null;
}
/**
 * State of a restoration. The spelling of `succeed` is what is on the wire.
 * @example succeed
 */
export type DcsRestoreStatus = "waiting" | "restoring" | "succeed" | "failed" | (string & {});
/** One restoration of a cache instance from one of its backups. The instance is that of the path. */
export interface DcsRestoreRecord {
    /** State of the restoration. */
    status: DcsRestoreStatus;
    /**
     * Share of the restoration that is done, in percent with two decimals, written as a string.
     * @example 100.00
     */
    progress: string;
    /**
     * Id of the record, by which repeated records are recognised.
     * @example a6155972-800c-4170-a479-3231e907d2f6
     */
    restore_id: string;
    /**
     * Name of the restoration. Never read a time from it.
     * @example restore_20170718214120
     */
    restore_name: string;
    /**
     * What the person who started the restoration noted about it.
     * @example doctest
     */
    restore_remark: (string | null) | DcsEmptyObject;
    /**
     * Id of the backup that the instance was restored from.
     * @example f4823e9e-fe9b-4ffd-be79-4e5d6de272bb
     */
    backup_id: string;
    /**
     * Name of that backup.
     * @example backup_20170718000002
     */
    backup_name: string;
    /**
     * What was noted about that backup.
     * @example before the upgrade
     */
    backup_remark: (string | null) | DcsEmptyObject;
    /**
     * When the restoration was requested, in UTC, RFC 3339 with milliseconds.
     * @example 2017-07-18T21:41:20.721Z
     */
    created_at: string;
    /**
     * When the restoration was completed, in UTC, RFC 3339 with milliseconds; until then, it is taken for the last change of status.
     * @example 2017-07-18T21:41:35.182Z
     */
    updated_at: string;
    /**
     * Why the restoration failed; null or an empty object if it did not.
     * @example dcs.08.0007
     */
    error_code: DcsJobErrorCode | DcsEmptyObject | null;
}
/** One page of restore records, and how many there are in all. */
export interface DcsRestoreRecordList {
    /** The records of this page. Their order is not documented. */
    restore_record_response: DcsRestoreRecord[];
    /**
     * Number of records that match the filters, on all pages together. That it does not count this page only is inferred.
     * @example 1
     */
    total_num: number;
}
