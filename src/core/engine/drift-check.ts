import type { Answer, CallContext } from "../answer.js";
import type { Drift } from "../drift.js";
import type { ContractError } from "../errors.js";
import type { ClientOptions } from "../options.js";
import { findDrift, type Validator } from "../validation.js";
import type { emit } from "./emit.js";

/** What the check takes of the core: handed over, as `raw` is, so that the core stays in one piece. */
export interface Core {
  readonly emit: typeof emit;
  readonly ContractError: typeof ContractError;
}

/**
 * Compares a parsed answer with its contract, tells `onDrift` of what differs, and with `validate: "throw"`
 * makes a `ContractError` of it.
 */
export function checkDrift(
  validator: Validator,
  { validate, onDrift }: ClientOptions,
  answer: Answer,
  body: unknown,
  context: CallContext,
  { emit, ContractError }: Core,
): void {
  const problems = findDrift(validator, body, context).map((drift) => withoutSecrets(drift, answer));
  for (const drift of problems) emit(onDrift, drift);
  const [first] = problems;
  if (validate !== "throw" || first === undefined) return;
  const others = problems.length > 1 ? `, and ${problems.length - 1} more` : "";
  const message = `the answer breaks its contract: ${first.kind} at ${first.pointer}, expected ${first.expected}${others}`;
  throw new ContractError(message, { ...context, status: answer.status, pointer: first.pointer, problems });
}

/** An answer that quotes the request must not carry a credential into a report. */
function withoutSecrets(drift: Drift, { redact }: Answer): Drift {
  const found = typeof drift.found === "string" ? redact(drift.found) : drift.found;
  return { ...drift, pointer: redact(drift.pointer), found };
}
