import { type Annotation, renderGithub, renderSarif } from "../annotations.js";
import { plainLine, toJson } from "../escape.js";
import type { FormatOf } from "../formats.js";
import type { Style } from "../style.js";
import type { LintProblem, LintReport } from "./problems.js";

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

/** "openapi.yaml: 2 errors, 1 warning", and how many of them are listed if not all are. */
export function summaryOf({ problems, errors, warnings }: LintReport, files: string): string {
  const parts = [...count(errors, "error"), ...count(warnings, "warning")];
  const cut = problems.length < errors + warnings ? ` (only the first ${problems.length} are listed)` : "";
  return `${files}: ${parts.length === 0 ? "keeps every rule" : parts.join(", ")}${cut}`;
}

function count(number: number, what: string): string[] {
  return number === 0 ? [] : [`${number} ${what}${number === 1 ? "" : "s"}`];
}
