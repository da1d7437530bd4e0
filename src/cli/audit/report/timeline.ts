import { escapeHtml } from "../../escape.js";
import { type Mark, markStates, type ReportRow, type RunMark, runOutcomes } from "./data.js";
import { outcomeWords, shownSpan, shownTime } from "./words.js";

/** The stretch of time that all timelines show. Epoch seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The drawing's own units; it is stretched to the width of its column. */
const WIDTH = 600;
/** Where the audit ended. On the right of it is the next run, whenever that is due. */
const NOW = 576;
/** How much of the width the time until then has. */
export const PAST = NOW / WIDTH;
const HEIGHT = 32;
/** Of a drawing that has a line of due runs below the backups. */
const WITH_RUNS = 48;
const RUNS_TOP = 36;
const RUN_HEIGHT = 9;
const TOP = 5;
const BOTTOM = 27;
const DAY = 86_400;

/** Days that the reports offer to look back. */
export const spans: readonly number[] = [2, 7, 14, 30, 90];

/** The shortest of the spans that shows some seven backups of most targets. */
export function usualSpan(rows: readonly ReportRow[]): number {
  const ages = rows.map(({ most }) => most ?? DAY).sort((a, b) => a - b);
  const middle = ages[ages.length >> 1] ?? DAY;
  return spans.find((days) => days * DAY >= 6 * middle) ?? 90;
}

/**
 * A target's backups over a stretch of time: a bar for a good one, a cross for a failed one, an open bar with
 * its head at the end for one that runs; hatched is the time in which there should have been a good one.
 */
export function timelineSvg(row: ReportRow, span: Span): string {
  const place = (time: number) => {
    const share = (time - span.from) / (span.to - span.from);
    return Math.round(Math.min(1, Math.max(0, share)) * NOW * 10) / 10;
  };
  const seen = row.marks.filter(([from, to]) => Math.max(from, to ?? from) >= span.from && from <= span.to);
  const drawn = ["M", "missing", "good", "past", "minor", "running", "failed"]
    .map((layer) => draw(layer, seen, row, span, place))
    .join("");
  const due = row.runs.filter(([at]) => at >= span.from && at <= span.to);
  const runs = row.schedule !== "" && (row.runs.length > 0 || row.next !== null);
  const height = runs ? WITH_RUNS : HEIGHT;
  return `<svg class="timeline${runs ? " runs" : ""}" role="img" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" aria-label="${escapeHtml(
    timelineText(row, seen, span, due),
  )}">${drawn}${runs ? drawRuns(row, due, place) : ""}</svg>`;
}

/** The due runs: a full box for one that was done, a cross for one that failed, an empty box for one that did not happen. */
function drawRuns({ next }: ReportRow, due: readonly RunMark[], place: Place): string {
  const gaps = due.slice(1).map(([at], before) => place(at) - place(due[before]?.[0] ?? at));
  const width = Math.max(2, Math.min(8, 0.7 * Math.min(...gaps)));
  const box = (x: number) => {
    const left = Math.round(10 * Math.max(0, Math.min(NOW, x) - width / 2)) / 10;
    return `M${left} ${RUNS_TOP}h${Math.round(10 * width) / 10}v${RUN_HEIGHT}h-${Math.round(10 * width) / 10}Z`;
  };
  const cross = (x: number) => {
    const at = Math.max(4, x);
    return `M${at - 4} ${RUNS_TOP}l8 ${RUN_HEIGHT}M${at + 4} ${RUNS_TOP}l-8 ${RUN_HEIGHT}`;
  };
  const lanes = runOutcomes.map((outcome, index) => {
    const places = due.filter(([, one]) => one === index).map(([at]) => place(at));
    return path(`run ${outcome}`, places.map(outcome === "failed" ? cross : box));
  });
  const middle = (NOW + WIDTH) / 2;
  const coming = next === null ? "" : `M${middle - 4} ${RUNS_TOP}h8v${RUN_HEIGHT}h-8Z`;
  return `${lanes.join("")}${path("run open", coming === "" ? [] : [coming])}`;
}

type Place = (time: number) => number;

/** One path for each kind of mark, so that a row stays light however many backups it has. */
function draw(layer: string, marks: readonly Mark[], row: ReportRow, span: Span, place: Place): string {
  switch (layer) {
    case "M":
      return path(
        "days",
        [...days(span).map(place), NOW].map((x) => `M${x} 0V${HEIGHT}`),
      );
    case "missing": {
      const [left, right] = [place(missingSince(row, span)), NOW];
      const needed = ["late", "failing", "never"].includes(row.status) && right - left >= 0.5;
      if (!needed) return "";
      return `<rect class="missing" x="${left}" y="0" width="${Math.max(3, right - left)}" height="${HEIGHT}"/>`;
    }
    case "good":
      return path(
        "good",
        only(marks, "succeeded").map((mark) => bar(mark, place)),
      );
    case "past":
      return path(
        "past",
        only(marks, "expired", "deleted").map((mark) => bar(mark, place)),
      );
    case "minor":
      return path(
        "minor",
        only(marks, "skipped", "pending", "unknown").map(([from]) => {
          const x = place(from);
          return `M${x - 2} 16h4`;
        }),
      );
    case "running":
      return path(
        "running",
        only(marks, "running").map(([from]) => {
          const [x, end] = [place(from), NOW - 2];
          return `M${Math.min(x, end - 8)} ${TOP + 3}H${end}V${BOTTOM - 3}H${Math.min(x, end - 8)}Z`;
        }),
      );
    default:
      return path(
        "failed",
        only(marks, "failed", "timed_out").map(([from, to]) => {
          const x = Math.min(NOW - 5, Math.max(5, place(to ?? from)));
          return `M${x - 4} 10l8 12M${x + 4} 10l-8 12`;
        }),
      );
  }
}

function only(marks: readonly Mark[], ...states: readonly string[]): readonly Mark[] {
  return marks.filter(([, , state]) => states.includes(markStates[state] ?? ""));
}

function bar([from, to]: Mark, place: Place): string {
  const left = Math.min(place(from), NOW - 4);
  const width = Math.max(4, Math.round((place(to ?? from) - left) * 10) / 10);
  return `M${left} ${TOP}h${width}V${BOTTOM}h-${width}Z`;
}

function path(name: string, parts: readonly string[]): string {
  return parts.length === 0 ? "" : `<path class="${name}" d="${parts.join("")}"/>`;
}

/** From when on a good backup was due. */
function missingSince({ good, most }: ReportRow, span: Span): number {
  if (most === null) return span.to;
  return good === null ? span.from : Math.max(span.from, good + most);
}

/** The midnights (UTC) within a span; only some of them where there are many. */
export function days({ from, to }: Span): number[] {
  const step = DAY * (to - from > 40 * DAY ? 10 : to - from > 10 * DAY ? 2 : 1);
  const first = Math.ceil(from / step) * step;
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / step) + 1) },
    (_, at) => first + at * step,
  );
}

/** What a timeline shows, in words. */
export function timelineText(
  row: ReportRow,
  seen: readonly Mark[],
  { from, to }: Span,
  due: readonly RunMark[] = [],
): string {
  const counts = markStates.flatMap((state, at) => {
    const number = seen.filter((mark) => mark[2] === at).length;
    return number === 0 ? [] : [`${number} ${state.replace("_", " ")}`];
  });
  const what = counts.length === 0 ? "no backup" : counts.join(", ");
  const good =
    row.good === null
      ? "no good one is known"
      : `last good one ${shownTime(row.good)} UTC, ${shownSpan(to - row.good)} before`;
  const outcomes = runOutcomes.flatMap((outcome, at) => {
    const number = due.filter(([, one]) => one === at).length;
    return number === 0 ? [] : [`${number} ${outcomeWords[outcome]}`];
  });
  const runs = outcomes.length === 0 ? "" : `; due runs: ${outcomes.join(", ")}`;
  const next = row.next === null ? "" : `; next due ${shownTime(row.next)} UTC`;
  return `The last ${Math.round((to - from) / DAY)} days: ${what}; ${good}${runs}${next}`;
}
