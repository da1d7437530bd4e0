import { type Annotation, renderGithub, renderSarif } from "../annotations.js";
import { plainLine, toJson } from "../escape.js";
import type { FormatOf } from "../formats.js";
import type { Style } from "../style.js";
import type { LintProblem } from "./problems.js";

/** Renders problems in a format. */
export const renderers: Readonly<
  Record<FormatOf<"lint">, (problems: readonly LintProblem[], style: Style) => string>
> = {
  text: renderText,
  json: (problems) => `${toJson(problems)}\n`,
  sarif: (problems) => renderSarif(problems.map(toAnnotation)),
  github: (problems) => renderGithub(problems.map(toAnnotation)),
};

/** A line for each problem: where, how grave, which rule, what. */
function renderText(problems: readonly LintProblem[], style: Style): string {
  return problems
    .map(({ file, line, column, severity, rule, message }) => {
      const grave = severity === "error" ? style.red(severity) : style.yellow(severity);
      const place = style.bold(`${plainLine(file)}:${line}:${column}`);
      return `${place}  ${grave}  ${plainLine(rule)}: ${plainLine(message)}\n`;
    })
    .join("");
}

function toAnnotation({ severity, ...problem }: LintProblem): Annotation {
  return { ...problem, level: severity };
}

/** How many findings are listed at most. */
const MAX_LISTED = 10_000;

/** The problems to list: if there are too many, errors go first. */
export function listed(problems: readonly LintProblem[]): readonly LintProblem[] {
  if (problems.length <= MAX_LISTED) return problems;
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return [...errors, ...warnings].slice(0, MAX_LISTED);
}

/**
 * "openapi.yaml: 2 errors, 1 warning", how many of them are listed if not all are, and how many more the baseline
 * knows.
 */
export function summaryOf(problems: readonly LintProblem[], files: string, known = 0): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const parts = [...count(errors, "error"), ...count(problems.length - errors, "warning")];
  const cut = problems.length > MAX_LISTED ? ` (only the first ${MAX_LISTED} are listed)` : "";
  const rest = known === 0 ? "" : `, besides ${known} of the baseline`;
  const nothing = known === 0 ? "keeps every rule" : "nothing new";
  return `${files}: ${parts.length === 0 ? nothing : parts.join(", ")}${cut}${rest}`;
}

function count(number: number, what: string): string[] {
  return number === 0 ? [] : [`${number} ${what}${number === 1 ? "" : "s"}`];
}
