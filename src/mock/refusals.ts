import { resolvePointer } from "../core/pointer.js";
import type { MockContract, MockOperation } from "./contract.js";
import { type MockResponse, toJson } from "./messages.js";
import type { ApiFormat, RefusalReason } from "./service-definition.js";

/**
 * The response to a request that is refused: the body of the contract's own example, with the code of the
 * reason. The default message is that of the example, or the meaning of the code.
 */
export function refuse(
  { definition, document }: MockContract,
  operation: MockOperation,
  reason: RefusalReason,
  requestId: string,
  message?: string,
): MockResponse {
  const [status, code] = definition.errors[reason];
  const { examples } = operation;
  const withCode = examples.filter(({ value }) => codeOf(value) === code);
  const own = withCode.find((example) => example.status === status) ?? withCode[0];
  const envelope =
    own ??
    examples.find(({ value }) => family(codeOf(value)) === family(code)) ??
    examples.find((example) => example.status === status);
  const text = message ?? (own ? undefined : meaningOf(document, code));
  const body = envelope?.value ?? { code, message: text };
  return jsonResponse(definition.format, status, body, { code, message: text, requestId });
}

/** A response of this status as the contract's first example of it shows; plain text if there is no example. */
export function documentedResponse(
  { definition: { format } }: MockContract,
  operation: MockOperation,
  status: number,
  requestId: string,
): MockResponse {
  const example = operation.examples.find((example) => example.status === status);
  if (example !== undefined) return jsonResponse(format, status, example.value, { requestId });
  const headers = { [format.requestIdHeader]: requestId, "content-type": "text/plain" };
  return { status, headers, body: `The mock responds with ${status}. The contract has no example of it.\n` };
}

/** What replaces the values of an example. */
interface Replacements {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly requestId: string;
}

function jsonResponse(
  { requestIdHeader }: ApiFormat,
  status: number,
  example: unknown,
  replacements: Replacements,
): MockResponse {
  const headers = { [requestIdHeader]: replacements.requestId, "content-type": "application/json" };
  return { status, headers, body: toJson(replace(example, replacements)) };
}

function replace(value: unknown, replacements: Replacements): unknown {
  if (Array.isArray(value)) return value.map((item) => replace(item, replacements));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, replaceMember(name, member, replacements)]),
  );
}

function replaceMember(name: string, member: unknown, replacements: Replacements): unknown {
  const { code, message, requestId } = replacements;
  if (/^(error_code|code|Code|ErrCode)$/.test(name)) return code ?? member;
  if (/^(error_msg|message|Message|ErrMessage)$/.test(name)) return message ?? member;
  if (/^(request_id|RequestId)$/.test(name)) return requestId;
  if (name === "Recommend" && code !== undefined) return String(member).replace(/q=[^&]*/, `q=${code}`);
  return replace(member, replacements);
}

function codeOf(body: unknown): string {
  const found = ["/error_code", "/error/code", "/Code", "/ErrCode"].map((at) => resolvePointer(body, at));
  return String(found.find((code) => code !== undefined) ?? "");
}

/** Codes with the same beginning come in the same envelope, e.g. `DCS.3022` and `DCS.4002`. */
function family(code: string): string {
  return code.includes(".") ? code.slice(0, code.indexOf(".")) : "";
}

function meaningOf(document: object, code: string): string | undefined {
  for (const schema of Object.values(Object(resolvePointer(document, "/components/schemas")))) {
    const meaning = resolvePointer(schema, `/anyOf/0/x-enumDescriptions/${code}`);
    if (typeof meaning === "string") return meaning;
  }
  return undefined;
}
