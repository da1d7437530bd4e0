import { resolvePointer } from "../../core/pointer.js";

/** A problem that a rule found. */
export interface LintProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer into the file. */
  readonly pointer: string;
  readonly severity: "error" | "warning";
  readonly rule: string;
  readonly message: string;
}

/**
 * Reads the JSON reports that `redocly lint` writes one after another, one for each file that it could read;
 * undefined where this is none.
 */
export function readReports(text: string): LintProblem[][] | undefined {
  const reports = text.split(/(?<=^\})(?=\{)/m).map((report) => resolvePointer(parse(report), "/problems"));
  const lists = reports.flatMap((problems) => (Array.isArray(problems) ? [problems.map(read)] : []));
  return lists.length === reports.length ? lists : undefined;
}

function read(problem: unknown): LintProblem {
  const text = (pointer: string) => String(resolvePointer(problem, pointer) ?? "");
  return {
    file: text("/location/0/source/ref"),
    line: Number(resolvePointer(problem, "/location/0/start/line") ?? 1),
    column: Number(resolvePointer(problem, "/location/0/start/col") ?? 1),
    pointer: text("/location/0/pointer").replace(/^#/, ""),
    severity: text("/severity") === "warn" ? "warning" : "error",
    rule: text("/ruleId"),
    message: text("/message"),
  };
}

function parse(report: string): unknown {
  try {
    return JSON.parse(report);
  } catch {
    return undefined;
  }
}
