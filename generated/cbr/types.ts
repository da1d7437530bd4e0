// Generated from the contract by `npm run generate`. Do not edit.
export interface paths {
    "/v3/{project_id}/operation-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the operation logs of a project
         * @description Answers one page of the operation logs of a project: backups, restorations, deletions and so on, of all its resources, which is what became of each backup. `operation_type` keeps one type.
         *
         *     The order is not documented. A log can come again if another begins while the pages are read, so its id is compared.
         *
         *     The caller needs the IAM action `cbr:tasks:list`.
         */
        get: operations["ListOpLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/{project_id}/operation-logs/{operation_log_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an operation log
         * @description Answers one operation log.
         *
         *     The caller needs the IAM action `cbr:tasks:get`.
         */
        get: operations["ShowOpLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/{project_id}/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the backups of a project
         * @description Answers one page of the backups that are kept. What became of a backup that is not there, since it failed or was deleted, stands in `ListOpLogs` alone.
         *
         *     The caller needs the IAM action `cbr:backups:list`.
         */
        get: operations["ListBackups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/{project_id}/vaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the vaults of a project
         * @description Answers one page of the vaults of a project, each with its resources. The policy of a vault is not in it: `ListPolicies` names the vaults of each policy, and `policy_id` keeps those of one.
         *
         *     The caller needs the IAM action `cbr:vaults:list`.
         */
        get: operations["ListVault"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/{project_id}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the policies of a project
         * @description Answers all policies of a project at once, those that are disabled included. There are no pages.
         *
         *     The caller needs the IAM action `cbr:policies:list`.
         */
        get: operations["ListPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/{project_id}/protectables/{protectable_type}/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what can be backed up
         * @description Answers one page of the resources of one kind that can be backed up, with the vault that holds each. On Huawei Cloud alone. There is no total: the listing ends with an empty page.
         *
         *     The caller needs the IAM action `cbr:vaults:listProtectables`.
         */
        get: operations["ListProtectable"];
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
         * @description What an operation does.
         * @example backup
         * @enum {string}
         */
        CbrOperationType: "backup" | "copy" | "replication" | "delete" | "restore" | "vault_delete" | "remove_resource" | "sync" | (string & {});
        /**
         * @description What became of an operation.
         * @example success
         * @enum {string}
         */
        CbrOperationStatus: "success" | "skipped" | "failed" | "running" | "timeout" | "waiting" | (string & {});
        /**
         * @description Which kind of resource is backed up: an id of the service's own.
         * @example 0daac4c5-6707-4851-97ba-169e36266b66
         * @enum {string}
         */
        CbrProviderId: "0daac4c5-6707-4851-97ba-169e36266b66" | "d1603440-187d-4516-af25-121250c7cc97" | "3f3c3220-245c-4805-b811-758870015881" | "a13639de-00be-4e94-af30-26912d75e4a2" | (string & {});
        /**
         * @description Why an operation failed. The list is not complete: every code of the service can come.
         * @example BackupService.0001
         * @enum {string}
         */
        CbrTaskErrorCode: "BackupService.0001" | "BackupService.0002" | "BackupService.6113" | "BackupService.6114" | "BackupService.6125" | "BackupService.6215" | "BackupService.7000" | "BackupService.7003" | "BackupService.7100" | "BackupService.7101" | "BackupService.7102" | "BackupService.7103" | "BackupService.7108" | "BackupService.8300" | "BackupService.9910" | (string & {});
        /** @description Why an operation failed. */
        CbrOperationError: {
            /**
             * @description Code of the cause, one of the listed ones or another; empty if the operation did not fail.
             * @example BackupService.6114
             */
            code: components["schemas"]["CbrTaskErrorCode"] | string;
            /**
             * @description The cause in words for a person; empty if the operation did not fail.
             * @example The used capacity of the vault exceeds the maximum capacity.
             */
            message: string;
        };
        /**
         * @description Whether a backup is consistent for applications.
         * @example 0
         * @enum {string}
         */
        CbrConsistencyStatus: "0" | "1" | (string & {});
        /**
         * @description Whether only changes were backed up.
         * @example true
         * @enum {string}
         */
        CbrIncremental: "true" | "false" | (string & {});
        /** @description The backup that an operation makes. */
        CbrBackupDetail: {
            /**
             * @description Code of the error for which the backup is not consistent for applications.
             * @example
             */
            app_consistency_error_code?: string;
            /**
             * @description That error in words.
             * @example
             */
            app_consistency_error_message?: string;
            /** @description Whether the backup is consistent for applications. */
            app_consistency_status?: components["schemas"]["CbrConsistencyStatus"];
            /**
             * @description Id of the backup, as `ListBackups` has it.
             * @example 0e5d0ef6-7f0a-4890-b98c-cb12490e31c1
             */
            backup_id: string;
            /**
             * @description Name of the backup. Those of policies begin with `autobk_`, those that a person asked for with `manualbk_`.
             * @example manualbk_backup
             */
            backup_name: string;
            /** @description Whether only changes were backed up: a text, not a boolean. */
            incremental?: components["schemas"]["CbrIncremental"];
        };
        /** @description What operations of all types have. */
        CbrCommonDetail: {
            /**
             * @description Share done, in percent.
             * @example 100
             */
            progress: number;
            /**
             * @description Id of the request that started the operation.
             * @example req-cdb98cc4-e87b-4f40-9b4a-57ec036620bc
             */
            request_id: string;
            /**
             * @description Id of the task inside the service; in no example.
             * @example 8c5f0a3e-6c0b-4d6c-9a55-2f3f6f2a7d11
             */
            task_id?: string;
        };
        /** @description The backup that an operation deletes. */
        CbrDeleteDetail: {
            /**
             * @description Id of the deleted backup.
             * @example 0e5d0ef6-7f0a-4890-b98c-cb12490e31c1
             */
            backup_id: string;
            /**
             * @description Name of the deleted backup.
             * @example autobk_b629
             */
            backup_name: string;
        };
        /** @description How many backups a synchronization has changed. */
        CbrSyncDetail: {
            /**
             * @description Number of backups that were synchronized.
             * @example 3
             */
            sync_backup_num?: number;
            /**
             * @description Number of backups that were deleted.
             * @example 0
             */
            delete_backup_num?: number;
            /**
             * @description Number of backups that could not be synchronized.
             * @example 0
             */
            err_sync_backup_num?: number;
        };
        /** @description How a resource is backed up. */
        CbrResourceOptions: {
            /** @description Ids of the server's disks that are not backed up. */
            exclude_volumes?: string[];
        };
        /**
         * @description What a resource is.
         * @example OS::Nova::Server
         * @enum {string}
         */
        CbrResourceType: "OS::Nova::Server" | "OS::Cinder::Volume" | "OS::Sfs::Turbo" | "OS::Ironic::BareMetalServer" | "OS::Native::Server" | "OS::Workspace::DesktopV2" | (string & {});
        /** @description A resource that is backed up. */
        CbrResource: {
            /** @description How the resource is backed up. A page calls it the name of the vault. */
            extra_info?: components["schemas"]["CbrResourceOptions"];
            /**
             * @description Id of the resource. A page calls it the id of the vault's resource type.
             * @example 1dab32fa-ebf2-415a-ab0b-eabe6353bc86
             */
            id: string;
            /**
             * @description Name of the resource, at most 255 characters.
             * @example ECS-0001
             */
            name: string;
            /** @description What the resource is. */
            type: components["schemas"]["CbrResourceType"];
        };
        /** @description The resources that an operation removes from a vault. */
        CbrRemoveResourcesDetail: {
            /**
             * @description Number of resources that could not be removed.
             * @example 0
             */
            fail_count?: number;
            /**
             * @description Number of backups that were deleted, as the pages say, or of resources.
             * @example 1
             */
            total_count?: number;
            /** @description The resources. */
            resources?: components["schemas"]["CbrResource"][];
        };
        /** @description The source and the destination of a replication. */
        CbrReplicationDetail: {
            /**
             * @description Id of the copy.
             * @example 6df2b54c-dd62-4059-a07c-1b8f24f2725d
             */
            destination_backup_id?: string;
            /**
             * @description Name of the copy.
             * @example autobk_b629
             */
            destination_backup_name?: string;
            /**
             * @description Id of the checkpoint of the copy.
             * @example 8b0851a8-adf3-4f4c-a914-dead08bf9664
             */
            destination_checkpoint_id?: string;
            /**
             * @description Id of the project of the copy.
             * @example 4229d7a45436489f8c3dc2b1d35d4987
             */
            destination_project_id: string;
            /**
             * @description Region of the copy.
             * @example cn-north-1
             */
            destination_region: string;
            /**
             * @description Id of the backup that is copied.
             * @example b1c4afd9-e7a6-4888-9010-c2bac3aa7910
             */
            source_backup_id: string;
            /**
             * @description Name of the backup that is copied.
             * @example autobk_b629
             */
            source_backup_name?: string;
            /**
             * @description Id of the checkpoint that is copied.
             * @example 1fced58b-2a31-4851-bcbb-96216f83ce99
             */
            source_checkpoint_id?: string;
            /**
             * @description Id of the project that is copied from.
             * @example 0605767b5780d5762fc5c0118072a564
             */
            source_project_id: string;
            /**
             * @description Region that is copied from.
             * @example cn-north-4
             */
            source_region: string;
        };
        /** @description The backup and the target of a restoration. */
        CbrRestoreDetail: {
            /**
             * @description Id of the backup that is restored.
             * @example 0e5d0ef6-7f0a-4890-b98c-cb12490e31c1
             */
            backup_id?: string;
            /**
             * @description Name of the backup that is restored.
             * @example manualbk_backup
             */
            backup_name?: string;
            /**
             * @description Id of the resource that the backup is restored to.
             * @example 1dab32fa-ebf2-415a-ab0b-eabe6353bc86
             */
            target_resource_id?: string;
            /**
             * @description Name of the resource that the backup is restored to.
             * @example ECS-0001
             */
            target_resource_name?: string;
        };
        /** @description What the deletion of a vault has deleted. */
        CbrVaultDeleteDetail: {
            /**
             * @description Number of resources that could not be deleted.
             * @example 0
             */
            fail_count?: number;
            /**
             * @description Number of backups that were deleted.
             * @example 12
             */
            total_count?: number;
        };
        /** @description The resource and the progress of an operation, and what is particular to its type. */
        CbrOperationDetail: {
            /** @description Of a backup: the backup that it makes. */
            backup?: components["schemas"]["CbrBackupDetail"];
            /** @description What all types have: progress and request. */
            common: components["schemas"]["CbrCommonDetail"];
            /** @description Of a deletion: the backup that it deletes. */
            delete?: components["schemas"]["CbrDeleteDetail"];
            /** @description Of a synchronization: the numbers of backups. */
            sync?: components["schemas"]["CbrSyncDetail"];
            /** @description Of a removal: the resources that leave the vault. */
            remove_resources?: components["schemas"]["CbrRemoveResourcesDetail"];
            /** @description Of a replication: its source and its destination. */
            replication?: components["schemas"]["CbrReplicationDetail"];
            /** @description The resource that the operation is about. */
            resource: components["schemas"]["CbrResource"];
            /** @description Of a restoration: the backup and the resource that it is restored to. */
            restore?: components["schemas"]["CbrRestoreDetail"];
            /** @description Of the deletion of a vault: the numbers of backups. */
            vault_delete?: components["schemas"]["CbrVaultDeleteDetail"];
        };
        /** @description What became of one operation on one resource: a backup, a restoration, a deletion and so on. `operation_type` says which. */
        CbrOperationLog: {
            /**
             * @description Id of the checkpoint that the operation belongs to. The pages call it that of a backup record.
             * @example b432511f-d889-428f-8b0e-5f47c524c6b6
             */
            checkpoint_id: string;
            /**
             * @description When the operation was created. In both documented records it is later than `started_at`.
             * @example 2019-05-23T14:31:36.039+00:00
             */
            created_at: string;
            /**
             * @description When the operation ended; absent or null until then.
             * @example 2019-05-23T14:35:23.511+00:00
             */
            ended_at?: string | null;
            /** @description Why the operation failed; code and message are empty if it did not. */
            error_info: components["schemas"]["CbrOperationError"];
            /** @description Resource, progress, and what is particular to the type of operation. */
            extra_info: components["schemas"]["CbrOperationDetail"];
            /**
             * @description Id of the operation log.
             * @example 4827f2da-b008-4507-ab7d-42d0df5ed912
             */
            id: string;
            /** @description What was done. */
            operation_type: components["schemas"]["CbrOperationType"];
            /**
             * @description Id of the policy that started the operation; null or absent if none did.
             * @example cbb3ce6f-3332-4e7c-b98e-77290d8471ff
             */
            policy_id?: string | null;
            /**
             * @description Id of the project.
             * @example 04f1829c788037ac2fb8c01eb2b04b95
             */
            project_id: string;
            /** @description Which kind of resource is backed up. */
            provider_id: components["schemas"]["CbrProviderId"];
            /**
             * @description When the operation began.
             * @example 2019-05-23T14:31:36.007+00:00
             */
            started_at: string;
            /** @description What became of the operation. */
            status: components["schemas"]["CbrOperationStatus"];
            /**
             * @description When the operation log last changed.
             * @example 2019-05-23T14:35:23.584+00:00
             */
            updated_at: string;
            /**
             * @description Id of the vault that the resource is in; null or absent in the documented records.
             * @example cca85ea5-00a4-418d-9222-bd83985bc515
             */
            vault_id?: string | null;
            /**
             * @description Name of the vault that the resource is in; null or absent in the documented records.
             * @example vault-8538
             */
            vault_name?: string | null;
        };
        /** @description One page of operation logs. */
        CbrOperationLogList: {
            /** @description The operation logs of this page, empty if there are none. */
            operation_logs: components["schemas"]["CbrOperationLog"][];
            /**
             * @description Number of all operation logs that the filters leave. That it is not the number on this page is inferred, so a reader stops at an empty page as well.
             * @example 1
             */
            count: number;
            /**
             * @description Number of operation logs to a page, as the service understood it.
             * @default 1000
             * @example 1000
             */
            limit?: number;
            /**
             * @description Number of operation logs before this page, as the service understood it.
             * @default 0
             * @example 0
             */
            offset?: number;
        };
        /**
         * @description Codes with which the service refuses or fails a read. The list is not complete: other codes come, too.
         * @example BackupService.6000
         * @enum {string}
         */
        CbrApiErrorCode: "BackupService.6000" | "BackupService.6105" | "BackupService.6200" | "BackupService.6500" | "BackupService.8600" | "BackupService.9900" | "BackupService.9910" | "BackupService.9998" | (string & {});
        /** @description What the service answers when it refuses or fails a request. */
        CbrErrorBody: {
            /**
             * @description Code of the error, one of the listed ones or another.
             * @example BackupService.6500
             */
            error_code: components["schemas"]["CbrApiErrorCode"] | string;
            /**
             * @description What went wrong, in words for a person.
             * @example Operation log does not exist.
             */
            error_msg: string;
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
        /** @description One operation log. */
        CbrOperationLogResponse: {
            /** @description The operation log. */
            operation_log: components["schemas"]["CbrOperationLog"];
        };
        /**
         * @description Whether something is a backup or the copy of one.
         * @example backup
         * @enum {string}
         */
        CbrImageType: "backup" | "replication" | (string & {});
        /**
         * @description State of a backup.
         * @example available
         * @enum {string}
         */
        CbrBackupStatus: "available" | "protecting" | "deleting" | "restoring" | "error" | "waiting_protect" | "waiting_delete" | "waiting_restore" | (string & {});
        /** @description An image that was made from a backup. */
        CbrImage: {
            /**
             * @description Id of the image.
             * @example 703eb90a-a65f-4c72-b4c1-f070a55d068b
             */
            image_id?: string;
        };
        /**
         * @description How a backup can be restored.
         * @example na
         * @enum {string}
         */
        CbrRestoreMode: "na" | "backup" | "snapshot" | (string & {});
        /** @description How a backup was made, and what it can be used for. */
        CbrBackupProperties: {
            /**
             * @description Processor of the server; in no table.
             * @example x86_64
             */
            architecture?: string;
            /**
             * @description Whether a policy asked for the backup.
             * @example true
             */
            auto_trigger: boolean;
            /**
             * @description Whether it is the backup of a system disk.
             * @example true
             */
            bootable?: boolean | null;
            /**
             * @description Whether the backup of a server has its system disk.
             * @example true
             */
            contain_system_disk?: boolean;
            /**
             * @description Whether the backup is encrypted.
             * @example false
             */
            encrypted?: boolean;
            /**
             * @description Whether only changes were backed up.
             * @example true
             */
            incremental?: boolean;
            /**
             * @description Whether the backup is kept in several availability zones.
             * @default false
             * @example false
             */
            is_multi_az?: boolean;
            /** @description The images that were made from the backup. */
            os_images_data?: components["schemas"]["CbrImage"][] | null;
            /**
             * @description Share done, in percent; in no table.
             * @example 100
             */
            progress?: number | null;
            /**
             * @description Id of the snapshot behind the backup of a disk.
             * @example e3def9a8-e4b4-4c12-b132-f4ba8ce9a34f
             */
            snapshot_id?: string | null;
            /**
             * @description Whether a restoration can begin to be used before it ends.
             * @example true
             */
            support_lld: boolean;
            /**
             * @description How the backup can be restored.
             * @example na
             */
            supported_restore_mode?: components["schemas"]["CbrRestoreMode"] | null;
            /**
             * @description Whether it is the backup of a system disk.
             * @example false
             */
            system_disk: boolean;
        };
        /** @description Progress and failure of the copying of a backup. */
        CbrReplicationRecordDetail: {
            /**
             * @description Whether a policy asked for the copy.
             * @example true
             */
            auto_trigger?: boolean;
            /**
             * @description Id of the vault of the copy.
             * @example 3b5816b5-f29c-4172-9d9a-76c719a659ce
             */
            destination_vault_id?: string;
            /**
             * @description Code of the failure; empty if there was none.
             * @example
             */
            fail_code?: string;
            /**
             * @description Why the copying failed.
             * @example
             */
            fail_reason?: string;
            /**
             * @description Share done, in percent.
             * @example 100
             */
            progress?: number;
        };
        /**
         * @description State of the copying of a backup.
         * @example replicating
         * @enum {string}
         */
        CbrReplicationStatus: "replicating" | "success" | "fail" | "skip" | "waiting_replicate" | (string & {});
        /** @description A copy of a backup elsewhere. */
        CbrReplicationRecord: {
            /**
             * @description When the copying began.
             * @example 2020-02-21T07:07:25.113761
             */
            created_at?: string;
            /**
             * @description Id of the copy.
             * @example 6df2b54c-dd62-4059-a07c-1b8f24f2725d
             */
            destination_backup_id?: string;
            /**
             * @description Id of the checkpoint of the copy.
             * @example 8b0851a8-adf3-4f4c-a914-dead08bf9664
             */
            destination_checkpoint_id?: string;
            /**
             * @description Id of the project of the copy.
             * @example 4229d7a45436489f8c3dc2b1d35d4987
             */
            destination_project_id?: string;
            /**
             * @description Region of the copy.
             * @example cn-north-1
             */
            destination_region?: string;
            /**
             * @description Id of the vault of the copy.
             * @example 3b5816b5-f29c-4172-9d9a-76c719a659ce
             */
            destination_vault_id?: string;
            /** @description Progress and failure of the copying. */
            extra_info?: components["schemas"]["CbrReplicationRecordDetail"];
            /**
             * @description Id of the record of the copying.
             * @example 0e5d0ef6-7f0a-4890-b98c-cb12490e31c1
             */
            id: string;
            /**
             * @description Id of the backup that is copied.
             * @example b1c4afd9-e7a6-4888-9010-c2bac3aa7910
             */
            source_backup_id?: string;
            /**
             * @description Id of the checkpoint that is copied.
             * @example 1fced58b-2a31-4851-bcbb-96216f83ce99
             */
            source_checkpoint_id?: string;
            /**
             * @description Id of the project that is copied from.
             * @example 0605767b5780d5762fc5c0118072a564
             */
            source_project_id?: string;
            /**
             * @description Region that is copied from.
             * @example cn-north-4
             */
            source_region?: string;
            /** @description State of the copying. */
            status?: components["schemas"]["CbrReplicationStatus"];
            /**
             * @description Id of the vault that the backup is in.
             * @example cca85ea5-00a4-418d-9222-bd83985bc515
             */
            vault_id?: string;
        };
        /** @description A backup that is kept, or that is being made. */
        CbrBackup: {
            /**
             * @description Id of the checkpoint that the backup belongs to.
             * @example 1fced58b-2a31-4851-bcbb-96216f83ce99
             */
            checkpoint_id: string;
            /** @description The backups of the server's disks, each with the fields of this object; empty for a disk. A page calls it a list of backups. */
            children: Record<string, unknown>[];
            /**
             * @description When the backup was created.
             * @example 2020-02-21T07:00:54.065+00:00
             */
            created_at: string;
            /**
             * @description Text that a person wrote about the backup.
             * @example
             */
            description: string;
            /**
             * @description Id of the enterprise project; `0` is the default one.
             * @example 0
             */
            enterprise_project_id?: string;
            /**
             * @description When the backup will be deleted at the earliest; null or absent if it is kept.
             * @example 2020-05-21T07:00:54.060+00:00
             */
            expired_at?: string | null;
            /** @description How the backup was made, and what it can be used for. */
            extend_info: components["schemas"]["CbrBackupProperties"];
            /**
             * @description Id of the backup.
             * @example b1c4afd9-e7a6-4888-9010-c2bac3aa7910
             */
            id: string;
            /** @description Whether this is a backup or the copy of one. */
            image_type: components["schemas"]["CbrImageType"];
            /**
             * @description Whether only changes were backed up.
             * @example true
             */
            incremental?: boolean;
            /**
             * @description Name of the backup. Those of policies begin with `autobk_`, those that a person asked for with `manualbk_`.
             * @example autobk_b629
             */
            name: string;
            /**
             * @description Id of the server's backup that this backup of a disk is part of; null or absent for others.
             * @example 6df2b54c-dd62-4059-a07c-1b8f24f2725d
             */
            parent_id?: string | null;
            /**
             * @description Id of the project.
             * @example 0605767b5780d5762fc5c0118072a564
             */
            project_id: string;
            /**
             * @description When the backup was taken. Null or absent in every documented record.
             * @example 2020-02-21T07:07:25.113761
             */
            protected_at?: string | null;
            /** @description Which kind of resource the backup is of. */
            provider_id: components["schemas"]["CbrProviderId"];
            /** @description The copies of the backup, if `show_replication` asks for them. */
            replication_records?: components["schemas"]["CbrReplicationRecord"][];
            /**
             * @description Availability zone of the resource.
             * @example br-iaas-odin1a
             */
            resource_az: string;
            /**
             * @description Id of the resource.
             * @example 1a503932-ee8f-4dd5-8248-8dfb57e584c5
             */
            resource_id: string;
            /**
             * @description Name of the resource.
             * @example test001-02
             */
            resource_name: string;
            /**
             * @description Size of the resource in GB; the size of the backup is nowhere.
             * @example 40
             */
            resource_size: number;
            /** @description What the resource is. */
            resource_type: components["schemas"]["CbrResourceType"];
            /** @description State of the backup. */
            status: components["schemas"]["CbrBackupStatus"];
            /**
             * @description When the backup last changed; null in some documented records.
             * @example 2020-02-21T07:07:25.114+00:00
             */
            updated_at?: string | null;
            /**
             * @description Id of the vault that the backup is in.
             * @example cca85ea5-00a4-418d-9222-bd83985bc515
             */
            vault_id: string;
            /**
             * @description Kind of the snapshot that the backup is made from.
             * @default 3
             * @example 3
             */
            version?: number;
        };
        /** @description One page of backups. */
        CbrBackupList: {
            /** @description The backups of this page, empty if there are none. */
            backups: components["schemas"]["CbrBackup"][];
            /**
             * @description Number of all backups that the filters leave.
             * @example 2
             */
            count: number;
            /**
             * @description Number of backups before this page, as the service understood it.
             * @default 0
             * @example 0
             */
            offset?: number;
            /**
             * @description Number of backups to a page, as the service understood it.
             * @default 1000
             * @example 1000
             */
            limit?: number;
        };
        /**
         * @description Where the resources of a vault are.
         * @example public
         * @enum {string}
         */
        CbrCloudType: "public" | "hybrid" | (string & {});
        /**
         * @description What a vault is for.
         * @example server
         * @enum {string}
         */
        CbrObjectType: "server" | "disk" | "turbo" | "workspace" | "vmware" | "rds" | "file" | (string & {});
        /**
         * @description Whether a vault holds backups or copies.
         * @example backup
         * @enum {string}
         */
        CbrProtectType: "backup" | "replication" | "hybrid" | (string & {});
        /**
         * @description State of a vault.
         * @example available
         * @enum {string}
         */
        CbrVaultStatus: "available" | "lock" | "frozen" | "deleting" | "error" | (string & {});
        /**
         * @description How a vault is paid for.
         * @example pre_paid
         * @enum {string}
         */
        CbrChargingMode: "pre_paid" | "post_paid" | (string & {});
        /**
         * @description How consistent backups are.
         * @example crash_consistent
         * @enum {string}
         */
        CbrConsistentLevel: "crash_consistent" | "app_consistent" | (string & {});
        /**
         * @description Code of the kind of a vault.
         * @example vault.backup.server.normal
         * @enum {string}
         */
        CbrSpecCode: "vault.backup.server.normal" | "vault.backup.volume.normal" | "vault.backup.turbo.normal" | "vault.backup.database.normal" | "vault.hybrid.server.normal" | "vault.replication.server.normal" | (string & {});
        /** @description Type, state and space of a vault. */
        CbrBilling: {
            /**
             * @description Space of the resources in the vault, in GB.
             * @example 0
             */
            allocated: number;
            /** @description How the vault is paid for. */
            charging_mode: components["schemas"]["CbrChargingMode"];
            /** @description Where the resources are. */
            cloud_type: components["schemas"]["CbrCloudType"];
            /** @description How consistent the backups are. */
            consistent_level: components["schemas"]["CbrConsistentLevel"];
            /**
             * @description Why the account is frozen.
             * @example ARREAR
             */
            frozen_scene?: string | null;
            /**
             * @description Whether the vault is kept in several availability zones.
             * @default false
             * @example false
             */
            is_multi_az?: boolean;
            /** @description What the vault is for. */
            object_type: components["schemas"]["CbrObjectType"];
            /**
             * @description Id of the order.
             * @example CS2010241037JUXM5
             */
            order_id?: string | null;
            /**
             * @description Id of the product.
             * @example 00301-235033-0--0
             */
            product_id?: string | null;
            /** @description Whether the vault holds backups or copies of backups. */
            protect_type: components["schemas"]["CbrProtectType"];
            /**
             * @description Space of the vault, in GB.
             * @example 100
             */
            size: number;
            /** @description Code of the vault's kind. */
            spec_code: components["schemas"]["CbrSpecCode"];
            /** @description State of the vault. */
            status: components["schemas"]["CbrVaultStatus"];
            /**
             * @description Name of the bucket behind the vault.
             * @example c0e0a3f0-vault
             */
            storage_unit?: string | null;
            /**
             * @description Space that the backups take, in MB.
             * @example 0
             */
            used: number;
        };
        /** @description A tag by which resources are bound to a vault. */
        CbrBindTag: {
            /**
             * @description Key of the tag.
             * @example stage
             */
            key: string;
            /**
             * @description Value of the tag.
             * @example live
             */
            value: string;
        };
        /** @description Which resources are bound to a vault by their tags. */
        CbrBindRules: {
            /** @description Tags, of which a resource must have one. */
            tags?: components["schemas"]["CbrBindTag"][];
        };
        /**
         * @description What is being done with a resource.
         * @example available
         * @enum {string}
         */
        CbrProtectStatus: "available" | "error" | "protecting" | "restoring" | "removing" | (string & {});
        /** @description A resource in a vault. */
        CbrVaultResource: {
            /**
             * @description Whether the resource follows the vault's policy.
             * @example true
             */
            auto_protect?: boolean;
            /**
             * @description Number of backups of the resource.
             * @example 7
             */
            backup_count?: number;
            /**
             * @description Size of the backups of the resource; the unit is not documented.
             * @example 120
             */
            backup_size?: number;
            /** @description How the resource is backed up. */
            extra_info?: components["schemas"]["CbrResourceOptions"];
            /**
             * @description Id of the resource.
             * @example 1dab32fa-ebf2-415a-ab0b-eabe6353bc86
             */
            id: string;
            /**
             * @description Name of the resource, at most 255 characters.
             * @example ECS-0001
             */
            name: string;
            /** @description What is being done with the resource. */
            protect_status?: components["schemas"]["CbrProtectStatus"];
            /**
             * @description Space that the resource takes of the vault, in GB.
             * @example 40
             */
            size?: number;
            /** @description What the resource is. */
            type: components["schemas"]["CbrResourceType"];
        };
        /** @description A tag of a vault. */
        CbrTag: {
            /**
             * @description Key of the tag, at most 36 characters.
             * @example stage
             */
            key: string;
            /**
             * @description Value of the tag, at most 43 characters. Huawei Cloud shows null.
             * @example live
             */
            value: string | null;
        };
        /** @description A vault: the resources that are backed up together, and the space for their backups. The policy that it follows is not in it; `ListPolicies` names the vaults of each policy. */
        CbrVault: {
            /**
             * @description Whether resources are bound to the vault by their tags.
             * @example false
             */
            auto_bind: boolean;
            /**
             * @description Whether the vault grows when it is full.
             * @example false
             */
            auto_expand: boolean;
            /**
             * @description Availability zone of the vault.
             * @example cn-north-4a
             */
            availability_zone?: string;
            /** @description Type, state and space of the vault. */
            billing: components["schemas"]["CbrBilling"];
            /** @description Which resources are bound to the vault by their tags. */
            bind_rules: components["schemas"]["CbrBindRules"];
            /**
             * @description When the vault was created.
             * @example 2020-09-04T06:57:37.344+00:00
             */
            created_at: string;
            /**
             * @description Text that a person wrote about the vault, at most 255 characters.
             * @example vault of the web servers
             */
            description?: string | null;
            /**
             * @description Id of the enterprise project; `0` is the default one. An example has a number.
             * @example 0
             */
            enterprise_project_id: string | number;
            /**
             * @description Id of the vault.
             * @example a335f9e1-1628-4c64-a7be-38656e5ec19c
             */
            id: string;
            /**
             * @description Whether the vault is locked, so that its backups cannot be deleted.
             * @example false
             */
            locked?: boolean;
            /**
             * @description Name of the vault, at most 64 characters.
             * @example vault-8538
             */
            name: string;
            /**
             * @description Id of the project.
             * @example 0605767b5780d5762fc5c0118072a564
             */
            project_id: string;
            /** @description Which kind of resources the vault is for. */
            provider_id: components["schemas"]["CbrProviderId"];
            /** @description The resources in the vault. */
            resources: components["schemas"]["CbrVaultResource"][];
            /**
             * @description Whether the vault sends notifications.
             * @default true
             * @example true
             */
            smn_notify?: boolean;
            /**
             * @description The service that has locked the vault.
             * @example
             */
            sys_lock_source_service?: string;
            /** @description The tags of the vault. */
            tags: components["schemas"]["CbrTag"][];
            /**
             * @description Share of the space, in percent, from which the vault sends a notification.
             * @default 80
             * @example 80
             */
            threshold?: number;
            /**
             * @description Id of the user who created the vault.
             * @example aa2999fa5ae640f28926f8fd79188934
             */
            user_id: string;
        };
        /** @description One page of vaults. */
        CbrVaultList: {
            /** @description The vaults of this page, empty if there are none. */
            vaults: components["schemas"]["CbrVault"][];
            /**
             * @description Number of all vaults that the filters leave. That it is not the number on this page is inferred.
             * @example 50
             */
            count: number;
            /**
             * @description Number of vaults to a page, as the service understood it.
             * @default 1000
             * @example 1000
             */
            limit?: number;
            /**
             * @description Number of vaults before this page, as the service understood it.
             * @default 0
             * @example 0
             */
            offset?: number;
        };
        /**
         * @description What a policy does.
         * @example backup
         * @enum {string}
         */
        CbrPolicyOperation: "backup" | "replication" | (string & {});
        /** @description A vault that a policy is applied to. */
        CbrAssociatedVault: {
            /**
             * @description Id of the vault that copies go to.
             * @example 3b5816b5-f29c-4172-9d9a-76c719a659ce
             */
            destination_vault_id?: string;
            /**
             * @description Id of the vault.
             * @example a335f9e1-1628-4c64-a7be-38656e5ec19c
             */
            vault_id: string;
        };
        /** @description How long backups are kept, and where copies go. The pages name it after the request that creates a policy. */
        CbrOperationDefinition: {
            /**
             * @description Number of daily backups that are kept; 0 is taken as unset.
             * @example 0
             */
            day_backups?: number;
            /**
             * @description Id of the project that copies go to.
             * @example 4229d7a45436489f8c3dc2b1d35d4987
             */
            destination_project_id?: string;
            /**
             * @description Region that copies go to.
             * @example cn-north-1
             */
            destination_region?: string;
            /**
             * @description Whether copying is accelerated.
             * @example false
             */
            enable_acceleration?: boolean;
            /**
             * @description Number of backups from one full backup to the next; -1 for none.
             * @example -1
             */
            full_backup_interval?: number;
            /**
             * @description Number of backups of each resource that are kept; -1 for any number.
             * @default -1
             * @example 10
             */
            max_backups?: number;
            /**
             * @description Number of monthly backups that are kept; 0 is taken as unset.
             * @example 0
             */
            month_backups?: number;
            /**
             * @description Number of days for which backups are kept; -1 for any time.
             * @default -1
             * @example 1
             */
            retention_duration_days?: number;
            /**
             * @description Zone whose days, weeks, months and years the numbers of kept backups are counted by, as `UTC+01:00`. Never that of the times in `pattern`.
             * @example UTC+01:00
             */
            timezone?: string;
            /**
             * @description Number of weekly backups that are kept, 0 to 100; 0 is taken as unset.
             * @example 0
             */
            week_backups?: number;
            /**
             * @description Number of yearly backups that are kept; 0 is taken as unset.
             * @example 0
             */
            year_backups?: number;
        };
        /**
         * @description Whose policy it is.
         * @example custom_policy
         * @enum {string}
         */
        CbrPolicyType: "custom_policy" | "organization_policy_v1" | "organization_policy_v2" | "organization_policy_removed" | (string & {});
        /** @description The times at which a policy acts. */
        CbrTriggerProperties: {
            /** @description At most 24 rules, at each of whose times the policy acts. A rule is of iCalendar (RFC 2445), with `FREQ`, `BYDAY`, `BYHOUR`, `BYMINUTE` and `INTERVAL` alone; `FREQ` is `WEEKLY` or `DAILY`. Hours and minutes are in **UTC**. */
            pattern: string[];
            /**
             * @description When the scheduler was started. It can have a blank in the place of the `T`, and no zone; then it is UTC.
             * @example 2019-05-08T06:57:05.000+00:00
             */
            start_time: string;
        };
        /**
         * @description Kind of a scheduler.
         * @example time
         * @enum {string}
         */
        CbrTriggerType: "time" | (string & {});
        /** @description When a policy acts. */
        CbrTrigger: {
            /**
             * @description Id of the scheduler.
             * @example d67269a6-5369-42d7-8150-5254bd446328
             */
            id: string;
            /**
             * @description Name of the scheduler.
             * @example default
             */
            name: string;
            /** @description The times. */
            properties: components["schemas"]["CbrTriggerProperties"];
            /** @description Kind of the scheduler. */
            type: components["schemas"]["CbrTriggerType"];
        };
        /** @description A policy: when the resources of its vaults are backed up or copied, and how long that is kept. It acts only if it is enabled and applied to a vault. */
        CbrPolicy: {
            /** @description The vaults that the policy is applied to; empty in every documented record. */
            associated_vaults: components["schemas"]["CbrAssociatedVault"][];
            /**
             * @description Whether the policy acts.
             * @example true
             */
            enabled: boolean;
            /**
             * @description Id of the policy.
             * @example cbb3ce6f-3332-4e7c-b98e-77290d8471ff
             */
            id: string;
            /**
             * @description Name of the policy.
             * @example policy001
             */
            name: string;
            /** @description How long backups are kept, and where copies go. */
            operation_definition: components["schemas"]["CbrOperationDefinition"];
            /** @description Whether the policy backs up or copies. */
            operation_type: components["schemas"]["CbrPolicyOperation"];
            /** @description Whose policy it is. */
            policy_type?: components["schemas"]["CbrPolicyType"];
            /** @description When the policy acts. */
            trigger: components["schemas"]["CbrTrigger"];
        };
        /** @description All policies of a project. */
        CbrPolicyList: {
            /** @description The policies, empty if there are none. */
            policies: components["schemas"]["CbrPolicy"][];
            /**
             * @description Number of policies.
             * @example 10
             */
            count: number;
        };
        /** @description Whether a resource can be backed up, and by which vault it is. */
        CbrProtectableResult: {
            /**
             * @description Code of why the resource cannot be backed up; empty if it can.
             * @example
             */
            code?: string;
            /**
             * @description Why the resource cannot be backed up; absent if it can.
             * @example The server cannot be backed up.
             */
            message?: string;
            /**
             * @description Why the resource cannot be backed up; empty if it can.
             * @example
             */
            reason?: string;
            /**
             * @description Whether the resource can be backed up.
             * @example true
             */
            result: boolean;
            /** @description The vault that the resource is in; null if there is none. The page has no field of it, but defines a vault that nothing else refers to. */
            vault?: components["schemas"]["CbrVault"] | null;
        };
        /**
         * @description State of a resource. The values of the page are in small letters, those of its example in capitals.
         * @example active
         * @enum {string}
         */
        CbrProtectableStatus: "active" | "deleted" | "error" | (string & {});
        /** @description A resource that can be backed up, whether a vault holds it or not. */
        CbrProtectable: {
            /** @description What the resource consists of, such as the disks of a server. */
            children: Record<string, unknown>[];
            /** @description The resource as its own service describes it. */
            detail?: Record<string, unknown>;
            /**
             * @description Id of the resource.
             * @example 55ecd8b8-1457-4a2a-a9df-53756a690082
             */
            id: string;
            /**
             * @description Name of the resource.
             * @example no_delete_for_cbr_interface
             */
            name: string;
            /** @description Whether the resource can be backed up, and by which vault it is. */
            protectable: components["schemas"]["CbrProtectableResult"];
            /**
             * @description Size of the resource, in GB.
             * @example 50
             */
            size?: number;
            /**
             * @description State of the resource; its own service writes it in capitals.
             * @example ACTIVE
             */
            status?: components["schemas"]["CbrProtectableStatus"] | string;
            /** @description What the resource is. */
            type: components["schemas"]["CbrResourceType"];
        };
        /** @description One page of resources that can be backed up. It has no total. */
        CbrProtectableList: {
            /** @description The resources of this page, empty if there are none. */
            instances: components["schemas"]["CbrProtectable"][];
        };
    };
    responses: {
        /** @description The request cannot be processed as it stands: a parameter is wrong. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CbrErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The token or the signature is missing, wrong or expired. The service itself says so with a 500. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CbrErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description The caller is known but may not make this call. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CbrErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description There is no such address. The pages show the body of a success here. */
        OperationLogsNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CbrErrorBody"] | components["schemas"]["GatewayErrorBody"];
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
        /** @description The service failed while it handled the request, or it did not accept the credentials. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CbrErrorBody"] | components["schemas"]["GatewayErrorBody"];
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
        /** @description There is no operation log of this id in the project. */
        OperationLogNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CbrErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
        /** @description There is no such thing in the project, or no such address. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CbrErrorBody"] | components["schemas"]["GatewayErrorBody"];
            };
        };
    };
    parameters: {
        /** @description Id of the project. A token must have been issued for this project. */
        ProjectId: string;
        /** @description Start of the period that the operation logs are of, in UTC, as `2018-01-01T12:00:00Z`. Which of their times is compared is not documented. */
        LogStartTime: string;
        /** @description End of the period that the operation logs are of, in UTC, as `2018-02-01T12:00:00Z`. Which of their times is compared is not documented; a running operation has no end. */
        LogEndTime: string;
        /** @description Number of operation logs to a page. */
        LogLimit: number;
        /** @description Number of operation logs to skip. */
        LogOffset: number;
        /** @description Keeps only operations of this type. */
        LogOperationType: components["schemas"]["CbrOperationType"];
        /** @description Keeps only operations in this state. One state at a time. */
        LogStatus: components["schemas"]["CbrOperationStatus"];
        /** @description Keeps only operations on this kind of resource. */
        ProviderId: components["schemas"]["CbrProviderId"];
        /** @description Keeps only operations on the resource of this id. */
        LogResourceId: string;
        /** @description Keeps only operations on a resource of this name. */
        LogResourceName: string;
        /** @description Keeps only operations on resources of the vault of this id. */
        LogVaultId: string;
        /** @description Keeps only operations on resources of a vault of this name. */
        LogVaultName: string;
        /** @description Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone. */
        EnterpriseProjectId: string;
        /** @description Id of the operation log. */
        OperationLogId: string;
        /** @description Keeps only backups of the checkpoint of this id. */
        BackupCheckpointId: string;
        /** @description Whether to ask a dedicated cloud. It has no effect elsewhere. */
        BackupDec: boolean;
        /** @description Start of the period in which the backups were made, in UTC, as `2018-02-01T12:00:00Z`. */
        BackupStartTime: string;
        /** @description End of the period in which the backups were made, in UTC, as `2018-02-01T12:00:00Z`. */
        BackupEndTime: string;
        /** @description Keeps only backups, or only copies of backups. */
        BackupImageType: components["schemas"]["CbrImageType"];
        /** @description Number of backups to a page. */
        BackupLimit: number;
        /** @description Id of the last backup of the page before. How it acts together with `offset` is not documented, so the two are not to be combined. */
        BackupMarker: string;
        /** @description Keeps only shared backups whose sharing is in this state. */
        BackupMemberStatus: "pending" | "accepted" | "rejected";
        /** @description Keeps only backups of this name. */
        BackupName: string;
        /** @description Number of backups to skip. How it acts together with `marker` is not documented. */
        BackupOffset: number;
        /** @description Whose backups are listed. */
        BackupOwnType: "all_granted" | "private" | "shared";
        /** @description Keeps only backups of disks that are part of the server's backup of this id. */
        BackupParentId: string;
        /** @description Keeps only backups of resources in this availability zone. */
        BackupResourceAz: string;
        /** @description Keeps only backups of the resource of this id. */
        BackupResourceId: string;
        /** @description Keeps only backups of a resource of this name. */
        BackupResourceName: string;
        /** @description Keeps only backups of this kind of resource. */
        BackupResourceType: components["schemas"]["CbrResourceType"];
        /** @description Order of the backups: `created_at`, `updated_at`, `name`, `status`, `protected_at` or `id`, each with `:asc` or `:desc`, several separated by commas, at most 255 characters. Without a direction it is `desc`. */
        BackupSort: string;
        /** @description Keeps only backups in this state. The service takes the parameter several times; the client sends it once. */
        BackupStatus: components["schemas"]["CbrBackupStatus"];
        /** @description Keeps only backups in vaults of which at least this share is used, 1 to 100 percent. */
        BackupUsedPercent: string;
        /** @description Keeps only backups in the vault of this id. */
        BackupVaultId: string;
        /** @description Whether each backup names its copies. */
        BackupShowReplication: boolean;
        /** @description Whether to list only backups of changes alone. */
        BackupIncremental: boolean;
        /** @description Keeps only vaults for resources that are there. */
        VaultCloudType: components["schemas"]["CbrCloudType"];
        /** @description Keeps only the vault of this id. Huawei Cloud takes the parameter several times; the client sends it once. */
        VaultIds: string | string[];
        /** @description Number of vaults to a page. */
        VaultLimit: number;
        /** @description Keeps only vaults of this name. */
        VaultName: string;
        /** @description Keeps only vaults for this. */
        VaultObjectType: components["schemas"]["CbrObjectType"];
        /** @description Number of vaults to skip. */
        VaultOffset: number;
        /** @description Keeps only vaults that the policy of this id is applied to. */
        PolicyIdFilter: string;
        /** @description Keeps only vaults that hold this. */
        VaultProtectType: components["schemas"]["CbrProtectType"];
        /** @description Keeps only vaults that hold the resource of this id; on Huawei Cloud also several ids, joined by commas. */
        VaultResourceIds: string;
        /** @description Keeps only vaults in this state. */
        VaultStatus: components["schemas"]["CbrVaultStatus"];
        /** @description Keeps only policies that do this. */
        PolicyOperationType: components["schemas"]["CbrPolicyOperation"];
        /** @description Keeps only the policies that are applied to the vault of this id. */
        PolicyVaultId: string;
        /** @description What is listed. */
        ProtectableType: "server" | "disk" | "turbo" | "workspace" | "workspace_v2";
        /** @description Number of resources to a page, at most 50. */
        ProtectableLimit: number;
        /** @description Id of the last resource of the page before. How it acts together with `offset` is not documented, so the two are not to be combined. */
        ProtectableMarker: string;
        /** @description Keeps only resources of this name. */
        ProtectableName: string;
        /** @description Number of resources to skip. How it acts together with `marker` is not documented. */
        ProtectableOffset: number;
        /** @description Keeps only resources in this state, such as available or error. */
        ProtectableStatus: string;
        /** @description Keeps only the resource of this id. */
        ProtectableId: string;
        /** @description Keeps only the disks of the server of this id. Only users of enterprise projects may send it. */
        ProtectableServerId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type CbrOperationType = components['schemas']['CbrOperationType'];
export type CbrOperationStatus = components['schemas']['CbrOperationStatus'];
export type CbrProviderId = components['schemas']['CbrProviderId'];
export type CbrTaskErrorCode = components['schemas']['CbrTaskErrorCode'];
export type CbrOperationError = components['schemas']['CbrOperationError'];
export type CbrConsistencyStatus = components['schemas']['CbrConsistencyStatus'];
export type CbrIncremental = components['schemas']['CbrIncremental'];
export type CbrBackupDetail = components['schemas']['CbrBackupDetail'];
export type CbrCommonDetail = components['schemas']['CbrCommonDetail'];
export type CbrDeleteDetail = components['schemas']['CbrDeleteDetail'];
export type CbrSyncDetail = components['schemas']['CbrSyncDetail'];
export type CbrResourceOptions = components['schemas']['CbrResourceOptions'];
export type CbrResourceType = components['schemas']['CbrResourceType'];
export type CbrResource = components['schemas']['CbrResource'];
export type CbrRemoveResourcesDetail = components['schemas']['CbrRemoveResourcesDetail'];
export type CbrReplicationDetail = components['schemas']['CbrReplicationDetail'];
export type CbrRestoreDetail = components['schemas']['CbrRestoreDetail'];
export type CbrVaultDeleteDetail = components['schemas']['CbrVaultDeleteDetail'];
export type CbrOperationDetail = components['schemas']['CbrOperationDetail'];
export type CbrOperationLog = components['schemas']['CbrOperationLog'];
export type CbrOperationLogList = components['schemas']['CbrOperationLogList'];
export type CbrApiErrorCode = components['schemas']['CbrApiErrorCode'];
export type CbrErrorBody = components['schemas']['CbrErrorBody'];
export type GatewayErrorCode = components['schemas']['GatewayErrorCode'];
export type GatewayErrorBody = components['schemas']['GatewayErrorBody'];
export type CbrOperationLogResponse = components['schemas']['CbrOperationLogResponse'];
export type CbrImageType = components['schemas']['CbrImageType'];
export type CbrBackupStatus = components['schemas']['CbrBackupStatus'];
export type CbrImage = components['schemas']['CbrImage'];
export type CbrRestoreMode = components['schemas']['CbrRestoreMode'];
export type CbrBackupProperties = components['schemas']['CbrBackupProperties'];
export type CbrReplicationRecordDetail = components['schemas']['CbrReplicationRecordDetail'];
export type CbrReplicationStatus = components['schemas']['CbrReplicationStatus'];
export type CbrReplicationRecord = components['schemas']['CbrReplicationRecord'];
export type CbrBackup = components['schemas']['CbrBackup'];
export type CbrBackupList = components['schemas']['CbrBackupList'];
export type CbrCloudType = components['schemas']['CbrCloudType'];
export type CbrObjectType = components['schemas']['CbrObjectType'];
export type CbrProtectType = components['schemas']['CbrProtectType'];
export type CbrVaultStatus = components['schemas']['CbrVaultStatus'];
export type CbrChargingMode = components['schemas']['CbrChargingMode'];
export type CbrConsistentLevel = components['schemas']['CbrConsistentLevel'];
export type CbrSpecCode = components['schemas']['CbrSpecCode'];
export type CbrBilling = components['schemas']['CbrBilling'];
export type CbrBindTag = components['schemas']['CbrBindTag'];
export type CbrBindRules = components['schemas']['CbrBindRules'];
export type CbrProtectStatus = components['schemas']['CbrProtectStatus'];
export type CbrVaultResource = components['schemas']['CbrVaultResource'];
export type CbrTag = components['schemas']['CbrTag'];
export type CbrVault = components['schemas']['CbrVault'];
export type CbrVaultList = components['schemas']['CbrVaultList'];
export type CbrPolicyOperation = components['schemas']['CbrPolicyOperation'];
export type CbrAssociatedVault = components['schemas']['CbrAssociatedVault'];
export type CbrOperationDefinition = components['schemas']['CbrOperationDefinition'];
export type CbrPolicyType = components['schemas']['CbrPolicyType'];
export type CbrTriggerProperties = components['schemas']['CbrTriggerProperties'];
export type CbrTriggerType = components['schemas']['CbrTriggerType'];
export type CbrTrigger = components['schemas']['CbrTrigger'];
export type CbrPolicy = components['schemas']['CbrPolicy'];
export type CbrPolicyList = components['schemas']['CbrPolicyList'];
export type CbrProtectableResult = components['schemas']['CbrProtectableResult'];
export type CbrProtectableStatus = components['schemas']['CbrProtectableStatus'];
export type CbrProtectable = components['schemas']['CbrProtectable'];
export type CbrProtectableList = components['schemas']['CbrProtectableList'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseOperationLogsNotFound = components['responses']['OperationLogsNotFound'];
export type ResponseGatewayTooManyRequests = components['responses']['GatewayTooManyRequests'];
export type ResponseInternalError = components['responses']['InternalError'];
export type ResponseGatewayBadGateway = components['responses']['GatewayBadGateway'];
export type ResponseGatewayUnavailable = components['responses']['GatewayUnavailable'];
export type ResponseGatewayTimeout = components['responses']['GatewayTimeout'];
export type ResponseOperationLogNotFound = components['responses']['OperationLogNotFound'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ParameterProjectId = components['parameters']['ProjectId'];
export type ParameterLogStartTime = components['parameters']['LogStartTime'];
export type ParameterLogEndTime = components['parameters']['LogEndTime'];
export type ParameterLogLimit = components['parameters']['LogLimit'];
export type ParameterLogOffset = components['parameters']['LogOffset'];
export type ParameterLogOperationType = components['parameters']['LogOperationType'];
export type ParameterLogStatus = components['parameters']['LogStatus'];
export type ParameterProviderId = components['parameters']['ProviderId'];
export type ParameterLogResourceId = components['parameters']['LogResourceId'];
export type ParameterLogResourceName = components['parameters']['LogResourceName'];
export type ParameterLogVaultId = components['parameters']['LogVaultId'];
export type ParameterLogVaultName = components['parameters']['LogVaultName'];
export type ParameterEnterpriseProjectId = components['parameters']['EnterpriseProjectId'];
export type ParameterOperationLogId = components['parameters']['OperationLogId'];
export type ParameterBackupCheckpointId = components['parameters']['BackupCheckpointId'];
export type ParameterBackupDec = components['parameters']['BackupDec'];
export type ParameterBackupStartTime = components['parameters']['BackupStartTime'];
export type ParameterBackupEndTime = components['parameters']['BackupEndTime'];
export type ParameterBackupImageType = components['parameters']['BackupImageType'];
export type ParameterBackupLimit = components['parameters']['BackupLimit'];
export type ParameterBackupMarker = components['parameters']['BackupMarker'];
export type ParameterBackupMemberStatus = components['parameters']['BackupMemberStatus'];
export type ParameterBackupName = components['parameters']['BackupName'];
export type ParameterBackupOffset = components['parameters']['BackupOffset'];
export type ParameterBackupOwnType = components['parameters']['BackupOwnType'];
export type ParameterBackupParentId = components['parameters']['BackupParentId'];
export type ParameterBackupResourceAz = components['parameters']['BackupResourceAz'];
export type ParameterBackupResourceId = components['parameters']['BackupResourceId'];
export type ParameterBackupResourceName = components['parameters']['BackupResourceName'];
export type ParameterBackupResourceType = components['parameters']['BackupResourceType'];
export type ParameterBackupSort = components['parameters']['BackupSort'];
export type ParameterBackupStatus = components['parameters']['BackupStatus'];
export type ParameterBackupUsedPercent = components['parameters']['BackupUsedPercent'];
export type ParameterBackupVaultId = components['parameters']['BackupVaultId'];
export type ParameterBackupShowReplication = components['parameters']['BackupShowReplication'];
export type ParameterBackupIncremental = components['parameters']['BackupIncremental'];
export type ParameterVaultCloudType = components['parameters']['VaultCloudType'];
export type ParameterVaultIds = components['parameters']['VaultIds'];
export type ParameterVaultLimit = components['parameters']['VaultLimit'];
export type ParameterVaultName = components['parameters']['VaultName'];
export type ParameterVaultObjectType = components['parameters']['VaultObjectType'];
export type ParameterVaultOffset = components['parameters']['VaultOffset'];
export type ParameterPolicyIdFilter = components['parameters']['PolicyIdFilter'];
export type ParameterVaultProtectType = components['parameters']['VaultProtectType'];
export type ParameterVaultResourceIds = components['parameters']['VaultResourceIds'];
export type ParameterVaultStatus = components['parameters']['VaultStatus'];
export type ParameterPolicyOperationType = components['parameters']['PolicyOperationType'];
export type ParameterPolicyVaultId = components['parameters']['PolicyVaultId'];
export type ParameterProtectableType = components['parameters']['ProtectableType'];
export type ParameterProtectableLimit = components['parameters']['ProtectableLimit'];
export type ParameterProtectableMarker = components['parameters']['ProtectableMarker'];
export type ParameterProtectableName = components['parameters']['ProtectableName'];
export type ParameterProtectableOffset = components['parameters']['ProtectableOffset'];
export type ParameterProtectableStatus = components['parameters']['ProtectableStatus'];
export type ParameterProtectableId = components['parameters']['ProtectableId'];
export type ParameterProtectableServerId = components['parameters']['ProtectableServerId'];
export type $defs = Record<string, never>;
export interface operations {
    ListOpLogs: {
        parameters: {
            query?: {
                /** @description Start of the period that the operation logs are of, in UTC, as `2018-01-01T12:00:00Z`. Which of their times is compared is not documented. */
                start_time?: components["parameters"]["LogStartTime"];
                /** @description End of the period that the operation logs are of, in UTC, as `2018-02-01T12:00:00Z`. Which of their times is compared is not documented; a running operation has no end. */
                end_time?: components["parameters"]["LogEndTime"];
                /** @description Number of operation logs to a page. */
                limit?: components["parameters"]["LogLimit"];
                /** @description Number of operation logs to skip. */
                offset?: components["parameters"]["LogOffset"];
                /** @description Keeps only operations of this type. */
                operation_type?: components["parameters"]["LogOperationType"];
                /** @description Keeps only operations in this state. One state at a time. */
                status?: components["parameters"]["LogStatus"];
                /** @description Keeps only operations on this kind of resource. */
                provider_id?: components["parameters"]["ProviderId"];
                /** @description Keeps only operations on the resource of this id. */
                resource_id?: components["parameters"]["LogResourceId"];
                /** @description Keeps only operations on a resource of this name. */
                resource_name?: components["parameters"]["LogResourceName"];
                /** @description Keeps only operations on resources of the vault of this id. */
                vault_id?: components["parameters"]["LogVaultId"];
                /** @description Keeps only operations on resources of a vault of this name. */
                vault_name?: components["parameters"]["LogVaultName"];
                /** @description Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone. */
                enterprise_project_id?: components["parameters"]["EnterpriseProjectId"];
            };
            header?: never;
            path: {
                /** @description Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of operation logs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbrOperationLogList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OperationLogsNotFound"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    ShowOpLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description Id of the operation log. */
                operation_log_id: components["parameters"]["OperationLogId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbrOperationLogResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OperationLogNotFound"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    ListBackups: {
        parameters: {
            query?: {
                /** @description Keeps only backups of the checkpoint of this id. */
                checkpoint_id?: components["parameters"]["BackupCheckpointId"];
                /** @description Whether to ask a dedicated cloud. It has no effect elsewhere. */
                dec?: components["parameters"]["BackupDec"];
                /** @description Start of the period in which the backups were made, in UTC, as `2018-02-01T12:00:00Z`. */
                start_time?: components["parameters"]["BackupStartTime"];
                /** @description End of the period in which the backups were made, in UTC, as `2018-02-01T12:00:00Z`. */
                end_time?: components["parameters"]["BackupEndTime"];
                /** @description Keeps only backups, or only copies of backups. */
                image_type?: components["parameters"]["BackupImageType"];
                /** @description Number of backups to a page. */
                limit?: components["parameters"]["BackupLimit"];
                /** @description Id of the last backup of the page before. How it acts together with `offset` is not documented, so the two are not to be combined. */
                marker?: components["parameters"]["BackupMarker"];
                /** @description Keeps only shared backups whose sharing is in this state. */
                member_status?: components["parameters"]["BackupMemberStatus"];
                /** @description Keeps only backups of this name. */
                name?: components["parameters"]["BackupName"];
                /** @description Number of backups to skip. How it acts together with `marker` is not documented. */
                offset?: components["parameters"]["BackupOffset"];
                /** @description Whose backups are listed. */
                own_type?: components["parameters"]["BackupOwnType"];
                /** @description Keeps only backups of disks that are part of the server's backup of this id. */
                parent_id?: components["parameters"]["BackupParentId"];
                /** @description Keeps only backups of resources in this availability zone. */
                resource_az?: components["parameters"]["BackupResourceAz"];
                /** @description Keeps only backups of the resource of this id. */
                resource_id?: components["parameters"]["BackupResourceId"];
                /** @description Keeps only backups of a resource of this name. */
                resource_name?: components["parameters"]["BackupResourceName"];
                /** @description Keeps only backups of this kind of resource. */
                resource_type?: components["parameters"]["BackupResourceType"];
                /** @description Order of the backups: `created_at`, `updated_at`, `name`, `status`, `protected_at` or `id`, each with `:asc` or `:desc`, several separated by commas, at most 255 characters. Without a direction it is `desc`. */
                sort?: components["parameters"]["BackupSort"];
                /** @description Keeps only backups in this state. The service takes the parameter several times; the client sends it once. */
                status?: components["parameters"]["BackupStatus"];
                /** @description Keeps only backups in vaults of which at least this share is used, 1 to 100 percent. */
                used_percent?: components["parameters"]["BackupUsedPercent"];
                /** @description Keeps only backups in the vault of this id. */
                vault_id?: components["parameters"]["BackupVaultId"];
                /** @description Whether each backup names its copies. */
                show_replication?: components["parameters"]["BackupShowReplication"];
                /** @description Whether to list only backups of changes alone. */
                incremental?: components["parameters"]["BackupIncremental"];
                /** @description Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone. */
                enterprise_project_id?: components["parameters"]["EnterpriseProjectId"];
            };
            header?: never;
            path: {
                /** @description Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of backups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbrBackupList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    ListVault: {
        parameters: {
            query?: {
                /** @description Keeps only vaults for resources that are there. */
                cloud_type?: components["parameters"]["VaultCloudType"];
                /** @description Keeps only the vault of this id. Huawei Cloud takes the parameter several times; the client sends it once. */
                id?: components["parameters"]["VaultIds"];
                /** @description Number of vaults to a page. */
                limit?: components["parameters"]["VaultLimit"];
                /** @description Keeps only vaults of this name. */
                name?: components["parameters"]["VaultName"];
                /** @description Keeps only vaults for this. */
                object_type?: components["parameters"]["VaultObjectType"];
                /** @description Number of vaults to skip. */
                offset?: components["parameters"]["VaultOffset"];
                /** @description Keeps only vaults that the policy of this id is applied to. */
                policy_id?: components["parameters"]["PolicyIdFilter"];
                /** @description Keeps only vaults that hold this. */
                protect_type?: components["parameters"]["VaultProtectType"];
                /** @description Keeps only vaults that hold the resource of this id; on Huawei Cloud also several ids, joined by commas. */
                resource_ids?: components["parameters"]["VaultResourceIds"];
                /** @description Keeps only vaults in this state. */
                status?: components["parameters"]["VaultStatus"];
                /** @description Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone. */
                enterprise_project_id?: components["parameters"]["EnterpriseProjectId"];
            };
            header?: never;
            path: {
                /** @description Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of vaults. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbrVaultList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    ListPolicies: {
        parameters: {
            query?: {
                /** @description Keeps only policies that do this. */
                operation_type?: components["parameters"]["PolicyOperationType"];
                /** @description Keeps only the policies that are applied to the vault of this id. */
                vault_id?: components["parameters"]["PolicyVaultId"];
            };
            header?: never;
            path: {
                /** @description Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All policies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbrPolicyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    ListProtectable: {
        parameters: {
            query?: {
                /** @description Number of resources to a page, at most 50. */
                limit?: components["parameters"]["ProtectableLimit"];
                /** @description Id of the last resource of the page before. How it acts together with `offset` is not documented, so the two are not to be combined. */
                marker?: components["parameters"]["ProtectableMarker"];
                /** @description Keeps only resources of this name. */
                name?: components["parameters"]["ProtectableName"];
                /** @description Number of resources to skip. How it acts together with `marker` is not documented. */
                offset?: components["parameters"]["ProtectableOffset"];
                /** @description Keeps only resources in this state, such as available or error. */
                status?: components["parameters"]["ProtectableStatus"];
                /** @description Keeps only the resource of this id. */
                id?: components["parameters"]["ProtectableId"];
                /** @description Keeps only the disks of the server of this id. Only users of enterprise projects may send it. */
                server_id?: components["parameters"]["ProtectableServerId"];
            };
            header?: never;
            path: {
                /** @description Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
                /** @description What is listed. */
                protectable_type: components["parameters"]["ProtectableType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of resources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CbrProtectableList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["GatewayTooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["GatewayBadGateway"];
            503: components["responses"]["GatewayUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
