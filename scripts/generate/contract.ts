/** The parts of an OpenAPI 3.1 document that the generators read. Everything else passes through untouched. */
export interface Contract {
  info: { title: string; version: string; description?: string };
  servers?: Server[];
  paths: Record<string, PathItem>;
  components?: {
    schemas?: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    [kind: string]: unknown;
  };
}

export interface Server {
  url: string;
  description?: string;
  variables?: Record<string, { default: string; "x-regions"?: string[] }>;
  "x-cloud"?: { id: string; name: string };
  /** Of a server without a variable `region`. */
  "x-regions"?: string[];
}

export interface PathItem {
  parameters?: (Parameter | Reference)[];
  get?: Operation;
  post?: Operation;
}

export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  parameters?: (Parameter | Reference)[];
  responses: Record<string, Response | Reference>;
  "x-paging"?: unknown;
  "x-signing"?: unknown;
  "x-failure"?: unknown;
}

export interface Parameter {
  name: string;
  in: "path" | "query";
  required?: boolean;
  description?: string;
  schema: Schema;
  "x-join"?: string;
  "x-time"?: unknown;
}

export interface Response {
  description: string;
  content?: Record<string, { schema?: Schema }>;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  not?: Schema;
  default?: string | number | boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  pattern?: string;
  /** Of a text that holds JSON: the schema of what it holds. */
  contentSchema?: Schema;
  "x-time"?: unknown;
  [key: string]: unknown;
}

export interface Reference {
  $ref: string;
}

/** One operation together with the path and method that lead to it. */
export interface OperationEntry {
  path: string;
  method: "GET" | "POST";
  operation: Operation;
  parameters: Parameter[];
}

/** Follows a local reference (`#/components/…`) as far as it goes. */
export function resolve<T extends object>(contract: Contract, node: T | Reference): T {
  let current: T | Reference = node;
  while (isReference(current)) {
    const reference: string = current.$ref;
    let target: unknown = contract;
    for (const key of reference.slice(2).split("/")) {
      target = (target as Record<string, unknown>)[key.replaceAll("~1", "/").replaceAll("~0", "~")];
    }
    if (target === undefined) throw new Error(`the contract has no ${reference}`);
    current = target as T | Reference;
  }
  return current;
}

function isReference(node: object): node is Reference {
  return "$ref" in node && typeof node.$ref === "string";
}

/** The last part of a component reference: `#/components/schemas/X` gives `X`. */
export function componentName(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

/** Every operation of a contract, in document order, its parameters resolved. */
export function operationsOf(contract: Contract): OperationEntry[] {
  const entries: OperationEntry[] = [];
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const method of ["get", "post"] as const) {
      const operation = item[method];
      if (operation === undefined) continue;
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
        resolve<Parameter>(contract, parameter),
      );
      entries.push({ path, method: method === "get" ? "GET" : "POST", operation, parameters });
    }
  }
  return entries;
}

/** Schema of a response's JSON body, or undefined where it has none. */
export function bodySchema(contract: Contract, response: Response | Reference): Schema | undefined {
  const content = resolve<Response>(contract, response).content ?? {};
  return Object.entries(content).find(([type]) => type.includes("json"))?.[1].schema;
}

/** The schema of the answer that a caller works with: the first 2xx body, and of an `anyOf` its first member. */
export function successSchema(contract: Contract, operation: Operation): Schema | undefined {
  for (const status of successStatuses(operation)) {
    const schema = bodySchema(contract, operation.responses[String(status)] ?? { description: "" });
    if (schema !== undefined) return schema.anyOf?.[0] ?? schema;
  }
  return undefined;
}

export function successStatuses(operation: Operation): number[] {
  return Object.keys(operation.responses)
    .map(Number)
    .filter((status) => status >= 200 && status < 300);
}

/** The method's name in the client: the operationId in lower camel case. */
export function methodName(operationId: string): string {
  return operationId.charAt(0).toLowerCase() + operationId.slice(1);
}
