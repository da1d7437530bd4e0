// Generated from the contract by `npm run generate`. Do not edit.
export const CbrBackupList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const CbrBackup_created_at = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T\x20](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/u;
  const CbrImage = (o) => object(o, 0, 0, text(o.image_id));
  const CbrBackupProperties_os_images_data = [[list, part, CbrImage], [typed, "null"]];
  const CbrBackupProperties_supported_restore_mode = ["na","backup","snapshot"];
  const CbrBackupProperties = (o) => object(o, 3, typed(o.auto_trigger, "boolean") + typed(o.support_lld, "boolean") + typed(o.system_disk, "boolean"), text(o.architecture) + typed(o.bootable, "boolean, null") + typed(o.contain_system_disk, "boolean") + typed(o.encrypted, "boolean") + typed(o.incremental, "boolean") + typed(o.is_multi_az, "boolean") + several(o.os_images_data, CbrBackupProperties_os_images_data) + typed(o.progress, "integer, null") + textOrNull(o.snapshot_id) + oneOf(o.supported_restore_mode, CbrBackupProperties_supported_restore_mode, true));
  const CbrImageType = ["backup","replication"];
  const CbrProviderId = ["0daac4c5-6707-4851-97ba-169e36266b66","d1603440-187d-4516-af25-121250c7cc97","3f3c3220-245c-4805-b811-758870015881","a13639de-00be-4e94-af30-26912d75e4a2"];
  const CbrBackup_resource_size = [0, Infinity];
  const CbrResourceType = ["OS::Nova::Server","OS::Cinder::Volume","OS::Sfs::Turbo","OS::Ironic::BareMetalServer","OS::Native::Server","OS::Workspace::DesktopV2"];
  const CbrBackupStatus = ["available","protecting","deleting","restoring","error","waiting_protect","waiting_delete","waiting_restore"];
  const CbrReplicationRecordDetail_progress = [0, 100];
  const CbrReplicationRecordDetail = (o) => object(o, 0, 0, typed(o.auto_trigger, "boolean") + text(o.destination_vault_id) + text(o.fail_code) + text(o.fail_reason) + integer(o.progress, CbrReplicationRecordDetail_progress));
  const CbrReplicationStatus = ["replicating","success","fail","skip","waiting_replicate"];
  const CbrReplicationRecord = (o) => object(o, 1, filled(o.id), match(o.created_at, CbrBackup_created_at) + text(o.destination_backup_id) + text(o.destination_checkpoint_id) + text(o.destination_project_id) + text(o.destination_region) + text(o.destination_vault_id) + part(o.extra_info, CbrReplicationRecordDetail) + text(o.source_backup_id) + text(o.source_checkpoint_id) + text(o.source_project_id) + text(o.source_region) + oneOf(o.status, CbrReplicationStatus) + text(o.vault_id));
  const CbrBackup = (o) => object(o, 17, filled(o.checkpoint_id) + list(o.children, typed, "object") + match(o.created_at, CbrBackup_created_at) + text(o.description) + part(o.extend_info, CbrBackupProperties) + filled(o.id) + oneOf(o.image_type, CbrImageType) + text(o.name) + filled(o.project_id) + oneOf(o.provider_id, CbrProviderId) + text(o.resource_az) + filled(o.resource_id) + text(o.resource_name) + integer(o.resource_size, CbrBackup_resource_size) + oneOf(o.resource_type, CbrResourceType) + oneOf(o.status, CbrBackupStatus) + filled(o.vault_id), text(o.enterprise_project_id) + textOrNull(o.expired_at) + typed(o.incremental, "boolean") + textOrNull(o.parent_id) + textOrNull(o.protected_at) + list(o.replication_records, part, CbrReplicationRecord) + textOrNull(o.updated_at) + typed(o.version, "integer"));
  const answer_limit = [1, 1000];
  return (o) => object(o, 2, list(o.backups, part, CbrBackup) + integer(o.count, CbrBackup_resource_size), integer(o.offset, CbrBackup_resource_size) + integer(o.limit, answer_limit));
};
export const CbrErrorBodyOrGatewayErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const CbrErrorBody = (o) => object(o, 2, text(o.error_code) + text(o.error_msg), 0, true);
  const GatewayErrorBody = (o) => object(o, 2, text(o.error_code) + text(o.error_msg), text(o.request_id), true);
  return (o) => either(o, CbrErrorBody, GatewayErrorBody);
};
export const CbrOperationLogList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const CbrOperationLog_created_at = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T\x20](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/u;
  const CbrOperationError = (o) => object(o, 2, text(o.code) + text(o.message), 0);
  const CbrCommonDetail_progress = [0, 100];
  const CbrCommonDetail = (o) => object(o, 2, integer(o.progress, CbrCommonDetail_progress) + text(o.request_id), text(o.task_id));
  const CbrResourceType = ["OS::Nova::Server","OS::Cinder::Volume","OS::Sfs::Turbo","OS::Ironic::BareMetalServer","OS::Native::Server","OS::Workspace::DesktopV2"];
  const CbrResourceOptions = (o) => object(o, 0, 0, list(o.exclude_volumes, text));
  const CbrResource = (o) => object(o, 3, filled(o.id) + text(o.name) + oneOf(o.type, CbrResourceType), part(o.extra_info, CbrResourceOptions));
  const CbrConsistencyStatus = ["0","1"];
  const CbrIncremental = ["true","false"];
  const CbrBackupDetail = (o) => object(o, 2, filled(o.backup_id) + text(o.backup_name), text(o.app_consistency_error_code) + text(o.app_consistency_error_message) + oneOf(o.app_consistency_status, CbrConsistencyStatus) + oneOf(o.incremental, CbrIncremental));
  const CbrDeleteDetail = (o) => object(o, 2, filled(o.backup_id) + text(o.backup_name), 0);
  const CbrSyncDetail_sync_backup_num = [0, Infinity];
  const CbrSyncDetail = (o) => object(o, 0, 0, integer(o.sync_backup_num, CbrSyncDetail_sync_backup_num) + integer(o.delete_backup_num, CbrSyncDetail_sync_backup_num) + integer(o.err_sync_backup_num, CbrSyncDetail_sync_backup_num));
  const CbrRemoveResourcesDetail = (o) => object(o, 0, 0, integer(o.fail_count, CbrSyncDetail_sync_backup_num) + integer(o.total_count, CbrSyncDetail_sync_backup_num) + list(o.resources, part, CbrResource));
  const CbrReplicationDetail = (o) => object(o, 5, filled(o.destination_project_id) + filled(o.destination_region) + filled(o.source_backup_id) + filled(o.source_project_id) + filled(o.source_region), text(o.destination_backup_id) + text(o.destination_backup_name) + text(o.destination_checkpoint_id) + text(o.source_backup_name) + text(o.source_checkpoint_id));
  const CbrRestoreDetail = (o) => object(o, 0, 0, text(o.backup_id) + text(o.backup_name) + text(o.target_resource_id) + text(o.target_resource_name));
  const CbrVaultDeleteDetail = (o) => object(o, 0, 0, integer(o.fail_count, CbrSyncDetail_sync_backup_num) + integer(o.total_count, CbrSyncDetail_sync_backup_num));
  const CbrOperationDetail = (o) => object(o, 2, part(o.common, CbrCommonDetail) + part(o.resource, CbrResource), part(o.backup, CbrBackupDetail) + part(o.delete, CbrDeleteDetail) + part(o.sync, CbrSyncDetail) + part(o.remove_resources, CbrRemoveResourcesDetail) + part(o.replication, CbrReplicationDetail) + part(o.restore, CbrRestoreDetail) + part(o.vault_delete, CbrVaultDeleteDetail));
  const CbrOperationType = ["backup","copy","replication","delete","restore","vault_delete","remove_resource","sync"];
  const CbrProviderId = ["0daac4c5-6707-4851-97ba-169e36266b66","d1603440-187d-4516-af25-121250c7cc97","3f3c3220-245c-4805-b811-758870015881","a13639de-00be-4e94-af30-26912d75e4a2"];
  const CbrOperationStatus = ["success","skipped","failed","running","timeout","waiting"];
  const CbrOperationLog = (o) => object(o, 11, filled(o.checkpoint_id) + match(o.created_at, CbrOperationLog_created_at) + part(o.error_info, CbrOperationError) + part(o.extra_info, CbrOperationDetail) + filled(o.id) + oneOf(o.operation_type, CbrOperationType) + filled(o.project_id) + oneOf(o.provider_id, CbrProviderId) + match(o.started_at, CbrOperationLog_created_at) + oneOf(o.status, CbrOperationStatus) + match(o.updated_at, CbrOperationLog_created_at), textOrNull(o.ended_at) + textOrNull(o.policy_id) + textOrNull(o.vault_id) + textOrNull(o.vault_name));
  const answer_limit = [1, 1000];
  return (o) => object(o, 2, list(o.operation_logs, part, CbrOperationLog) + integer(o.count, CbrSyncDetail_sync_backup_num), integer(o.limit, answer_limit) + integer(o.offset, CbrSyncDetail_sync_backup_num));
};
export const CbrOperationLogResponse = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const CbrOperationLog_created_at = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T\x20](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/u;
  const CbrOperationError = (o) => object(o, 2, text(o.code) + text(o.message), 0);
  const CbrCommonDetail_progress = [0, 100];
  const CbrCommonDetail = (o) => object(o, 2, integer(o.progress, CbrCommonDetail_progress) + text(o.request_id), text(o.task_id));
  const CbrResourceType = ["OS::Nova::Server","OS::Cinder::Volume","OS::Sfs::Turbo","OS::Ironic::BareMetalServer","OS::Native::Server","OS::Workspace::DesktopV2"];
  const CbrResourceOptions = (o) => object(o, 0, 0, list(o.exclude_volumes, text));
  const CbrResource = (o) => object(o, 3, filled(o.id) + text(o.name) + oneOf(o.type, CbrResourceType), part(o.extra_info, CbrResourceOptions));
  const CbrConsistencyStatus = ["0","1"];
  const CbrIncremental = ["true","false"];
  const CbrBackupDetail = (o) => object(o, 2, filled(o.backup_id) + text(o.backup_name), text(o.app_consistency_error_code) + text(o.app_consistency_error_message) + oneOf(o.app_consistency_status, CbrConsistencyStatus) + oneOf(o.incremental, CbrIncremental));
  const CbrDeleteDetail = (o) => object(o, 2, filled(o.backup_id) + text(o.backup_name), 0);
  const CbrSyncDetail_sync_backup_num = [0, Infinity];
  const CbrSyncDetail = (o) => object(o, 0, 0, integer(o.sync_backup_num, CbrSyncDetail_sync_backup_num) + integer(o.delete_backup_num, CbrSyncDetail_sync_backup_num) + integer(o.err_sync_backup_num, CbrSyncDetail_sync_backup_num));
  const CbrRemoveResourcesDetail = (o) => object(o, 0, 0, integer(o.fail_count, CbrSyncDetail_sync_backup_num) + integer(o.total_count, CbrSyncDetail_sync_backup_num) + list(o.resources, part, CbrResource));
  const CbrReplicationDetail = (o) => object(o, 5, filled(o.destination_project_id) + filled(o.destination_region) + filled(o.source_backup_id) + filled(o.source_project_id) + filled(o.source_region), text(o.destination_backup_id) + text(o.destination_backup_name) + text(o.destination_checkpoint_id) + text(o.source_backup_name) + text(o.source_checkpoint_id));
  const CbrRestoreDetail = (o) => object(o, 0, 0, text(o.backup_id) + text(o.backup_name) + text(o.target_resource_id) + text(o.target_resource_name));
  const CbrVaultDeleteDetail = (o) => object(o, 0, 0, integer(o.fail_count, CbrSyncDetail_sync_backup_num) + integer(o.total_count, CbrSyncDetail_sync_backup_num));
  const CbrOperationDetail = (o) => object(o, 2, part(o.common, CbrCommonDetail) + part(o.resource, CbrResource), part(o.backup, CbrBackupDetail) + part(o.delete, CbrDeleteDetail) + part(o.sync, CbrSyncDetail) + part(o.remove_resources, CbrRemoveResourcesDetail) + part(o.replication, CbrReplicationDetail) + part(o.restore, CbrRestoreDetail) + part(o.vault_delete, CbrVaultDeleteDetail));
  const CbrOperationType = ["backup","copy","replication","delete","restore","vault_delete","remove_resource","sync"];
  const CbrProviderId = ["0daac4c5-6707-4851-97ba-169e36266b66","d1603440-187d-4516-af25-121250c7cc97","3f3c3220-245c-4805-b811-758870015881","a13639de-00be-4e94-af30-26912d75e4a2"];
  const CbrOperationStatus = ["success","skipped","failed","running","timeout","waiting"];
  const CbrOperationLog = (o) => object(o, 11, filled(o.checkpoint_id) + match(o.created_at, CbrOperationLog_created_at) + part(o.error_info, CbrOperationError) + part(o.extra_info, CbrOperationDetail) + filled(o.id) + oneOf(o.operation_type, CbrOperationType) + filled(o.project_id) + oneOf(o.provider_id, CbrProviderId) + match(o.started_at, CbrOperationLog_created_at) + oneOf(o.status, CbrOperationStatus) + match(o.updated_at, CbrOperationLog_created_at), textOrNull(o.ended_at) + textOrNull(o.policy_id) + textOrNull(o.vault_id) + textOrNull(o.vault_name));
  return (o) => object(o, 1, part(o.operation_log, CbrOperationLog), 0);
};
export const CbrPolicyList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const CbrAssociatedVault = (o) => object(o, 1, filled(o.vault_id), text(o.destination_vault_id));
  const CbrOperationDefinition_day_backups = [0, 100];
  const CbrOperationDefinition_full_backup_interval = [-1, 100];
  const CbrOperationDefinition_max_backups = [-1, 99999];
  const CbrOperationDefinition_week_backups = [0, Infinity];
  const CbrOperationDefinition = (o) => object(o, 0, 0, integer(o.day_backups, CbrOperationDefinition_day_backups) + text(o.destination_project_id) + text(o.destination_region) + typed(o.enable_acceleration, "boolean") + integer(o.full_backup_interval, CbrOperationDefinition_full_backup_interval) + integer(o.max_backups, CbrOperationDefinition_max_backups) + integer(o.month_backups, CbrOperationDefinition_day_backups) + integer(o.retention_duration_days, CbrOperationDefinition_max_backups) + text(o.timezone) + integer(o.week_backups, CbrOperationDefinition_week_backups) + integer(o.year_backups, CbrOperationDefinition_day_backups));
  const CbrPolicyOperation = ["backup","replication"];
  const CbrTriggerProperties_start_time = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T\x20](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/u;
  const CbrTriggerProperties = (o) => object(o, 2, list(o.pattern, text) + match(o.start_time, CbrTriggerProperties_start_time), 0);
  const CbrTriggerType = ["time"];
  const CbrTrigger = (o) => object(o, 4, filled(o.id) + text(o.name) + part(o.properties, CbrTriggerProperties) + oneOf(o.type, CbrTriggerType), 0);
  const CbrPolicyType = ["custom_policy","organization_policy_v1","organization_policy_v2","organization_policy_removed"];
  const CbrPolicy = (o) => object(o, 7, list(o.associated_vaults, part, CbrAssociatedVault) + typed(o.enabled, "boolean") + filled(o.id) + filled(o.name) + part(o.operation_definition, CbrOperationDefinition) + oneOf(o.operation_type, CbrPolicyOperation) + part(o.trigger, CbrTrigger), oneOf(o.policy_type, CbrPolicyType));
  return (o) => object(o, 2, list(o.policies, part, CbrPolicy) + integer(o.count, CbrOperationDefinition_week_backups), 0);
};
export const CbrProtectableList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const CbrBilling_allocated = [0, Infinity];
  const CbrChargingMode = ["pre_paid","post_paid"];
  const CbrCloudType = ["public","hybrid"];
  const CbrConsistentLevel = ["crash_consistent","app_consistent"];
  const CbrObjectType = ["server","disk","turbo","workspace","vmware","rds","file"];
  const CbrProtectType = ["backup","replication","hybrid"];
  const CbrBilling_size = [1, 10485760];
  const CbrSpecCode = ["vault.backup.server.normal","vault.backup.volume.normal","vault.backup.turbo.normal","vault.backup.database.normal","vault.hybrid.server.normal","vault.replication.server.normal"];
  const CbrVaultStatus = ["available","lock","frozen","deleting","error"];
  const CbrBilling = (o) => object(o, 10, integer(o.allocated, CbrBilling_allocated) + oneOf(o.charging_mode, CbrChargingMode) + oneOf(o.cloud_type, CbrCloudType) + oneOf(o.consistent_level, CbrConsistentLevel) + oneOf(o.object_type, CbrObjectType) + oneOf(o.protect_type, CbrProtectType) + integer(o.size, CbrBilling_size) + oneOf(o.spec_code, CbrSpecCode) + oneOf(o.status, CbrVaultStatus) + integer(o.used, CbrBilling_allocated), textOrNull(o.frozen_scene) + typed(o.is_multi_az, "boolean") + textOrNull(o.order_id) + textOrNull(o.product_id) + textOrNull(o.storage_unit));
  const CbrBindTag = (o) => object(o, 2, filled(o.key) + text(o.value), 0);
  const CbrBindRules = (o) => object(o, 0, 0, list(o.tags, part, CbrBindTag));
  const CbrVault_created_at = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T\x20](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/u;
  const CbrProviderId = ["0daac4c5-6707-4851-97ba-169e36266b66","d1603440-187d-4516-af25-121250c7cc97","3f3c3220-245c-4805-b811-758870015881","a13639de-00be-4e94-af30-26912d75e4a2"];
  const CbrResourceType = ["OS::Nova::Server","OS::Cinder::Volume","OS::Sfs::Turbo","OS::Ironic::BareMetalServer","OS::Native::Server","OS::Workspace::DesktopV2"];
  const CbrResourceOptions = (o) => object(o, 0, 0, list(o.exclude_volumes, text));
  const CbrProtectStatus = ["available","error","protecting","restoring","removing"];
  const CbrVaultResource = (o) => object(o, 3, filled(o.id) + text(o.name) + oneOf(o.type, CbrResourceType), typed(o.auto_protect, "boolean") + integer(o.backup_count, CbrBilling_allocated) + integer(o.backup_size, CbrBilling_allocated) + part(o.extra_info, CbrResourceOptions) + oneOf(o.protect_status, CbrProtectStatus) + integer(o.size, CbrBilling_allocated));
  const CbrTag = (o) => object(o, 2, filled(o.key) + textOrNull(o.value), 0);
  const CbrVault_threshold = [1, 100];
  const CbrVault = (o) => object(o, 13, typed(o.auto_bind, "boolean") + typed(o.auto_expand, "boolean") + part(o.billing, CbrBilling) + part(o.bind_rules, CbrBindRules) + match(o.created_at, CbrVault_created_at) + typed(o.enterprise_project_id, "string, integer") + filled(o.id) + filled(o.name) + filled(o.project_id) + oneOf(o.provider_id, CbrProviderId) + list(o.resources, part, CbrVaultResource) + list(o.tags, part, CbrTag) + text(o.user_id), text(o.availability_zone) + textOrNull(o.description) + typed(o.locked, "boolean") + typed(o.smn_notify, "boolean") + text(o.sys_lock_source_service) + integer(o.threshold, CbrVault_threshold));
  const CbrProtectableResult_vault = [[part, CbrVault], [typed, "null"]];
  const CbrProtectableResult = (o) => object(o, 1, typed(o.result, "boolean"), text(o.code) + text(o.message) + text(o.reason) + several(o.vault, CbrProtectableResult_vault));
  const CbrProtectable = (o) => object(o, 5, list(o.children, typed, "object") + filled(o.id) + text(o.name) + part(o.protectable, CbrProtectableResult) + oneOf(o.type, CbrResourceType), typed(o.detail, "object") + integer(o.size, CbrBilling_allocated) + text(o.status));
  return (o) => object(o, 1, list(o.instances, part, CbrProtectable), 0);
};
export const CbrVaultList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const CbrBilling_allocated = [0, Infinity];
  const CbrChargingMode = ["pre_paid","post_paid"];
  const CbrCloudType = ["public","hybrid"];
  const CbrConsistentLevel = ["crash_consistent","app_consistent"];
  const CbrObjectType = ["server","disk","turbo","workspace","vmware","rds","file"];
  const CbrProtectType = ["backup","replication","hybrid"];
  const CbrBilling_size = [1, 10485760];
  const CbrSpecCode = ["vault.backup.server.normal","vault.backup.volume.normal","vault.backup.turbo.normal","vault.backup.database.normal","vault.hybrid.server.normal","vault.replication.server.normal"];
  const CbrVaultStatus = ["available","lock","frozen","deleting","error"];
  const CbrBilling = (o) => object(o, 10, integer(o.allocated, CbrBilling_allocated) + oneOf(o.charging_mode, CbrChargingMode) + oneOf(o.cloud_type, CbrCloudType) + oneOf(o.consistent_level, CbrConsistentLevel) + oneOf(o.object_type, CbrObjectType) + oneOf(o.protect_type, CbrProtectType) + integer(o.size, CbrBilling_size) + oneOf(o.spec_code, CbrSpecCode) + oneOf(o.status, CbrVaultStatus) + integer(o.used, CbrBilling_allocated), textOrNull(o.frozen_scene) + typed(o.is_multi_az, "boolean") + textOrNull(o.order_id) + textOrNull(o.product_id) + textOrNull(o.storage_unit));
  const CbrBindTag = (o) => object(o, 2, filled(o.key) + text(o.value), 0);
  const CbrBindRules = (o) => object(o, 0, 0, list(o.tags, part, CbrBindTag));
  const CbrVault_created_at = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[T\x20](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/u;
  const CbrProviderId = ["0daac4c5-6707-4851-97ba-169e36266b66","d1603440-187d-4516-af25-121250c7cc97","3f3c3220-245c-4805-b811-758870015881","a13639de-00be-4e94-af30-26912d75e4a2"];
  const CbrResourceType = ["OS::Nova::Server","OS::Cinder::Volume","OS::Sfs::Turbo","OS::Ironic::BareMetalServer","OS::Native::Server","OS::Workspace::DesktopV2"];
  const CbrResourceOptions = (o) => object(o, 0, 0, list(o.exclude_volumes, text));
  const CbrProtectStatus = ["available","error","protecting","restoring","removing"];
  const CbrVaultResource = (o) => object(o, 3, filled(o.id) + text(o.name) + oneOf(o.type, CbrResourceType), typed(o.auto_protect, "boolean") + integer(o.backup_count, CbrBilling_allocated) + integer(o.backup_size, CbrBilling_allocated) + part(o.extra_info, CbrResourceOptions) + oneOf(o.protect_status, CbrProtectStatus) + integer(o.size, CbrBilling_allocated));
  const CbrTag = (o) => object(o, 2, filled(o.key) + textOrNull(o.value), 0);
  const CbrVault_threshold = [1, 100];
  const CbrVault = (o) => object(o, 13, typed(o.auto_bind, "boolean") + typed(o.auto_expand, "boolean") + part(o.billing, CbrBilling) + part(o.bind_rules, CbrBindRules) + match(o.created_at, CbrVault_created_at) + typed(o.enterprise_project_id, "string, integer") + filled(o.id) + filled(o.name) + filled(o.project_id) + oneOf(o.provider_id, CbrProviderId) + list(o.resources, part, CbrVaultResource) + list(o.tags, part, CbrTag) + text(o.user_id), text(o.availability_zone) + textOrNull(o.description) + typed(o.locked, "boolean") + typed(o.smn_notify, "boolean") + text(o.sys_lock_source_service) + integer(o.threshold, CbrVault_threshold));
  const answer_limit = [1, 1000];
  return (o) => object(o, 2, list(o.vaults, part, CbrVault) + integer(o.count, CbrBilling_allocated), integer(o.limit, answer_limit) + integer(o.offset, CbrBilling_allocated));
};
export const GatewayErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  return (o) => object(o, 2, text(o.error_code) + text(o.error_msg), text(o.request_id), true);
};
// The validator of an operation's successful response.
export const success = { ListOpLogs: CbrOperationLogList, ShowOpLog: CbrOperationLogResponse, ListBackups: CbrBackupList, ListVault: CbrVaultList, ListPolicies: CbrPolicyList, ListProtectable: CbrProtectableList };
// The validator of every response that has a body, by operation and status.
export const responses = {
  ListOpLogs: { "200": CbrOperationLogList, "400": CbrErrorBodyOrGatewayErrorBody, "401": CbrErrorBodyOrGatewayErrorBody, "403": CbrErrorBodyOrGatewayErrorBody, "404": CbrErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": CbrErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ShowOpLog: { "200": CbrOperationLogResponse, "400": CbrErrorBodyOrGatewayErrorBody, "401": CbrErrorBodyOrGatewayErrorBody, "403": CbrErrorBodyOrGatewayErrorBody, "404": CbrErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": CbrErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ListBackups: { "200": CbrBackupList, "400": CbrErrorBodyOrGatewayErrorBody, "401": CbrErrorBodyOrGatewayErrorBody, "403": CbrErrorBodyOrGatewayErrorBody, "404": CbrErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": CbrErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ListVault: { "200": CbrVaultList, "400": CbrErrorBodyOrGatewayErrorBody, "401": CbrErrorBodyOrGatewayErrorBody, "403": CbrErrorBodyOrGatewayErrorBody, "404": CbrErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": CbrErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ListPolicies: { "200": CbrPolicyList, "400": CbrErrorBodyOrGatewayErrorBody, "401": CbrErrorBodyOrGatewayErrorBody, "403": CbrErrorBodyOrGatewayErrorBody, "404": CbrErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": CbrErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ListProtectable: { "200": CbrProtectableList, "400": CbrErrorBodyOrGatewayErrorBody, "401": CbrErrorBodyOrGatewayErrorBody, "403": CbrErrorBodyOrGatewayErrorBody, "404": CbrErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": CbrErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
};
