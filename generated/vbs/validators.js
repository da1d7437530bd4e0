// Generated from the contract by `npm run generate`. Do not edit.
export const VbsBackupPolicyList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const VbsScheduledPolicy_start_time = /^(?:[01]\d|2[0-3]):00(?:,(?:[01]\d|2[0-3]):00)*$/u;
  const VbsFirstBackupKept = ["Y","N"];
  const VbsBackupPolicyStatus = ["ON","OFF"];
  const VbsWeekday = ["SUN","MON","TUE","WED","THU","FRI","SAT"];
  const VbsScheduledPolicy = (o) => object(o, 3, match(o.start_time, VbsScheduledPolicy_start_time) + oneOf(o.remain_first_backup_of_curMonth, VbsFirstBackupKept) + oneOf(o.status, VbsBackupPolicyStatus), typed(o.frequency, "integer") + list(o.week_frequency, oneOf, VbsWeekday) + typed(o.rentention_num, "integer") + typed(o.rentention_day, "integer"));
  const VbsBackupPolicy_policy_resource_count = [0, Infinity];
  const VbsBackupPolicy_time_zone = /^UTC[+-](?:[01]\d|2[0-3]):[0-5]\d$/u;
  const VbsBackupPolicy = (o) => object(o, 3, part(o.scheduled_policy, VbsScheduledPolicy) + filled(o.backup_policy_id) + integer(o.policy_resource_count, VbsBackupPolicy_policy_resource_count), text(o.backup_policy_name) + text(o["backup_policy_name "]) + match(o.time_zone, VbsBackupPolicy_time_zone));
  return (o) => object(o, 1, list(o.backup_policies, part, VbsBackupPolicy), 0);
};
export const VbsBackupTaskList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const answer_count = [0, Infinity];
  const VbsBackupTaskStatus = ["RUNNING","EXECUTE_TIMEOUT","WAITING","EXECUTE_FAIL","EXECUTE_SUCCESS","SKIP"];
  const VbsBackupTask_created_at = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?$/u;
  const VbsBackupTask = (o) => object(o, 6, oneOf(o.status, VbsBackupTaskStatus) + filled(o.job_id) + match(o.created_at, VbsBackupTask_created_at) + text(o.backup_name) + filled(o.resource_id) + text(o.resource_type), match(o.finished_at, VbsBackupTask_created_at) + text(o.vbs_job_id));
  return (o) => object(o, 2, integer(o.count, answer_count) + list(o.tasks, part, VbsBackupTask), 0);
};
export const VbsErrorBodyOrGatewayErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const VbsErrorDetail = (o) => object(o, 2, text(o.message) + text(o.code), 0, true);
  const VbsErrorBody = (o) => object(o, 1, part(o.error, VbsErrorDetail), 0, true);
  const GatewayErrorBody = (o) => object(o, 2, text(o.error_code) + text(o.error_msg), text(o.request_id), true);
  return (o) => either(o, VbsErrorBody, GatewayErrorBody);
};
// The validator of an operation's successful response.
export const success = { ListBackupTasks: VbsBackupTaskList, ListBackupPolicies: VbsBackupPolicyList };
// The validator of every response that has a body, by operation and status.
export const responses = {
  ListBackupTasks: { "200": VbsBackupTaskList, "400": VbsErrorBodyOrGatewayErrorBody, "401": VbsErrorBodyOrGatewayErrorBody, "403": VbsErrorBodyOrGatewayErrorBody, "404": VbsErrorBodyOrGatewayErrorBody, "405": VbsErrorBodyOrGatewayErrorBody, "406": VbsErrorBodyOrGatewayErrorBody, "407": VbsErrorBodyOrGatewayErrorBody, "408": VbsErrorBodyOrGatewayErrorBody, "409": VbsErrorBodyOrGatewayErrorBody, "429": VbsErrorBodyOrGatewayErrorBody, "500": VbsErrorBodyOrGatewayErrorBody, "501": VbsErrorBodyOrGatewayErrorBody, "502": VbsErrorBodyOrGatewayErrorBody, "503": VbsErrorBodyOrGatewayErrorBody, "504": VbsErrorBodyOrGatewayErrorBody },
  ListBackupPolicies: { "200": VbsBackupPolicyList, "400": VbsErrorBodyOrGatewayErrorBody, "401": VbsErrorBodyOrGatewayErrorBody, "403": VbsErrorBodyOrGatewayErrorBody, "404": VbsErrorBodyOrGatewayErrorBody, "405": VbsErrorBodyOrGatewayErrorBody, "406": VbsErrorBodyOrGatewayErrorBody, "407": VbsErrorBodyOrGatewayErrorBody, "408": VbsErrorBodyOrGatewayErrorBody, "409": VbsErrorBodyOrGatewayErrorBody, "429": VbsErrorBodyOrGatewayErrorBody, "500": VbsErrorBodyOrGatewayErrorBody, "501": VbsErrorBodyOrGatewayErrorBody, "502": VbsErrorBodyOrGatewayErrorBody, "503": VbsErrorBodyOrGatewayErrorBody, "504": VbsErrorBodyOrGatewayErrorBody },
};
