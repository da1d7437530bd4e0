// Generated from the contract by `npm run generate`. Do not edit.
export const DcsBackupRecordList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const DcsBackupStatus = ["waiting","backuping","succeed","failed","expired","deleted"];
  const DcsEmptyObject = (o) => object(o, 0, 0, 0);
  const DcsBackupRecord_period = [[textOrNull], [part, DcsEmptyObject]];
  const DcsBackupRecord_progress = /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)$/u;
  const DcsBackupType = ["manual","auto"];
  const DcsJobErrorCode = ["dcs.08.0001","dcs.08.0002","dcs.08.0003","dcs.08.0004","dcs.08.0005","dcs.08.0006","dcs.08.0007","dcs.08.0008"];
  const DcsBackupRecord_error_code = [[oneOf, DcsJobErrorCode, true], [part, DcsEmptyObject]];
  const DcsRestoreSupport = ["TRUE","FALSE"];
  const DcsBackupFormat = ["AOF","aof","rdb"];
  const DcsBackupRecord = (o) => object(o, 13, oneOf(o.status, DcsBackupStatus) + textOrNull(o.remark) + several(o.period, DcsBackupRecord_period) + match(o.progress, DcsBackupRecord_progress) + int64(o.size, false, 0) + filled(o.instance_id) + filled(o.backup_id) + dateTime(o.created_at) + dateTime(o.updated_at) + oneOf(o.backup_type, DcsBackupType) + text(o.backup_name) + several(o.error_code, DcsBackupRecord_error_code) + oneOf(o.is_support_restore, DcsRestoreSupport), dateTime(o.execution_at) + oneOf(o.backup_format, DcsBackupFormat));
  const answer_total_num = [0, Infinity];
  return (o) => object(o, 2, list(o.backup_record_response, part, DcsBackupRecord) + integer(o.total_num, answer_total_num), 0);
};
export const DcsErrorBodyOrGatewayErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const DcsErrorBody_error = (o) => object(o, 2, text(o.code) + text(o.message), textOrNull(o.ext_message), true);
  const DcsErrorBody = (o) => object(o, 1, part(o.error, DcsErrorBody_error), 0, true);
  const GatewayErrorBody = (o) => object(o, 2, text(o.error_code) + text(o.error_msg), text(o.request_id), true);
  return (o) => either(o, DcsErrorBody, GatewayErrorBody);
};
export const DcsFlatErrorBodyOrGatewayErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const DcsFlatErrorBody = (o) => object(o, 2, text(o.error_code) + text(o.error_msg), textOrNull(o.error_ext_msg), true);
  const GatewayErrorBody = (o) => object(o, 2, text(o.error_code) + text(o.error_msg), text(o.request_id), true);
  return (o) => either(o, DcsFlatErrorBody, GatewayErrorBody);
};
export const DcsInstance = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const DcsInstanceStatus = ["CREATING","CREATEFAILED","RUNNING","ERROR","RESTARTING","FROZEN","EXTENDING","RESTORING","FLUSHING"];
  const DcsBackupPolicyType = ["auto","manual"];
  const DcsBackupPolicy_save_days = [0, Infinity];
  const DcsBackupPeriodType = ["weekly"];
  const DcsBackupPlan = (o) => object(o, 3, list(o.backup_at, typed, "integer") + oneOf(o.period_type, DcsBackupPeriodType) + text(o.begin_at), textOrNull(o.timezone_offset));
  const DcsBackupPolicy = (o) => object(o, 1, oneOf(o.backup_type, DcsBackupPolicyType), integer(o.save_days, DcsBackupPolicy_save_days) + part(o.periodical_backup_plan, DcsBackupPlan));
  const DcsInstanceBackupPolicy = (o) => object(o, 0, 0, text(o.backup_policy_id) + dateTime(o.created_at) + dateTime(o.updated_at) + part(o.policy, DcsBackupPolicy) + text(o.tenant_id));
  const answer_instance_backup_policy = [[part, DcsInstanceBackupPolicy], [part, DcsBackupPolicy], [typed, "null"]];
  const DcsCacheMode = ["single","ha","cluster","proxy","ha_rw_split"];
  const DcsInstanceFeatures = (o) => object(o, 4, typed(o.support_acl, "boolean") + typed(o.support_transparent_client_ip, "boolean") + typed(o.support_ssl, "boolean") + typed(o.support_audit_log, "boolean"), 0);
  const DcsDomainName = (o) => object(o, 0, 0, text(o.domain_name) + typed(o.is_readonly, "boolean"));
  const DcsDomainNameInfo_history_domain_names = [[list, part, DcsDomainName], [typed, "null"]];
  const DcsDomainNameInfo = (o) => object(o, 4, typed(o.support_public_resolve, "boolean") + typed(o.is_latest_rules, "boolean") + text(o.zone_name) + several(o.history_domain_names, DcsDomainNameInfo_history_domain_names), 0);
  const DcsInstanceTag = (o) => object(o, 2, typed(o.key, "string, integer") + text(o.value), 0);
  const DcsProductType = ["generic","enterprise"];
  const DcsStorageType = ["DRAM"];
  const DcsBandwidth = (o) => object(o, 0, 0, int64(o.begin_time) + int64(o.end_time) + int64(o.current_time) + typed(o.bandwidth, "integer") + int64(o.next_expand_time) + typed(o.expand_count, "integer") + int64(o.expand_effect_time) + int64(o.expand_interval_time) + typed(o.max_expand_count, "integer") + typed(o.task_running, "boolean") + typed(o.assured_bandwidth, "integer") + typed(o.max_bandwidth_for_node, "integer"));
  return (o) => object(o, 40, filled(o.instance_id) + text(o.name) + oneOf(o.status, DcsInstanceStatus) + several(o.instance_backup_policy, answer_instance_backup_policy) + text(o.vpc_name) + typed(o.charging_mode, "integer") + text(o.vpc_id) + text(o.user_name) + dateTime(o.created_at) + textOrNull(o.description) + text(o.security_group_id) + text(o.security_group_name) + integer(o.max_memory, DcsBackupPolicy_save_days) + integer(o.used_memory, DcsBackupPolicy_save_days) + integer(o.capacity, DcsBackupPolicy_save_days) + textOrNull(o.capacity_minor) + text(o.maintain_begin) + text(o.maintain_end) + text(o.engine) + typed(o.no_password_access, "string, boolean") + text(o.ip) + list(o.az_codes, text) + textOrNull(o.access_user) + typed(o.port, "integer") + text(o.user_id) + text(o.spec_code) + text(o.subnet_id) + text(o.subnet_name) + text(o.subnet_cidr) + text(o.engine_version) + textOrNull(o.order_id) + textOrNull(o.domain_name) + typed(o.enable_publicip, "boolean") + textOrNull(o.publicip_id) + textOrNull(o.publicip_address) + typed(o.enable_ssl, "boolean") + typed(o.service_upgrade, "boolean") + textOrNull(o.service_task_id) + typed(o.enterprise_project_id, "string, integer") + text(o.enterprise_project_name), text(o.sub_status) + oneOf(o.cache_mode, DcsCacheMode) + list(o.available_zones, text) + text(o.readonly_domain_name) + text(o.backend_addrs) + part(o.features, DcsInstanceFeatures) + part(o.domain_name_info, DcsDomainNameInfo) + typed(o.transparent_client_ip_enable, "boolean") + list(o.tags, part, DcsInstanceTag) + text(o.cpu_type) + dateTime(o.update_at) + oneOf(o.product_type, DcsProductType) + oneOf(o.storage_type, DcsStorageType) + dateTime(o.launched_at) + text(o.support_slow_log_flag) + typed(o.db_number, "integer") + typed(o.replica_count, "integer") + typed(o.sharding_count, "integer") + part(o.bandwidth_info, DcsBandwidth) + text(o.cloud_service_type_code) + text(o.cloud_resource_type_code) + text(o.inquery_spec_code) + typed(o.free, "string, boolean, null") + typed(o.is_free, "string, boolean") + typed(o.libos, "string, boolean") + textOrNull(o.crr_role) + typed(o.active_active, "object, null") + typed(o.task, "string, number, boolean, object, array, null") + typed(o.proxy_links, "object, null"));
};
export const DcsInstanceList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const answer_instance_num = [0, Infinity];
  const DcsInstanceStatus = ["CREATING","CREATEFAILED","RUNNING","ERROR","RESTARTING","FROZEN","EXTENDING","RESTORING","FLUSHING"];
  const DcsEmptyObject = (o) => object(o, 0, 0, 0);
  const DcsListedInstance_publicip_id = [[textOrNull], [part, DcsEmptyObject]];
  const DcsInstanceTag = (o) => object(o, 2, typed(o.key, "string, integer") + text(o.value), 0);
  const DcsAvailabilityZone = (o) => object(o, 1, text(o.az_code), 0);
  const DcsListedInstance_az_codes_item = [[text], [part, DcsAvailabilityZone]];
  const DcsInstanceFeatures = (o) => object(o, 4, typed(o.support_acl, "boolean") + typed(o.support_transparent_client_ip, "boolean") + typed(o.support_ssl, "boolean") + typed(o.support_audit_log, "boolean"), 0);
  const DcsListedInstance = (o) => object(o, 36, filled(o.instance_id) + text(o.name) + oneOf(o.status, DcsInstanceStatus) + several(o.publicip_id, DcsListedInstance_publicip_id) + text(o.vpc_name) + typed(o.charging_mode, "integer") + text(o.vpc_id) + text(o.subnet_id) + text(o.security_group_id) + dateTime(o.created_at) + typed(o.enable_ssl, "boolean") + integer(o.max_memory, answer_instance_num) + integer(o.used_memory, answer_instance_num) + textOrNull(o.publicip_address) + integer(o.capacity, answer_instance_num) + textOrNull(o.capacity_minor) + text(o.maintain_begin) + text(o.maintain_end) + text(o.engine) + text(o.engine_version) + typed(o.service_upgrade, "boolean") + typed(o.no_password_access, "string, boolean") + textOrNull(o.service_task_id) + text(o.ip) + textOrNull(o.access_user) + typed(o.enable_publicip, "boolean") + typed(o.port, "integer") + text(o.user_id) + text(o.user_name) + textOrNull(o.domain_name) + text(o.spec_code) + list(o.tags, part, DcsInstanceTag) + typed(o.enterprise_project_id, "string, integer") + textOrNull(o.description) + text(o.cpu_type) + list(o.az_codes, several, DcsListedInstance_az_codes_item), text(o.sub_status) + dateTime(o.updated_at) + textOrNull(o.order_id) + text(o.readonly_domain_name) + part(o.features, DcsInstanceFeatures));
  return (o) => object(o, 2, integer(o.instance_num, answer_instance_num) + list(o.instances, part, DcsListedInstance), 0);
};
export const DcsRestoreRecordList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const DcsRestoreStatus = ["waiting","restoring","succeed","failed"];
  const DcsRestoreRecord_progress = /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)$/u;
  const DcsEmptyObject = (o) => object(o, 0, 0, 0);
  const DcsRestoreRecord_restore_remark = [[textOrNull], [part, DcsEmptyObject]];
  const DcsJobErrorCode = ["dcs.08.0001","dcs.08.0002","dcs.08.0003","dcs.08.0004","dcs.08.0005","dcs.08.0006","dcs.08.0007","dcs.08.0008"];
  const DcsRestoreRecord_error_code = [[oneOf, DcsJobErrorCode, true], [part, DcsEmptyObject]];
  const DcsRestoreRecord = (o) => object(o, 11, oneOf(o.status, DcsRestoreStatus) + match(o.progress, DcsRestoreRecord_progress) + filled(o.restore_id) + text(o.restore_name) + several(o.restore_remark, DcsRestoreRecord_restore_remark) + filled(o.backup_id) + text(o.backup_name) + several(o.backup_remark, DcsRestoreRecord_restore_remark) + dateTime(o.created_at) + dateTime(o.updated_at) + several(o.error_code, DcsRestoreRecord_error_code), 0);
  const answer_total_num = [0, Infinity];
  return (o) => object(o, 2, list(o.restore_record_response, part, DcsRestoreRecord) + integer(o.total_num, answer_total_num), 0);
};
export const GatewayErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  return (o) => object(o, 2, text(o.error_code) + text(o.error_msg), text(o.request_id), true);
};
// The validator of an operation's successful response.
export const success = { ListBackupRecordsV1: DcsBackupRecordList, ListBackupRecords: DcsBackupRecordList, ListInstances: DcsInstanceList, ShowInstance: DcsInstance, ListRestoreRecords: DcsRestoreRecordList };
// The validator of every response that has a body, by operation and status.
export const responses = {
  ListBackupRecordsV1: { "200": DcsBackupRecordList, "400": DcsErrorBodyOrGatewayErrorBody, "401": DcsErrorBodyOrGatewayErrorBody, "403": DcsErrorBodyOrGatewayErrorBody, "404": DcsErrorBodyOrGatewayErrorBody, "405": DcsErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": DcsErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ListBackupRecords: { "200": DcsBackupRecordList, "400": DcsFlatErrorBodyOrGatewayErrorBody, "401": DcsFlatErrorBodyOrGatewayErrorBody, "403": DcsFlatErrorBodyOrGatewayErrorBody, "404": DcsFlatErrorBodyOrGatewayErrorBody, "405": DcsFlatErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": DcsFlatErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ListInstances: { "200": DcsInstanceList, "400": DcsFlatErrorBodyOrGatewayErrorBody, "401": DcsFlatErrorBodyOrGatewayErrorBody, "403": DcsFlatErrorBodyOrGatewayErrorBody, "404": DcsFlatErrorBodyOrGatewayErrorBody, "405": DcsFlatErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": DcsFlatErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ShowInstance: { "200": DcsInstance, "400": DcsFlatErrorBodyOrGatewayErrorBody, "401": DcsFlatErrorBodyOrGatewayErrorBody, "403": DcsFlatErrorBodyOrGatewayErrorBody, "404": DcsFlatErrorBodyOrGatewayErrorBody, "405": DcsFlatErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": DcsFlatErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ListRestoreRecords: { "200": DcsRestoreRecordList, "400": DcsFlatErrorBodyOrGatewayErrorBody, "401": DcsFlatErrorBodyOrGatewayErrorBody, "403": DcsFlatErrorBodyOrGatewayErrorBody, "404": DcsFlatErrorBodyOrGatewayErrorBody, "405": DcsFlatErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": DcsFlatErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
};
