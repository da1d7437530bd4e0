import { days, PAST, type Span } from "./timeline.js";

/** The head of the table; the last column has the days of the timelines above them. */
export function axisHtml(span: Span): string {
  return `<thead role="rowgroup"><tr role="row" aria-rowindex="1"><th role="columnheader" scope="col" class="verdict">Verdict</th><th role="columnheader" scope="col" class="target">Target</th><th role="columnheader" scope="col" class="age">Last good</th><th role="columnheader" scope="col" class="history"><span class="title">Backups</span>${axisSvg(span)}</th></tr></thead>`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Days, written where they begin; they are in the words of every timeline, too. */
export function axisSvg(span: Span): string {
  const length = span.to - span.from;
  const all = days(span);
  // No more than fit beside each other.
  const every = Math.ceil(all.length / 7);
  const texts = all
    .filter((_, at) => at % every === 0)
    .map((day) => {
      const share = ((day - span.from) / length) * 100 * PAST;
      if (share > 84) return "";
      const date = new Date(day * 1000);
      return `<text x="${share.toFixed(2)}%" y="12">${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}</text>`;
    });
  return `<svg class="axis" height="16" width="100%" aria-hidden="true">${texts.join("")}<text x="${100 * PAST}%" y="12" text-anchor="end">now</text></svg>`;
}

const sample = (shape: string) =>
  `<svg class="timeline sample" viewBox="0 0 22 32" aria-hidden="true">${shape}</svg>`;

const run = (outcome: string) => sample(`<path class="run ${outcome}" d="M7 12h8v9h-8Z"/>`);

/** What the marks of a timeline mean. */
export const legendHtml = `<ul class="legend" aria-label="Marks of the backups">
<li><b>Backups</b>${sample('<path class="good" d="M8 5h5V27h-5Z"/>')}good</li>
<li>${sample('<path class="failed" d="M6 10l8 12M14 10l-8 12"/>')}failed</li>
<li>${sample('<path class="running" d="M2 8H20V24H2Z"/>')}running</li>
<li>${sample('<path class="past" d="M8 5h5V27h-5Z"/>')}expired or deleted</li>
<li>${sample('<path class="minor" d="M8 16h5"/>')}skipped or waiting</li>
<li>${sample('<rect class="missing" width="22" height="32"/>')}a good one was due</li>
</ul>
<ul class="legend" aria-label="Marks of the runs that were due">
<li><b>Due runs</b>${run("ran")}done</li>
<li>${sample('<path class="run failed" d="M7 12l8 9M15 12l-8 9"/>')}failed</li>
<li>${run("missed")}missed</li>
<li>${run("running")}running</li>
<li>${run("doubtful")}not known</li>
<li>${run("open")}not yet due or begun</li>
</ul>`;
