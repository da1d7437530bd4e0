// Generated from the contract by `npm run generate`. Do not edit.
var StarRocksBackupList = validate10;
var schema14 = { type: "object", required: ["BackupTaskId", "InstanceId", "Status"], properties: { RegionId: { type: "string" }, InstanceId: { type: "string" }, Size: { "x-int64": !0 }, Status: { enum: ["COMPLETED", "RUNNING", "success"] }, Description: { type: "string" }, SubTasks: { type: "array", items: { $ref: "closed#/components/schemas/StarRocksSubTask" } }, BackupStartTime: { "x-int64": !0 }, BackupFinishedTime: { "x-int64": !0 }, ExpireTime: { "x-int64": !0 }, BackupTaskId: { type: "string" }, BackupType: { enum: ["0", "1", "FullBackup"] }, InstanceSnapshot: { $ref: "closed#/components/schemas/StarRocksInstanceSnapshot" } }, additionalProperties: !1 }, schema15 = { type: "object", properties: { StartTime: { "x-int64": !0 }, FinishedTime: { "x-int64": !0 }, SnapshotName: { type: "string" }, DataBase: { type: "string" }, Table: { type: "string" }, Size: { "x-int64": !0 }, Status: { enum: ["COMPLETED", "RUNNING", "success"] }, Detail: { type: "string" } }, additionalProperties: !1 }, func2 = Object.prototype.hasOwnProperty, schema16 = { type: "object", properties: { InstanceName: { type: "string" }, VpcId: { type: "string" }, RunMode: { enum: ["shared_nothing", "shared_data", "lakehouse"] }, SpecType: { enum: ["standard", "localSSD", "bigData", "ramEnhanced", "networkEnhanced"] }, ResourceGroupId: { type: "string" }, Version: { type: "string" }, MinorVersion: { type: "string" }, NodeGroups: { type: "array", items: { $ref: "closed#/components/schemas/StarRocksNodeGroup" } }, RegionId: { type: "string" }, Tags: { type: "array", items: { $ref: "closed#/components/schemas/StarRocksTag" } } }, additionalProperties: !1 }, schema17 = { type: "object", properties: { ComponentType: { enum: ["FE", "BE", "CN", "OBSERVER", "AGENT"] }, Cu: { type: "integer" }, StorageSize: { type: "integer" }, StoragePerformanceLevel: { enum: ["pl0", "pl1", "pl2", "pl3"] }, DiskNumber: { type: "string" }, ResidentNodeNumber: { type: "string" }, SpecType: { enum: ["standard", "localSSD", "bigData", "ramEnhanced", "networkEnhanced"] }, LocalStorageInstanceType: { type: "string" } }, additionalProperties: !1 };
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (let key0 in data)
      if (!func2.call(schema16.properties, key0)) {
        let err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
      }
    if (data.InstanceName !== void 0 && typeof data.InstanceName != "string") {
      let err1 = { instancePath: instancePath + "/InstanceName", schemaPath: "#/properties/InstanceName/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.VpcId !== void 0 && typeof data.VpcId != "string") {
      let err2 = { instancePath: instancePath + "/VpcId", schemaPath: "#/properties/VpcId/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.RunMode !== void 0) {
      let data2 = data.RunMode;
      if (!(data2 === "shared_nothing" || data2 === "shared_data" || data2 === "lakehouse")) {
        let err3 = { instancePath: instancePath + "/RunMode", schemaPath: "#/properties/RunMode/enum", keyword: "enum", params: { allowedValues: schema16.properties.RunMode.enum } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.SpecType !== void 0) {
      let data3 = data.SpecType;
      if (!(data3 === "standard" || data3 === "localSSD" || data3 === "bigData" || data3 === "ramEnhanced" || data3 === "networkEnhanced")) {
        let err4 = { instancePath: instancePath + "/SpecType", schemaPath: "#/properties/SpecType/enum", keyword: "enum", params: { allowedValues: schema16.properties.SpecType.enum } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.ResourceGroupId !== void 0 && typeof data.ResourceGroupId != "string") {
      let err5 = { instancePath: instancePath + "/ResourceGroupId", schemaPath: "#/properties/ResourceGroupId/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.Version !== void 0 && typeof data.Version != "string") {
      let err6 = { instancePath: instancePath + "/Version", schemaPath: "#/properties/Version/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.MinorVersion !== void 0 && typeof data.MinorVersion != "string") {
      let err7 = { instancePath: instancePath + "/MinorVersion", schemaPath: "#/properties/MinorVersion/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.NodeGroups !== void 0) {
      let data7 = data.NodeGroups;
      if (Array.isArray(data7)) {
        let len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data8 = data7[i0];
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            for (let key1 in data8)
              if (!(key1 === "ComponentType" || key1 === "Cu" || key1 === "StorageSize" || key1 === "StoragePerformanceLevel" || key1 === "DiskNumber" || key1 === "ResidentNodeNumber" || key1 === "SpecType" || key1 === "LocalStorageInstanceType")) {
                let err8 = { instancePath: instancePath + "/NodeGroups/" + i0, schemaPath: "closed#/components/schemas/StarRocksNodeGroup/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
                vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
              }
            if (data8.ComponentType !== void 0) {
              let data9 = data8.ComponentType;
              if (!(data9 === "FE" || data9 === "BE" || data9 === "CN" || data9 === "OBSERVER" || data9 === "AGENT")) {
                let err9 = { instancePath: instancePath + "/NodeGroups/" + i0 + "/ComponentType", schemaPath: "closed#/components/schemas/StarRocksNodeGroup/properties/ComponentType/enum", keyword: "enum", params: { allowedValues: schema17.properties.ComponentType.enum } };
                vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
              }
            }
            if (data8.Cu !== void 0) {
              let data10 = data8.Cu;
              if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10))) {
                let err10 = { instancePath: instancePath + "/NodeGroups/" + i0 + "/Cu", schemaPath: "closed#/components/schemas/StarRocksNodeGroup/properties/Cu/type", keyword: "type", params: { type: "integer" } };
                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
              }
            }
            if (data8.StorageSize !== void 0) {
              let data11 = data8.StorageSize;
              if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11))) {
                let err11 = { instancePath: instancePath + "/NodeGroups/" + i0 + "/StorageSize", schemaPath: "closed#/components/schemas/StarRocksNodeGroup/properties/StorageSize/type", keyword: "type", params: { type: "integer" } };
                vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
              }
            }
            if (data8.StoragePerformanceLevel !== void 0) {
              let data12 = data8.StoragePerformanceLevel;
              if (!(data12 === "pl0" || data12 === "pl1" || data12 === "pl2" || data12 === "pl3")) {
                let err12 = { instancePath: instancePath + "/NodeGroups/" + i0 + "/StoragePerformanceLevel", schemaPath: "closed#/components/schemas/StarRocksNodeGroup/properties/StoragePerformanceLevel/enum", keyword: "enum", params: { allowedValues: schema17.properties.StoragePerformanceLevel.enum } };
                vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
              }
            }
            if (data8.DiskNumber !== void 0 && typeof data8.DiskNumber != "string") {
              let err13 = { instancePath: instancePath + "/NodeGroups/" + i0 + "/DiskNumber", schemaPath: "closed#/components/schemas/StarRocksNodeGroup/properties/DiskNumber/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (data8.ResidentNodeNumber !== void 0 && typeof data8.ResidentNodeNumber != "string") {
              let err14 = { instancePath: instancePath + "/NodeGroups/" + i0 + "/ResidentNodeNumber", schemaPath: "closed#/components/schemas/StarRocksNodeGroup/properties/ResidentNodeNumber/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data8.SpecType !== void 0) {
              let data15 = data8.SpecType;
              if (!(data15 === "standard" || data15 === "localSSD" || data15 === "bigData" || data15 === "ramEnhanced" || data15 === "networkEnhanced")) {
                let err15 = { instancePath: instancePath + "/NodeGroups/" + i0 + "/SpecType", schemaPath: "closed#/components/schemas/StarRocksNodeGroup/properties/SpecType/enum", keyword: "enum", params: { allowedValues: schema17.properties.SpecType.enum } };
                vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
              }
            }
            if (data8.LocalStorageInstanceType !== void 0 && typeof data8.LocalStorageInstanceType != "string") {
              let err16 = { instancePath: instancePath + "/NodeGroups/" + i0 + "/LocalStorageInstanceType", schemaPath: "closed#/components/schemas/StarRocksNodeGroup/properties/LocalStorageInstanceType/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
          } else {
            let err17 = { instancePath: instancePath + "/NodeGroups/" + i0, schemaPath: "closed#/components/schemas/StarRocksNodeGroup/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
      } else {
        let err18 = { instancePath: instancePath + "/NodeGroups", schemaPath: "#/properties/NodeGroups/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
    if (data.RegionId !== void 0 && typeof data.RegionId != "string") {
      let err19 = { instancePath: instancePath + "/RegionId", schemaPath: "#/properties/RegionId/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    if (data.Tags !== void 0) {
      let data18 = data.Tags;
      if (Array.isArray(data18)) {
        let len1 = data18.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data19 = data18[i1];
          if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
            for (let key2 in data19)
              if (!(key2 === "Key" || key2 === "Value")) {
                let err20 = { instancePath: instancePath + "/Tags/" + i1, schemaPath: "closed#/components/schemas/StarRocksTag/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
                vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
              }
            if (data19.Key !== void 0 && typeof data19.Key != "string") {
              let err21 = { instancePath: instancePath + "/Tags/" + i1 + "/Key", schemaPath: "closed#/components/schemas/StarRocksTag/properties/Key/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
            if (data19.Value !== void 0 && typeof data19.Value != "string") {
              let err22 = { instancePath: instancePath + "/Tags/" + i1 + "/Value", schemaPath: "closed#/components/schemas/StarRocksTag/properties/Value/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
            }
          } else {
            let err23 = { instancePath: instancePath + "/Tags/" + i1, schemaPath: "closed#/components/schemas/StarRocksTag/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
      } else {
        let err24 = { instancePath: instancePath + "/Tags", schemaPath: "#/properties/Tags/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
  } else {
    let err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
  }
  return validate14.errors = vErrors, errors === 0;
}
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.BackupTaskId === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "BackupTaskId" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.InstanceId === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "InstanceId" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.Status === void 0) {
      let err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "Status" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema14.properties, key0)) {
        let err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.RegionId !== void 0 && typeof data.RegionId != "string") {
      let err4 = { instancePath: instancePath + "/RegionId", schemaPath: "#/properties/RegionId/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.InstanceId !== void 0 && typeof data.InstanceId != "string") {
      let err5 = { instancePath: instancePath + "/InstanceId", schemaPath: "#/properties/InstanceId/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.Size !== void 0) {
      let data2 = data.Size;
      if (typeof data2 != "bigint" && !Number.isSafeInteger(data2)) {
        let err6 = { instancePath: instancePath + "/Size", schemaPath: "#/properties/Size/x-int64", keyword: "x-int64", params: {} };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.Status !== void 0) {
      let data3 = data.Status;
      if (!(data3 === "COMPLETED" || data3 === "RUNNING" || data3 === "success")) {
        let err7 = { instancePath: instancePath + "/Status", schemaPath: "#/properties/Status/enum", keyword: "enum", params: { allowedValues: schema14.properties.Status.enum } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.Description !== void 0 && typeof data.Description != "string") {
      let err8 = { instancePath: instancePath + "/Description", schemaPath: "#/properties/Description/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.SubTasks !== void 0) {
      let data5 = data.SubTasks;
      if (Array.isArray(data5)) {
        let len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
            for (let key1 in data6)
              if (!(key1 === "StartTime" || key1 === "FinishedTime" || key1 === "SnapshotName" || key1 === "DataBase" || key1 === "Table" || key1 === "Size" || key1 === "Status" || key1 === "Detail")) {
                let err9 = { instancePath: instancePath + "/SubTasks/" + i0, schemaPath: "closed#/components/schemas/StarRocksSubTask/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
                vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
              }
            if (data6.StartTime !== void 0) {
              let data7 = data6.StartTime;
              if (typeof data7 != "bigint" && !Number.isSafeInteger(data7)) {
                let err10 = { instancePath: instancePath + "/SubTasks/" + i0 + "/StartTime", schemaPath: "closed#/components/schemas/StarRocksSubTask/properties/StartTime/x-int64", keyword: "x-int64", params: {} };
                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
              }
            }
            if (data6.FinishedTime !== void 0) {
              let data8 = data6.FinishedTime;
              if (typeof data8 != "bigint" && !Number.isSafeInteger(data8)) {
                let err11 = { instancePath: instancePath + "/SubTasks/" + i0 + "/FinishedTime", schemaPath: "closed#/components/schemas/StarRocksSubTask/properties/FinishedTime/x-int64", keyword: "x-int64", params: {} };
                vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
              }
            }
            if (data6.SnapshotName !== void 0 && typeof data6.SnapshotName != "string") {
              let err12 = { instancePath: instancePath + "/SubTasks/" + i0 + "/SnapshotName", schemaPath: "closed#/components/schemas/StarRocksSubTask/properties/SnapshotName/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
            if (data6.DataBase !== void 0 && typeof data6.DataBase != "string") {
              let err13 = { instancePath: instancePath + "/SubTasks/" + i0 + "/DataBase", schemaPath: "closed#/components/schemas/StarRocksSubTask/properties/DataBase/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (data6.Table !== void 0 && typeof data6.Table != "string") {
              let err14 = { instancePath: instancePath + "/SubTasks/" + i0 + "/Table", schemaPath: "closed#/components/schemas/StarRocksSubTask/properties/Table/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data6.Size !== void 0) {
              let data12 = data6.Size;
              if (typeof data12 != "bigint" && !Number.isSafeInteger(data12)) {
                let err15 = { instancePath: instancePath + "/SubTasks/" + i0 + "/Size", schemaPath: "closed#/components/schemas/StarRocksSubTask/properties/Size/x-int64", keyword: "x-int64", params: {} };
                vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
              }
            }
            if (data6.Status !== void 0) {
              let data13 = data6.Status;
              if (!(data13 === "COMPLETED" || data13 === "RUNNING" || data13 === "success")) {
                let err16 = { instancePath: instancePath + "/SubTasks/" + i0 + "/Status", schemaPath: "closed#/components/schemas/StarRocksSubTask/properties/Status/enum", keyword: "enum", params: { allowedValues: schema15.properties.Status.enum } };
                vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
              }
            }
            if (data6.Detail !== void 0 && typeof data6.Detail != "string") {
              let err17 = { instancePath: instancePath + "/SubTasks/" + i0 + "/Detail", schemaPath: "closed#/components/schemas/StarRocksSubTask/properties/Detail/type", keyword: "type", params: { type: "string" } };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
          } else {
            let err18 = { instancePath: instancePath + "/SubTasks/" + i0, schemaPath: "closed#/components/schemas/StarRocksSubTask/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
          }
        }
      } else {
        let err19 = { instancePath: instancePath + "/SubTasks", schemaPath: "#/properties/SubTasks/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.BackupStartTime !== void 0) {
      let data15 = data.BackupStartTime;
      if (typeof data15 != "bigint" && !Number.isSafeInteger(data15)) {
        let err20 = { instancePath: instancePath + "/BackupStartTime", schemaPath: "#/properties/BackupStartTime/x-int64", keyword: "x-int64", params: {} };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.BackupFinishedTime !== void 0) {
      let data16 = data.BackupFinishedTime;
      if (typeof data16 != "bigint" && !Number.isSafeInteger(data16)) {
        let err21 = { instancePath: instancePath + "/BackupFinishedTime", schemaPath: "#/properties/BackupFinishedTime/x-int64", keyword: "x-int64", params: {} };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.ExpireTime !== void 0) {
      let data17 = data.ExpireTime;
      if (typeof data17 != "bigint" && !Number.isSafeInteger(data17)) {
        let err22 = { instancePath: instancePath + "/ExpireTime", schemaPath: "#/properties/ExpireTime/x-int64", keyword: "x-int64", params: {} };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
    }
    if (data.BackupTaskId !== void 0 && typeof data.BackupTaskId != "string") {
      let err23 = { instancePath: instancePath + "/BackupTaskId", schemaPath: "#/properties/BackupTaskId/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
    }
    if (data.BackupType !== void 0) {
      let data19 = data.BackupType;
      if (!(data19 === "0" || data19 === "1" || data19 === "FullBackup")) {
        let err24 = { instancePath: instancePath + "/BackupType", schemaPath: "#/properties/BackupType/enum", keyword: "enum", params: { allowedValues: schema14.properties.BackupType.enum } };
        vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
      }
    }
    data.InstanceSnapshot !== void 0 && (validate14(data.InstanceSnapshot, { instancePath: instancePath + "/InstanceSnapshot", parentData: data, parentDataProperty: "InstanceSnapshot", rootData }) || (vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors), errors = vErrors.length));
  } else {
    let err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
  }
  return validate13.errors = vErrors, errors === 0;
}
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.RequestId === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "RequestId" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Success === void 0) {
      let err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "Success" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    for (let key0 in data)
      if (!(key0 === "HttpStatusCode" || key0 === "RequestId" || key0 === "Success" || key0 === "ErrCode" || key0 === "ErrMessage" || key0 === "Data" || key0 === "Total")) {
        let err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    if (data.HttpStatusCode !== void 0) {
      let data0 = data.HttpStatusCode;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
        let err3 = { instancePath: instancePath + "/HttpStatusCode", schemaPath: "#/properties/HttpStatusCode/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.RequestId !== void 0 && typeof data.RequestId != "string") {
      let err4 = { instancePath: instancePath + "/RequestId", schemaPath: "#/properties/RequestId/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.Success !== void 0 && typeof data.Success != "boolean") {
      let err5 = { instancePath: instancePath + "/Success", schemaPath: "#/properties/Success/type", keyword: "type", params: { type: "boolean" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.ErrCode !== void 0 && typeof data.ErrCode != "string") {
      let err6 = { instancePath: instancePath + "/ErrCode", schemaPath: "#/properties/ErrCode/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.ErrMessage !== void 0 && typeof data.ErrMessage != "string") {
      let err7 = { instancePath: instancePath + "/ErrMessage", schemaPath: "#/properties/ErrMessage/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.Data !== void 0) {
      let data5 = data.Data;
      if (Array.isArray(data5)) {
        let len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate13(data5[i0], { instancePath: instancePath + "/Data/" + i0, parentData: data5, parentDataProperty: i0, rootData }) || (vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors), errors = vErrors.length);
      } else {
        let err8 = { instancePath: instancePath + "/Data", schemaPath: "#/properties/Data/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.Total !== void 0) {
      let data7 = data.Total;
      if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7))) {
        let err9 = { instancePath: instancePath + "/Total", schemaPath: "#/properties/Total/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    let err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate12.errors = vErrors, errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  return validate12(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors), errors = vErrors.length), validate10.errors = vErrors, errors === 0;
}
var StarRocksFailure = validate18;
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.RequestId === void 0) {
      let err0 = { instancePath, schemaPath: "open#/components/schemas/StarRocksFailure/required", keyword: "required", params: { missingProperty: "RequestId" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Success === void 0) {
      let err1 = { instancePath, schemaPath: "open#/components/schemas/StarRocksFailure/required", keyword: "required", params: { missingProperty: "Success" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.ErrCode === void 0) {
      let err2 = { instancePath, schemaPath: "open#/components/schemas/StarRocksFailure/required", keyword: "required", params: { missingProperty: "ErrCode" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.HttpStatusCode !== void 0) {
      let data0 = data.HttpStatusCode;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0))) {
        let err3 = { instancePath: instancePath + "/HttpStatusCode", schemaPath: "open#/components/schemas/StarRocksFailure/properties/HttpStatusCode/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.RequestId !== void 0 && typeof data.RequestId != "string") {
      let err4 = { instancePath: instancePath + "/RequestId", schemaPath: "open#/components/schemas/StarRocksFailure/properties/RequestId/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.Success !== void 0) {
      let data2 = data.Success;
      if (typeof data2 != "boolean") {
        let err5 = { instancePath: instancePath + "/Success", schemaPath: "open#/components/schemas/StarRocksFailure/properties/Success/type", keyword: "type", params: { type: "boolean" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (data2 !== !1) {
        let err6 = { instancePath: instancePath + "/Success", schemaPath: "open#/components/schemas/StarRocksFailure/properties/Success/const", keyword: "const", params: { allowedValue: !1 } };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.ErrCode !== void 0) {
      let data3 = data.ErrCode;
      if (typeof data3 != "string") {
        let err7 = { instancePath: instancePath + "/ErrCode", schemaPath: "open#/components/schemas/StarRocksFailure/properties/ErrCode/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      let _errs10 = errors, _errs11 = errors;
      if (data3 !== "Success") {
        let err8 = {};
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
      var valid2 = _errs11 === errors;
      if (valid2) {
        let err9 = { instancePath: instancePath + "/ErrCode", schemaPath: "open#/components/schemas/StarRocksFailure/properties/ErrCode/not", keyword: "not", params: {} };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      } else
        errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
    }
    if (data.ErrMessage !== void 0 && typeof data.ErrMessage != "string") {
      let err10 = { instancePath: instancePath + "/ErrMessage", schemaPath: "open#/components/schemas/StarRocksFailure/properties/ErrMessage/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
  } else {
    let err11 = { instancePath, schemaPath: "open#/components/schemas/StarRocksFailure/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate18.errors = vErrors, errors === 0;
}
var StarRocksErrorBody = validate20;
var schema23 = { type: "object", required: ["Code", "Message"], properties: { RequestId: { type: "string" }, HostId: { type: "string" }, Code: { enum: ["InvalidParameter", "Throttling", "Throttling.User", "Throttling.Api", "SignatureDoesNotMatch", "SignatureNonceUsed", "InvalidTimeStamp.Expired", "Forbidden.RAM", "InvalidAccessKeyId.NotFound", "InternalError", "ServiceUnavailable"] }, Message: { type: "string" }, Recommend: { type: "string" } } };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.Code === void 0) {
      let err0 = { instancePath, schemaPath: "open#/components/schemas/StarRocksErrorBody/required", keyword: "required", params: { missingProperty: "Code" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.Message === void 0) {
      let err1 = { instancePath, schemaPath: "open#/components/schemas/StarRocksErrorBody/required", keyword: "required", params: { missingProperty: "Message" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.RequestId !== void 0 && typeof data.RequestId != "string") {
      let err2 = { instancePath: instancePath + "/RequestId", schemaPath: "open#/components/schemas/StarRocksErrorBody/properties/RequestId/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.HostId !== void 0 && typeof data.HostId != "string") {
      let err3 = { instancePath: instancePath + "/HostId", schemaPath: "open#/components/schemas/StarRocksErrorBody/properties/HostId/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.Code !== void 0) {
      let data2 = data.Code;
      if (!(data2 === "InvalidParameter" || data2 === "Throttling" || data2 === "Throttling.User" || data2 === "Throttling.Api" || data2 === "SignatureDoesNotMatch" || data2 === "SignatureNonceUsed" || data2 === "InvalidTimeStamp.Expired" || data2 === "Forbidden.RAM" || data2 === "InvalidAccessKeyId.NotFound" || data2 === "InternalError" || data2 === "ServiceUnavailable")) {
        let err4 = { instancePath: instancePath + "/Code", schemaPath: "open#/components/schemas/StarRocksErrorBody/properties/Code/enum", keyword: "enum", params: { allowedValues: schema23.properties.Code.enum } };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
    }
    if (data.Message !== void 0 && typeof data.Message != "string") {
      let err5 = { instancePath: instancePath + "/Message", schemaPath: "open#/components/schemas/StarRocksErrorBody/properties/Message/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.Recommend !== void 0 && typeof data.Recommend != "string") {
      let err6 = { instancePath: instancePath + "/Recommend", schemaPath: "open#/components/schemas/StarRocksErrorBody/properties/Recommend/type", keyword: "type", params: { type: "string" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
  } else {
    let err7 = { instancePath, schemaPath: "open#/components/schemas/StarRocksErrorBody/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate20.errors = vErrors, errors === 0;
}
export {
  StarRocksBackupList,
  StarRocksErrorBody,
  StarRocksFailure
};
// The validator of an operation's successful answer.
export const success = { DescribeBackups: StarRocksBackupList };
// The validator of every answer that has a body, by operation and status.
export const answers = {
  DescribeBackups: { "200": StarRocksBackupList, "400": StarRocksErrorBody, "401": StarRocksErrorBody, "403": StarRocksErrorBody, "404": StarRocksErrorBody, "429": StarRocksErrorBody, "500": StarRocksErrorBody, "503": StarRocksErrorBody },
};
