import { isDeepStrictEqual } from "node:util";
import { type Contract, operationsOf, resolve, type Schema } from "../../../scripts/generate/contract.js";
import { at, sendRequest } from "../../mock/support/send-request.js";
import { misfits } from "../../support/misfits.js";
import { type Call, credentials } from "./calls.js";
import { defaults, successes, type Wrong } from "./documented.js";

/** Reads what an example's file restates of its document. */
export type Restated = (id: string) => unknown;

/** What goes wrong where the real client asks a mock for the documented answers by name. */
export async function playFindings(call: Call, baseUrl: string, restated: Restated): Promise<string[]> {
  const findings: string[] = [];
  for (const id of successes[call.operation] ?? []) {
    const where = `${call.operation} ${id}`;
    const played = await call.read(baseUrl, `example=${id}`).catch((error: unknown) => String(error));
    if (typeof played === "string") {
      findings.push(`${where}: ${played}`);
      continue;
    }
    if (!isDeepStrictEqual(played.body, restated(id)))
      findings.push(`${where}: a value is not the document's`);
    if (played.violations !== null) findings.push(`${where}: sl-violations ${played.violations}`);
    const wrong = misfits(call.validators[String(played.status)], played.body);
    findings.push(...wrong.map((line) => `${where}: ${line}`));
  }
  return findings;
}

/** What a mock lets through that the source pages rule out, or refuses in another way than documented. */
export async function refusalFindings(
  call: Call,
  baseUrl: string,
  wrongs: readonly Wrong[],
): Promise<string[]> {
  const findings: string[] = [];
  for (const { operation, parameter, value, breaks } of wrongs) {
    if (operation !== call.operation) continue;
    const target = wrongTarget(call, parameter, value);
    const answer = await sendRequest(`${baseUrl}${target}`, {
      method: call.method,
      headers: credentials(call),
    });
    const violations = String(answer.headers["sl-violations"] ?? "");
    const where = `${operation} ${parameter}=${value}`;
    if (answer.status !== 400) findings.push(`${where}: ${answer.status} instead of 400`);
    else if (
      !violations.includes(`"code":"${breaks}"`) ||
      !violations.toLowerCase().includes(parameter.toLowerCase())
    ) {
      findings.push(`${where}: refused for another reason: ${violations}`);
    } else if (misfits(call.validators["400"], JSON.parse(answer.text)).length > 0) {
      findings.push(`${where}: the refusal has a body that the contract does not know`);
    }
  }
  return findings;
}

/** The call's path with a parameter sent wrong; one that is required in the query is left out if it is to be empty. */
function wrongTarget({ path, required }: Call, parameter: string, value: string): string {
  const id = required[parameter];
  const sent = `${parameter}=${id}`;
  if (id !== undefined && !path.endsWith(`?${sent}`)) return path.replace(`/${id}/`, `/${value}/`);
  if (id !== undefined)
    return path.replace(value === "" ? `?${sent}` : sent, value === "" ? "" : `${parameter}=${value}`);
  return `${path}${path.includes("?") ? "&" : "?"}${parameter}=${value}`;
}

/** Defaults that a contract states otherwise than the source pages do. */
export function defaultFindings(contract: Contract): string[] {
  return operationsOf(contract).flatMap(({ operation, parameters }) => {
    const stated = parameters.map(
      ({ name, schema }) => [name, resolve<Schema>(contract, schema).default] as const,
    );
    const found = Object.fromEntries(stated.filter(([, value]) => value !== undefined));
    return isDeepStrictEqual(found, defaults[operation.operationId])
      ? []
      : [`${operation.operationId}: ${JSON.stringify(found)}`];
  });
}

/** Every constraint of a parameter that a contract states: operation, parameter and kind. */
export function constraintsOf(contract: Contract): string[] {
  return operationsOf(contract).flatMap(({ path, operation, parameters }) =>
    parameters.flatMap((parameter) => {
      const schema = resolve<Schema>(contract, parameter.schema);
      const kinds = [
        schema.type === "integer" && "type",
        schema.minimum !== undefined && "minimum",
        schema.maximum !== undefined && "maximum",
        schema.pattern !== undefined && "pattern",
        schema.enum !== undefined && "enum",
        schema.format === "int32" && "format",
        // Without an id at its end, a path is that of the listing.
        parameter.required && !path.endsWith(`{${parameter.name}}`) && "required",
      ];
      return kinds.flatMap((kind) => (kind ? [`${operation.operationId} ${parameter.name} ${kind}`] : []));
    }),
  );
}

/** An answer that the contract declares and shows by an example. */
export interface Declared {
  readonly operation: string;
  readonly status: number;
  readonly id: string;
}

/** Every declared answer with an example, and every status that has none. */
export function declaredOf(contract: Contract): { readonly played: Declared[]; readonly bare: string[] } {
  const played: Declared[] = [];
  const bare: string[] = [];
  for (const { operation } of operationsOf(contract)) {
    for (const [status, node] of Object.entries(operation.responses)) {
      const content = resolve(contract, node).content?.["application/json"];
      const ids = Object.keys(Object(at(content, "examples")));
      if (ids.length === 0) bare.push(`${operation.operationId} ${status}`);
      for (const id of ids) played.push({ operation: operation.operationId, status: Number(status), id });
    }
  }
  return { played, bare };
}
