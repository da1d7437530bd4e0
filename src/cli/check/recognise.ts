import type { BackupService } from "../../records/record.js";
import { type Drift, validateAnswer } from "../../validate/index.js";
import type { Contract } from "../contracts.js";
import { toJson } from "../escape.js";
import { Problem } from "../problem.js";
import { didYouMean } from "../suggest.js";
import { orList } from "../values.js";
import { type DeclaredAnswer, declaredAnswers, operationsOf, propertyNames } from "./answers.js";
import { tidy } from "./tidy.js";

/** What a response was taken for, and where it differs from that. */
export interface Verdict {
  readonly operation: string;
  readonly status: number;
  /** Whether the contract declares that status for the operation. */
  readonly declared: boolean;
  readonly schema: unknown;
  readonly problems: readonly Drift[];
}

/** What is known of a response before its body is looked at. */
export interface Question {
  readonly service: BackupService;
  readonly contract: Contract;
  readonly operation: string | undefined;
  readonly status: number | undefined;
  readonly body: unknown;
}

/**
 * Finds out which response of the contract this is, from what was said and from the fields that it has, and
 * validates it. Responses that the contract describes alike count as one.
 * @throws Problem that asks for what cannot be told
 */
export function recognise(question: Question): Verdict {
  const { service, contract, operation, status, body } = question;
  const all = declaredAnswers(contract);
  const operations = operationsOf(all);
  if (operation !== undefined && !operations.includes(operation)) {
    throw new Problem(
      `--operation ${operation}: ${service} has ${orList(operations)}${didYouMean(operation, operations)}`,
    );
  }
  const possible = all.filter(
    (answer) =>
      (operation === undefined || answer.operation === operation) &&
      (status === undefined || answer.status === status),
  );
  if (status !== undefined && possible.length === 0) {
    const taken = operation ?? operations[0] ?? "";
    return { operation: taken, status, declared: false, schema: undefined, problems: [] };
  }
  const groups = groupByProblems(question, closest(question, possible));
  const chosen =
    groups.find(({ problems }) => problems.length === 0) ?? (groups.length === 1 ? groups[0] : undefined);
  if (chosen !== undefined) return chosen;
  throw new Problem(ask(question, groups, body));
}

/** Of the possible responses those that share most fields with the body; none if nothing is shared. */
function closest({ contract, body, operation, status }: Question, possible: readonly DeclaredAnswer[]) {
  if (body === undefined) return possible.filter(({ schema }) => schema === undefined);
  const withBody = possible.filter(({ schema }) => schema !== undefined);
  const keys = Object.keys(Object(body));
  const scored = withBody.map((answer) => {
    const names = new Set(propertyNames(contract, answer.schema));
    return { answer, shared: keys.filter((key) => names.has(key)).length };
  });
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  // With both said, there is nothing to guess from the body.
  if (operation !== undefined && status !== undefined) return withBody;
  return most === 0 && status === undefined
    ? []
    : scored.filter(({ shared }) => shared === most).map(({ answer }) => answer);
}

function groupByProblems({ service, body }: Question, answers: readonly DeclaredAnswer[]): Verdict[] {
  const groups = new Map<string, Verdict>();
  for (const { operation, status, schema } of answers) {
    const problems =
      schema === undefined ? [] : tidy(validateAnswer({ service, operation, status, body }), body);
    const key = toJson(problems.map(({ kind, pointer, expected }) => [kind, pointer, expected]));
    if (!groups.has(key)) groups.set(key, { operation, status, declared: true, schema, problems });
  }
  return [...groups.values()];
}

function ask(
  { service, contract, operation, status }: Question,
  groups: readonly Verdict[],
  body: unknown,
): string {
  const answers = declaredAnswers(contract);
  const operations = operationsOf(answers);
  if (body === undefined) {
    return `there is no body, and no response of ${service} without one is known: pass what \`curl -i\` printed, or --operation and --status`;
  }
  const missing = [
    ...(operation === undefined && operations.length > 1 ? [`--operation ${orList(operations)}`] : []),
    ...(status === undefined ? ["--status, such as 200 or 404"] : []),
  ];
  const why =
    groups.length === 0
      ? `it has no field that a response of ${service} has`
      : `it could be ${orList(groups.map((group) => `${group.operation} ${group.status}`))}`;
  return `which response is this? ${why}; pass ${missing.join(" and ")}`;
}
