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

/** What the rules found in one or several files. */
export interface LintReport {
  /** The errors first, and not more than Redocly was told to list for a file. */
  readonly problems: readonly LintProblem[];
  /** The numbers of all that was found, listed or not. */
  readonly errors: number;
  readonly warnings: number;
}

/**
 * Reads the JSON reports that `redocly lint` writes one after another, one for each file that it could read;
 * undefined where this is none.
 */
export function readReports(text: string): LintReport[] | undefined {
  const found = text.split(/(?<=^\})(?=\{)/m).map(parse);
  const reports = found.flatMap((report) => {
    const problems = resolvePointer(report, "/problems");
    if (!Array.isArray(problems)) return [];
    const total = (severity: string) => Number(resolvePointer(report, `/totals/${severity}`) ?? 0);
    return [{ problems: problems.map(read), errors: total("errors"), warnings: total("warnings") }];
  });
  return reports.length === found.length ? reports : undefined;
}

/** The findings of several files as one report. */
export function together(reports: readonly LintReport[]): LintReport {
  return {
    problems: reports.flatMap(({ problems }) => problems),
    errors: reports.reduce((sum, { errors }) => sum + errors, 0),
    warnings: reports.reduce((sum, { warnings }) => sum + warnings, 0),
  };
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
