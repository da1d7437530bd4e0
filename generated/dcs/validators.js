// Generated from the contract by `npm run generate`. Do not edit.
var DcsBackupRecordList = validate10;
var schema14 = { type: "object", required: ["status", "remark", "period", "progress", "size", "instance_id", "backup_id", "created_at", "updated_at", "backup_type", "backup_name", "error_code", "is_support_restore"], properties: { status: { enum: ["waiting", "backuping", "succeed", "failed", "expired", "deleted"] }, remark: { type: ["string", "null"] }, period: { type: ["string", "null"] }, progress: { type: "string" }, size: { "x-int64": !0 }, instance_id: { type: "string" }, backup_id: { type: "string" }, created_at: { type: "string" }, updated_at: { type: "string" }, execution_at: { type: "string" }, backup_type: { enum: ["manual", "auto"] }, backup_name: { type: "string" }, backup_format: { enum: ["AOF", "aof", "rdb"] }, error_code: { enum: ["dcs.08.0001", "dcs.08.0002", "dcs.08.0003", "dcs.08.0004", "dcs.08.0005", "dcs.08.0006", "dcs.08.0007", "dcs.08.0008", null] }, is_support_restore: { enum: ["TRUE", "FALSE"] } }, additionalProperties: !1 }, func2 = Object.prototype.hasOwnProperty;
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.backup_record_response === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "backup_record_response" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.total_num === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "total_num" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "backup_record_response" || key0 === "total_num")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.backup_record_response !== void 0) {
      let data0 = data.backup_record_response;
      if (Array.isArray(data0)) {
        let len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.status === void 0) {
              let err3 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "status" } };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
            if (data1.remark === void 0) {
              let err4 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "remark" } };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
            if (data1.period === void 0) {
              let err5 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "period" } };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (data1.progress === void 0) {
              let err6 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "progress" } };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
            if (data1.size === void 0) {
              let err7 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "size" } };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
            if (data1.instance_id === void 0) {
              let err8 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "instance_id" } };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
            if (data1.backup_id === void 0) {
              let err9 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "backup_id" } };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            if (data1.created_at === void 0) {
              let err10 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "created_at" } };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            if (data1.updated_at === void 0) {
              let err11 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "updated_at" } };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
            if (data1.backup_type === void 0) {
              let err12 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "backup_type" } };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
            if (data1.backup_name === void 0) {
              let err13 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "backup_name" } };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (data1.error_code === void 0) {
              let err14 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "error_code" } };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data1.is_support_restore === void 0) {
              let err15 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/required", keyword: "required", params: { missingProperty: "is_support_restore" } };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            for (let key1 in data1)
              if (!func2.call(schema14.properties, key1)) {
                let err16 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
                vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
              }
            if (data1.status !== void 0) {
              let data2 = data1.status;
              if (!(data2 === "waiting" || data2 === "backuping" || data2 === "succeed" || data2 === "failed" || data2 === "expired" || data2 === "deleted")) {
                let err17 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/status", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/status/enum", keyword: "enum", params: { allowedValues: schema14.properties.status.enum } };
                vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
              }
            }
            if (data1.remark !== void 0) {
              let data3 = data1.remark;
              if (typeof data3 != "string" && data3 !== null) {
                let err18 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/remark", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/remark/type", keyword: "type", params: { type: schema14.properties.remark.type } };
                vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
              }
            }
            if (data1.period !== void 0) {
              let data4 = data1.period;
              if (typeof data4 != "string" && data4 !== null) {
                let err19 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/period", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/period/type", keyword: "type", params: { type: schema14.properties.period.type } };
                vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
              }
            }
            if (data1.progress !== void 0 && typeof data1.progress != "string") {
              let err20 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/progress", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/progress/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
            if (data1.size !== void 0) {
              let data6 = data1.size;
              if (typeof data6 != "bigint" && !Number.isSafeInteger(data6)) {
                let err21 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/size", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/size/x-int64", keyword: "x-int64", params: {} };
                vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
              }
            }
            if (data1.instance_id !== void 0 && typeof data1.instance_id != "string") {
              let err22 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/instance_id", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/instance_id/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
            if (data1.backup_id !== void 0 && typeof data1.backup_id != "string") {
              let err23 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/backup_id", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/backup_id/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
            }
            if (data1.created_at !== void 0 && typeof data1.created_at != "string") {
              let err24 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/created_at", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/created_at/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
            }
            if (data1.updated_at !== void 0 && typeof data1.updated_at != "string") {
              let err25 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/updated_at", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/updated_at/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
            }
            if (data1.execution_at !== void 0 && typeof data1.execution_at != "string") {
              let err26 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/execution_at", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/execution_at/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
            }
            if (data1.backup_type !== void 0) {
              let data12 = data1.backup_type;
              if (!(data12 === "manual" || data12 === "auto")) {
                let err27 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/backup_type", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/backup_type/enum", keyword: "enum", params: { allowedValues: schema14.properties.backup_type.enum } };
                vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
              }
            }
            if (data1.backup_name !== void 0 && typeof data1.backup_name != "string") {
              let err28 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/backup_name", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/backup_name/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
            }
            if (data1.backup_format !== void 0) {
              let data14 = data1.backup_format;
              if (!(data14 === "AOF" || data14 === "aof" || data14 === "rdb")) {
                let err29 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/backup_format", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/backup_format/enum", keyword: "enum", params: { allowedValues: schema14.properties.backup_format.enum } };
                vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
              }
            }
            if (data1.error_code !== void 0) {
              let data15 = data1.error_code;
              if (!(data15 === "dcs.08.0001" || data15 === "dcs.08.0002" || data15 === "dcs.08.0003" || data15 === "dcs.08.0004" || data15 === "dcs.08.0005" || data15 === "dcs.08.0006" || data15 === "dcs.08.0007" || data15 === "dcs.08.0008" || data15 === null)) {
                let err30 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/error_code", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/error_code/enum", keyword: "enum", params: { allowedValues: schema14.properties.error_code.enum } };
                vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
              }
            }
            if (data1.is_support_restore !== void 0) {
              let data16 = data1.is_support_restore;
              if (!(data16 === "TRUE" || data16 === "FALSE")) {
                let err31 = { instancePath: instancePath + "/backup_record_response/" + i0 + "/is_support_restore", schemaPath: "closed#/components/schemas/DcsBackupRecord/properties/is_support_restore/enum", keyword: "enum", params: { allowedValues: schema14.properties.is_support_restore.enum } };
                vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
              }
            }
          } else {
            let err32 = { instancePath: instancePath + "/backup_record_response/" + i0, schemaPath: "closed#/components/schemas/DcsBackupRecord/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
          }
        }
      } else {
        let err33 = { instancePath: instancePath + "/backup_record_response", schemaPath: "#/properties/backup_record_response/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
    }
    if (data.total_num !== void 0) {
      let data17 = data.total_num;
      if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17))) {
        let err34 = { instancePath: instancePath + "/total_num", schemaPath: "#/properties/total_num/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
      }
    }
  } else {
    let err35 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
  }
  return validate12.errors = vErrors, errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  return validate12(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors), errors = vErrors.length), validate10.errors = vErrors, errors === 0;
}
var DcsErrorBodyOrGatewayErrorBody = validate14;
var schema17 = { type: "object", required: ["error"], properties: { error: { type: "object", required: ["code", "message"], properties: { code: { anyOf: [{ enum: ["DCS.1001", "DCS.1002", "DCS.1003", "DCS.1004", "DCS.2003", "DCS.3002", "DCS.3003", "DCS.3022", "DCS.4001", "DCS.4002", "DCS.4062", "DCS.4063", "DCS.5000", "DCS.5024", "DCS.5077", "DCS.5078", "111400002", "111401001", "111404022"] }, { type: "string" }] }, message: { type: "string" }, ext_message: { type: ["string", "null"] } } } } }, schema18 = { type: "object", required: ["error_code", "error_msg"], properties: { error_code: { anyOf: [{ enum: ["APIGW.0101", "APIGW.0201", "APIGW.0301", "APIGW.0302", "APIGW.0307", "APIGW.0308", "APIGW.0310", "APIGW.0601", "APIGW.0610", "APIGW.0613", "APIGW.0801"] }, { type: "string" }] }, error_msg: { type: "string" }, request_id: { type: "string" } } };
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs0 = errors, valid0 = !1, _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.error === void 0) {
      let err0 = { instancePath, schemaPath: "open#/components/schemas/DcsErrorBody/required", keyword: "required", params: { missingProperty: "error" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.error !== void 0) {
      let data0 = data.error;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.code === void 0) {
          let err1 = { instancePath: instancePath + "/error", schemaPath: "open#/components/schemas/DcsErrorBody/properties/error/required", keyword: "required", params: { missingProperty: "code" } };
          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
        }
        if (data0.message === void 0) {
          let err2 = { instancePath: instancePath + "/error", schemaPath: "open#/components/schemas/DcsErrorBody/properties/error/required", keyword: "required", params: { missingProperty: "message" } };
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
        if (data0.code !== void 0) {
          let data1 = data0.code, _errs7 = errors, valid4 = !1, _errs8 = errors;
          if (!(data1 === "DCS.1001" || data1 === "DCS.1002" || data1 === "DCS.1003" || data1 === "DCS.1004" || data1 === "DCS.2003" || data1 === "DCS.3002" || data1 === "DCS.3003" || data1 === "DCS.3022" || data1 === "DCS.4001" || data1 === "DCS.4002" || data1 === "DCS.4062" || data1 === "DCS.4063" || data1 === "DCS.5000" || data1 === "DCS.5024" || data1 === "DCS.5077" || data1 === "DCS.5078" || data1 === "111400002" || data1 === "111401001" || data1 === "111404022")) {
            let err3 = { instancePath: instancePath + "/error/code", schemaPath: "open#/components/schemas/DcsErrorBody/properties/error/properties/code/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema17.properties.error.properties.code.anyOf[0].enum } };
            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
          }
          var _valid1 = _errs8 === errors;
          if (valid4 = valid4 || _valid1, !valid4) {
            let _errs9 = errors;
            if (typeof data1 != "string") {
              let err4 = { instancePath: instancePath + "/error/code", schemaPath: "open#/components/schemas/DcsErrorBody/properties/error/properties/code/anyOf/1/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
            var _valid1 = _errs9 === errors;
            valid4 = valid4 || _valid1;
          }
          if (valid4)
            errors = _errs7, vErrors !== null && (_errs7 ? vErrors.length = _errs7 : vErrors = null);
          else {
            let err5 = { instancePath: instancePath + "/error/code", schemaPath: "open#/components/schemas/DcsErrorBody/properties/error/properties/code/anyOf", keyword: "anyOf", params: {} };
            vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
          }
        }
        if (data0.message !== void 0 && typeof data0.message != "string") {
          let err6 = { instancePath: instancePath + "/error/message", schemaPath: "open#/components/schemas/DcsErrorBody/properties/error/properties/message/type", keyword: "type", params: { type: "string" } };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (data0.ext_message !== void 0) {
          let data3 = data0.ext_message;
          if (typeof data3 != "string" && data3 !== null) {
            let err7 = { instancePath: instancePath + "/error/ext_message", schemaPath: "open#/components/schemas/DcsErrorBody/properties/error/properties/ext_message/type", keyword: "type", params: { type: schema17.properties.error.properties.ext_message.type } };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
        }
      } else {
        let err8 = { instancePath: instancePath + "/error", schemaPath: "open#/components/schemas/DcsErrorBody/properties/error/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    let err9 = { instancePath, schemaPath: "open#/components/schemas/DcsErrorBody/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  var _valid0 = _errs1 === errors;
  if (valid0 = valid0 || _valid0, !valid0) {
    let _errs15 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.error_code === void 0) {
        let err10 = { instancePath, schemaPath: "open#/components/schemas/GatewayErrorBody/required", keyword: "required", params: { missingProperty: "error_code" } };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
      if (data.error_msg === void 0) {
        let err11 = { instancePath, schemaPath: "open#/components/schemas/GatewayErrorBody/required", keyword: "required", params: { missingProperty: "error_msg" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
      if (data.error_code !== void 0) {
        let data4 = data.error_code, _errs19 = errors, valid7 = !1, _errs20 = errors;
        if (!(data4 === "APIGW.0101" || data4 === "APIGW.0201" || data4 === "APIGW.0301" || data4 === "APIGW.0302" || data4 === "APIGW.0307" || data4 === "APIGW.0308" || data4 === "APIGW.0310" || data4 === "APIGW.0601" || data4 === "APIGW.0610" || data4 === "APIGW.0613" || data4 === "APIGW.0801")) {
          let err12 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema18.properties.error_code.anyOf[0].enum } };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
        var _valid2 = _errs20 === errors;
        if (valid7 = valid7 || _valid2, !valid7) {
          let _errs21 = errors;
          if (typeof data4 != "string") {
            let err13 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf/1/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
          }
          var _valid2 = _errs21 === errors;
          valid7 = valid7 || _valid2;
        }
        if (valid7)
          errors = _errs19, vErrors !== null && (_errs19 ? vErrors.length = _errs19 : vErrors = null);
        else {
          let err14 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf", keyword: "anyOf", params: {} };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      }
      if (data.error_msg !== void 0 && typeof data.error_msg != "string") {
        let err15 = { instancePath: instancePath + "/error_msg", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_msg/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
      if (data.request_id !== void 0 && typeof data.request_id != "string") {
        let err16 = { instancePath: instancePath + "/request_id", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/request_id/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
    } else {
      let err17 = { instancePath, schemaPath: "open#/components/schemas/GatewayErrorBody/type", keyword: "type", params: { type: "object" } };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    var _valid0 = _errs15 === errors;
    valid0 = valid0 || _valid0;
  }
  if (valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    let err18 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
  }
  return validate14.errors = vErrors, errors === 0;
}
var GatewayErrorBody = validate16;
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
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
      let data0 = data.error_code, _errs3 = errors, valid2 = !1, _errs4 = errors;
      if (!(data0 === "APIGW.0101" || data0 === "APIGW.0201" || data0 === "APIGW.0301" || data0 === "APIGW.0302" || data0 === "APIGW.0307" || data0 === "APIGW.0308" || data0 === "APIGW.0310" || data0 === "APIGW.0601" || data0 === "APIGW.0610" || data0 === "APIGW.0613" || data0 === "APIGW.0801")) {
        let err2 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema18.properties.error_code.anyOf[0].enum } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      var _valid0 = _errs4 === errors;
      if (valid2 = valid2 || _valid0, !valid2) {
        let _errs5 = errors;
        if (typeof data0 != "string") {
          let err3 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf/1/type", keyword: "type", params: { type: "string" } };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        var _valid0 = _errs5 === errors;
        valid2 = valid2 || _valid0;
      }
      if (valid2)
        errors = _errs3, vErrors !== null && (_errs3 ? vErrors.length = _errs3 : vErrors = null);
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
  return validate16.errors = vErrors, errors === 0;
}
var DcsFlatErrorBodyOrGatewayErrorBody = validate17;
var schema22 = { type: "object", required: ["error_code", "error_msg"], properties: { error_code: { anyOf: [{ enum: ["DCS.1001", "DCS.1002", "DCS.1003", "DCS.1004", "DCS.2003", "DCS.3002", "DCS.3003", "DCS.3022", "DCS.4001", "DCS.4002", "DCS.4062", "DCS.4063", "DCS.5000", "DCS.5024", "DCS.5077", "DCS.5078", "111400002", "111401001", "111404022"] }, { type: "string" }] }, error_msg: { type: "string" }, error_ext_msg: { type: ["string", "null"] } } };
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs0 = errors, valid0 = !1, _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.error_code === void 0) {
      let err0 = { instancePath, schemaPath: "open#/components/schemas/DcsFlatErrorBody/required", keyword: "required", params: { missingProperty: "error_code" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.error_msg === void 0) {
      let err1 = { instancePath, schemaPath: "open#/components/schemas/DcsFlatErrorBody/required", keyword: "required", params: { missingProperty: "error_msg" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.error_code !== void 0) {
      let data0 = data.error_code, _errs5 = errors, valid3 = !1, _errs6 = errors;
      if (!(data0 === "DCS.1001" || data0 === "DCS.1002" || data0 === "DCS.1003" || data0 === "DCS.1004" || data0 === "DCS.2003" || data0 === "DCS.3002" || data0 === "DCS.3003" || data0 === "DCS.3022" || data0 === "DCS.4001" || data0 === "DCS.4002" || data0 === "DCS.4062" || data0 === "DCS.4063" || data0 === "DCS.5000" || data0 === "DCS.5024" || data0 === "DCS.5077" || data0 === "DCS.5078" || data0 === "111400002" || data0 === "111401001" || data0 === "111404022")) {
        let err2 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/DcsFlatErrorBody/properties/error_code/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema22.properties.error_code.anyOf[0].enum } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      var _valid1 = _errs6 === errors;
      if (valid3 = valid3 || _valid1, !valid3) {
        let _errs7 = errors;
        if (typeof data0 != "string") {
          let err3 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/DcsFlatErrorBody/properties/error_code/anyOf/1/type", keyword: "type", params: { type: "string" } };
          vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
        }
        var _valid1 = _errs7 === errors;
        valid3 = valid3 || _valid1;
      }
      if (valid3)
        errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
      else {
        let err4 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/DcsFlatErrorBody/properties/error_code/anyOf", keyword: "anyOf", params: {} };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.error_msg !== void 0 && typeof data.error_msg != "string") {
      let err5 = { instancePath: instancePath + "/error_msg", schemaPath: "open#/components/schemas/DcsFlatErrorBody/properties/error_msg/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.error_ext_msg !== void 0) {
      let data2 = data.error_ext_msg;
      if (typeof data2 != "string" && data2 !== null) {
        let err6 = { instancePath: instancePath + "/error_ext_msg", schemaPath: "open#/components/schemas/DcsFlatErrorBody/properties/error_ext_msg/type", keyword: "type", params: { type: schema22.properties.error_ext_msg.type } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    let err7 = { instancePath, schemaPath: "open#/components/schemas/DcsFlatErrorBody/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  var _valid0 = _errs1 === errors;
  if (valid0 = valid0 || _valid0, !valid0) {
    let _errs13 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.error_code === void 0) {
        let err8 = { instancePath, schemaPath: "open#/components/schemas/GatewayErrorBody/required", keyword: "required", params: { missingProperty: "error_code" } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
      if (data.error_msg === void 0) {
        let err9 = { instancePath, schemaPath: "open#/components/schemas/GatewayErrorBody/required", keyword: "required", params: { missingProperty: "error_msg" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (data.error_code !== void 0) {
        let data3 = data.error_code, _errs17 = errors, valid6 = !1, _errs18 = errors;
        if (!(data3 === "APIGW.0101" || data3 === "APIGW.0201" || data3 === "APIGW.0301" || data3 === "APIGW.0302" || data3 === "APIGW.0307" || data3 === "APIGW.0308" || data3 === "APIGW.0310" || data3 === "APIGW.0601" || data3 === "APIGW.0610" || data3 === "APIGW.0613" || data3 === "APIGW.0801")) {
          let err10 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema18.properties.error_code.anyOf[0].enum } };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        var _valid2 = _errs18 === errors;
        if (valid6 = valid6 || _valid2, !valid6) {
          let _errs19 = errors;
          if (typeof data3 != "string") {
            let err11 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf/1/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
          var _valid2 = _errs19 === errors;
          valid6 = valid6 || _valid2;
        }
        if (valid6)
          errors = _errs17, vErrors !== null && (_errs17 ? vErrors.length = _errs17 : vErrors = null);
        else {
          let err12 = { instancePath: instancePath + "/error_code", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_code/anyOf", keyword: "anyOf", params: {} };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      }
      if (data.error_msg !== void 0 && typeof data.error_msg != "string") {
        let err13 = { instancePath: instancePath + "/error_msg", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/error_msg/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
      if (data.request_id !== void 0 && typeof data.request_id != "string") {
        let err14 = { instancePath: instancePath + "/request_id", schemaPath: "open#/components/schemas/GatewayErrorBody/properties/request_id/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    } else {
      let err15 = { instancePath, schemaPath: "open#/components/schemas/GatewayErrorBody/type", keyword: "type", params: { type: "object" } };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    var _valid0 = _errs13 === errors;
    valid0 = valid0 || _valid0;
  }
  if (valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    let err16 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate17.errors = vErrors, errors === 0;
}
export {
  DcsBackupRecordList,
  DcsErrorBodyOrGatewayErrorBody,
  DcsFlatErrorBodyOrGatewayErrorBody,
  GatewayErrorBody
};
// The validator of an operation's successful answer.
export const success = { ListBackupRecordsV1: DcsBackupRecordList, ListBackupRecords: DcsBackupRecordList };
// The validator of every answer that has a body, by operation and status.
export const answers = {
  ListBackupRecordsV1: { "200": DcsBackupRecordList, "400": DcsErrorBodyOrGatewayErrorBody, "401": DcsErrorBodyOrGatewayErrorBody, "403": DcsErrorBodyOrGatewayErrorBody, "404": DcsErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": DcsErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
  ListBackupRecords: { "200": DcsBackupRecordList, "400": DcsFlatErrorBodyOrGatewayErrorBody, "401": DcsFlatErrorBodyOrGatewayErrorBody, "403": DcsFlatErrorBodyOrGatewayErrorBody, "404": DcsFlatErrorBodyOrGatewayErrorBody, "429": GatewayErrorBody, "500": DcsFlatErrorBodyOrGatewayErrorBody, "502": GatewayErrorBody, "503": GatewayErrorBody, "504": GatewayErrorBody },
};
