// Generated from the contract by `npm run generate`. Do not edit.
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
         * @deprecated
         * @description Answers one page of the backup records of one cache instance. Without filters the listing covers every
         *     record, finished or not, and those whose file has expired or was deleted. An instance without records
         *     is expected to answer an empty list.
         *
         *     The caller needs the IAM action `dcs:instance:getDataBackupLog`.
         *
         *     **Outdated.** Both clouds file v1.0 among their outdated interfaces and name the v2 call,
         *     `ListBackupRecords`, as the one to use. To move, change
         *
         *     | | v1.0 | v2 |
         *     |---|---|---|
         *     | path | `/v1.0/…` | `/v2/…` |
         *     | first record | `start`, a number that counts from 1 | `offset`, the records to skip, from 0 |
         *     | period | `beginTime`, `endTime` | `begin_time`, `end_time` |
         *     | no record | 200 with an empty list | 200 with an empty list, or 204 without a body |
         *     | error body | `error.code`, `error.message`, `error.ext_message` | `error_code`, `error_msg`, `error_ext_msg` |
         *
         *     The records themselves are the same.
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
         * @description Answers one page of the backup records of one cache instance, like `ListBackupRecordsV1`, which it
         *     replaces. The name is the vendor's own.
         *
         *     The caller needs the IAM action `dcs:instance:getDataBackupLog`.
         *
         *     Where an instance has no record, the answer is either 200 with an empty list or, on Open Telekom
         *     Cloud, 204 without a body; both mean an empty page.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What became of a backup and of its file. The spelling of `backuping` and `succeed` is what is on the wire.
         * @enum {string}
         */
        DcsBackupStatus: "waiting" | "backuping" | "succeed" | "failed" | "expired" | "deleted" | (string & {});
        /**
         * @description Who started a backup.
         * @enum {string}
         */
        DcsBackupType: "manual" | "auto" | (string & {});
        /**
         * @description Format of a backup file. The letter case differs between the document and the vendors' clients, so compare without it.
         * @enum {string}
         */
        DcsBackupFormat: "AOF" | "aof" | "rdb" | (string & {});
        /**
         * @description Why a backup job failed. These are failures of the job that a record tells of, not errors of the call that lists it. The documents give one list for backups and restorations together.
         * @enum {string}
         */
        DcsJobErrorCode: "dcs.08.0001" | "dcs.08.0002" | "dcs.08.0003" | "dcs.08.0004" | "dcs.08.0005" | "dcs.08.0006" | "dcs.08.0007" | "dcs.08.0008" | (string & {});
        /**
         * @description A truth value, written as an upper-case word in a string.
         * @enum {string}
         */
        DcsRestoreSupport: "TRUE" | "FALSE" | (string & {});
        /**
         * @description One backup of a cache instance.
         *
         *     The union of what the documents show: `execution_at` and `backup_format` are each missing from some of them,
         *     everything else is in every documented record.
         */
        DcsBackupRecord: {
            /** @description What became of the backup and of its file. */
            status: components["schemas"]["DcsBackupStatus"];
            /**
             * @description What the person who asked for the backup noted about it; null where nothing was noted.
             * @example 001
             */
            remark: string | null;
            /**
             * @description Time of day in which the backup ran, as `HH:mm-HH:mm` in an unstated zone; null in the documented backup that a person asked for. The vendors' examples for v2 show an empty object here, which the client reads as null in the unified record.
             * @example 22:00-23:00
             */
            period: string | null;
            /**
             * @description Share of the backup that is done, in percent with two decimals, written as a string.
             * @example 100.00
             */
            progress: string;
            /**
             * Format: int64
             * @description Size of the backup file in bytes. A 64-bit integer: a value above 2^53-1 is beyond what a JavaScript number holds exactly.
             * @example 880232
             */
            size: number | bigint;
            /**
             * @description Id of the instance that was backed up.
             * @example 5560df16-cebf-4473-95c4-d1b573c16e79
             */
            instance_id: string;
            /**
             * @description Id of the record, by which repeated records are told.
             * @example 4631832a-14c6-45b0-a0b3-3abd8f591ad1
             */
            backup_id: string;
            /**
             * Format: date-time
             * @description When the backup task was created, in UTC, RFC 3339 with milliseconds.
             * @example 2019-05-10T08:31:16.166Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the status last changed, in UTC, RFC 3339 with milliseconds. For a backup that succeeded or failed this is its end; for one that has expired it is the expiry, although the documents call it the completion.
             * @example 2019-05-10T08:32:30.546Z
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description When the backup began to run, in UTC, RFC 3339 with milliseconds. The oldest document lacks it.
             * @example 2019-05-10T08:31:21.461Z
             */
            execution_at?: string;
            /** @description Who started the backup. */
            backup_type: components["schemas"]["DcsBackupType"];
            /**
             * @description Name of the backup. The digits in a name given by the service are a local time whose offset from UTC varies: never read a time from it.
             * @example backup_20190510163116
             */
            backup_name: string;
            /** @description Format of the backup file. Only the document of Open Telekom Cloud has this field. */
            backup_format?: components["schemas"]["DcsBackupFormat"];
            /**
             * @description Why the backup failed; null where it did not. The vendors' examples for v2 show an empty object here, which the client reads as null in the unified record.
             * @example dcs.08.0002
             */
            error_code: components["schemas"]["DcsJobErrorCode"] | null;
            /** @description Whether the instance can be restored from this backup, as an upper-case word. The documented records that have expired still say that it can. */
            is_support_restore: components["schemas"]["DcsRestoreSupport"];
        };
        /** @description One page of backup records, and how many there are in all. */
        DcsBackupRecordList: {
            /** @description The records of this page. Their order is not documented; in the documented examples the newest comes first. */
            backup_record_response: components["schemas"]["DcsBackupRecord"][];
            /**
             * @description Number of records that match the filters, on all pages together. The documents can be read as if it counted this page only; two clients of the vendors' successor call read it as the overall total.
             * @example 4
             */
            total_num: number;
        };
        /**
         * @description Codes with which the service refuses to list backup records, in their present form and, where one is known, in the older one of nine digits. The list is not complete: other codes come, too.
         * @enum {string}
         */
        DcsApiErrorCode: "DCS.1001" | "DCS.1002" | "DCS.1003" | "DCS.1004" | "DCS.2003" | "DCS.3002" | "DCS.3003" | "DCS.3022" | "DCS.4001" | "DCS.4002" | "DCS.4062" | "DCS.4063" | "DCS.5000" | "DCS.5024" | "DCS.5077" | "DCS.5078" | "111400002" | "111401001" | "111404022" | (string & {});
        /** @description What v1.0 answers when it refuses or fails a request. */
        DcsErrorBody: {
            /** @description What went wrong. */
            error: {
                /**
                 * @description Code of the error, one of the listed ones or another.
                 * @example DCS.3022
                 */
                code: components["schemas"]["DcsApiErrorCode"] | string;
                /**
                 * @description What went wrong, in words for a person.
                 * @example The instance does not exist.
                 */
                message: string;
                /**
                 * @description More detail, where there is any.
                 * @example null
                 */
                ext_message?: string | null;
            };
        };
        /**
         * @description Codes of the API gateway that a read can meet. The list is not complete; other codes come, too.
         * @enum {string}
         */
        GatewayErrorCode: "APIGW.0101" | "APIGW.0201" | "APIGW.0301" | "APIGW.0302" | "APIGW.0307" | "APIGW.0308" | "APIGW.0310" | "APIGW.0601" | "APIGW.0610" | "APIGW.0613" | "APIGW.0801" | (string & {});
        /** @description What the API gateway in front of the service answers when it turns a request away itself. It can come from any operation and with any error status. */
        GatewayErrorBody: {
            /**
             * @description Code of the error, one of the listed ones or another.
             * @example APIGW.0308
             */
            error_code: components["schemas"]["GatewayErrorCode"] | string;
            /**
             * @description What went wrong, in words for a person.
             * @example The throttling threshold has been reached.
             */
            error_msg: string;
            /**
             * @description Id of the request, to be quoted to the vendor's support.
             * @example a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5
             */
            request_id?: string;
        };
        /** @description What v2 answers when it refuses or fails a request. */
        DcsFlatErrorBody: {
            /**
             * @description Code of the error, one of the listed ones or another.
             * @example DCS.3022
             */
            error_code: components["schemas"]["DcsApiErrorCode"] | string;
            /**
             * @description What went wrong, in words for a person.
             * @example The instance does not exist.
             */
            error_msg: string;
            /**
             * @description More detail, where there is any.
             * @example null
             */
            error_ext_msg?: string | null;
        };
    };
    responses: {
        /** @description One page of backup records. */
        BackupRecords: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsBackupRecordList"];
            };
        };
        /** @description A parameter or the project id is not valid. Sending the same request again does not help. */
        BadRequestV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The token or the signature is missing, wrong or expired. */
        UnauthorizedV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The caller is known but may not list the backups of this instance. */
        ForbiddenV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description There is no such instance in the project, or no such address. */
        NotFoundV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description Too many requests came in too short a time. The gateway in front of the service refuses them; try again later. */
        GatewayTooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The service failed while it handled the request. */
        InternalErrorV1: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The gateway got no usable answer from the service. The body may be no JSON at all. */
        GatewayBadGateway: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The service is not available for the moment. The body may be no JSON at all. */
        GatewayUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The service did not answer the gateway in time. The body may be no JSON at all. */
        GatewayTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description One page of backup records. */
        BackupRecordsV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsBackupRecordList"];
            };
        };
        /** @description There is no record to answer; read it as an empty page. Listed for Open Telekom Cloud only. */
        NoBackupRecords: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A parameter or the project id is not valid. Sending the same request again does not help. */
        BadRequestV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsFlatErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The token or the signature is missing, wrong or expired. */
        UnauthorizedV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsFlatErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The caller is known but may not list the backups of this instance. */
        ForbiddenV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsFlatErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description There is no such instance in the project, or no such address. */
        NotFoundV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsFlatErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The service failed while it handled the request. */
        InternalErrorV2: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsFlatErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
    };
    parameters: {
        /** @description Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
        ProjectId: string;
        /** @description Id of the cache instance whose backups are listed. */
        InstanceId: string;
        /** @description Number of the first record to answer, counted from 1. The documents do not say so outright, but the number is taken to count records, not pages: the next page starts at this number plus the number of records received. A value below 1 is documented neither as legal nor as refused. */
        Start: number;
        /** @description Most records that one page may hold. No maximum is documented, so a service may answer fewer than asked for. */
        Limit: number;
        /** @description Start of the period to list, as 14 digits `yyyyMMddHHmmss`. The documents name neither the zone, nor whether the first second itself belongs to the period, nor which time of a record is compared; this contract reads it as UTC, as v2 does. */
        BeginTime: string;
        /** @description End of the period to list, as 14 digits `yyyyMMddHHmmss`. The documents name neither the zone, nor whether the last second itself belongs to the period, nor which time of a record is compared; this contract reads it as UTC, as v2 does. */
        EndTime: string;
        /** @description Number of records to skip before the first one to answer. The next page starts at this number plus the number of records received. */
        Offset: number;
        /** @description Most records that one page may hold. Older references of the vendors state no bounds; the latest of Huawei Cloud allows 1 to 1000 and names 10 as the default, so a service may refuse or cut more than that. */
        LimitV2: number;
        /** @description Start of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
        BeginTimeV2: string;
        /** @description End of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
        EndTimeV2: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type DcsBackupStatus = components['schemas']['DcsBackupStatus'];
export type DcsBackupType = components['schemas']['DcsBackupType'];
export type DcsBackupFormat = components['schemas']['DcsBackupFormat'];
export type DcsJobErrorCode = components['schemas']['DcsJobErrorCode'];
export type DcsRestoreSupport = components['schemas']['DcsRestoreSupport'];
export type DcsBackupRecord = components['schemas']['DcsBackupRecord'];
export type DcsBackupRecordList = components['schemas']['DcsBackupRecordList'];
export type DcsApiErrorCode = components['schemas']['DcsApiErrorCode'];
export type DcsErrorBody = components['schemas']['DcsErrorBody'];
export type GatewayErrorCode = components['schemas']['GatewayErrorCode'];
export type GatewayErrorBody = components['schemas']['GatewayErrorBody'];
export type DcsFlatErrorBody = components['schemas']['DcsFlatErrorBody'];
export type ResponseBackupRecords = components['responses']['BackupRecords'];
export type ResponseBadRequestV1 = components['responses']['BadRequestV1'];
export type ResponseUnauthorizedV1 = components['responses']['UnauthorizedV1'];
export type ResponseForbiddenV1 = components['responses']['ForbiddenV1'];
export type ResponseNotFoundV1 = components['responses']['NotFoundV1'];
export type ResponseGatewayTooManyRequests = components['responses']['GatewayTooManyRequests'];
export type ResponseInternalErrorV1 = components['responses']['InternalErrorV1'];
export type ResponseGatewayBadGateway = components['responses']['GatewayBadGateway'];
export type ResponseGatewayUnavailable = components['responses']['GatewayUnavailable'];
export type ResponseGatewayTimeout = components['responses']['GatewayTimeout'];
export type ResponseBackupRecordsV2 = components['responses']['BackupRecordsV2'];
export type ResponseNoBackupRecords = components['responses']['NoBackupRecords'];
export type ResponseBadRequestV2 = components['responses']['BadRequestV2'];
export type ResponseUnauthorizedV2 = components['responses']['UnauthorizedV2'];
export type ResponseForbiddenV2 = components['responses']['ForbiddenV2'];
export type ResponseNotFoundV2 = components['responses']['NotFoundV2'];
export type ResponseInternalErrorV2 = components['responses']['InternalErrorV2'];
export type ParameterProjectId = components['parameters']['ProjectId'];
export type ParameterInstanceId = components['parameters']['InstanceId'];
export type ParameterStart = components['parameters']['Start'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterBeginTime = components['parameters']['BeginTime'];
export type ParameterEndTime = components['parameters']['EndTime'];
export type ParameterOffset = components['parameters']['Offset'];
export type ParameterLimitV2 = components['parameters']['LimitV2'];
export type ParameterBeginTimeV2 = components['parameters']['BeginTimeV2'];
export type ParameterEndTimeV2 = components['parameters']['EndTimeV2'];
export type $defs = Record<string, never>;
export interface operations {
    ListBackupRecordsV1: {
        parameters: {
            query?: {
                /** @description Number of the first record to answer, counted from 1. The documents do not say so outright, but the number is taken to count records, not pages: the next page starts at this number plus the number of records received. A value below 1 is documented neither as legal nor as refused. */
                start?: components["parameters"]["Start"];
                /** @description Most records that one page may hold. No maximum is documented, so a service may answer fewer than asked for. */
                limit?: components["parameters"]["Limit"];
                /** @description Start of the period to list, as 14 digits `yyyyMMddHHmmss`. The documents name neither the zone, nor whether the first second itself belongs to the period, nor which time of a record is compared; this contract reads it as UTC, as v2 does. */
                beginTime?: components["parameters"]["BeginTime"];
                /** @description End of the period to list, as 14 digits `yyyyMMddHHmmss`. The documents name neither the zone, nor whether the last second itself belongs to the period, nor which time of a record is compared; this contract reads it as UTC, as v2 does. */
                endTime?: components["parameters"]["EndTime"];
            };
            header?: never;
            path: {
                /** @description Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
                project_id: components["parameters"]["ProjectId"];
                /** @description Id of the cache instance whose backups are listed. */
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
                /** @description Number of records to skip before the first one to answer. The next page starts at this number plus the number of records received. */
                offset?: components["parameters"]["Offset"];
                /** @description Most records that one page may hold. Older references of the vendors state no bounds; the latest of Huawei Cloud allows 1 to 1000 and names 10 as the default, so a service may refuse or cut more than that. */
                limit?: components["parameters"]["LimitV2"];
                /** @description Start of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
                begin_time?: components["parameters"]["BeginTimeV2"];
                /** @description End of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
                end_time?: components["parameters"]["EndTimeV2"];
            };
            header?: never;
            path: {
                /** @description Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
                project_id: components["parameters"]["ProjectId"];
                /** @description Id of the cache instance whose backups are listed. */
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
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalErrorV2"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
