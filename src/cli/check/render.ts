import { type Annotation, renderGithub } from "../annotations.js";
import { plainLine, toJson } from "../escape.js";
import type { FormatOf } from "../formats.js";
import type { Style } from "../style.js";
import { type Finding, inWords, type Report } from "./finding.js";

/** What a report is rendered with. */
export interface RenderContext {
  readonly style: Style;
  /** The line of the captured file that a pointer leads to. */
  readonly lineOf: (pointer: string) => number;
}

/** Renders a report in a format. */
export const renderers: Readonly<
  Record<FormatOf<"check">, (report: Report, context: RenderContext) => string>
> = {
  text: (report, { style }) => renderText(report, style),
  json: (report) => renderJson(report),
  github: (report, { lineOf }) => renderGithub(annotationsOf(report, lineOf)),
};

/** For people: a line for each difference, its errata below it, and what it comes to. */
function renderText(report: Report, style: Style): string {
  const { service, operation, status, told, findings } = report;
  const file = plainLine(report.file);
  const name = `${service} ${plainLine(operation)}, status ${status}`;
  const what = told ? name : `taken for ${name}`;
  if (findings.length === 0) return `${file}: ${style.green("as documented")} (${what})\n`;
  const count = findings.length === 1 ? "1 difference" : `${findings.length} differences`;
  const lines = findings.flatMap((finding) => [
    `  ${style.bold(place(finding))}  ${style.yellow(finding.kind)}: ${plainLine(inWords(finding))}`,
    ...finding.errata.map(({ id, title }) => `    ${style.dim(plainLine(`erratum ${id}: ${title}`))}`),
  ]);
  return `${[`${file}: ${style.red(count)} (${what})`, ...lines].join("\n")}\n`;
}

/** For programs: one object. */
function renderJson({ told: _, findings, ...report }: Report): string {
  const problems = findings.map(({ errata, ...finding }) => ({
    ...finding,
    errata: errata.map(({ id, title }) => ({ id, title })),
  }));
  return `${toJson({ ...report, problems })}\n`;
}

/** An annotation for each difference. What a client can live with is a warning. */
function annotationsOf(report: Report, lineOf: RenderContext["lineOf"]): Annotation[] {
  const { file, service, operation, status, findings } = report;
  return findings.map((finding) => {
    const errata = finding.errata.map(({ id, title }) => `; erratum ${id}: ${title}`).join("");
    const tolerable = finding.kind === "unknown-value" || finding.kind === "unknown-field";
    return {
      level: tolerable ? "warning" : "error",
      rule: finding.kind,
      title: `${service} ${operation} ${status}: ${finding.kind}`,
      message: `${place(finding)}: ${plainLine(inWords(finding))}${errata}`,
      ...(file === "standard input" ? {} : { file, line: lineOf(finding.pointer) }),
      pointer: finding.pointer,
    };
  });
}

function place({ pointer }: Finding): string {
  return pointer === "" ? "(all of it)" : plainLine(pointer);
}
