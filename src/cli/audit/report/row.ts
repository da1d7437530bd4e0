import { bytes as showBytes } from "../../../audit/words.js";
import { escapeHtml } from "../../escape.js";
import { markStates, type ReportData, type ReportRow, runOutcomes } from "./data.js";
import { icon } from "./icons.js";
import { type Span, timelineSvg } from "./timeline.js";
import { outcomeWords, shownSpan, shownTime } from "./words.js";

/** Where a row stands: its number in the list as it is shown, from 1 on, and in the data. */
export interface RowPlace {
  readonly shown: number;
  readonly at: number;
  /** Whether its backups are listed below it; null without a script, where nothing can be opened. */
  readonly open: boolean | null;
}

/** A target as a row of the table; roles are named because the style makes cards of rows on a phone. */
export function rowHtml(row: ReportRow, { shown, at, open }: RowPlace, span: Span): string {
  const { status, previous } = row;
  const about = [row.group, row.service, row.labels].filter(Boolean).join(" · ");
  const was = previous !== null && previous !== status ? `<span class="was">was ${previous}</span>` : "";
  const name = escapeHtml(row.name);
  const title =
    open === null
      ? `<span class="name">${name}</span>`
      : `<button class="name" type="button" data-open="${at}" aria-expanded="${open}">${name}</button>`;
  return (
    `<tr role="row" class="row ${status}" aria-rowindex="${shown + 1}">` +
    `<td role="cell" class="verdict"><span class="pill ${status}">${icon(status)}${status}</span>${was}</td>` +
    `<th role="rowheader" scope="row" class="target">${title}<span class="about">${escapeHtml(about)}</span></th>` +
    `<td role="cell" class="age">${age(row)}</td>` +
    `<td role="cell" class="history">${timelineSvg(row, span)}<span class="reason">${escapeHtml(row.reason)}</span></td></tr>`
  );
}

function age({ good, age, next }: ReportRow): string {
  const due = next === null ? "" : `<span class="about next">next ${shownTime(next)}</span>`;
  if (good === null || age === null) return `<span class="none">none known</span>${due}`;
  return `<span class="span">${shownSpan(age)}</span><span class="about">${shownTime(good)}</span>${due}`;
}

/** The backups and the due runs of a target, newest first, as a row that spans the table. */
export function backupsHtml(row: ReportRow, { texts }: Pick<ReportData, "texts">): string {
  const lines = row.marks.map(([from, to, state, bytes, failure]) => {
    const word = markStates[state] ?? "unknown";
    const cells = [
      shownTime(from),
      word.replace("_", " "),
      to === null ? "" : shownSpan(to - from),
      bytes === null ? "" : showBytes(bytes),
      texts[failure] ?? "",
    ];
    const tds = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("");
    return `<tr class="${word}">${tds}</tr>`;
  });
  const titles = ["Began (UTC)", "State", "Took", "Size", "Failure"];
  const inner =
    lines.length === 0
      ? "<p>No backup is known.</p>"
      : listHtml(`Backups of ${row.name}`, `${row.resource}, its newest backups`, titles, lines);
  return `<tr role="row" class="detail"><td role="cell" colspan="4"><div class="lists">${inner}${runsHtml(row)}</div></td></tr>`;
}

function runsHtml({ name, schedule, runs, next }: ReportRow): string {
  if (schedule === "") return "";
  const coming = next === null ? [] : [[next, "not yet due", "open"] as const];
  const lines = [
    ...coming,
    ...runs.toReversed().map(([due, index]) => {
      const outcome = runOutcomes[index] ?? "doubtful";
      return [due, outcomeWords[outcome], outcome] as const;
    }),
  ].map(([due, words, kind]) => `<tr class="${kind}"><td>${shownTime(due)}</td><td>${words}</td></tr>`);
  if (lines.length === 0) return `<p>${escapeHtml(schedule)}</p>`;
  return listHtml(`Due runs of ${name}`, `Due: ${schedule}`, ["Due (UTC)", "Run"], lines);
}

/** A table that can be scrolled by keyboard. */
function listHtml(
  label: string,
  caption: string,
  titles: readonly string[],
  lines: readonly string[],
): string {
  const heads = titles.map((title) => `<th scope="col">${title}</th>`).join("");
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="backups"><caption>${escapeHtml(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${lines.join("")}</tbody></table></div>`;
}
