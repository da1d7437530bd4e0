import { dirname, relative, resolve, sep } from "node:path";
import { parseYaml } from "../../node/yaml-tree.js";
import { isObject } from "../contract-diff/json.js";
import { toJson } from "../escape.js";
import { Problem } from "../problem.js";
import type { LintProblem } from "./problems.js";

/**
 * The places where rules are known to be broken, in the form of Redocly's `.redocly.lint-ignore.yaml`: by file, relative
 * to the baseline, then by rule, JSON pointers as URI fragments.
 */
export interface Baseline {
  has(problem: LintProblem): boolean;
  /** How many places in these files have none of the problems any more. */
  gone(problems: readonly LintProblem[], files: readonly string[]): number;
}

/** Reads a baseline. @throws Problem if it has another form */
export function readBaseline(path: string, text: string, cwd: string): Baseline {
  const known = new Map<string, string>();
  const { root, syntaxErrors } = parseYaml(text);
  const files = root?.value ?? {};
  const fault = () =>
    new Problem(
      `${path} is not a baseline (expected files, each with its rules, each with a list of places); --update-baseline writes one`,
    );
  if (syntaxErrors.length > 0 || !isObject(files)) throw fault();
  for (const [file, rules] of Object.entries(files)) {
    if (!isObject(rules)) throw fault();
    for (const [rule, places] of Object.entries(rules)) {
      if (!Array.isArray(places)) throw fault();
      for (const place of places) known.set(keyOf(file, rule, String(place)), file);
    }
  }
  const keyIn = (problem: LintProblem) =>
    keyOf(nameOf(path, problem.file, cwd), problem.rule, `#${problem.pointer}`);
  return {
    has: (problem) => known.has(keyIn(problem)),
    gone(problems, names) {
      const found = new Set(problems.map(keyIn));
      const checked = new Set(names.map((name) => nameOf(path, name, cwd)));
      return [...known].filter(([key, file]) => checked.has(file) && !found.has(key)).length;
    },
  };
}

/** The baseline at `path` of all these problems: a line for each place, in a stable order. */
export function writeBaseline(path: string, problems: readonly LintProblem[], cwd: string): string {
  const files = new Map<string, Map<string, Set<string>>>();
  for (const { file, rule, pointer } of problems) {
    const name = nameOf(path, file, cwd);
    const rules = files.get(name) ?? new Map<string, Set<string>>();
    files.set(name, rules.set(rule, (rules.get(rule) ?? new Set()).add(`#${pointer}`)));
  }
  const lines = sorted(files).flatMap(([file, rules]) => [
    `${toJson(file)}:`,
    ...sorted(rules).flatMap(([rule, places]) => [
      `  ${toJson(rule)}:`,
      ...[...places].sort().map((place) => `    - ${toJson(place)}`),
    ]),
  ]);
  return `# What \`backup-records lint --baseline\` leaves out; --update-baseline writes it.\n${lines.map((line) => `${line}\n`).join("")}`;
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function keyOf(file: string, rule: string, place: string): string {
  return JSON.stringify([file, rule, place]);
}

/** A file as a baseline calls it, on every system alike. */
function nameOf(baseline: string, file: string, cwd: string): string {
  if (/^https?:\/\//.test(file)) return file;
  return relative(dirname(resolve(cwd, baseline)), resolve(cwd, file)).replaceAll(sep, "/");
}
