// Generated from the contract by `npm run generate`. Do not edit.
/** The paths of the contract and their methods, as openapi-fetch takes them. */
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
         *
         * Returns one page of the operation logs of a project: backups, restorations, deletions and so on, of all its resources, which gives the result of each backup. `operation_type` keeps one type.
         *
         * The order is not documented. A log can come again if another begins while the pages are read, so its id is compared.
         *
         * The caller needs the IAM action `cbr:tasks:list`.
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
         *
         * Returns one operation log.
         *
         * The caller needs the IAM action `cbr:tasks:get`.
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
         *
         * Returns one page of the backups that are kept. The result of a backup that is not there, since it failed or was deleted, stands in `ListOpLogs` alone.
         *
         * The caller needs the IAM action `cbr:backups:list`.
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
         *
         * Returns one page of the vaults of a project, each with its resources. The policy of a vault is not in it: `ListPolicies` names the vaults of each policy, and `policy_id` keeps those of one.
         *
         * The caller needs the IAM action `cbr:vaults:list`.
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
         *
         * Returns all policies of a project at once, those that are disabled included. There are no pages.
         *
         * The caller needs the IAM action `cbr:policies:list`.
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
         *
         * Returns one page of the resources of one kind that can be backed up, with the vault that holds each. On Huawei Cloud alone. There is no total: the listing ends with an empty page.
         *
         * The caller needs the IAM action `cbr:vaults:listProtectables`.
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
/** The named parts of the contract, by kind. Each schema is exported by its name, too. */
export interface components {
    schemas: {
        CbrOperationType: CbrOperationType;
        CbrOperationStatus: CbrOperationStatus;
        CbrProviderId: CbrProviderId;
        CbrTaskErrorCode: CbrTaskErrorCode;
        CbrOperationError: CbrOperationError;
        CbrConsistencyStatus: CbrConsistencyStatus;
        CbrIncremental: CbrIncremental;
        CbrBackupDetail: CbrBackupDetail;
        CbrCommonDetail: CbrCommonDetail;
        CbrDeleteDetail: CbrDeleteDetail;
        CbrSyncDetail: CbrSyncDetail;
        CbrResourceOptions: CbrResourceOptions;
        CbrResourceType: CbrResourceType;
        CbrResource: CbrResource;
        CbrRemoveResourcesDetail: CbrRemoveResourcesDetail;
        CbrReplicationDetail: CbrReplicationDetail;
        CbrRestoreDetail: CbrRestoreDetail;
        CbrVaultDeleteDetail: CbrVaultDeleteDetail;
        CbrOperationDetail: CbrOperationDetail;
        CbrOperationLog: CbrOperationLog;
        CbrOperationLogList: CbrOperationLogList;
        CbrApiErrorCode: CbrApiErrorCode;
        CbrErrorBody: CbrErrorBody;
        GatewayErrorCode: GatewayErrorCode;
        GatewayErrorBody: GatewayErrorBody;
        CbrOperationLogResponse: CbrOperationLogResponse;
        CbrImageType: CbrImageType;
        CbrBackupStatus: CbrBackupStatus;
        CbrImage: CbrImage;
        CbrRestoreMode: CbrRestoreMode;
        CbrBackupProperties: CbrBackupProperties;
        CbrReplicationRecordDetail: CbrReplicationRecordDetail;
        CbrReplicationStatus: CbrReplicationStatus;
        CbrReplicationRecord: CbrReplicationRecord;
        CbrBackup: CbrBackup;
        CbrBackupList: CbrBackupList;
        CbrCloudType: CbrCloudType;
        CbrObjectType: CbrObjectType;
        CbrProtectType: CbrProtectType;
        CbrVaultStatus: CbrVaultStatus;
        CbrChargingMode: CbrChargingMode;
        CbrConsistentLevel: CbrConsistentLevel;
        CbrSpecCode: CbrSpecCode;
        CbrBilling: CbrBilling;
        CbrBindTag: CbrBindTag;
        CbrBindRules: CbrBindRules;
        CbrProtectStatus: CbrProtectStatus;
        CbrVaultResource: CbrVaultResource;
        CbrTag: CbrTag;
        CbrVault: CbrVault;
        CbrVaultList: CbrVaultList;
        CbrPolicyOperation: CbrPolicyOperation;
        CbrAssociatedVault: CbrAssociatedVault;
        CbrOperationDefinition: CbrOperationDefinition;
        CbrPolicyType: CbrPolicyType;
        CbrTriggerProperties: CbrTriggerProperties;
        CbrTriggerType: CbrTriggerType;
        CbrTrigger: CbrTrigger;
        CbrPolicy: CbrPolicy;
        CbrPolicyList: CbrPolicyList;
        CbrProtectableResult: CbrProtectableResult;
        CbrProtectableStatus: CbrProtectableStatus;
        CbrProtectable: CbrProtectable;
        CbrProtectableList: CbrProtectableList;
    };
    responses: {
        /** The request cannot be processed as it stands: a parameter is wrong. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CbrErrorBody | GatewayErrorBody;
            };
        };
        /** The token or the signature is missing, wrong or expired. The service itself says so with a 500. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CbrErrorBody | GatewayErrorBody;
            };
        };
        /** The caller is known but may not make this call. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CbrErrorBody | GatewayErrorBody;
            };
        };
        /** There is no such address. The pages show the body of a success here. */
        OperationLogsNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CbrErrorBody | GatewayErrorBody;
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
        /** The service failed while it handled the request, or it did not accept the credentials. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CbrErrorBody | GatewayErrorBody;
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
        /** There is no operation log of this id in the project. */
        OperationLogNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CbrErrorBody | GatewayErrorBody;
            };
        };
        /** There is no such thing in the project, or no such address. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CbrErrorBody | GatewayErrorBody;
            };
        };
    };
    parameters: {
        /** Id of the project. A token must have been issued for this project. */
        ProjectId: string;
        /** Start of the period that the operation logs are of, in UTC, as `2018-01-01T12:00:00Z`. Which of their times is compared is not documented. */
        LogStartTime: string;
        /** End of the period that the operation logs are of, in UTC, as `2018-02-01T12:00:00Z`. Which of their times is compared is not documented; a running operation has no end. */
        LogEndTime: string;
        /** Number of operation logs to a page. */
        LogLimit: number;
        /** Number of operation logs to skip. */
        LogOffset: number;
        /** Keeps only operations of this type. */
        LogOperationType: CbrOperationType;
        /** Keeps only operations in this state. One state at a time. */
        LogStatus: CbrOperationStatus;
        /** Keeps only operations on this kind of resource. */
        ProviderId: CbrProviderId;
        /** Keeps only operations on the resource of this id. */
        LogResourceId: string;
        /** Keeps only operations on a resource of this name. */
        LogResourceName: string;
        /** Keeps only operations on resources of the vault of this id. */
        LogVaultId: string;
        /** Keeps only operations on resources of a vault of this name. */
        LogVaultName: string;
        /** Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone. */
        EnterpriseProjectId: string;
        /** Id of the operation log. */
        OperationLogId: string;
        /** Keeps only backups of the checkpoint of this id. */
        BackupCheckpointId: string;
        /** Whether to ask a dedicated cloud. It has no effect elsewhere. */
        BackupDec: boolean;
        /** Start of the period in which the backups were made, in UTC, as `2018-02-01T12:00:00Z`. */
        BackupStartTime: string;
        /** End of the period in which the backups were made, in UTC, as `2018-02-01T12:00:00Z`. */
        BackupEndTime: string;
        /** Keeps only backups, or only copies of backups. */
        BackupImageType: CbrImageType;
        /** Number of backups to a page. */
        BackupLimit: number;
        /** Id of the last backup of the page before. How it acts together with `offset` is not documented, so the two are not to be combined. */
        BackupMarker: string;
        /** Keeps only shared backups whose sharing is in this state. */
        BackupMemberStatus: "pending" | "accepted" | "rejected";
        /** Keeps only backups of this name. */
        BackupName: string;
        /** Number of backups to skip. How it acts together with `marker` is not documented. */
        BackupOffset: number;
        /** Whose backups are listed. */
        BackupOwnType: "all_granted" | "private" | "shared";
        /** Keeps only backups of disks that are part of the server's backup of this id. */
        BackupParentId: string;
        /** Keeps only backups of resources in this availability zone. */
        BackupResourceAz: string;
        /** Keeps only backups of the resource of this id. */
        BackupResourceId: string;
        /** Keeps only backups of a resource of this name. */
        BackupResourceName: string;
        /** Keeps only backups of this kind of resource. */
        BackupResourceType: CbrResourceType;
        /** Order of the backups: `created_at`, `updated_at`, `name`, `status`, `protected_at` or `id`, each with `:asc` or `:desc`, several separated by commas, at most 255 characters. Without a direction it is `desc`. */
        BackupSort: string;
        /** Keeps only backups in this state. The service takes the parameter several times; the client sends it once. */
        BackupStatus: CbrBackupStatus;
        /** Keeps only backups in vaults of which at least this share is used, 1 to 100 percent. */
        BackupUsedPercent: string;
        /** Keeps only backups in the vault of this id. */
        BackupVaultId: string;
        /** Whether each backup names its copies. */
        BackupShowReplication: boolean;
        /** Whether to list only backups of changes alone. */
        BackupIncremental: boolean;
        /** Keeps only vaults for resources that are there. */
        VaultCloudType: CbrCloudType;
        /** Keeps only the vault of this id. Huawei Cloud takes the parameter several times; the client sends it once. */
        VaultIds: string | string[];
        /** Number of vaults to a page. */
        VaultLimit: number;
        /** Keeps only vaults of this name. */
        VaultName: string;
        /** Keeps only vaults for this. */
        VaultObjectType: CbrObjectType;
        /** Number of vaults to skip. */
        VaultOffset: number;
        /** Keeps only vaults that the policy of this id is applied to. */
        PolicyIdFilter: string;
        /** Keeps only vaults that hold this. */
        VaultProtectType: CbrProtectType;
        /** Keeps only vaults that hold the resource of this id; on Huawei Cloud also several ids, joined by commas. */
        VaultResourceIds: string;
        /** Keeps only vaults in this state. */
        VaultStatus: CbrVaultStatus;
        /** Keeps only policies that do this. */
        PolicyOperationType: CbrPolicyOperation;
        /** Keeps only the policies that are applied to the vault of this id. */
        PolicyVaultId: string;
        /** What is listed. */
        ProtectableType: "server" | "disk" | "turbo" | "workspace" | "workspace_v2";
        /** Number of resources to a page, at most 50. */
        ProtectableLimit: number;
        /** Id of the last resource of the page before. How it acts together with `offset` is not documented, so the two are not to be combined. */
        ProtectableMarker: string;
        /** Keeps only resources of this name. */
        ProtectableName: string;
        /** Number of resources to skip. How it acts together with `marker` is not documented. */
        ProtectableOffset: number;
        /** Keeps only resources in this state, such as available or error. */
        ProtectableStatus: string;
        /** Keeps only the resource of this id. */
        ProtectableId: string;
        /** Keeps only the disks of the server of this id. Only users of enterprise projects may send it. */
        ProtectableServerId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
/** The operations of the contract by operationId: parameters, and responses by status. */
export interface operations {
    ListOpLogs: {
        parameters: {
            query?: {
                /** Start of the period that the operation logs are of, in UTC, as `2018-01-01T12:00:00Z`. Which of their times is compared is not documented. */
                start_time?: components["parameters"]["LogStartTime"];
                /** End of the period that the operation logs are of, in UTC, as `2018-02-01T12:00:00Z`. Which of their times is compared is not documented; a running operation has no end. */
                end_time?: components["parameters"]["LogEndTime"];
                /** Number of operation logs to a page. */
                limit?: components["parameters"]["LogLimit"];
                /** Number of operation logs to skip. */
                offset?: components["parameters"]["LogOffset"];
                /** Keeps only operations of this type. */
                operation_type?: components["parameters"]["LogOperationType"];
                /** Keeps only operations in this state. One state at a time. */
                status?: components["parameters"]["LogStatus"];
                /** Keeps only operations on this kind of resource. */
                provider_id?: components["parameters"]["ProviderId"];
                /** Keeps only operations on the resource of this id. */
                resource_id?: components["parameters"]["LogResourceId"];
                /** Keeps only operations on a resource of this name. */
                resource_name?: components["parameters"]["LogResourceName"];
                /** Keeps only operations on resources of the vault of this id. */
                vault_id?: components["parameters"]["LogVaultId"];
                /** Keeps only operations on resources of a vault of this name. */
                vault_name?: components["parameters"]["LogVaultName"];
                /** Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone. */
                enterprise_project_id?: components["parameters"]["EnterpriseProjectId"];
            };
            header?: never;
            path: {
                /** Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of operation logs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": CbrOperationLogList;
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
                /** Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
                /** Id of the operation log. */
                operation_log_id: components["parameters"]["OperationLogId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The operation log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": CbrOperationLogResponse;
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
                /** Keeps only backups of the checkpoint of this id. */
                checkpoint_id?: components["parameters"]["BackupCheckpointId"];
                /** Whether to ask a dedicated cloud. It has no effect elsewhere. */
                dec?: components["parameters"]["BackupDec"];
                /** Start of the period in which the backups were made, in UTC, as `2018-02-01T12:00:00Z`. */
                start_time?: components["parameters"]["BackupStartTime"];
                /** End of the period in which the backups were made, in UTC, as `2018-02-01T12:00:00Z`. */
                end_time?: components["parameters"]["BackupEndTime"];
                /** Keeps only backups, or only copies of backups. */
                image_type?: components["parameters"]["BackupImageType"];
                /** Number of backups to a page. */
                limit?: components["parameters"]["BackupLimit"];
                /** Id of the last backup of the page before. How it acts together with `offset` is not documented, so the two are not to be combined. */
                marker?: components["parameters"]["BackupMarker"];
                /** Keeps only shared backups whose sharing is in this state. */
                member_status?: components["parameters"]["BackupMemberStatus"];
                /** Keeps only backups of this name. */
                name?: components["parameters"]["BackupName"];
                /** Number of backups to skip. How it acts together with `marker` is not documented. */
                offset?: components["parameters"]["BackupOffset"];
                /** Whose backups are listed. */
                own_type?: components["parameters"]["BackupOwnType"];
                /** Keeps only backups of disks that are part of the server's backup of this id. */
                parent_id?: components["parameters"]["BackupParentId"];
                /** Keeps only backups of resources in this availability zone. */
                resource_az?: components["parameters"]["BackupResourceAz"];
                /** Keeps only backups of the resource of this id. */
                resource_id?: components["parameters"]["BackupResourceId"];
                /** Keeps only backups of a resource of this name. */
                resource_name?: components["parameters"]["BackupResourceName"];
                /** Keeps only backups of this kind of resource. */
                resource_type?: components["parameters"]["BackupResourceType"];
                /** Order of the backups: `created_at`, `updated_at`, `name`, `status`, `protected_at` or `id`, each with `:asc` or `:desc`, several separated by commas, at most 255 characters. Without a direction it is `desc`. */
                sort?: components["parameters"]["BackupSort"];
                /** Keeps only backups in this state. The service takes the parameter several times; the client sends it once. */
                status?: components["parameters"]["BackupStatus"];
                /** Keeps only backups in vaults of which at least this share is used, 1 to 100 percent. */
                used_percent?: components["parameters"]["BackupUsedPercent"];
                /** Keeps only backups in the vault of this id. */
                vault_id?: components["parameters"]["BackupVaultId"];
                /** Whether each backup names its copies. */
                show_replication?: components["parameters"]["BackupShowReplication"];
                /** Whether to list only backups of changes alone. */
                incremental?: components["parameters"]["BackupIncremental"];
                /** Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone. */
                enterprise_project_id?: components["parameters"]["EnterpriseProjectId"];
            };
            header?: never;
            path: {
                /** Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of backups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": CbrBackupList;
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
                /** Keeps only vaults for resources that are there. */
                cloud_type?: components["parameters"]["VaultCloudType"];
                /** Keeps only the vault of this id. Huawei Cloud takes the parameter several times; the client sends it once. */
                id?: components["parameters"]["VaultIds"];
                /** Number of vaults to a page. */
                limit?: components["parameters"]["VaultLimit"];
                /** Keeps only vaults of this name. */
                name?: components["parameters"]["VaultName"];
                /** Keeps only vaults for this. */
                object_type?: components["parameters"]["VaultObjectType"];
                /** Number of vaults to skip. */
                offset?: components["parameters"]["VaultOffset"];
                /** Keeps only vaults that the policy of this id is applied to. */
                policy_id?: components["parameters"]["PolicyIdFilter"];
                /** Keeps only vaults that hold this. */
                protect_type?: components["parameters"]["VaultProtectType"];
                /** Keeps only vaults that hold the resource of this id; on Huawei Cloud also several ids, joined by commas. */
                resource_ids?: components["parameters"]["VaultResourceIds"];
                /** Keeps only vaults in this state. */
                status?: components["parameters"]["VaultStatus"];
                /** Keeps only what belongs to the enterprise project of this id; `all_granted_eps` stands for all that the user may see. On Huawei Cloud alone. */
                enterprise_project_id?: components["parameters"]["EnterpriseProjectId"];
            };
            header?: never;
            path: {
                /** Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of vaults. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": CbrVaultList;
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
                /** Keeps only policies that do this. */
                operation_type?: components["parameters"]["PolicyOperationType"];
                /** Keeps only the policies that are applied to the vault of this id. */
                vault_id?: components["parameters"]["PolicyVaultId"];
            };
            header?: never;
            path: {
                /** Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All policies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": CbrPolicyList;
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
                /** Number of resources to a page, at most 50. */
                limit?: components["parameters"]["ProtectableLimit"];
                /** Id of the last resource of the page before. How it acts together with `offset` is not documented, so the two are not to be combined. */
                marker?: components["parameters"]["ProtectableMarker"];
                /** Keeps only resources of this name. */
                name?: components["parameters"]["ProtectableName"];
                /** Number of resources to skip. How it acts together with `marker` is not documented. */
                offset?: components["parameters"]["ProtectableOffset"];
                /** Keeps only resources in this state, such as available or error. */
                status?: components["parameters"]["ProtectableStatus"];
                /** Keeps only the resource of this id. */
                id?: components["parameters"]["ProtectableId"];
                /** Keeps only the disks of the server of this id. Only users of enterprise projects may send it. */
                server_id?: components["parameters"]["ProtectableServerId"];
            };
            header?: never;
            path: {
                /** Id of the project. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
                /** What is listed. */
                protectable_type: components["parameters"]["ProtectableType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of resources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": CbrProtectableList;
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
/**
 * What an operation does.
 * @example backup
 */
export type CbrOperationType = "backup" | "copy" | "replication" | "delete" | "restore" | "vault_delete" | "remove_resource" | "sync" | (string & {});
/**
 * State of an operation.
 * @example success
 */
export type CbrOperationStatus = "success" | "skipped" | "failed" | "running" | "timeout" | "waiting" | (string & {});
/**
 * Which kind of resource is backed up: an id of the service's own.
 * @example 0daac4c5-6707-4851-97ba-169e36266b66
 */
export type CbrProviderId = "0daac4c5-6707-4851-97ba-169e36266b66" | "d1603440-187d-4516-af25-121250c7cc97" | "3f3c3220-245c-4805-b811-758870015881" | "a13639de-00be-4e94-af30-26912d75e4a2" | (string & {});
/**
 * Why an operation failed. The list is not complete: every code of the service can come.
 * @example BackupService.0001
 */
export type CbrTaskErrorCode = "BackupService.0001" | "BackupService.0002" | "BackupService.6113" | "BackupService.6114" | "BackupService.6124" | "BackupService.6125" | "BackupService.6215" | "BackupService.6302" | "BackupService.7000" | "BackupService.7003" | "BackupService.7100" | "BackupService.7101" | "BackupService.7102" | "BackupService.7103" | "BackupService.7108" | "BackupService.8300" | "BackupService.9910" | (string & {});
/** Why an operation failed. */
export interface CbrOperationError {
    /**
     * Code of the cause, one of the listed ones or another; empty if the operation did not fail.
     * @example BackupService.6114
     */
    code: CbrTaskErrorCode | string;
    /**
     * The cause in words for a person; empty if the operation did not fail.
     * @example The used capacity of the vault exceeds the maximum capacity.
     */
    message: string;
}
/**
 * Whether a backup is consistent for applications.
 * @example 0
 */
export type CbrConsistencyStatus = "0" | "1" | (string & {});
/**
 * Whether only changes were backed up.
 * @example true
 */
export type CbrIncremental = "true" | "false" | (string & {});
/** The backup that an operation makes. */
export interface CbrBackupDetail {
    /**
     * Code of the error for which the backup is not consistent for applications.
     * @example
     */
    app_consistency_error_code?: string;
    /**
     * That error in words.
     * @example
     */
    app_consistency_error_message?: string;
    /** Whether the backup is consistent for applications. */
    app_consistency_status?: CbrConsistencyStatus;
    /**
     * Id of the backup, as `ListBackups` has it.
     * @example 0e5d0ef6-7f0a-4890-b98c-cb12490e31c1
     */
    backup_id: string;
    /**
     * Name of the backup. Those of policies begin with `autobk_`, those of a person with `manualbk_`.
     * @example manualbk_backup
     */
    backup_name: string;
    /** Whether only changes were backed up: a text, not a boolean. */
    incremental?: CbrIncremental;
}
/** What operations of all types have. */
export interface CbrCommonDetail {
    /**
     * Share done, in percent.
     * @example 100
     */
    progress: number;
    /**
     * Id of the request that started the operation.
     * @example req-cdb98cc4-e87b-4f40-9b4a-57ec036620bc
     */
    request_id: string;
    /**
     * Id of the task inside the service; in no example.
     * @example 8c5f0a3e-6c0b-4d6c-9a55-2f3f6f2a7d11
     */
    task_id?: string;
}
/** The backup that an operation deletes. */
export interface CbrDeleteDetail {
    /**
     * Id of the deleted backup.
     * @example 0e5d0ef6-7f0a-4890-b98c-cb12490e31c1
     */
    backup_id: string;
    /**
     * Name of the deleted backup.
     * @example autobk_b629
     */
    backup_name: string;
}
/** How many backups a synchronization has changed. */
export interface CbrSyncDetail {
    /**
     * Number of backups that were synchronized.
     * @example 3
     */
    sync_backup_num?: number;
    /**
     * Number of backups that were deleted.
     * @example 0
     */
    delete_backup_num?: number;
    /**
     * Number of backups that could not be synchronized.
     * @example 0
     */
    err_sync_backup_num?: number;
}
/** How a resource is backed up. */
export interface CbrResourceOptions {
    /** Ids of the server's disks that are not backed up. */
    exclude_volumes?: string[];
}
/**
 * What a resource is.
 * @example OS::Nova::Server
 */
export type CbrResourceType = "OS::Nova::Server" | "OS::Cinder::Volume" | "OS::Sfs::Turbo" | "OS::Ironic::BareMetalServer" | "OS::Native::Server" | "OS::Workspace::DesktopV2" | (string & {});
/** A resource that is backed up. */
export interface CbrResource {
    /** How the resource is backed up. A page calls it the name of the vault. */
    extra_info?: CbrResourceOptions;
    /**
     * Id of the resource. A page calls it the id of the vault's resource type.
     * @example 1dab32fa-ebf2-415a-ab0b-eabe6353bc86
     */
    id: string;
    /**
     * Name of the resource, at most 255 characters.
     * @example ECS-0001
     */
    name: string;
    /** What the resource is. */
    type: CbrResourceType;
}
/** The resources that an operation removes from a vault. */
export interface CbrRemoveResourcesDetail {
    /**
     * Number of resources that could not be removed.
     * @example 0
     */
    fail_count?: number;
    /**
     * Number of backups that were deleted, as the pages say, or of resources.
     * @example 1
     */
    total_count?: number;
    /** The resources. */
    resources?: CbrResource[];
}
/** The source and the destination of a replication. */
export interface CbrReplicationDetail {
    /**
     * Id of the copy.
     * @example 6df2b54c-dd62-4059-a07c-1b8f24f2725d
     */
    destination_backup_id?: string;
    /**
     * Name of the copy.
     * @example autobk_b629
     */
    destination_backup_name?: string;
    /**
     * Id of the checkpoint of the copy.
     * @example 8b0851a8-adf3-4f4c-a914-dead08bf9664
     */
    destination_checkpoint_id?: string;
    /**
     * Id of the project of the copy.
     * @example 4229d7a45436489f8c3dc2b1d35d4987
     */
    destination_project_id: string;
    /**
     * Region of the copy.
     * @example cn-north-1
     */
    destination_region: string;
    /**
     * Id of the backup that is copied.
     * @example b1c4afd9-e7a6-4888-9010-c2bac3aa7910
     */
    source_backup_id: string;
    /**
     * Name of the backup that is copied.
     * @example autobk_b629
     */
    source_backup_name?: string;
    /**
     * Id of the checkpoint that is copied.
     * @example 1fced58b-2a31-4851-bcbb-96216f83ce99
     */
    source_checkpoint_id?: string;
    /**
     * Id of the project that is copied from.
     * @example 0605767b5780d5762fc5c0118072a564
     */
    source_project_id: string;
    /**
     * Region that is copied from.
     * @example cn-north-4
     */
    source_region: string;
}
/** The backup and the target of a restoration. */
export interface CbrRestoreDetail {
    /**
     * Id of the backup that is restored.
     * @example 0e5d0ef6-7f0a-4890-b98c-cb12490e31c1
     */
    backup_id?: string;
    /**
     * Name of the backup that is restored.
     * @example manualbk_backup
     */
    backup_name?: string;
    /**
     * Id of the resource that the backup is restored to.
     * @example 1dab32fa-ebf2-415a-ab0b-eabe6353bc86
     */
    target_resource_id?: string;
    /**
     * Name of the resource that the backup is restored to.
     * @example ECS-0001
     */
    target_resource_name?: string;
}
/** What the deletion of a vault has deleted. */
export interface CbrVaultDeleteDetail {
    /**
     * Number of resources that could not be deleted.
     * @example 0
     */
    fail_count?: number;
    /**
     * Number of backups that were deleted.
     * @example 12
     */
    total_count?: number;
}
/** The resource and the progress of an operation, and what is particular to its type. */
export interface CbrOperationDetail {
    /** Of a backup: the backup that it makes. */
    backup?: CbrBackupDetail;
    /** What all types have: progress and request. */
    common: CbrCommonDetail;
    /** Of a deletion: the backup that it deletes. */
    delete?: CbrDeleteDetail;
    /** Of a synchronization: the numbers of backups. */
    sync?: CbrSyncDetail;
    /** Of a removal: the resources that leave the vault. */
    remove_resources?: CbrRemoveResourcesDetail;
    /** Of a replication: its source and its destination. */
    replication?: CbrReplicationDetail;
    /** The resource that the operation is about. */
    resource: CbrResource;
    /** Of a restoration: the backup and the resource that it is restored to. */
    restore?: CbrRestoreDetail;
    /** Of the deletion of a vault: the numbers of backups. */
    vault_delete?: CbrVaultDeleteDetail;
}
/** One operation on one resource and its result: a backup, a restoration, a deletion and so on. `operation_type` says which. */
export interface CbrOperationLog {
    /**
     * Id of the checkpoint that the operation belongs to. The pages call it that of a backup record.
     * @example b432511f-d889-428f-8b0e-5f47c524c6b6
     */
    checkpoint_id: string;
    /**
     * When the operation was created. In both documented records it is later than `started_at`.
     * @example 2019-05-23T14:31:36.039+00:00
     */
    created_at: string;
    /**
     * When the operation ended; absent or null until then.
     * @example 2019-05-23T14:35:23.511+00:00
     */
    ended_at?: string | null;
    /** Why the operation failed; code and message are empty if it did not. */
    error_info: CbrOperationError;
    /** Resource, progress, and what is particular to the type of operation. */
    extra_info: CbrOperationDetail;
    /**
     * Id of the operation log.
     * @example 4827f2da-b008-4507-ab7d-42d0df5ed912
     */
    id: string;
    /** What was done. */
    operation_type: CbrOperationType;
    /**
     * Id of the policy that started the operation; null or absent if none did.
     * @example cbb3ce6f-3332-4e7c-b98e-77290d8471ff
     */
    policy_id?: string | null;
    /**
     * Id of the project.
     * @example 04f1829c788037ac2fb8c01eb2b04b95
     */
    project_id: string;
    /** Which kind of resource is backed up. */
    provider_id: CbrProviderId;
    /**
     * When the operation began.
     * @example 2019-05-23T14:31:36.007+00:00
     */
    started_at: string;
    /** State of the operation. */
    status: CbrOperationStatus;
    /**
     * When the operation log last changed.
     * @example 2019-05-23T14:35:23.584+00:00
     */
    updated_at: string;
    /**
     * Id of the vault that the resource is in; null or absent in the documented records.
     * @example cca85ea5-00a4-418d-9222-bd83985bc515
     */
    vault_id?: string | null;
    /**
     * Name of the vault that the resource is in; null or absent in the documented records.
     * @example vault-8538
     */
    vault_name?: string | null;
}
/** One page of operation logs. */
export interface CbrOperationLogList {
    /** The operation logs of this page, empty if there are none. */
    operation_logs: CbrOperationLog[];
    /**
     * Number of all operation logs that the filters leave. That it is not the number on this page is inferred, so a reader stops at an empty page as well.
     * @example 1
     */
    count: number;
    /**
     * Number of operation logs to a page, as the service understood it.
     * @default 1000
     * @example 1000
     */
    limit?: number;
    /**
     * Number of operation logs before this page, as the service understood it.
     * @default 0
     * @example 0
     */
    offset?: number;
}
/**
 * Codes with which the service refuses or fails a read. The list is not complete: other codes come, too.
 * @example BackupService.6000
 */
export type CbrApiErrorCode = "BackupService.6000" | "BackupService.6105" | "BackupService.6200" | "BackupService.6500" | "BackupService.8600" | "BackupService.9900" | "BackupService.9910" | "BackupService.9998" | (string & {});
/** What the service returns when it refuses or fails a request. */
export interface CbrErrorBody {
    /**
     * Code of the error, one of the listed ones or another.
     * @example BackupService.6500
     */
    error_code: CbrApiErrorCode | string;
    /**
     * What went wrong, in words for a person.
     * @example Operation log does not exist.
     */
    error_msg: string;
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
/** One operation log. */
export interface CbrOperationLogResponse {
    /** The operation log. */
    operation_log: CbrOperationLog;
}
/**
 * Whether something is a backup or the copy of one.
 * @example backup
 */
export type CbrImageType = "backup" | "replication" | (string & {});
/**
 * State of a backup.
 * @example available
 */
export type CbrBackupStatus = "available" | "protecting" | "deleting" | "restoring" | "error" | "waiting_protect" | "waiting_delete" | "waiting_restore" | (string & {});
/** An image that was made from a backup. */
export interface CbrImage {
    /**
     * Id of the image.
     * @example 703eb90a-a65f-4c72-b4c1-f070a55d068b
     */
    image_id?: string;
}
/**
 * How a backup can be restored.
 * @example na
 */
export type CbrRestoreMode = "na" | "backup" | "snapshot" | (string & {});
/** How a backup was made, and what it can be used for. */
export interface CbrBackupProperties {
    /**
     * Processor of the server; in no table.
     * @example x86_64
     */
    architecture?: string;
    /**
     * Whether a policy started the backup.
     * @example true
     */
    auto_trigger: boolean;
    /**
     * Whether it is the backup of a system disk.
     * @example true
     */
    bootable?: boolean | null;
    /**
     * Whether the backup of a server has its system disk.
     * @example true
     */
    contain_system_disk?: boolean;
    /**
     * Whether the backup is encrypted.
     * @example false
     */
    encrypted?: boolean;
    /**
     * Whether only changes were backed up.
     * @example true
     */
    incremental?: boolean;
    /**
     * Whether the backup is kept in several availability zones.
     * @default false
     * @example false
     */
    is_multi_az?: boolean;
    /** The images that were made from the backup. */
    os_images_data?: CbrImage[] | null;
    /**
     * Share done, in percent; in no table.
     * @example 100
     */
    progress?: number | null;
    /**
     * Id of the snapshot behind the backup of a disk.
     * @example e3def9a8-e4b4-4c12-b132-f4ba8ce9a34f
     */
    snapshot_id?: string | null;
    /**
     * Whether a restoration can begin to be used before it ends.
     * @example true
     */
    support_lld: boolean;
    /**
     * How the backup can be restored.
     * @example na
     */
    supported_restore_mode?: CbrRestoreMode | null;
    /**
     * Whether it is the backup of a system disk.
     * @example false
     */
    system_disk: boolean;
}
/** Progress and failure of the copying of a backup. */
export interface CbrReplicationRecordDetail {
    /**
     * Whether a policy started the copy.
     * @example true
     */
    auto_trigger?: boolean;
    /**
     * Id of the vault of the copy.
     * @example 3b5816b5-f29c-4172-9d9a-76c719a659ce
     */
    destination_vault_id?: string;
    /**
     * Code of the failure; empty if there was none.
     * @example
     */
    fail_code?: string;
    /**
     * Why the copying failed.
     * @example
     */
    fail_reason?: string;
    /**
     * Share done, in percent.
     * @example 100
     */
    progress?: number;
}
/**
 * State of the copying of a backup.
 * @example replicating
 */
export type CbrReplicationStatus = "replicating" | "success" | "fail" | "skip" | "waiting_replicate" | (string & {});
/** A copy of a backup elsewhere. */
export interface CbrReplicationRecord {
    /**
     * When the copying began.
     * @example 2020-02-21T07:07:25.113761
     */
    created_at?: string;
    /**
     * Id of the copy.
     * @example 6df2b54c-dd62-4059-a07c-1b8f24f2725d
     */
    destination_backup_id?: string;
    /**
     * Id of the checkpoint of the copy.
     * @example 8b0851a8-adf3-4f4c-a914-dead08bf9664
     */
    destination_checkpoint_id?: string;
    /**
     * Id of the project of the copy.
     * @example 4229d7a45436489f8c3dc2b1d35d4987
     */
    destination_project_id?: string;
    /**
     * Region of the copy.
     * @example cn-north-1
     */
    destination_region?: string;
    /**
     * Id of the vault of the copy.
     * @example 3b5816b5-f29c-4172-9d9a-76c719a659ce
     */
    destination_vault_id?: string;
    /** Progress and failure of the copying. */
    extra_info?: CbrReplicationRecordDetail;
    /**
     * Id of the record of the copying.
     * @example 0e5d0ef6-7f0a-4890-b98c-cb12490e31c1
     */
    id: string;
    /**
     * Id of the backup that is copied.
     * @example b1c4afd9-e7a6-4888-9010-c2bac3aa7910
     */
    source_backup_id?: string;
    /**
     * Id of the checkpoint that is copied.
     * @example 1fced58b-2a31-4851-bcbb-96216f83ce99
     */
    source_checkpoint_id?: string;
    /**
     * Id of the project that is copied from.
     * @example 0605767b5780d5762fc5c0118072a564
     */
    source_project_id?: string;
    /**
     * Region that is copied from.
     * @example cn-north-4
     */
    source_region?: string;
    /** State of the copying. */
    status?: CbrReplicationStatus;
    /**
     * Id of the vault that the backup is in.
     * @example cca85ea5-00a4-418d-9222-bd83985bc515
     */
    vault_id?: string;
}
/** A backup that is kept, or that is being made. */
export interface CbrBackup {
    /**
     * Id of the checkpoint that the backup belongs to.
     * @example 1fced58b-2a31-4851-bcbb-96216f83ce99
     */
    checkpoint_id: string;
    /** The backups of the server's disks, each with the fields of this object; empty for a disk. A page calls it a list of backups. */
    children: Record<string, unknown>[];
    /**
     * When the backup was created.
     * @example 2020-02-21T07:00:54.065+00:00
     */
    created_at: string;
    /**
     * Text that a person wrote about the backup.
     * @example
     */
    description: string;
    /**
     * Id of the enterprise project; `0` is the default one.
     * @example 0
     */
    enterprise_project_id?: string;
    /**
     * When the backup will be deleted at the earliest; null or absent if it is kept.
     * @example 2020-05-21T07:00:54.060+00:00
     */
    expired_at?: string | null;
    /** How the backup was made, and what it can be used for. */
    extend_info: CbrBackupProperties;
    /**
     * Id of the backup.
     * @example b1c4afd9-e7a6-4888-9010-c2bac3aa7910
     */
    id: string;
    /** Whether this is a backup or the copy of one. */
    image_type: CbrImageType;
    /**
     * Whether only changes were backed up.
     * @example true
     */
    incremental?: boolean;
    /**
     * Name of the backup. Those of policies begin with `autobk_`, those of a person with `manualbk_`.
     * @example autobk_b629
     */
    name: string;
    /**
     * Id of the server's backup that this backup of a disk is part of; null or absent for others.
     * @example 6df2b54c-dd62-4059-a07c-1b8f24f2725d
     */
    parent_id?: string | null;
    /**
     * Id of the project.
     * @example 0605767b5780d5762fc5c0118072a564
     */
    project_id: string;
    /**
     * When the backup was taken. Null or absent in every documented record.
     * @example 2020-02-21T07:07:25.113761
     */
    protected_at?: string | null;
    /** Which kind of resource the backup is of. */
    provider_id: CbrProviderId;
    /** The copies of the backup, if `show_replication` asks for them. */
    replication_records?: CbrReplicationRecord[];
    /**
     * Availability zone of the resource.
     * @example br-iaas-odin1a
     */
    resource_az: string;
    /**
     * Id of the resource.
     * @example 1a503932-ee8f-4dd5-8248-8dfb57e584c5
     */
    resource_id: string;
    /**
     * Name of the resource.
     * @example test001-02
     */
    resource_name: string;
    /**
     * Size of the resource in GB; the size of the backup is nowhere.
     * @example 40
     */
    resource_size: number;
    /** What the resource is. */
    resource_type: CbrResourceType;
    /** State of the backup. */
    status: CbrBackupStatus;
    /**
     * When the backup last changed; null in some documented records.
     * @example 2020-02-21T07:07:25.114+00:00
     */
    updated_at?: string | null;
    /**
     * Id of the vault that the backup is in.
     * @example cca85ea5-00a4-418d-9222-bd83985bc515
     */
    vault_id: string;
    /**
     * Kind of the snapshot that the backup is made from.
     * @default 3
     * @example 3
     */
    version?: number;
}
/** One page of backups. */
export interface CbrBackupList {
    /** The backups of this page, empty if there are none. */
    backups: CbrBackup[];
    /**
     * Number of all backups that the filters leave.
     * @example 2
     */
    count: number;
    /**
     * Number of backups before this page, as the service understood it.
     * @default 0
     * @example 0
     */
    offset?: number;
    /**
     * Number of backups to a page, as the service understood it.
     * @default 1000
     * @example 1000
     */
    limit?: number;
}
/**
 * Where the resources of a vault are.
 * @example public
 */
export type CbrCloudType = "public" | "hybrid" | (string & {});
/**
 * What a vault is for.
 * @example server
 */
export type CbrObjectType = "server" | "disk" | "turbo" | "workspace" | "vmware" | "rds" | "file" | (string & {});
/**
 * Whether a vault holds backups or copies.
 * @example backup
 */
export type CbrProtectType = "backup" | "replication" | "hybrid" | (string & {});
/**
 * State of a vault.
 * @example available
 */
export type CbrVaultStatus = "available" | "lock" | "frozen" | "deleting" | "error" | (string & {});
/**
 * How a vault is paid for.
 * @example pre_paid
 */
export type CbrChargingMode = "pre_paid" | "post_paid" | (string & {});
/**
 * How consistent backups are.
 * @example crash_consistent
 */
export type CbrConsistentLevel = "crash_consistent" | "app_consistent" | (string & {});
/**
 * Code of the kind of a vault.
 * @example vault.backup.server.normal
 */
export type CbrSpecCode = "vault.backup.server.normal" | "vault.backup.volume.normal" | "vault.backup.turbo.normal" | "vault.backup.database.normal" | "vault.hybrid.server.normal" | "vault.replication.server.normal" | (string & {});
/** Type, state and space of a vault. */
export interface CbrBilling {
    /**
     * Space of the resources in the vault, in GB.
     * @example 0
     */
    allocated: number;
    /** How the vault is paid for. */
    charging_mode: CbrChargingMode;
    /** Where the resources are. */
    cloud_type: CbrCloudType;
    /** How consistent the backups are. */
    consistent_level: CbrConsistentLevel;
    /**
     * Why the account is frozen.
     * @example ARREAR
     */
    frozen_scene?: string | null;
    /**
     * Whether the vault is kept in several availability zones.
     * @default false
     * @example false
     */
    is_multi_az?: boolean;
    /** What the vault is for. */
    object_type: CbrObjectType;
    /**
     * Id of the order.
     * @example CS2010241037JUXM5
     */
    order_id?: string | null;
    /**
     * Id of the product.
     * @example 00301-235033-0--0
     */
    product_id?: string | null;
    /** Whether the vault holds backups or copies of backups. */
    protect_type: CbrProtectType;
    /**
     * Space of the vault, in GB.
     * @example 100
     */
    size: number;
    /** Code of the vault's kind. */
    spec_code: CbrSpecCode;
    /** State of the vault. */
    status: CbrVaultStatus;
    /**
     * Name of the bucket behind the vault.
     * @example c0e0a3f0-vault
     */
    storage_unit?: string | null;
    /**
     * Space that the backups take, in MB.
     * @example 0
     */
    used: number;
}
/** A tag by which resources are bound to a vault. */
export interface CbrBindTag {
    /**
     * Key of the tag.
     * @example stage
     */
    key: string;
    /**
     * Value of the tag.
     * @example live
     */
    value: string;
}
/** Which resources are bound to a vault by their tags. */
export interface CbrBindRules {
    /** Tags, of which a resource must have one. */
    tags?: CbrBindTag[];
}
/**
 * What is being done with a resource.
 * @example available
 */
export type CbrProtectStatus = "available" | "error" | "protecting" | "restoring" | "removing" | (string & {});
/** A resource in a vault. */
export interface CbrVaultResource {
    /**
     * Whether the resource follows the vault's policy.
     * @example true
     */
    auto_protect?: boolean;
    /**
     * Number of backups of the resource.
     * @example 7
     */
    backup_count?: number;
    /**
     * Size of the backups of the resource; the unit is not documented.
     * @example 120
     */
    backup_size?: number;
    /** How the resource is backed up. */
    extra_info?: CbrResourceOptions;
    /**
     * Id of the resource.
     * @example 1dab32fa-ebf2-415a-ab0b-eabe6353bc86
     */
    id: string;
    /**
     * Name of the resource, at most 255 characters.
     * @example ECS-0001
     */
    name: string;
    /** What is being done with the resource. */
    protect_status?: CbrProtectStatus;
    /**
     * Space that the resource takes of the vault, in GB.
     * @example 40
     */
    size?: number;
    /** What the resource is. */
    type: CbrResourceType;
}
/** A tag of a vault. */
export interface CbrTag {
    /**
     * Key of the tag, at most 36 characters.
     * @example stage
     */
    key: string;
    /**
     * Value of the tag, at most 43 characters. Huawei Cloud shows null.
     * @example live
     */
    value: string | null;
}
/** A vault: the resources that are backed up together, and the space for their backups. The policy that it follows is not in it; `ListPolicies` names the vaults of each policy. */
export interface CbrVault {
    /**
     * Whether resources are bound to the vault by their tags.
     * @example false
     */
    auto_bind: boolean;
    /**
     * Whether the vault grows when it is full.
     * @example false
     */
    auto_expand: boolean;
    /**
     * Availability zone of the vault.
     * @example cn-north-4a
     */
    availability_zone?: string;
    /** Type, state and space of the vault. */
    billing: CbrBilling;
    /** Which resources are bound to the vault by their tags. */
    bind_rules: CbrBindRules;
    /**
     * When the vault was created.
     * @example 2020-09-04T06:57:37.344+00:00
     */
    created_at: string;
    /**
     * Text that a person wrote about the vault, at most 255 characters.
     * @example vault of the web servers
     */
    description?: string | null;
    /**
     * Id of the enterprise project; `0` is the default one. An example has a number.
     * @example 0
     */
    enterprise_project_id: string | number;
    /**
     * Id of the vault.
     * @example a335f9e1-1628-4c64-a7be-38656e5ec19c
     */
    id: string;
    /**
     * Whether the vault is locked, so that its backups cannot be deleted.
     * @example false
     */
    locked?: boolean;
    /**
     * Name of the vault, at most 64 characters.
     * @example vault-8538
     */
    name: string;
    /**
     * Id of the project.
     * @example 0605767b5780d5762fc5c0118072a564
     */
    project_id: string;
    /** Which kind of resources the vault is for. */
    provider_id: CbrProviderId;
    /** The resources in the vault. */
    resources: CbrVaultResource[];
    /**
     * Whether the vault sends notifications.
     * @default true
     * @example true
     */
    smn_notify?: boolean;
    /**
     * The service that has locked the vault.
     * @example
     */
    sys_lock_source_service?: string;
    /** The tags of the vault. */
    tags: CbrTag[];
    /**
     * Share of the space, in percent, from which the vault sends a notification.
     * @default 80
     * @example 80
     */
    threshold?: number;
    /**
     * Id of the user who created the vault.
     * @example aa2999fa5ae640f28926f8fd79188934
     */
    user_id: string;
}
/** One page of vaults. */
export interface CbrVaultList {
    /** The vaults of this page, empty if there are none. */
    vaults: CbrVault[];
    /**
     * Number of all vaults that the filters leave. That it is not the number on this page is inferred.
     * @example 50
     */
    count: number;
    /**
     * Number of vaults to a page, as the service understood it.
     * @default 1000
     * @example 1000
     */
    limit?: number;
    /**
     * Number of vaults before this page, as the service understood it.
     * @default 0
     * @example 0
     */
    offset?: number;
}
/**
 * What a policy does.
 * @example backup
 */
export type CbrPolicyOperation = "backup" | "replication" | (string & {});
/** A vault that a policy is applied to. */
export interface CbrAssociatedVault {
    /**
     * Id of the vault that copies go to.
     * @example 3b5816b5-f29c-4172-9d9a-76c719a659ce
     */
    destination_vault_id?: string;
    /**
     * Id of the vault.
     * @example a335f9e1-1628-4c64-a7be-38656e5ec19c
     */
    vault_id: string;
}
/** How long backups are kept, and where copies go. The pages name it after the request that creates a policy. */
export interface CbrOperationDefinition {
    /**
     * Number of daily backups that are kept; 0 is taken as unset.
     * @example 0
     */
    day_backups?: number;
    /**
     * Id of the project that copies go to.
     * @example 4229d7a45436489f8c3dc2b1d35d4987
     */
    destination_project_id?: string;
    /**
     * Region that copies go to.
     * @example cn-north-1
     */
    destination_region?: string;
    /**
     * Whether copying is accelerated.
     * @example false
     */
    enable_acceleration?: boolean;
    /**
     * Number of backups from one full backup to the next; -1 for none.
     * @example -1
     */
    full_backup_interval?: number;
    /**
     * Number of backups of each resource that are kept; -1 for any number.
     * @default -1
     * @example 10
     */
    max_backups?: number;
    /**
     * Number of monthly backups that are kept; 0 is taken as unset.
     * @example 0
     */
    month_backups?: number;
    /**
     * Number of days for which backups are kept; -1 for any time.
     * @default -1
     * @example 1
     */
    retention_duration_days?: number;
    /**
     * Zone whose days, weeks, months and years the numbers of kept backups are counted by, as `UTC+01:00`. Never that of the times in `pattern`.
     * @example UTC+01:00
     */
    timezone?: string;
    /**
     * Number of weekly backups that are kept, 0 to 100; 0 is taken as unset.
     * @example 0
     */
    week_backups?: number;
    /**
     * Number of yearly backups that are kept; 0 is taken as unset.
     * @example 0
     */
    year_backups?: number;
}
/**
 * Whose policy it is.
 * @example custom_policy
 */
export type CbrPolicyType = "custom_policy" | "organization_policy_v1" | "organization_policy_v2" | "organization_policy_removed" | (string & {});
/** The times at which a policy acts. */
export interface CbrTriggerProperties {
    /** At most 24 rules, at each of whose times the policy acts. A rule is of iCalendar (RFC 2445), with `FREQ`, `BYDAY`, `BYHOUR`, `BYMINUTE` and `INTERVAL` alone; `FREQ` is `WEEKLY` or `DAILY`. Hours and minutes are in **UTC**. */
    pattern: string[];
    /**
     * When the scheduler was started. It can have a blank in the place of the `T`, and no zone; then it is UTC.
     * @example 2019-05-08T06:57:05.000+00:00
     */
    start_time: string;
}
/**
 * Kind of a scheduler.
 * @example time
 */
export type CbrTriggerType = "time" | (string & {});
/** When a policy acts. */
export interface CbrTrigger {
    /**
     * Id of the scheduler.
     * @example d67269a6-5369-42d7-8150-5254bd446328
     */
    id: string;
    /**
     * Name of the scheduler.
     * @example default
     */
    name: string;
    /** The times. */
    properties: CbrTriggerProperties;
    /** Kind of the scheduler. */
    type: CbrTriggerType;
}
/** A policy: when the resources of its vaults are backed up or copied, and how long that is kept. It acts only if it is enabled and applied to a vault. */
export interface CbrPolicy {
    /** The vaults that the policy is applied to; empty in every documented record. */
    associated_vaults: CbrAssociatedVault[];
    /**
     * Whether the policy acts.
     * @example true
     */
    enabled: boolean;
    /**
     * Id of the policy.
     * @example cbb3ce6f-3332-4e7c-b98e-77290d8471ff
     */
    id: string;
    /**
     * Name of the policy.
     * @example policy001
     */
    name: string;
    /** How long backups are kept, and where copies go. */
    operation_definition: CbrOperationDefinition;
    /** Whether the policy backs up or copies. */
    operation_type: CbrPolicyOperation;
    /** Whose policy it is. */
    policy_type?: CbrPolicyType;
    /** When the policy acts. */
    trigger: CbrTrigger;
}
/** All policies of a project. */
export interface CbrPolicyList {
    /** The policies, empty if there are none. */
    policies: CbrPolicy[];
    /**
     * Number of policies.
     * @example 10
     */
    count: number;
}
/** Whether a resource can be backed up, and by which vault it is. */
export interface CbrProtectableResult {
    /**
     * Code of why the resource cannot be backed up; empty if it can.
     * @example
     */
    code?: string;
    /**
     * Why the resource cannot be backed up; absent if it can.
     * @example The server cannot be backed up.
     */
    message?: string;
    /**
     * Why the resource cannot be backed up; empty if it can.
     * @example
     */
    reason?: string;
    /**
     * Whether the resource can be backed up.
     * @example true
     */
    result: boolean;
    /** The vault that the resource is in; null if there is none. The page has no field of it, but defines a vault that nothing else refers to. */
    vault?: CbrVault | null;
}
/**
 * State of a resource. The values of the page are in small letters, those of its example in capitals.
 * @example active
 */
export type CbrProtectableStatus = "active" | "deleted" | "error" | (string & {});
/** A resource that can be backed up, whether a vault holds it or not. */
export interface CbrProtectable {
    /** What the resource consists of, such as the disks of a server. */
    children: Record<string, unknown>[];
    /** The resource as its own service describes it. */
    detail?: Record<string, unknown>;
    /**
     * Id of the resource.
     * @example 55ecd8b8-1457-4a2a-a9df-53756a690082
     */
    id: string;
    /**
     * Name of the resource.
     * @example no_delete_for_cbr_interface
     */
    name: string;
    /** Whether the resource can be backed up, and by which vault it is. */
    protectable: CbrProtectableResult;
    /**
     * Size of the resource, in GB.
     * @example 50
     */
    size?: number;
    /**
     * State of the resource; its own service writes it in capitals.
     * @example ACTIVE
     */
    status?: CbrProtectableStatus | string;
    /** What the resource is. */
    type: CbrResourceType;
}
/** One page of resources that can be backed up. It has no total. */
export interface CbrProtectableList {
    /** The resources of this page, empty if there are none. */
    instances: CbrProtectable[];
}
