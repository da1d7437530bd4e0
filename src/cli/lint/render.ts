import { annotation, plainLine, toJson } from "../escape.js";
import type { FormatOf } from "../formats.js";
import type { Style } from "../style.js";
import type { LintProblem } from "./problems.js";

/** Renders problems in a format. */
export const renderers: Readonly<
  Record<FormatOf<"lint">, (problems: readonly LintProblem[], style: Style) => string>
> = {
  text: renderText,
  json: (problems) => `${toJson(problems)}\n`,
  github: renderGithub,
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

/** Annotations of a pull request. */
function renderGithub(problems: readonly LintProblem[]): string {
  return problems
    .map(({ file, line, column, severity, rule, message }) =>
      annotation(severity, { file, line: String(line), col: String(column), title: rule }, message),
    )
    .join("");
}

/** "openapi.yaml: 2 errors, 1 warning". */
export function summaryOf(problems: readonly LintProblem[], files: string): string {
  const count = (severity: LintProblem["severity"]) => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    return number === 0 ? [] : [`${number} ${severity}${number === 1 ? "" : "s"}`];
  };
  const parts = [...count("error"), ...count("warning")];
  return `${files}: ${parts.length === 0 ? "keeps every rule" : parts.join(", ")}`;
}
