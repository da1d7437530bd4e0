import { count, duration } from "../../audit/words.js";
import { escapeHtml, plainLine } from "../escape.js";
import { pageHead } from "../page-head.js";
import { percent, type TargetFigures, total } from "./figures.js";
import type { HistoryEnd } from "./read.js";
import { text as style } from "./style.css?bundled";

/** What a page says of itself. */
export interface PageFacts {
  /** Path of the history. */
  readonly path: string;
  readonly end: HistoryEnd;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly now: number;
}

/** The figures as one page for print, without a script. All times are UTC. */
export function* evidencePage(figures: readonly TargetFigures[], facts: PageFacts): Generator<string> {
  const { path, end, from, to, now } = facts;
  const all = total(figures);
  const title = `Backup report, ${day(from)} to ${day(to)}`;
  yield pageHead({ title, style });
  yield `<body>
<main>
<header>
<h1>${title}</h1>
<p class="kept">${all.keptPermille === null ? "No run was due." : `${percent(all.keptPermille)} % of the due runs were kept: ${all.kept} of ${all.kept + all.missed + all.failed - all.excused}.`}</p>
<p>${count(figures.length, "target")}; ${count(all.due, "due run")}: ${all.kept} kept, ${all.missed} missed and ${all.failed} failed, ${all.excused} of them excused, ${all.undecided} undecided. All times are UTC.</p>
<p>Period: ${time(from)} to ${time(to)}. Made at ${time(now)} from ${escapeHtml(plainLine(path))}: ${count(end.lines, "line")}, an unbroken chain that ends with <code>${escapeHtml(end.hash || "no line")}</code>.</p>
</header>
<div class="wide" role="region" aria-label="Due runs of each target" tabindex="0">
<table>
<caption>Due runs of each target</caption>
<thead><tr><th scope="col">Target</th><th scope="col">Service</th><th scope="col" class="number">Audits</th><th scope="col" class="number">Not checked</th><th scope="col" class="number">Due</th><th scope="col" class="number">Kept</th><th scope="col" class="number">Kept, %</th><th scope="col" class="number">Missed</th><th scope="col" class="number">Failed</th><th scope="col" class="number">Excused</th><th scope="col" class="number">Undecided</th><th scope="col" class="number">Restores</th></tr></thead>
<tbody>
`;
  for (const one of figures) yield rowHtml(one);
  yield "</tbody>\n</table>\n</div>\n";
  for (const one of figures) yield detailsHtml(one);
  yield `<p class="note">Kept: a good backup of the run was found. Excused runs were missed or failed while an exception held; neither they nor undecided ones count for the percentage, which is rounded down. Runs that no audit has seen are not known.</p>
</main>
</body>
</html>
`;
}

function rowHtml(one: TargetFigures): string {
  const { lost } = one;
  const numbers = [
    one.audits,
    one.notChecked,
    one.due,
    one.kept,
    percent(one.keptPermille) || "–",
    lost.filter(({ outcome }) => outcome === "missed").length,
    lost.filter(({ outcome }) => outcome === "failed").length,
    lost.filter(({ excuse }) => excuse !== null).length,
    one.undecided,
    one.restores.length,
  ];
  const cells = numbers.map((value) => `<td class="number">${value}</td>`).join("");
  return `<tr><th scope="row">${text(one.target)}</th><td>${text(one.service)}</td>${cells}</tr>\n`;
}

/** What there is to say of a target beside its figures; nothing if there is nothing. */
function detailsHtml({ target, resource, schedule, lost, restores, exceptions }: TargetFigures): string {
  if (lost.length + restores.length + exceptions.length === 0) return "";
  const lists = [
    list(
      "Runs that were not kept",
      lost.map(({ due, outcome, reason, excuse }) => {
        const excused = excuse === null ? "" : ` (excused: ${text(excuse.reason)})`;
        return `<time>${time(Date.parse(due))}</time> <strong>${outcome}</strong>${excused}: ${text(reason)}`;
      }),
    ),
    list(
      "Restores",
      restores.map(({ at, durationMs, backupId }) => {
        const took = durationMs === null ? "" : `, took ${duration(durationMs)}`;
        return `<time>${time(Date.parse(at))}</time>${took}${backupId === null ? "" : `, of <code>${text(backupId)}</code>`}`;
      }),
    ),
    list(
      "Exceptions",
      exceptions.map(({ first, last, until, reason, acceptedBy }) => {
        const who =
          acceptedBy === null ? "nobody is named who accepted it" : `accepted by ${text(acceptedBy)}`;
        const held = `<time>${time(Date.parse(first))}</time> to <time>${time(Date.parse(last))}</time>`;
        return `${held}, until ${day(Date.parse(until) - 1)}: ${text(reason)}; ${who}`;
      }),
    ),
  ];
  const facts = `${text(resource)}${schedule === null ? "" : `; ${text(schedule)}`}`;
  return `<section><h2>${text(target)}</h2><p>${facts}</p>\n${lists.join("")}</section>\n`;
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  return `<h3>${title}</h3>\n<ul>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>\n`;
}

function text(value: string): string {
  return escapeHtml(plainLine(value));
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function time(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}
