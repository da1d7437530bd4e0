import type { Target } from "../../audit/target.js";
import { Problem } from "../problem.js";
import { didYouMean } from "../suggest.js";
import type { AuditCommandOptions } from "./options.js";

/**
 * The targets that `--group`, `--label` and `--target` leave: those of any of the groups, with all of the
 * labels, of any of the names.
 * @throws Problem if a name, a group or a label is of no target, or nothing is left
 */
export function select(targets: readonly Target[], options: AuditCommandOptions): readonly Target[] {
  const { group, label = [], target } = options;
  const labels = label.map(readLabel);
  for (const name of target ?? []) {
    known("--target", "target", name, new Set(targets.map((one) => one.name)));
  }
  for (const name of group ?? []) {
    known("--group", "group", name, new Set(targets.flatMap((one) => one.group ?? [])));
  }
  const chosen = targets.filter(
    (one) =>
      (target?.includes(one.name) ?? true) &&
      (group === undefined || (one.group !== null && group.includes(one.group))) &&
      labels.every(([key, value]) => one.labels[key] === value),
  );
  if (chosen.length === 0) {
    const given = [...(label.length > 0 ? ["--label"] : []), ...(group ? ["--group"] : [])];
    throw new Problem(
      given.length === 0
        ? "there is no target to check: none was found"
        : `no target is left by ${given.join(" and ")}`,
    );
  }
  return chosen;
}

function readLabel(text: string): readonly [string, string] {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined) {
    throw new Problem(`--label ${text} is no label: write key=value`);
  }
  return [key, value];
}

function known(option: string, thing: string, name: string, names: ReadonlySet<string>): void {
  if (names.has(name)) return;
  throw new Problem(`${option} ${name}: there is no such ${thing}${didYouMean(name, [...names])}`);
}
