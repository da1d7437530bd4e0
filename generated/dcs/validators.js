// Generated from the contract by `npm run generate`. Do not edit.
export const DcsBackupRecordList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several) => {
  const DcsBackupStatus = ["waiting","backuping","succeed","failed","expired","deleted"];
  const DcsBackupType = ["manual","auto"];
  const DcsBackupRecord_error_code = ["dcs.08.0001","dcs.08.0002","dcs.08.0003","dcs.08.0004","dcs.08.0005","dcs.08.0006","dcs.08.0007","dcs.08.0008"];
  const DcsRestoreSupport = ["TRUE","FALSE"];
  const DcsBackupFormat = ["AOF","aof","rdb"];
  const DcsBackupRecord = (o) => object(o, 13, oneOf(o.status, DcsBackupStatus) + textOrNull(o.remark) + textOrNull(o.period) + text(o.progress) + int64(o.size) + text(o.instance_id) + text(o.backup_id) + text(o.created_at) + text(o.updated_at) + oneOf(o.backup_type, DcsBackupType) + text(o.backup_name) + oneOf(o.error_code, DcsBackupRecord_error_code, true) + oneOf(o.is_support_restore, DcsRestoreSupport), text(o.execution_at) + oneOf(o.backup_format, DcsBackupFormat));
  return (o) => object(o, 2, list(o.backup_record_response, part, DcsBackupRecord) + typed(o.total_num, "integer"), 0);
};
export const DcsErrorBodyOrGatewayErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several) => {
  const DcsErrorBody_error = (o) => object(o, 2, text(o.code) + text(o.message), textOrNull(o.ext_message), true);
  const DcsErrorBody = (o) => object(o, 1, part(o.error, DcsErrorBody_error), 0, true);
  const GatewayErrorBody = (o) => object(o, 2, text(o.error_code) + text(o.error_msg), text(o.request_id), true);
  return (o) => either(o, DcsErrorBody, GatewayErrorBody);
};
export const DcsFlatErrorBodyOrGatewayErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several) => {
  const DcsFlatErrorBody = (o) => object(o, 2, text(o.error_code) + text(o.error_msg), textOrNull(o.error_ext_msg), true);
  const GatewayErrorBody = (o) => object(o, 2, text(o.error_code) + text(o.error_msg), text(o.request_id), true);
  return (o) => either(o, DcsFlatErrorBody, GatewayErrorBody);
};
export const GatewayErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several) => {
  return (o) => object(o, 2, text(o.error_code) + text(o.error_msg), text(o.request_id), true);
};
// The validator of an operation's successful response.
export const success = { ListBackupRecordsV1: DcsBackupRecordList, ListBackupRecords: DcsBackupRecordList };
// The validator of every response that has a body, by operation and status.
export const responses = {
  ListBackupRecordsV1: { "200": DcsBackupRecordList, "400": DcsErrorBodyOrGatewayErrorBody, "401": DcsErrorBodyOrGatewayErrorBody, "403": DcsErrorBodyOrGatewayErrorBody, "404": DcsErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": DcsErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ListBackupRecords: { "200": DcsBackupRecordList, "400": DcsFlatErrorBodyOrGatewayErrorBody, "401": DcsFlatErrorBodyOrGatewayErrorBody, "403": DcsFlatErrorBodyOrGatewayErrorBody, "404": DcsFlatErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": DcsFlatErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
};
