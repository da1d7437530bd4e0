// Generated from the contract by `npm run generate`. Do not edit.
var VbsBackupTaskList = validate10;
var schema14 = { type: "object", required: ["status", "job_id", "created_at", "backup_name", "resource_id", "resource_type"], properties: { status: { enum: ["RUNNING", "EXECUTE_TIMEOUT", "WAITING", "EXECUTE_FAIL", "EXECUTE_SUCCESS", "SKIP"] }, job_id: { type: "string" }, created_at: { type: "string", pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?$" }, finished_at: { type: "string", pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?$" }, backup_name: { type: "string" }, resource_id: { type: "string" }, resource_type: { type: "string" }, vbs_job_id: { type: "string" } }, additionalProperties: !1 }, pattern0 = new RegExp("^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?$", "u");
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.count === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "count" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.tasks === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tasks" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "count" || key0 === "tasks")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.count !== void 0) {
      let data0 = data.count;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
        let err3 = { instancePath: instancePath + "/count", schemaPath: "#/properties/count/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.tasks !== void 0) {
      let data1 = data.tasks;
      if (Array.isArray(data1)) {
        let len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.status === void 0) {
              let err4 = { instancePath: instancePath + "/tasks/" + i0, schemaPath: "closed#/components/schemas/VbsBackupTask/required", keyword: "required", params: { missingProperty: "status" } };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
            if (data2.job_id === void 0) {
              let err5 = { instancePath: instancePath + "/tasks/" + i0, schemaPath: "closed#/components/schemas/VbsBackupTask/required", keyword: "required", params: { missingProperty: "job_id" } };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (data2.created_at === void 0) {
              let err6 = { instancePath: instancePath + "/tasks/" + i0, schemaPath: "closed#/components/schemas/VbsBackupTask/required", keyword: "required", params: { missingProperty: "created_at" } };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
            if (data2.backup_name === void 0) {
              let err7 = { instancePath: instancePath + "/tasks/" + i0, schemaPath: "closed#/components/schemas/VbsBackupTask/required", keyword: "required", params: { missingProperty: "backup_name" } };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
            if (data2.resource_id === void 0) {
              let err8 = { instancePath: instancePath + "/tasks/" + i0, schemaPath: "closed#/components/schemas/VbsBackupTask/required", keyword: "required", params: { missingProperty: "resource_id" } };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
            if (data2.resource_type === void 0) {
              let err9 = { instancePath: instancePath + "/tasks/" + i0, schemaPath: "closed#/components/schemas/VbsBackupTask/required", keyword: "required", params: { missingProperty: "resource_type" } };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            for (let key1 in data2)
              if (!(key1 === "status" || key1 === "job_id" || key1 === "created_at" || key1 === "finished_at" || key1 === "backup_name" || key1 === "resource_id" || key1 === "resource_type" || key1 === "vbs_job_id")) {
                let err10 = { instancePath: instancePath + "/tasks/" + i0, schemaPath: "closed#/components/schemas/VbsBackupTask/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
              }
            if (data2.status !== void 0) {
              let data3 = data2.status;
              if (!(data3 === "RUNNING" || data3 === "EXECUTE_TIMEOUT" || data3 === "WAITING" || data3 === "EXECUTE_FAIL" || data3 === "EXECUTE_SUCCESS" || data3 === "SKIP")) {
                let err11 = { instancePath: instancePath + "/tasks/" + i0 + "/status", schemaPath: "closed#/components/schemas/VbsBackupTask/properties/status/enum", keyword: "enum", params: { allowedValues: schema14.properties.status.enum } };
                vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
              }
            }
            if (data2.job_id !== void 0 && typeof data2.job_id != "string") {
              let err12 = { instancePath: instancePath + "/tasks/" + i0 + "/job_id", schemaPath: "closed#/components/schemas/VbsBackupTask/properties/job_id/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
            if (data2.created_at !== void 0) {
              let data5 = data2.created_at;
              if (typeof data5 == "string") {
                if (!pattern0.test(data5)) {
                  let err13 = { instancePath: instancePath + "/tasks/" + i0 + "/created_at", schemaPath: "closed#/components/schemas/VbsBackupTask/properties/created_at/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?$" } };
                  vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                }
              } else {
                let err14 = { instancePath: instancePath + "/tasks/" + i0 + "/created_at", schemaPath: "closed#/components/schemas/VbsBackupTask/properties/created_at/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
              }
            }
            if (data2.finished_at !== void 0) {
              let data6 = data2.finished_at;
              if (typeof data6 == "string") {
                if (!pattern0.test(data6)) {
                  let err15 = { instancePath: instancePath + "/tasks/" + i0 + "/finished_at", schemaPath: "closed#/components/schemas/VbsBackupTask/properties/finished_at/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?$" } };
                  vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                }
              } else {
                let err16 = { instancePath: instancePath + "/tasks/" + i0 + "/finished_at", schemaPath: "closed#/components/schemas/VbsBackupTask/properties/finished_at/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
              }
            }
            if (data2.backup_name !== void 0 && typeof data2.backup_name != "string") {
              let err17 = { instancePath: instancePath + "/tasks/" + i0 + "/backup_name", schemaPath: "closed#/components/schemas/VbsBackupTask/properties/backup_name/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
            if (data2.resource_id !== void 0 && typeof data2.resource_id != "string") {
              let err18 = { instancePath: instancePath + "/tasks/" + i0 + "/resource_id", schemaPath: "closed#/components/schemas/VbsBackupTask/properties/resource_id/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
            if (data2.resource_type !== void 0 && typeof data2.resource_type != "string") {
              let err19 = { instancePath: instancePath + "/tasks/" + i0 + "/resource_type", schemaPath: "closed#/components/schemas/VbsBackupTask/properties/resource_type/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
            if (data2.vbs_job_id !== void 0 && typeof data2.vbs_job_id != "string") {
              let err20 = { instancePath: instancePath + "/tasks/" + i0 + "/vbs_job_id", schemaPath: "closed#/components/schemas/VbsBackupTask/properties/vbs_job_id/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
          } else {
            let err21 = { instancePath: instancePath + "/tasks/" + i0, schemaPath: "closed#/components/schemas/VbsBackupTask/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
        }
      } else {
        let err22 = { instancePath: instancePath + "/tasks", schemaPath: "#/properties/tasks/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
  } else {
    let err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
  }
  return validate12.errors = vErrors, errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  return validate12(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors), errors = vErrors.length), validate10.errors = vErrors, errors === 0;
}
var VbsErrorBodyOrGatewayErrorBody = validate14;
var schema19 = { type: "object", required: ["error_code", "error_msg"], properties: { error_code: { anyOf: [{ enum: ["APIGW.0101", "APIGW.0201", "APIGW.0301", "APIGW.0302", "APIGW.0307", "APIGW.0308", "APIGW.0310", "APIGW.0601", "APIGW.0610", "APIGW.0613", "APIGW.0801"] }, { type: "string" }] }, error_msg: { type: "string" }, request_id: { type: "string" } } };
var schema18 = { type: "object", properties: { message: { type: "string" }, code: { anyOf: [{ enum: ["AutoBackup.0002", "AutoBackup.0003", "AutoBackup.0006", "AutoBackup.0009", "AutoBackup.0205", "AutoBackup.0213", "AutoBackup.1100"] }, { type: "string" }] } } };
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.error === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "error" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.error !== void 0) {
      let data0 = data.error;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.message !== void 0 && typeof data0.message != "string") {
          let err1 = { instancePath: instancePath + "/error/message", schemaPath: "open#/components/schemas/VbsErrorDetail/properties/message/type", keyword: "type", params: { type: "string" } };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        if (data0.code !== void 0) {
          let data2 = data0.code, _errs7 = errors, valid3 = !1, _errs8 = errors;
          if (!(data2 === "AutoBackup.0002" || data2 === "AutoBackup.0003" || data2 === "AutoBackup.0006" || data2 === "AutoBackup.0009" || data2 === "AutoBackup.0205" || data2 === "AutoBackup.0213" || data2 === "AutoBackup.1100")) {
            let err2 = { instancePath: instancePath + "/error/code", schemaPath: "open#/components/schemas/VbsErrorDetail/properties/code/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema18.properties.code.anyOf[0].enum } };
            vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
          }
          var _valid0 = _errs8 === errors;
          if (valid3 = valid3 || _valid0, !valid3) {
            let _errs9 = errors;
            if (typeof data2 != "string") {
              let err3 = { instancePath: instancePath + "/error/code", schemaPath: "open#/components/schemas/VbsErrorDetail/properties/code/anyOf/1/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
            var _valid0 = _errs9 === errors;
            valid3 = valid3 || _valid0;
          }
          if (valid3)
            errors = _errs7, vErrors !== null && (_errs7 ? vErrors.length = _errs7 : vErrors = null);
          else {
            let err4 = { instancePath: instancePath + "/error/code", schemaPath: "open#/components/schemas/VbsErrorDetail/properties/code/anyOf", keyword: "anyOf", params: {} };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        }
      } else {
        let err5 = { instancePath: instancePath + "/error", schemaPath: "open#/components/schemas/VbsErrorDetail/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    let err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate16.errors = vErrors, errors === 0;
}
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs0 = errors, valid0 = !1, _errs1 = errors;
  validate16(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors), errors = vErrors.length);
  var _valid0 = _errs1 === errors;
  if (valid0 = valid0 || _valid0, !valid0) {
    let _errs2 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.error_code === void 0) {
        let err0 = { instancePath, schemaPath: "open#/components/schemas/GatewayErrorBody/required", keyword: "required", params: { missingProperty: "error_code" } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
      if (data.error_msg === void 0) {
        let err1 = { instancePath, schemaPath: "open#/components/schemas/GatewayErrorBody/required", keyword: "required", params: { missingProperty: "error_msg" } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
      if (data.error_code !== void 0) {
        let data0 = data.error_code, _errs6 = errors, valid3 = !1, _errs7 = errors;
        if (!(data0 === "APIGW.0101" || data0 === "APIGW.0201" || data0 === "APIGW.0301" || data0 === "APIGW.0302" || data0 === "APIGW.0307" || data0 === "APIGW.0308" || data0 === "APIGW.0310" || data0 === "APIGW.0601" || data0 === "APIGW.0610" || data0 === "APIGW.0613" || data0 === "APIGW.0801")) {
          let err2 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema19.properties.error_code.anyOf[0].enum } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        var _valid1 = _errs7 === errors;
        if (valid3 = valid3 || _valid1, !valid3) {
          let _errs8 = errors;
          if (typeof data0 != "string") {
            let err3 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf/1/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
          var _valid1 = _errs8 === errors;
          valid3 = valid3 || _valid1;
        }
        if (valid3)
          errors = _errs6, vErrors !== null && (_errs6 ? vErrors.length = _errs6 : vErrors = null);
        else {
          let err4 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf", keyword: "anyOf", params: {} };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      }
      if (data.error_msg !== void 0 && typeof data.error_msg != "string") {
        let err5 = { instancePath: instancePath + "/error_msg", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_msg/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (data.request_id !== void 0 && typeof data.request_id != "string") {
        let err6 = { instancePath: instancePath + "/request_id", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/request_id/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    } else {
      let err7 = { instancePath, schemaPath: "open#/components/schemas/GatewayErrorBody/type", keyword: "type", params: { type: "object" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    var _valid0 = _errs2 === errors;
    valid0 = valid0 || _valid0;
  }
  if (valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    let err8 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate14.errors = vErrors, errors === 0;
}
export {
  VbsBackupTaskList,
  VbsErrorBodyOrGatewayErrorBody
};
// The validator of an operation's successful answer.
export const success = { ListBackupTasks: VbsBackupTaskList };
// The validator of every answer that has a body, by operation and status.
export const answers = {
  ListBackupTasks: { "200": VbsBackupTaskList, "400": VbsErrorBodyOrGatewayErrorBody, "401": VbsErrorBodyOrGatewayErrorBody, "403": VbsErrorBodyOrGatewayErrorBody, "404": VbsErrorBodyOrGatewayErrorBody, "405": VbsErrorBodyOrGatewayErrorBody, "406": VbsErrorBodyOrGatewayErrorBody, "407": VbsErrorBodyOrGatewayErrorBody, "408": VbsErrorBodyOrGatewayErrorBody, "409": VbsErrorBodyOrGatewayErrorBody, "429": VbsErrorBodyOrGatewayErrorBody, "500": VbsErrorBodyOrGatewayErrorBody, "501": VbsErrorBodyOrGatewayErrorBody, "502": VbsErrorBodyOrGatewayErrorBody, "503": VbsErrorBodyOrGatewayErrorBody, "504": VbsErrorBodyOrGatewayErrorBody },
};
