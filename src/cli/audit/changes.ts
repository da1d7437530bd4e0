import { showInstant } from "../list/time.js";
import { plainLine } from "../plain-line.js";
import type { Style } from "../style.js";
import { pad, widthOf } from "../width.js";
import { paint } from "./paint.js";
import { type AuditRow, badness, type Standing, worstFirst } from "./row.js";
import type { AuditState } from "./state.js";

/** How a target stands compared with the last time. */
export interface Change {
  readonly kind: "worse" | "new" | "better" | "gone";
  readonly name: string;
  readonly before: Standing | null;
  readonly now: Standing | null;
  readonly reason: string;
}

/** What changed: worse, new, better and gone, within each the worst first. */
export function changesSince(
  { targets }: AuditState,
  rows: readonly AuditRow[],
  inFile: ReadonlySet<string>,
): Change[] {
  const changed = worstFirst(rows).flatMap(({ target: { name }, standing, previous, reason }): Change[] => {
    if (previous === standing) return [];
    const at = { name, before: previous, now: standing, reason };
    if (previous === null) return [{ ...at, kind: "new" }];
    return [{ ...at, kind: badness(standing) > badness(previous) ? "worse" : "better" }];
  });
  const gone = [...targets]
    .filter(([name]) => !inFile.has(name))
    .map(([name, { verdict }]): Change => ({ kind: "gone", name, before: verdict, now: null, reason: "" }));
  const order = ["worse", "new", "better", "gone"];
  return [...changed, ...gone].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Changes in words, a line each. */
export function changeLines(
  changes: readonly Change[],
  since: string,
  { style, utc }: { readonly style: Style; readonly utc: boolean },
): string[] {
  const when = showInstant(new Date(since), utc);
  if (changes.length === 0) return [`Nothing has changed since ${when}.`];
  const width = Math.min(40, Math.max(...changes.map(({ name }) => widthOf(plainLine(name)))));
  return [
    style.bold(`Changed since ${when}:`),
    ...changes.map(({ kind, name, before, now, reason }) => {
      const word = (standing: Standing) => paint(standing, standing, style);
      const course =
        before === null || now === null
          ? `${now === null ? "was " : ""}${word(now ?? before ?? "unknown")}`
          : `${word(before)} → ${word(now)}`;
      const why = now === null || now === "ok" ? "" : `: ${plainLine(reason)}`;
      return `  ${pad(kind, 6)}  ${pad(plainLine(name), width)}  ${course}${why}`;
    }),
  ];
}
