/** The contexts of an expression: `github`, `steps`, `needs`, `inputs`, `env` and so on. */
export type Contexts = Readonly<Record<string, unknown>>;

/** The status of the job, for the status functions. */
export interface Status {
  readonly failed: boolean;
}

/** Returns a text with its `${{ … }}` replaced. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    textOf(evaluate(expression, contexts, { failed: false })),
  );
}

/** Whether a step's or a job's condition holds. Without a status function, nothing before may have failed. */
export function holds(condition: string | undefined, contexts: Contexts, status: Status): boolean {
  const expression = (condition ?? "").replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1");
  const namesStatus = /\b(?:always|cancelled|failure|success)\(\)/.test(expression);
  if (!namesStatus && status.failed) return false;
  return expression.trim() === "" || Boolean(evaluate(expression, contexts, status));
}

/** Evaluates an expression, whose language is close to JavaScript; a missing value is an empty text. */
function evaluate(expression: string, contexts: Contexts, { failed }: Status): unknown {
  const values: unknown[] = [];
  const code = expression.replaceAll(
    /'((?:[^']|'')*)'|(?<![\w.])(?!true\b|false\b|null\b)[a-z]\w*(?:\.[\w-]+)+|[a-z]\w*\(\)/gi,
    (token, literal: string | undefined) => {
      if (literal !== undefined) values.push(literal.replaceAll("''", "'"));
      else if (token.endsWith("()")) values.push(statusOf(token, failed));
      else values.push(lookUp(token.split("."), contexts));
      return `values[${values.length - 1}]`;
    },
  );
  const plain = /^(?:values\[\d+\]|true|false|null|\d+|&&|\|\||[!=]=|[<>]=?|[\s()!])*$/;
  if (!plain.test(code) || /[\w\]]\s*\(/.test(code)) {
    throw new Error(`not supported: ${expression.trim()}`);
  }
  return new Function("values", `return (${code});`)(values);
}

function statusOf(call: string, failed: boolean): boolean {
  if (call === "failure()") return failed;
  if (call === "success()") return !failed;
  if (call === "cancelled()") return false;
  if (call === "always()") return true;
  throw new Error(`not supported: ${call}`);
}

function lookUp(names: readonly string[], contexts: Contexts): unknown {
  let value: unknown = contexts;
  for (const name of names) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  }
  return value ?? "";
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}
