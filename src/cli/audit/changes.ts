import { count } from "../../audit/words.js";
import { plainLine } from "../escape.js";
import type { Word } from "../style.js";
import { showInstant } from "../time.js";
import { pad, widthOf } from "../width.js";
import { type AuditRow, worstFirst } from "./row.js";
import type { AuditState } from "./state.js";
import { badness, colourOf, type TargetStatus } from "./status.js";

/** A target whose status differs from the last time. */
export interface Change {
  readonly kind: "worse" | "new" | "better" | "gone";
  readonly name: string;
  readonly before: TargetStatus | null;
  readonly now: TargetStatus | null;
  readonly reason: string;
}

/** What changed: worse, new, better and gone, within each the worst first. */
export function changesSince(
  { targets }: AuditState,
  rows: readonly AuditRow[],
  inFile: ReadonlySet<string>,
): Change[] {
  const changed = worstFirst(rows).flatMap(({ target: { name }, status, previous, reason }): Change[] => {
    if (previous === status) return [];
    const at = { name, before: previous, now: status, reason };
    if (previous === null) return [{ ...at, kind: "new" }];
    return [{ ...at, kind: badness(status) > badness(previous) ? "worse" : "better" }];
  });
  const gone = [...targets]
    .filter(([name]) => !inFile.has(name))
    .map(([name, { verdict }]): Change => ({ kind: "gone", name, before: verdict, now: null, reason: "" }));
  const order = ["worse", "new", "better", "gone"];
  return [...changed, ...gone].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Changes in words, a line each; `among` is how many targets were compared, if that was not all of them. */
export function changeLines(
  changes: readonly Change[],
  since: string,
  { utc, among }: { readonly utc: boolean; readonly among: number | null },
): Word[][] {
  const when = showInstant(new Date(since), utc);
  if (changes.length === 0) {
    const which = among === null ? "" : ` among the ${count(among, "target")} checked`;
    return [[`Nothing has changed since ${when}${which}.`]];
  }
  const width = Math.min(40, Math.max(...changes.map(({ name }) => widthOf(plainLine(name)))));
  return [
    [["bold", `Changed since ${when}:`]],
    ...changes.map(({ kind, name, before, now, reason }): Word[] => {
      const word = (status: TargetStatus): Word => [colourOf(status), status];
      const course: Word[] =
        before === null || now === null
          ? [now === null ? "was " : "", word(now ?? before ?? "unknown")]
          : [word(before), " → ", word(now)];
      const why = now === null || now === "ok" ? "" : `: ${plainLine(reason)}`;
      return [`  ${pad(kind, 6)}  ${pad(plainLine(name), width)}  `, ...course, why];
    }),
  ];
}
