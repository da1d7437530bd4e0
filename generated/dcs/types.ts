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
         *     | what | v1.0 | v2 |
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
         *     replaces. Of the documents only one of Open Telekom Cloud describes it; Huawei Cloud has it, too.
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
    "/v2/{project_id}/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the instances of a project
         * @description Answers one page of the cache instances of a project. Without filters the listing leaves out instances that
         *     could not be created and those that were deleted. It says nothing of backup policies; `ShowInstance` does,
         *     instance by instance.
         *
         *     The caller needs the IAM action `dcs:instance:list`.
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
         * @description Answers one cache instance in full, with the policy after which it is backed up by itself.
         *
         *     The caller needs the IAM action `dcs:instance:get`.
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
         * @description Answers one page of the restorations of one cache instance from its backups, finished or not.
         *
         *     The caller needs the IAM action `dcs:instance:getDataRestoreLog`.
         *
         *     Where an instance was never restored, the answer is either 204 without a body or 200 with an empty list; both
         *     mean an empty page.
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
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What became of a backup and of its file. The spelling of `backuping` and `succeed` is what is on the wire.
         * @example succeed
         * @enum {string}
         */
        DcsBackupStatus: "waiting" | "backuping" | "succeed" | "failed" | "expired" | "deleted" | (string & {});
        /** @description An object without fields, which the pages show in the place of null. */
        DcsEmptyObject: Record<string, unknown>;
        /**
         * @description Who started a backup.
         * @example manual
         * @enum {string}
         */
        DcsBackupType: "manual" | "auto" | (string & {});
        /**
         * @description Format of a backup file. The letter case differs between the documents, so compare without it.
         * @example aof
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
         * @example TRUE
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
             * @description Time of day in which the backup ran, as `HH:mm-HH:mm` in an unstated zone; null in the documented backup that a person asked for, and an empty object in that of v2. The client reads both as null in the unified record.
             * @example 22:00-23:00
             */
            period: (string | null) | components["schemas"]["DcsEmptyObject"];
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
            /** @description Format of the backup file. Only the documents of Open Telekom Cloud have this field. */
            backup_format?: components["schemas"]["DcsBackupFormat"];
            /**
             * @description Why the backup failed; null where it did not, and an empty object in the documented backup of v2. The client reads both as null in the unified record.
             * @example dcs.08.0002
             */
            error_code: components["schemas"]["DcsJobErrorCode"] | components["schemas"]["DcsEmptyObject"] | null;
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
         * @description Codes with which the service refuses or fails a read, in their present form and, where one is known, in the older one of nine digits. The list is not complete: other codes come, too.
         * @enum {string}
         */
        DcsApiErrorCode: "DCS.1001" | "DCS.1002" | "DCS.1003" | "DCS.1004" | "DCS.2003" | "DCS.2007" | "DCS.3002" | "DCS.3003" | "DCS.3022" | "DCS.4001" | "DCS.4002" | "DCS.4025" | "DCS.4061" | "DCS.4062" | "DCS.4063" | "DCS.4800" | "DCS.5000" | "DCS.5001" | "DCS.5024" | "DCS.5077" | "DCS.5078" | "DCS.5079" | "111400002" | "111400061" | "111400062" | "111400063" | "111400800" | "111401001" | "111401002" | "111401003" | "111401004" | "111403002" | "111403003" | "111404001" | "111404022" | "111405001" | "111500000" | "111500024" | "111500077" | "111500078" | "111500079" | (string & {});
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
             * @description More detail. The pages call it unused and null.
             * @example null
             */
            error_ext_msg?: string | null;
        };
        /**
         * @description State of a cache instance. Open Telekom Cloud does not list `FROZEN` and `FLUSHING`.
         * @example RUNNING
         * @enum {string}
         */
        DcsInstanceStatus: "CREATING" | "CREATEFAILED" | "RUNNING" | "ERROR" | "RESTARTING" | "FROZEN" | "EXTENDING" | "RESTORING" | "FLUSHING" | (string & {});
        /** @description One tag of an instance. */
        DcsInstanceTag: {
            /**
             * @description Key of the tag. The documented examples show a number.
             * @example key1
             */
            key: string | number;
            /**
             * @description Value of the tag.
             * @example DCS
             */
            value: string;
        };
        /** @description An availability zone, as Huawei Cloud's listing shows it. */
        DcsAvailabilityZone: {
            /**
             * @description Code of the availability zone.
             * @example cn-north-4a
             */
            az_code: string;
        };
        /** @description What an instance supports. */
        DcsInstanceFeatures: {
            /**
             * @description Whether access control lists are supported.
             * @example true
             */
            support_acl: boolean;
            /**
             * @description Whether the instance can see the addresses of its clients.
             * @example true
             */
            support_transparent_client_ip: boolean;
            /**
             * @description Whether encrypted connections are supported.
             * @example false
             */
            support_ssl: boolean;
            /**
             * @description Whether audit logs are supported.
             * @example false
             */
            support_audit_log: boolean;
        };
        /** @description One cache instance in the listing, which says nothing of its backup policy. */
        DcsListedInstance: {
            /**
             * @description Id of the instance.
             * @example c830053e-d5a3-4bc0-b6d6-ca37d1ea9dd5
             */
            instance_id: string;
            /**
             * @description Name of the instance.
             * @example dcs-lpvo0829
             */
            name: string;
            /** @description State of the instance. Only a running instance is backed up. */
            status: components["schemas"]["DcsInstanceStatus"];
            /**
             * @description State of the instance in more detail. No page lists the values; `normal` and `UPDATE_SSL` were shown.
             * @example normal
             */
            sub_status?: string;
            /**
             * @description Id of the elastic IP address (EIP) that is bound to the instance. Open Telekom Cloud reserves the field. Null where there is none.
             * @example 8b1c9a4e-2f57-4d03-9c6e-1f0a7b3d5e42
             */
            publicip_id: (string | null) | components["schemas"]["DcsEmptyObject"];
            /**
             * @description Name of the virtual private cloud (VPC).
             * @example dcs-beta
             */
            vpc_name: string;
            /**
             * @description How the instance is billed: `0` by use, `1` by the month or year, which only Huawei Cloud has.
             * @example 0
             */
            charging_mode: number;
            /**
             * @description Id of the virtual private cloud (VPC).
             * @example 5e37b3be-950a-48e1-b498-65b63d336481
             */
            vpc_id: string;
            /**
             * @description Id of the subnet.
             * @example a4112635-3ec0-471c-95c3-5cf49b9533af
             */
            subnet_id: string;
            /**
             * @description Id of the security group.
             * @example securityGroupId
             */
            security_group_id: string;
            /**
             * Format: date-time
             * @description When the instance was created, in UTC, RFC 3339 with milliseconds.
             * @example 2022-08-29T09:00:34.335Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the instance last changed, in UTC, RFC 3339 with milliseconds. The answer about a single instance calls it `update_at`.
             * @example 2022-08-29T09:00:34.335Z
             */
            updated_at?: string;
            /**
             * @description Whether access from the internet is encrypted. Open Telekom Cloud reserves the field.
             * @example false
             */
            enable_ssl: boolean;
            /**
             * @description Memory of the instance in MB.
             * @example 128
             */
            max_memory: number;
            /**
             * @description Memory in use, in MB.
             * @example 2
             */
            used_memory: number;
            /**
             * @description Elastic IP address (EIP) that is bound to the instance. Null where there is none.
             * @example 203.0.113.25
             */
            publicip_address: string | null;
            /**
             * @description Capacity of the cache in GB; `0` for an instance below 1 GB, whose capacity is in `capacity_minor`.
             * @example 0
             */
            capacity: number;
            /**
             * @description Capacity in GB of an instance below 1 GB, as a decimal in a string that may begin with its point. Null where there is none.
             * @example .125
             */
            capacity_minor: string | null;
            /**
             * @description Id of the order by which the instance was bought. Null where there is none.
             * @example CS2005271528ZYJH2
             */
            order_id?: string | null;
            /**
             * @description Start of the maintenance window as `HH:mm:ss` in UTC.
             * @example 18:00:00
             */
            maintain_begin: string;
            /**
             * @description End of the maintenance window as `HH:mm:ss` in UTC.
             * @example 19:00:00
             */
            maintain_end: string;
            /**
             * @description Engine of the cache.
             * @example Redis
             */
            engine: string;
            /**
             * @description Version of the engine.
             * @example 5.0
             */
            engine_version: string;
            /**
             * @description Whether an upgrade of the instance is pending or running.
             * @example false
             */
            service_upgrade: boolean;
            /**
             * @description Whether the instance can be used without a password: `true` or `false`, in a string or not.
             * @example true
             */
            no_password_access: string | boolean;
            /**
             * @description Id of the upgrade; an empty string or null without one.
             * @example
             */
            service_task_id: string | null;
            /**
             * @description Address of the instance; several of a cluster, separated by commas.
             * @example 192.168.0.195
             */
            ip: string;
            /**
             * @description User name with which the instance is accessed by password. Null where there is none.
             * @example default
             */
            access_user: string | null;
            /**
             * @description Whether the instance can be reached from the internet. Open Telekom Cloud reserves the field.
             * @example false
             */
            enable_publicip: boolean;
            /**
             * @description Port of the instance.
             * @example 6379
             */
            port: number;
            /**
             * @description Id of the user who owns the instance.
             * @example d53977d1adfb49c5b025ba7d33a13fd7
             */
            user_id: string;
            /**
             * @description Name of the user who owns the instance.
             * @example clouduser
             */
            user_name: string;
            /**
             * @description Host name of the instance. Null where there is none.
             * @example redis-c830053e-d5a3-4bc0-b6d6-ca37d1ea9dd5.dcs.**cloud.com
             */
            domain_name: string | null;
            /**
             * @description Host name for reading alone. Only an instance with a standby node has one.
             * @example redis-e6ba862a-a311-4df1-b0a6-16472ac28dfe-readonly.dcs.huaweicloud.com:6379
             */
            readonly_domain_name?: string;
            /**
             * @description Code of the product specification, such as `redis.ha.xu1.tiny.r2.128`.
             * @example redis.ha.xu1.tiny.r2.128
             */
            spec_code: string;
            /** @description Tags of the instance. */
            tags: components["schemas"]["DcsInstanceTag"][];
            /**
             * @description Id of the enterprise project; `0`, as a string or a number, is the default one.
             * @example 0
             */
            enterprise_project_id: string | number;
            /**
             * @description Description of the instance that a person entered. Null where there is none.
             * @example redis instance description
             */
            description: string | null;
            /**
             * @description Type of the processor, as a rule `x86_64` or `aarch64`.
             * @example x86_64
             */
            cpu_type: string;
            /**
             * @description Codes of the availability zones that the instance lies in. Huawei Cloud's listing shows objects that hold a code.
             * @example [
             *       "region01",
             *       "region02"
             *     ]
             */
            az_codes: (string | components["schemas"]["DcsAvailabilityZone"])[];
            /** @description What the instance supports. */
            features?: components["schemas"]["DcsInstanceFeatures"];
        };
        /** @description One page of instances, and how many there are in all. */
        DcsInstanceList: {
            /**
             * @description Number of instances that match the filters, on all pages together. That it does not count this page only is inferred.
             * @example 1
             */
            instance_num: number;
            /** @description The instances of this page. Their order is not documented. */
            instances: components["schemas"]["DcsListedInstance"][];
        };
        /**
         * @description Kind of a cache instance.
         * @example ha
         * @enum {string}
         */
        DcsCacheMode: "single" | "ha" | "cluster" | "proxy" | "ha_rw_split" | (string & {});
        /**
         * @description Whether an instance is backed up by itself.
         * @example auto
         * @enum {string}
         */
        DcsBackupPolicyType: "auto" | "manual" | (string & {});
        /**
         * @description Rhythm of a backup plan.
         * @example weekly
         * @enum {string}
         */
        DcsBackupPeriodType: "weekly" | (string & {});
        /** @description The days of the week and the hour at which an instance is backed up. */
        DcsBackupPlan: {
            /**
             * @description Offset of a time zone from UTC, `-1200` to `+1200`. Open Telekom Cloud no longer uses it; Huawei Cloud says that the zone of the server holds without one.
             * @example +0800
             */
            timezone_offset?: string | null;
            /**
             * @description Days of the week on which a backup begins: `1` is Monday, `7` is Sunday.
             * @example [
             *       1,
             *       3,
             *       5
             *     ]
             */
            backup_at: number[];
            /** @description Rhythm of the plan. */
            period_type: components["schemas"]["DcsBackupPeriodType"];
            /**
             * @description The hour in which a backup begins, as `HH:mm-HH:mm`, full hours. UTC on Open Telekom Cloud; Huawei Cloud states no zone, and this contract reads UTC.
             * @example 00:00-01:00
             */
            begin_at: string;
        };
        /** @description When an instance is backed up by itself, and how long its backups are kept. Only a policy of the type `auto` does anything: plan and retention may stay when a person switches it to `manual`. */
        DcsBackupPolicy: {
            /** @description Whether the instance is backed up by itself. */
            backup_type: components["schemas"]["DcsBackupPolicyType"];
            /**
             * @description Days for which an automatic backup is kept, 1 to 7.
             * @example 1
             */
            save_days?: number;
            /** @description The days and the hour of the backups. */
            periodical_backup_plan?: components["schemas"]["DcsBackupPlan"];
        };
        /** @description The backup policy of an instance, with its id and times around it. */
        DcsInstanceBackupPolicy: {
            /**
             * @description Id of the policy.
             * @example 1d91dd7e-33de-4216-bb14-19ad6db0f454
             */
            backup_policy_id?: string;
            /**
             * Format: date-time
             * @description When the policy was created, in UTC, RFC 3339 with milliseconds.
             * @example 2022-04-11T09:45:24.790Z
             */
            created_at?: string;
            /**
             * Format: date-time
             * @description When the policy last changed, in UTC, RFC 3339 with milliseconds.
             * @example 2022-04-12T02:22:03.269Z
             */
            updated_at?: string;
            /** @description The policy itself. */
            policy?: components["schemas"]["DcsBackupPolicy"];
            /**
             * @description Id of the tenant.
             * @example 0624e839a54847039e9b2b46e8aa665a
             */
            tenant_id?: string;
        };
        /** @description An earlier host name of an instance. */
        DcsDomainName: {
            /**
             * @description The host name.
             * @example redis-5fd65919-8151-4910-8fd8-1c743248f0e2.dcs.com
             */
            domain_name?: string;
            /**
             * @description Whether it is a host name for reading alone.
             * @example true
             */
            is_readonly?: boolean;
        };
        /** @description Host name of an instance. */
        DcsDomainNameInfo: {
            /**
             * @description Whether the host name is resolved in the internet.
             * @example true
             */
            support_public_resolve: boolean;
            /**
             * @description Whether the host name follows the latest rules.
             * @example true
             */
            is_latest_rules: boolean;
            /**
             * @description Ending of the host name, which belongs to the region.
             * @example dcs.example.com
             */
            zone_name: string;
            /**
             * @description Earlier host names.
             * @example [
             *       {
             *         "domain_name": "redis-5fd65919-8151-4910-8fd8-1c743248f0e2.dcs.com",
             *         "is_readonly": true
             *       }
             *     ]
             */
            history_domain_names: components["schemas"]["DcsDomainName"][] | null;
        };
        /**
         * @description Edition of an instance. Open Telekom Cloud has `generic` only.
         * @example generic
         * @enum {string}
         */
        DcsProductType: "generic" | "enterprise" | (string & {});
        /**
         * @description What the data of an instance are stored in.
         * @example DRAM
         * @enum {string}
         */
        DcsStorageType: "DRAM" | (string & {});
        /** @description Bandwidth of an instance and its temporary increases. No example shows one. */
        DcsBandwidth: {
            /**
             * Format: int64
             * @description When the temporary increase began, in epoch milliseconds (UTC). A 64-bit integer; real values stay far below 2^53-1.
             * @example 1747728000000
             */
            begin_time?: number | bigint;
            /**
             * Format: int64
             * @description When the temporary increase ends, in epoch milliseconds (UTC). A 64-bit integer; real values stay far below 2^53-1.
             * @example 1747728000000
             */
            end_time?: number | bigint;
            /**
             * Format: int64
             * @description The time of the answer, in epoch milliseconds (UTC). A 64-bit integer; real values stay far below 2^53-1.
             * @example 1747728000000
             */
            current_time?: number | bigint;
            /**
             * @description Present bandwidth. Open Telekom Cloud gives Mbit/s as the unit, Huawei Cloud GB.
             * @example 128
             */
            bandwidth?: number;
            /**
             * Format: int64
             * @description When the bandwidth can be increased next, in epoch milliseconds (UTC). A 64-bit integer; real values stay far below 2^53-1.
             * @example 1747728000000
             */
            next_expand_time?: number | bigint;
            /**
             * @description Number of temporary increases so far.
             * @example 1
             */
            expand_count?: number;
            /**
             * Format: int64
             * @description How long a temporary increase lasts, in milliseconds. A 64-bit integer; real values stay far below 2^53-1.
             * @example 86400000
             */
            expand_effect_time?: number | bigint;
            /**
             * Format: int64
             * @description How long it takes until the next increase is possible, in milliseconds. A 64-bit integer; real values stay far below 2^53-1.
             * @example 86400000
             */
            expand_interval_time?: number | bigint;
            /**
             * @description How many temporary increases are allowed.
             * @example 3
             */
            max_expand_count?: number;
            /**
             * @description Whether an increase is under way.
             * @example false
             */
            task_running?: boolean;
            /**
             * @description Bandwidth that the instance has without an increase.
             * @example 128
             */
            assured_bandwidth?: number;
            /**
             * @description Most bandwidth that a node can have.
             * @example 2048
             */
            max_bandwidth_for_node?: number;
        };
        /** @description One cache instance in full, its backup policy included. */
        DcsInstance: {
            /**
             * @description Id of the instance.
             * @example a4c545cd-10b2-4efc-b0ab-a9b554ca0621
             */
            instance_id: string;
            /**
             * @description Name of the instance.
             * @example dcs-billing
             */
            name: string;
            /** @description State of the instance. Only a running instance is backed up. */
            status: components["schemas"]["DcsInstanceStatus"];
            /**
             * @description State of the instance in more detail. No page lists the values; `normal` and `UPDATE_SSL` were shown.
             * @example normal
             */
            sub_status?: string;
            /** @description Kind of the instance. Only other kinds than `single` are backed up. */
            cache_mode?: components["schemas"]["DcsCacheMode"];
            /** @description When and how the instance is backed up by itself: the policy with its id and times around it, or, as an older page shows, the policy alone. Null where none is set and for a single-node instance. */
            instance_backup_policy: components["schemas"]["DcsInstanceBackupPolicy"] | components["schemas"]["DcsBackupPolicy"] | null;
            /**
             * @description Name of the virtual private cloud (VPC).
             * @example dcs-beta
             */
            vpc_name: string;
            /**
             * @description How the instance is billed: `0` by use, `1` by the month or year, which only Huawei Cloud has.
             * @example 0
             */
            charging_mode: number;
            /**
             * @description Id of the virtual private cloud (VPC).
             * @example 5e37b3be-950a-48e1-b498-65b63d336481
             */
            vpc_id: string;
            /**
             * @description Name of the user who owns the instance.
             * @example clouduser
             */
            user_name: string;
            /**
             * Format: date-time
             * @description When the instance was created, in UTC, RFC 3339 with milliseconds.
             * @example 2022-08-29T08:53:47.319Z
             */
            created_at: string;
            /**
             * @description Description of the instance that a person entered. Null where there is none.
             * @example redis instance description
             */
            description: string | null;
            /**
             * @description Id of the security group.
             * @example securityGroupId
             */
            security_group_id: string;
            /**
             * @description Name of the security group.
             * @example securityGroupId
             */
            security_group_name: string;
            /**
             * @description Memory of the instance in MB.
             * @example 128
             */
            max_memory: number;
            /**
             * @description Memory in use, in MB.
             * @example 2
             */
            used_memory: number;
            /**
             * @description Capacity of the cache in GB; `0` for an instance below 1 GB, whose capacity is in `capacity_minor`.
             * @example 0
             */
            capacity: number;
            /**
             * @description Capacity in GB of an instance below 1 GB, as a decimal in a string that may begin with its point. Null where there is none.
             * @example .125
             */
            capacity_minor: string | null;
            /**
             * @description Start of the maintenance window as `HH:mm:ss` in UTC.
             * @example 18:00:00
             */
            maintain_begin: string;
            /**
             * @description End of the maintenance window as `HH:mm:ss` in UTC.
             * @example 19:00:00
             */
            maintain_end: string;
            /**
             * @description Engine of the cache.
             * @example Redis
             */
            engine: string;
            /**
             * @description Whether the instance can be used without a password: `true` or `false`, in a string or not.
             * @example true
             */
            no_password_access: string | boolean;
            /**
             * @description Address of the instance; several of a cluster, separated by commas.
             * @example 192.168.0.251
             */
            ip: string;
            /**
             * @description Codes of the availability zones that the instance lies in.
             * @example [
             *       "xx-xxxxx-xx"
             *     ]
             */
            az_codes: string[];
            /**
             * @description Ids of the availability zones that the instance lies in.
             * @example [
             *       "d539378ec1314c85b76fefa3f7071458"
             *     ]
             */
            available_zones?: string[];
            /**
             * @description User name with which the instance is accessed by password. Null where there is none.
             * @example default
             */
            access_user: string | null;
            /**
             * @description Port of the instance.
             * @example 6379
             */
            port: number;
            /**
             * @description Id of the user who owns the instance.
             * @example d53977d1adfb49c5b025ba7d33a13fd7
             */
            user_id: string;
            /**
             * @description Code of the product specification, such as `redis.ha.xu1.tiny.r2.128`.
             * @example redis.ha.xu1.tiny.r2.128
             */
            spec_code: string;
            /**
             * @description Id of the subnet.
             * @example a4112635-3ec0-471c-95c3-5cf49b9533af
             */
            subnet_id: string;
            /**
             * @description Name of the subnet.
             * @example dcs-beta
             */
            subnet_name: string;
            /**
             * @description Address range of the subnet, in CIDR notation.
             * @example 192.168.0.0/24
             */
            subnet_cidr: string;
            /**
             * @description Version of the engine.
             * @example 5.0
             */
            engine_version: string;
            /**
             * @description Id of the order by which the instance was bought. Null where there is none.
             * @example CS2005271528ZYJH2
             */
            order_id: string | null;
            /**
             * @description Host name of the instance. Null where there is none.
             * @example redis-a4c545cd-10b2-4efc-b0ab-a9b554ca0621.dcs.example.com
             */
            domain_name: string | null;
            /**
             * @description Host name for reading alone. Only an instance with a standby node has one.
             * @example redis-e6ba862a-a311-4df1-b0a6-16472ac28dfe-readonly.dcs.huaweicloud.com:6379
             */
            readonly_domain_name?: string;
            /**
             * @description Whether the instance can be reached from the internet. Open Telekom Cloud reserves the field.
             * @example false
             */
            enable_publicip: boolean;
            /**
             * @description Id of the elastic IP address (EIP) that is bound to the instance. Open Telekom Cloud reserves the field. Null where there is none.
             * @example 8b1c9a4e-2f57-4d03-9c6e-1f0a7b3d5e42
             */
            publicip_id: string | null;
            /**
             * @description Elastic IP address (EIP) that is bound to the instance. Null where there is none.
             * @example 203.0.113.25
             */
            publicip_address: string | null;
            /**
             * @description Whether access from the internet is encrypted. Open Telekom Cloud reserves the field.
             * @example false
             */
            enable_ssl: boolean;
            /**
             * @description Whether an upgrade of the instance is pending or running.
             * @example false
             */
            service_upgrade: boolean;
            /**
             * @description Id of the upgrade; an empty string or null without one.
             * @example
             */
            service_task_id: string | null;
            /**
             * @description Id of the enterprise project; `0`, as a string or a number, is the default one.
             * @example 0
             */
            enterprise_project_id: string | number;
            /**
             * @description Addresses of the nodes behind a cluster instance.
             * @example 192.168.22.248:6379
             */
            backend_addrs?: string;
            /** @description What the instance supports. */
            features?: components["schemas"]["DcsInstanceFeatures"];
            /** @description State of the host name and of its resolution in the internet. */
            domain_name_info?: components["schemas"]["DcsDomainNameInfo"];
            /**
             * @description Whether the instance sees the addresses of its clients.
             * @example true
             */
            transparent_client_ip_enable?: boolean;
            /** @description Tags of the instance. */
            tags?: components["schemas"]["DcsInstanceTag"][];
            /**
             * @description Type of the processor, as a rule `x86_64` or `aarch64`.
             * @example x86_64
             */
            cpu_type?: string;
            /**
             * @description Name of the enterprise project.
             * @example default
             */
            enterprise_project_name: string;
            /**
             * Format: date-time
             * @description When the instance last changed, in UTC, RFC 3339 with milliseconds. The listing calls it `updated_at`.
             * @example 2022-07-06T09:32:16.502Z
             */
            update_at?: string;
            /** @description Edition of the instance. */
            product_type?: components["schemas"]["DcsProductType"];
            /** @description What the data are stored in. */
            storage_type?: components["schemas"]["DcsStorageType"];
            /**
             * Format: date-time
             * @description When the instance was started, in UTC, RFC 3339 with milliseconds.
             * @example 2022-07-06T09:32:16.502Z
             */
            launched_at?: string;
            /**
             * @description Whether the log of slow queries is supported, as a string. No page shows a value.
             * @example true
             */
            support_slow_log_flag?: string;
            /**
             * @description Number of databases.
             * @example 2
             */
            db_number?: number;
            /**
             * @description Number of replicas.
             * @example 3
             */
            replica_count?: number;
            /**
             * @description Number of shards of a cluster instance.
             * @example 3
             */
            sharding_count?: number;
            /** @description Bandwidth of the instance and its temporary increases. */
            bandwidth_info?: components["schemas"]["DcsBandwidth"];
            /**
             * @description Code of the service in the vendor's billing.
             * @example hws.service.type.dcs
             */
            cloud_service_type_code?: string;
            /**
             * @description Code of the kind of resource in the vendor's billing.
             * @example hws.resource.type.dcs3
             */
            cloud_resource_type_code?: string;
            /**
             * @description Code of the specification in the vendor's billing. The spelling is what is on the wire.
             * @example redis.ha.xu1.tiny.r2.128
             */
            inquery_spec_code?: string;
            /**
             * @description Whether the instance is free of charge. Reserved, and shown as false and as null.
             * @example false
             */
            free?: string | boolean | null;
            /**
             * @description Whether the instance is free of charge. Reserved, and shown as false.
             * @example false
             */
            is_free?: string | boolean;
            /**
             * @description Whether the instance runs on a library operating system. Reserved, and shown as false.
             * @example false
             */
            libos?: string | boolean;
            /**
             * @description Role of the instance in disaster recovery between regions. Reserved, and null.
             * @example null
             */
            crr_role?: string | null;
            /**
             * @description State of the active-active feature. Reserved, and null.
             * @example null
             */
            active_active?: Record<string, unknown> | null;
            /**
             * @description What the instance is busy with. The only page that has the field calls its type any, and shows a word.
             * @example BACKUPING
             */
            task?: string | number | boolean | Record<string, unknown> | unknown[] | null;
            /**
             * @description Links of the proxies of a cluster instance. Reserved, and null.
             * @example null
             */
            proxy_links?: Record<string, unknown> | null;
        };
        /**
         * @description What became of a restoration. The spelling of `succeed` is what is on the wire.
         * @example succeed
         * @enum {string}
         */
        DcsRestoreStatus: "waiting" | "restoring" | "succeed" | "failed" | (string & {});
        /** @description One restoration of a cache instance from one of its backups. The instance is that of the path. */
        DcsRestoreRecord: {
            /** @description What became of the restoration. */
            status: components["schemas"]["DcsRestoreStatus"];
            /**
             * @description Share of the restoration that is done, in percent with two decimals, written as a string.
             * @example 100.00
             */
            progress: string;
            /**
             * @description Id of the record, by which repeated records are told.
             * @example a6155972-800c-4170-a479-3231e907d2f6
             */
            restore_id: string;
            /**
             * @description Name of the restoration. Never read a time from it.
             * @example restore_20170718214120
             */
            restore_name: string;
            /**
             * @description What the person who asked for the restoration noted about it.
             * @example doctest
             */
            restore_remark: (string | null) | components["schemas"]["DcsEmptyObject"];
            /**
             * @description Id of the backup that the instance was restored from.
             * @example f4823e9e-fe9b-4ffd-be79-4e5d6de272bb
             */
            backup_id: string;
            /**
             * @description Name of that backup.
             * @example backup_20170718000002
             */
            backup_name: string;
            /**
             * @description What was noted about that backup.
             * @example before the upgrade
             */
            backup_remark: (string | null) | components["schemas"]["DcsEmptyObject"];
            /**
             * Format: date-time
             * @description When the restoration was asked for, in UTC, RFC 3339 with milliseconds.
             * @example 2017-07-18T21:41:20.721Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the restoration was completed, in UTC, RFC 3339 with milliseconds; until then, it is taken for the last change of status.
             * @example 2017-07-18T21:41:35.182Z
             */
            updated_at: string;
            /**
             * @description Why the restoration failed; null or an empty object where it did not.
             * @example dcs.08.0007
             */
            error_code: components["schemas"]["DcsJobErrorCode"] | components["schemas"]["DcsEmptyObject"] | null;
        };
        /** @description One page of restore records, and how many there are in all. */
        DcsRestoreRecordList: {
            /** @description The records of this page. Their order is not documented. */
            restore_record_response: components["schemas"]["DcsRestoreRecord"][];
            /**
             * @description Number of records that match the filters, on all pages together. That it does not count this page only is inferred.
             * @example 1
             */
            total_num: number;
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
        /** @description The caller is known but may not read this of the instance. */
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
        /** @description One page of instances. */
        Instances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsInstanceList"];
            };
        };
        /** @description A parameter or the project id is not valid. Sending the same request again does not help. */
        BadRequestInstances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsFlatErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The token or the signature is missing, wrong or expired. */
        UnauthorizedInstances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsFlatErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The caller is known but may not list instances. */
        ForbiddenInstances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsFlatErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description There is no such address, or no such thing in the project. The pages do not say which. */
        NotFoundInstances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsFlatErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The service failed while it handled the request. */
        InternalErrorInstances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsFlatErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The instance. */
        Instance: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsInstance"];
            };
        };
        /** @description One page of restore records. */
        RestoreRecords: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DcsRestoreRecordList"];
            };
        };
        /** @description There is no record to answer; read it as an empty page. */
        NoRestoreRecords: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The service failed while it handled the request. */
        InternalErrorRestores: {
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
        /** @description Id of the cache instance that the call is about. */
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
        /** @description List only the instance of this id. */
        InstanceIdFilter: string;
        /** @description List only instances whose name matches this, loosely unless `name_equal` is `true`. */
        InstanceName: string;
        /** @description `true` to compare `name` exactly; any other value compares it loosely. */
        NameEqual: string;
        /** @description List only instances in this state. */
        InstanceStatus: components["schemas"]["DcsInstanceStatus"];
        /** @description List only instances that have all of these tags, each written `key=value` and joined to the next by a comma. */
        InstanceTags: string;
        /** @description List only the instance of this address. */
        InstanceIp: string;
        /** @description List only instances of this capacity in GB. */
        InstanceCapacity: string;
        /** @description `true` to list instances that could not be created, too; any other value leaves them out. */
        IncludeFailure: string;
        /** @description `true` to list instances that were deleted, too; any other value leaves them out. */
        IncludeDelete: string;
        /** @description Most instances that one page may hold. */
        InstanceLimit: number;
        /** @description Most records that one page may hold. */
        RestoreLimit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type DcsBackupStatus = components['schemas']['DcsBackupStatus'];
export type DcsEmptyObject = components['schemas']['DcsEmptyObject'];
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
export type DcsInstanceStatus = components['schemas']['DcsInstanceStatus'];
export type DcsInstanceTag = components['schemas']['DcsInstanceTag'];
export type DcsAvailabilityZone = components['schemas']['DcsAvailabilityZone'];
export type DcsInstanceFeatures = components['schemas']['DcsInstanceFeatures'];
export type DcsListedInstance = components['schemas']['DcsListedInstance'];
export type DcsInstanceList = components['schemas']['DcsInstanceList'];
export type DcsCacheMode = components['schemas']['DcsCacheMode'];
export type DcsBackupPolicyType = components['schemas']['DcsBackupPolicyType'];
export type DcsBackupPeriodType = components['schemas']['DcsBackupPeriodType'];
export type DcsBackupPlan = components['schemas']['DcsBackupPlan'];
export type DcsBackupPolicy = components['schemas']['DcsBackupPolicy'];
export type DcsInstanceBackupPolicy = components['schemas']['DcsInstanceBackupPolicy'];
export type DcsDomainName = components['schemas']['DcsDomainName'];
export type DcsDomainNameInfo = components['schemas']['DcsDomainNameInfo'];
export type DcsProductType = components['schemas']['DcsProductType'];
export type DcsStorageType = components['schemas']['DcsStorageType'];
export type DcsBandwidth = components['schemas']['DcsBandwidth'];
export type DcsInstance = components['schemas']['DcsInstance'];
export type DcsRestoreStatus = components['schemas']['DcsRestoreStatus'];
export type DcsRestoreRecord = components['schemas']['DcsRestoreRecord'];
export type DcsRestoreRecordList = components['schemas']['DcsRestoreRecordList'];
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
export type ResponseInstances = components['responses']['Instances'];
export type ResponseBadRequestInstances = components['responses']['BadRequestInstances'];
export type ResponseUnauthorizedInstances = components['responses']['UnauthorizedInstances'];
export type ResponseForbiddenInstances = components['responses']['ForbiddenInstances'];
export type ResponseNotFoundInstances = components['responses']['NotFoundInstances'];
export type ResponseInternalErrorInstances = components['responses']['InternalErrorInstances'];
export type ResponseInstance = components['responses']['Instance'];
export type ResponseRestoreRecords = components['responses']['RestoreRecords'];
export type ResponseNoRestoreRecords = components['responses']['NoRestoreRecords'];
export type ResponseInternalErrorRestores = components['responses']['InternalErrorRestores'];
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
export type ParameterInstanceIdFilter = components['parameters']['InstanceIdFilter'];
export type ParameterInstanceName = components['parameters']['InstanceName'];
export type ParameterNameEqual = components['parameters']['NameEqual'];
export type ParameterInstanceStatus = components['parameters']['InstanceStatus'];
export type ParameterInstanceTags = components['parameters']['InstanceTags'];
export type ParameterInstanceIp = components['parameters']['InstanceIp'];
export type ParameterInstanceCapacity = components['parameters']['InstanceCapacity'];
export type ParameterIncludeFailure = components['parameters']['IncludeFailure'];
export type ParameterIncludeDelete = components['parameters']['IncludeDelete'];
export type ParameterInstanceLimit = components['parameters']['InstanceLimit'];
export type ParameterRestoreLimit = components['parameters']['RestoreLimit'];
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
                /** @description Id of the cache instance that the call is about. */
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
                /** @description Id of the cache instance that the call is about. */
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
    ListInstances: {
        parameters: {
            query?: {
                /** @description List only the instance of this id. */
                instance_id?: components["parameters"]["InstanceIdFilter"];
                /** @description List only instances whose name matches this, loosely unless `name_equal` is `true`. */
                name?: components["parameters"]["InstanceName"];
                /** @description `true` to compare `name` exactly; any other value compares it loosely. */
                name_equal?: components["parameters"]["NameEqual"];
                /** @description List only instances in this state. */
                status?: components["parameters"]["InstanceStatus"];
                /** @description List only instances that have all of these tags, each written `key=value` and joined to the next by a comma. */
                tags?: components["parameters"]["InstanceTags"];
                /** @description List only the instance of this address. */
                ip?: components["parameters"]["InstanceIp"];
                /** @description List only instances of this capacity in GB. */
                capacity?: components["parameters"]["InstanceCapacity"];
                /** @description `true` to list instances that could not be created, too; any other value leaves them out. */
                include_failure?: components["parameters"]["IncludeFailure"];
                /** @description `true` to list instances that were deleted, too; any other value leaves them out. */
                include_delete?: components["parameters"]["IncludeDelete"];
                /** @description Number of records to skip before the first one to answer. The next page starts at this number plus the number of records received. */
                offset?: components["parameters"]["Offset"];
                /** @description Most instances that one page may hold. */
                limit?: components["parameters"]["InstanceLimit"];
            };
            header?: never;
            path: {
                /** @description Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
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
                /** @description Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
                project_id: components["parameters"]["ProjectId"];
                /** @description Id of the cache instance that the call is about. */
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
                /** @description Number of records to skip before the first one to answer. The next page starts at this number plus the number of records received. */
                offset?: components["parameters"]["Offset"];
                /** @description Most records that one page may hold. */
                limit?: components["parameters"]["RestoreLimit"];
                /** @description Start of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
                begin_time?: components["parameters"]["BeginTimeV2"];
                /** @description End of the period to list, as 14 digits `yyyyMMddHHmmss` in UTC. The vendors do not say which time of a record is compared, nor whether this second itself belongs to the period. */
                end_time?: components["parameters"]["EndTimeV2"];
            };
            header?: never;
            path: {
                /** @description Id of the project, a part of a region, that the instance belongs to. It is also the project that a token must have been issued for. */
                project_id: components["parameters"]["ProjectId"];
                /** @description Id of the cache instance that the call is about. */
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
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalErrorRestores"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
