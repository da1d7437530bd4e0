import { valueAt } from "../../src/cli/contract-diff/json.js";
import { both, drop, list, type Mutation, pull, push, rename, type Service, set } from "./mutations.js";

const v1 = "/paths/~1v1.0~1{project_id}~1instances~1{instance_id}~1backups";
const v2 = "/paths/~1v2~1{project_id}~1instances~1{instance_id}~1backups";
const vbsPath = "/paths/~1v2~1{project_id}~1backuppolicy~1{policy_id}~1backuptasks";
const tasks = `${vbsPath}/get`;
const describe = "/paths/~1webapi~1backup~1manage~1describe/post";
const parameters = "/components/parameters";
const schemas = "/components/schemas";
const record = `${schemas}/DcsBackupRecord`;

function row(
  title: string,
  service: Service,
  edit: Mutation["edit"],
  rating?: Mutation["rating"],
  pointer?: string,
  rule?: string,
): Mutation {
  return {
    title,
    service,
    edit,
    rating,
    ...(pointer === undefined ? {} : { pointer }),
    ...(rule === undefined ? {} : { rule }),
  };
}

const newParameter = (required: boolean) => ({
  name: "made_up",
  in: "query",
  required,
  description: "Made up.",
  schema: { type: "string" },
});

/** A row that moves or renames what other rows point at, or that must find nothing. */
function alone(...cells: Parameters<typeof row>): Mutation {
  return { ...row(...cells), alone: true };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What may happen to a contract, and its verdict. */
export const matrix: readonly Mutation[] = [
  // What the client acts on, and Redocly takes for a patch or overlooks.
  row(
    "a default changes",
    "dcs",
    set(`${parameters}/Limit/schema/default`, 20),
    "breaking",
    `${parameters}/Limit/schema/default`,
    "default-changed",
  ),
  row(
    "a default goes",
    "vbs",
    drop(`${parameters}/Offset/schema/default`),
    "breaking",
    `${parameters}/Offset/schema/default`,
    "default-changed",
  ),
  row(
    "a default comes",
    "starrocks",
    set(`${parameters}/PageSize/schema/default`, 10),
    "breaking",
    `${parameters}/PageSize/schema/default`,
    "default-changed",
  ),
  row(
    "the time format of a parameter changes",
    "starrocks",
    set(`${parameters}/TimePeriodStartTime/schema/x-time/format`, "ms"),
    "breaking",
    `${parameters}/TimePeriodStartTime/schema/x-time/format`,
    "x-time-changed",
  ),
  row(
    "the time format of a field goes",
    "vbs",
    drop(`${schemas}/VbsBackupTask/properties/created_at/x-time`),
    "breaking",
    `${schemas}/VbsBackupTask/properties/created_at/x-time`,
    "x-time-changed",
  ),
  row(
    "paging reads its total elsewhere",
    "vbs",
    set(`${tasks}/x-paging/total`, "/total"),
    "breaking",
    `${tasks}/x-paging/total`,
    "x-paging-changed",
  ),
  row(
    "paging moves by another parameter",
    "vbs",
    set(`${tasks}/x-paging/parameters/position`, "marker"),
    "breaking",
    `${tasks}/x-paging/parameters/position`,
    "x-paging-changed",
  ),
  row(
    "paging allows what it excluded",
    "vbs",
    set(`${tasks}/x-paging/conflicts`, []),
    "breaking",
    `${tasks}/x-paging/conflicts`,
    "x-paging-changed",
  ),
  row("paging goes", "dcs", drop(`${v1}/get/x-paging`), "breaking", `${v1}/get/x-paging`, "x-paging-changed"),
  row(
    "a list is joined by another sign",
    "starrocks",
    set(`${parameters}/Statuses/x-join`, ";"),
    "breaking",
    `${parameters}/Statuses/x-join`,
    "x-join-changed",
  ),
  row(
    "a list is no longer joined",
    "starrocks",
    drop(`${parameters}/Statuses/x-join`),
    "breaking",
    `${parameters}/Statuses/x-join`,
    "x-join-changed",
  ),
  row(
    "the signed version changes",
    "starrocks",
    set(`${describe}/x-signing/version`, "2099-01-01"),
    "breaking",
    `${describe}/x-signing/version`,
    "x-signing-changed",
  ),
  row(
    "failure inside a 200 is told by another value",
    "starrocks",
    set(`${describe}/x-failure/equals`, true),
    "breaking",
    `${describe}/x-failure/equals`,
    "x-failure-changed",
  ),
  row(
    "the region that is taken by default changes",
    "dcs",
    set("/servers/0/variables/region/default", "cn-north-1"),
    "breaking",
    "/servers/0/variables/region/default",
    "default-changed",
  ),

  // Enumerations: the named ones are open, those inside a parameter are closed.
  row(
    "an answer's enumeration gains a value",
    "dcs",
    push(`${schemas}/DcsBackupStatus/anyOf/0/enum`, "paused"),
    "additive",
    `${schemas}/DcsBackupStatus/enum`,
    "enum-values-added",
  ),
  row(
    "an enumeration of answers and filters gains a value",
    "vbs",
    push(`${schemas}/VbsBackupTaskStatus/anyOf/0/enum`, "PAUSED"),
    "additive",
    `${schemas}/VbsBackupTaskStatus/enum`,
    "enum-values-added",
  ),
  row(
    "an enumeration of error codes gains a value",
    "vbs",
    push(`${schemas}/VbsApiErrorCode/anyOf/0/enum`, "AutoBackup.9999"),
    "additive",
    `${schemas}/VbsApiErrorCode/enum`,
    "enum-values-added",
  ),
  row(
    "an enumeration gains one value and loses another",
    "vbs",
    both(
      push(`${parameters}/Status/schema/enum`, "PAUSED"),
      pull(`${parameters}/Status/schema/enum`, "SKIP"),
    ),
    "breaking",
    `${parameters}/Status/schema/enum`,
    "enum-values-removed",
  ),
  row(
    "an answer's enumeration loses a value",
    "dcs",
    pull(`${schemas}/DcsBackupStatus/anyOf/0/enum`, "deleted"),
    "additive",
    `${schemas}/DcsBackupStatus/enum`,
  ),
  row(
    "a closed enumeration of a parameter gains a value",
    "vbs",
    push(`${parameters}/SortKey/schema/enum`, "status"),
    "additive",
    `${parameters}/SortKey/schema/enum`,
  ),
  row(
    "a closed enumeration of a parameter loses a value",
    "vbs",
    pull(`${parameters}/SortDir/schema/enum`, "desc"),
    "breaking",
    `${parameters}/SortDir/schema/enum`,
    "enum-values-removed",
  ),
  row(
    "a meaning of a value is reworded",
    "dcs",
    set(`${schemas}/DcsBackupStatus/anyOf/0/x-enumDescriptions/succeed`, "Done."),
    "documentation",
    `${schemas}/DcsBackupStatus/x-enumDescriptions/succeed`,
  ),

  // Operations, paths, answers.
  row("an operation goes", "dcs", drop(v2), "breaking", v2, "path-removed"),
  row(
    "an operation comes",
    "vbs",
    set("/paths/~1v3~1made-up", {
      get: { operationId: "MadeUp", summary: "Made up", responses: { 200: { description: "Fine." } } },
    }),
    "additive",
    "/paths/~1v3~1made-up",
  ),
  row(
    "an operation is renamed",
    "vbs",
    set(`${tasks}/operationId`, "ListJobs"),
    "breaking",
    `${tasks}/operationId`,
    "operation-id-changed",
  ),
  row(
    "an operation is declared deprecated",
    "vbs",
    set(`${tasks}/deprecated`, true),
    "additive",
    `${tasks}/deprecated`,
  ),
  alone(
    "a parameter of the path is renamed",
    "vbs",
    rename("policy_id", "id_of_policy"),
    "breaking",
    `${parameters}/PolicyId/name`,
    "parameter-renamed",
  ),
  row(
    "a documented error status goes",
    "vbs",
    drop(`${tasks}/responses/409`),
    "breaking",
    `${tasks}/responses/409`,
    "response-removed",
  ),
  row(
    "an error status comes",
    "dcs",
    set(`${v1}/get/responses/418`, { description: "Made up." }),
    "additive",
    `${v1}/get/responses/418`,
  ),
  row(
    "a further status of success comes",
    "vbs",
    set(`${tasks}/responses/202`, { description: "Made up." }),
    "breaking",
    `${tasks}/responses/202`,
    "success-added",
  ),
  row(
    "the empty page of status 204 goes",
    "dcs",
    drop(`${v2}/get/responses/204`),
    "breaking",
    `${v2}/get/responses/204`,
    "response-removed",
  ),
  alone(
    "the exception comes before the answer",
    "starrocks",
    list(`${describe}/responses/200/content/application~1json/schema/anyOf`, (items) => items.reverse()),
    "breaking",
    `${describe}/responses/200/content/application~1json/schema/anyOf`,
    "first-alternative-changed",
  ),

  // What means the same.
  alone("parameters move to the path", "vbs", (contract) => {
    const item = valueAt(contract, vbsPath);
    const parameters = valueAt(contract, `${tasks}/parameters`);
    drop(`${tasks}/parameters`)(contract);
    Object.assign(Object(item), {
      parameters: [...listOf(valueAt(contract, `${vbsPath}/parameters`)), ...listOf(parameters)],
    });
  }),
  alone("a schema is in an allOf of its own", "dcs", (contract) => {
    const place = `${schemas}/DcsBackupRecordList/properties/total_num`;
    set(place, { allOf: [valueAt(contract, place)] })(contract);
  }),
  alone("what the contract demands stands at each operation", "vbs", (contract) => {
    const security = contract["security"];
    drop("/security")(contract);
    for (const item of Object.values(Object(contract["paths"])))
      for (const operation of Object.values(Object(item))) Object.assign(Object(operation), { security });
  }),

  // The contract and its bodies.
  alone(
    "a minor version of OpenAPI",
    "vbs",
    set("/openapi", "3.2.0"),
    "breaking",
    "/openapi",
    "openapi-changed",
  ),
  row(
    "a required body comes",
    "vbs",
    set(`${tasks}/requestBody`, {
      required: true,
      content: { "application/json": { schema: { type: "object" } } },
    }),
    "breaking",
    `${tasks}/requestBody`,
    "request-body-added-required",
  ),
  row(
    "an optional body comes",
    "starrocks",
    set(`${describe}/requestBody`, { content: { "application/json": { schema: { type: "object" } } } }),
    "additive",
    `${describe}/requestBody`,
  ),

  // Parameters.
  alone(
    "an optional parameter comes, before the others",
    "vbs",
    list(`${tasks}/parameters`, (items) => items.unshift(newParameter(false))),
    "additive",
    `${tasks}/parameters/0`,
  ),
  row(
    "a required parameter comes",
    "vbs",
    push(`${tasks}/parameters`, newParameter(true)),
    "breaking",
    `${tasks}/parameters/9`,
    "parameter-became-required",
  ),
  row(
    "a parameter becomes required",
    "starrocks",
    set(`${parameters}/InstanceId/required`, true),
    "breaking",
    `${parameters}/InstanceId/required`,
    "parameter-became-required",
  ),
  alone(
    "a parameter goes",
    "vbs",
    list(`${tasks}/parameters`, (items) => items.pop()),
    "breaking",
    `${tasks}/parameters/8`,
    "parameter-removed",
  ),
  row(
    "a parameter is spelt in other letters",
    "dcs",
    set(`${parameters}/BeginTime/name`, "begintime"),
    "breaking",
    `${parameters}/BeginTime/name`,
    "parameter-removed",
  ),
  alone(
    "parameters change places",
    "vbs",
    list(`${tasks}/parameters`, (items) => items.reverse()),
  ),
  row(
    "a minimum rises",
    "dcs",
    set(`${parameters}/Limit/schema/minimum`, 5),
    "breaking",
    `${parameters}/Limit/schema/minimum`,
    "schema-constraint-changed",
  ),
  row(
    "a minimum falls",
    "dcs",
    set(`${parameters}/Limit/schema/minimum`, 0),
    "additive",
    `${parameters}/Limit/schema/minimum`,
  ),

  // Schemas.
  alone(
    "a field goes",
    "dcs",
    both(drop(`${record}/properties/remark`), pull(`${record}/required`, "remark")),
    "breaking",
    `${record}/properties/remark`,
    "property-removed",
  ),
  row(
    "a field comes",
    "dcs",
    set(`${record}/properties/made_up`, { type: "string", description: "Made up." }),
    "additive",
    `${record}/properties/made_up`,
  ),
  row(
    "a field becomes optional",
    "dcs",
    pull(`${record}/required`, "size"),
    "breaking",
    `${record}/required`,
    "required-properties-removed",
  ),
  row(
    "a field becomes certain",
    "dcs",
    push(`${record}/required`, "execution_at"),
    "additive",
    `${record}/required`,
  ),
  row(
    "a field can be null",
    "dcs",
    set(`${record}/properties/backup_id/type`, ["string", "null"]),
    "breaking",
    `${record}/properties/backup_id/type`,
    "schema-type-changed",
  ),
  row(
    "a field is never null any more",
    "dcs",
    set(`${record}/properties/remark/type`, "string"),
    "additive",
    `${record}/properties/remark/type`,
  ),
  row(
    "an integer grows to 64 bits",
    "starrocks",
    set(`${schemas}/StarRocksBackupList/properties/Total/format`, "int64"),
    "breaking",
    `${schemas}/StarRocksBackupList/properties/Total/format`,
    "int64-widened",
  ),
  row(
    "an integer without a format is found to have 64 bits",
    "dcs",
    set(`${schemas}/DcsBackupRecordList/properties/total_num/format`, "int64"),
    "breaking",
    `${schemas}/DcsBackupRecordList/properties/total_num/format`,
    "int64-widened",
  ),
  row(
    "a field's length is bounded",
    "dcs",
    set(`${record}/properties/backup_id/maxLength`, 36),
    "additive",
    `${record}/properties/backup_id/maxLength`,
  ),
  row(
    "a number becomes a text",
    "starrocks",
    set(`${schemas}/StarRocksBackup/properties/Size/type`, "string"),
    "breaking",
    `${schemas}/StarRocksBackup/properties/Size/type`,
    "schema-type-changed",
  ),
  alone(
    "a schema is renamed",
    "dcs",
    rename("DcsBackupRecordList", "DcsBackupRecordPage"),
    "breaking",
    `${schemas}/DcsBackupRecordList`,
    "schema-name-removed",
  ),
  row(
    "a schema comes that nothing uses",
    "vbs",
    set(`${schemas}/VbsMadeUp`, { type: "string", description: "Made up." }),
    "additive",
    `${schemas}/VbsMadeUp`,
    "schema-name-added",
  ),

  // Servers and security.
  row(
    "a server goes",
    "dcs",
    list("/servers", (items) => items.pop()),
    "breaking",
    "/servers/1",
    "server-removed",
  ),
  row(
    "a server loses a region",
    "dcs",
    pull("/servers/0/variables/region/x-regions", "tr-west-1"),
    "breaking",
    "/servers/0/variables/region/x-regions",
    "server-value-removed",
  ),
  row(
    "a server gains a region",
    "dcs",
    push("/servers/0/variables/region/x-regions", "xx-made-up-1"),
    "additive",
    "/servers/0/variables/region/x-regions",
  ),
  row(
    "a server belongs to another cloud",
    "dcs",
    set("/servers/0/x-cloud/id", "made-up"),
    "breaking",
    "/servers/0/x-cloud/id",
    "x-cloud-changed",
  ),
  row(
    "a cloud is called otherwise",
    "dcs",
    set("/servers/1/x-cloud/name", "Made up"),
    "documentation",
    "/servers/1/x-cloud/name",
  ),
  row(
    "the kind of a listed record changes",
    "dcs",
    set("/components/schemas/DcsBackupRecord/x-record", "instance"),
    "breaking",
    "/components/schemas/DcsBackupRecord/x-record",
    "x-record-changed",
  ),
  row(
    "a way to authenticate goes",
    "vbs",
    list("/security", (items) => items.pop()),
    "breaking",
    "/security/1",
    "security-requirement-changed",
  ),
  row(
    "a token travels in another header",
    "vbs",
    set("/components/securitySchemes/Token/name", "X-Made-Up"),
    "breaking",
    "/components/securitySchemes/Token/name",
    "security-scheme-changed",
  ),

  // Words.
  row(
    "a description is reworded",
    "starrocks",
    set(`${parameters}/PageSize/description`, "Size of a page."),
    "documentation",
    `${parameters}/PageSize/description`,
  ),
  row(
    "a documented example is corrected",
    "dcs",
    set("/components/examples/dcs-hwc-en/value/total_num", 99),
    "documentation",
    "/components/examples/dcs-hwc-en/value",
    "example-changed",
  ),
  row(
    "an erratum is noted",
    "starrocks",
    push(`${describe}/x-errata`, "E41"),
    "documentation",
    `${describe}/x-errata`,
  ),
  row(
    "a tag is described anew",
    "vbs",
    set("/tags/0/description", "Jobs."),
    "documentation",
    "/tags/0/description",
  ),
  row(
    "the contract has another version",
    "vbs",
    set("/info/version", "9.9.9"),
    "documentation",
    "/info/version",
  ),
  alone("nothing changes but the order of keys", "vbs", (contract) => {
    const components = contract["components"];
    const editable: Record<string, unknown> = contract;
    delete editable["components"];
    editable["components"] = components;
    const info = editable["info"];
    delete editable["info"];
    editable["info"] = info;
  }),
];
