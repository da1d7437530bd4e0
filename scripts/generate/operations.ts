import {
  type Contract,
  componentName,
  methodName,
  type Operation,
  type OperationEntry,
  operationsOf,
  type Parameter,
  resolve,
  type Schema,
  successSchema,
  successStatuses,
} from "./contract.js";

/**
 * The operation table of a service: a parameter interface per operation, the map from method name to
 * types, and the data that the runtime turns into methods.
 */
export function generateOperations(contract: Contract, prefix: string): string {
  const entries = operationsOf(contract);
  const types = [
    ...entries.map((entry) => parametersInterface(contract, entry)),
    methodsInterface(contract, entries, prefix),
  ];
  return `${[
    importsOf(contract, types),
    ...types,
    `export const operations = ${JSON.stringify(table(contract, entries), null, 2)} as const;`,
    ...endpoints(contract, prefix),
  ].join("\n\n")}\n`;
}

/** The import of the schemas that are named in what has been written. */
function importsOf(contract: Contract, written: readonly string[]): string {
  const types = written.join("\n").replaceAll(/\/\*\*[\s\S]*?\*\//g, "");
  const names = Object.keys(contract.components?.schemas ?? {}).filter((name) =>
    new RegExp(`\\b${name}\\b`).test(types),
  );
  return `import type {\n${names.map((name) => `  ${name},\n`).join("")}} from "./types.js";`;
}

/** The contract's servers by cloud: `endpoints` for every client, `clouds` with what else is known of them. */
function endpoints(contract: Contract, prefix: string): string[] {
  const servers = (contract.servers ?? []).map((server) => {
    const cloud = server["x-cloud"];
    const region = server.variables?.["region"];
    const regions = region?.["x-regions"] ?? server["x-regions"];
    if (cloud === undefined || regions === undefined)
      throw new Error(`the server ${server.url} needs x-cloud and x-regions`);
    const defaultRegion = region?.default ?? regions[0];
    return { url: server.url, ...cloud, defaultRegion, regions };
  });
  const urls = Object.fromEntries(servers.map(({ id, url }) => [id, url]));
  const clouds = Object.fromEntries(servers.map(({ id, url: _, ...cloud }) => [id, cloud]));
  const known = servers.map(({ id, name, regions }) => {
    const values = [...regions.map((region) => JSON.stringify(region)), "(string & {})"];
    return `  /** Regions of ${name}. */\n  ${id}: ${values.join(" | ")};`;
  });
  return [
    `/** Cloud to its regions: editors complete the known ones, and others pass. */\nexport interface ${prefix}Regions {\n${known.join("\n")}\n}`,
    `/** Cloud to the URL of its endpoints. */\nexport const endpoints = ${JSON.stringify(urls, null, 2)} as const;`,
    `/** Cloud to its name and known regions. */\nexport const clouds = ${JSON.stringify(clouds, null, 2)} as const;`,
  ];
}

function parametersInterface(contract: Contract, { operation, parameters }: OperationEntry): string {
  const fields = parameters
    .filter((parameter) => parameter.name !== "project_id")
    .map((parameter) => {
      const optional = parameter.required === true ? "" : "?";
      const undefinable = optional === "?" ? " | undefined" : "";
      return `${comment(parameter, "  ")}  ${parameter.name}${optional}: ${parameterType(contract, parameter)}${undefinable};`;
    });
  return `/** Parameters of ${operation.operationId}. */\nexport interface ${operation.operationId}Params {\n${fields.join("\n")}\n}`;
}

function parameterType(contract: Contract, parameter: Parameter): string {
  const scalar = scalarType(contract, parameter.schema);
  if (time(contract, parameter) !== undefined) return `${scalar} | Date`;
  return parameter["x-join"] === undefined
    ? scalar
    : `${scalar} | readonly ${scalar.includes("|") ? `(${scalar})` : scalar}[]`;
}

function scalarType(contract: Contract, schema: Schema): string {
  const resolved = resolve<Schema>(contract, schema);
  if (resolved.enum !== undefined) return resolved.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (resolved.type === "integer") return "number";
  return resolved.type === "boolean" ? "boolean" : "string";
}

function methodsInterface(contract: Contract, entries: OperationEntry[], prefix: string): string {
  const members = entries.map(({ operation }) => {
    const body = successSchema(contract, operation);
    const bodyType = body?.$ref === undefined ? "unknown" : componentName(body.$ref);
    const item = itemSchema(contract, operation["x-paging"], body);
    const types = [`params: ${operation.operationId}Params`, `body: ${bodyType}`];
    if (item?.$ref !== undefined) types.push(`item: ${componentName(item.$ref)}`);
    const kind = item && resolve<Schema>(contract, item)["x-record"];
    if (kind !== undefined) types.push(`kind: ${JSON.stringify(kind)}`);
    return `${comment(operation, "  ")}  ${methodName(operation.operationId)}: { ${types.join("; ")} };`;
  });
  return `/** The client's methods: the types of their parameters, of a response's body and of a listed record. */\nexport interface ${prefix}Methods {\n${members.join("\n")}\n}`;
}

function itemSchema(contract: Contract, paging: unknown, body: Schema | undefined): Schema | undefined {
  if (body === undefined || !isObject(paging) || typeof paging["items"] !== "string") return undefined;
  let schema: Schema | undefined = body;
  for (const key of paging["items"].slice(1).split("/")) {
    schema = schema === undefined ? undefined : resolve<Schema>(contract, schema).properties?.[key];
  }
  return schema === undefined ? undefined : resolve<Schema>(contract, schema).items;
}

function table(contract: Contract, entries: OperationEntry[]): Record<string, unknown> {
  const rows = entries.map(({ path, method, operation, parameters }) => [
    methodName(operation.operationId),
    compact({
      operationId: operation.operationId,
      method,
      path,
      parameters: parameters.map((parameter) => parameterRow(contract, parameter)),
      success: successStatuses(operation),
      paging: pagingRow(contract, operation),
      record: recordKind(contract, operation),
      signing: operation["x-signing"],
      failure: operation["x-failure"],
    }),
  ]);
  return Object.fromEntries(rows);
}

function recordKind(contract: Contract, operation: Operation): unknown {
  const item = itemSchema(contract, operation["x-paging"], successSchema(contract, operation));
  return item && resolve<Schema>(contract, item)["x-record"];
}

function pagingRow(contract: Contract, operation: Operation): Record<string, unknown> | undefined {
  const paging = operation["x-paging"];
  if (!isObject(paging) || typeof paging["items"] !== "string") return undefined;
  const [field = ""] = paging["items"].slice(1).split("/");
  const body = resolve<Schema>(contract, successSchema(contract, operation) ?? {});
  return { ...paging, required: body.required?.includes(field) === true };
}

function parameterRow(contract: Contract, parameter: Parameter): Record<string, unknown> {
  const schema = resolve<Schema>(contract, parameter.schema);
  return compact({
    name: parameter.name,
    in: parameter.in,
    required: parameter.required === true,
    type: Array.isArray(schema.type) ? schema.type[0] : (schema.type ?? "string"),
    minimum: schema.minimum,
    maximum: schema.maximum,
    default: schema.default,
    pattern: schema.pattern,
    values: schema.enum,
    time: time(contract, parameter),
    join: parameter["x-join"],
  });
}

function time(contract: Contract, parameter: Parameter): unknown {
  return parameter["x-time"] ?? resolve<Schema>(contract, parameter.schema)["x-time"];
}

function comment(
  node: { summary?: string; description?: string; deprecated?: boolean; schema?: Schema },
  indent: string,
): string {
  const text = [node.summary, node.description]
    .filter((part) => part !== undefined)
    .join("\n\n")
    .trim();
  const standard = node.schema?.default;
  const lines = [
    ...text.replaceAll("*/", "*\\/").split("\n"),
    ...(standard === undefined ? [] : [`@default ${JSON.stringify(standard)}`]),
    ...(node.deprecated === true ? ["@deprecated Called outdated by its vendors; see the description."] : []),
  ].map((line) => line.trimEnd());
  const body = lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}`);
  return `${indent}/**\n${body.join("\n")}\n${indent} */\n`;
}

function compact(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
