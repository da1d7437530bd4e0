import { scriptJson } from "../../escape.js";
import { pageHead } from "../../page-head.js";
import type { Audit } from "../audit.js";
import { type AuditRow, worstFirst } from "../row.js";
import { text as script } from "./client/main.ts?bundled";
import { packData, type ReportData, unpackData } from "./data.js";
import { rowHtml } from "./row.js";
import { text as style } from "./style.css?bundled";
import { number, summaryHtml } from "./summary.js";
import { axisHtml, legendHtml } from "./table.js";
import { type Span, usualSpan } from "./timeline.js";
import { shownTime } from "./words.js";

/** Rows that are there without a script: the worst. With one, only those on screen are. */
const STATIC_ROWS = 400;
const DAY = 86_400;

/**
 * The report as one page that needs nothing else: no request, no script but its own, by hash. Without a script
 * it shows the worst targets, as many as a browser takes easily.
 */
export function* reportPage(audit: Audit): Generator<string> {
  const packed = packData(audit, inOrder([...audit.rows, ...audit.unreached]));
  const data = unpackData({ ...packed, rows: packed.rows.slice(0, STATIC_ROWS) });
  const total = audit.tally.targets;
  const days = usualSpan(data.rows);
  const span: Span = { from: data.ended - days * DAY, to: data.ended };
  const title = `Backup audit, ${shownTime(data.ended)} UTC`;
  yield pageHead({ title, style, script, dark: true });
  yield `<body>
<main>
${headHtml(audit, data)}
${summaryHtml(audit.tally.counts, total)}
${controlsHtml}
${legendHtml}
<table id="targets" role="table" aria-rowcount="${total + 1}">
<caption>Targets, what nothing protects first, then the worst</caption>
${axisHtml(span)}
<tbody role="rowgroup">`;
  for (const [at, row] of data.rows.entries()) {
    yield rowHtml(row, { shown: at + 1, at, open: null }, span);
  }
  yield `</tbody>
</table>
<p id="none" hidden>No target is like that. <button type="button" id="reset">Show all</button></p>
${total > STATIC_ROWS ? `<noscript><p>These are the ${STATIC_ROWS} worst of ${number(total)} targets; the others need a script.</p></noscript>` : ""}
</main>
<svg width="0" height="0" class="defs" aria-hidden="true"><defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="7"/></pattern></defs></svg>
<script type="application/json" id="data">`;
  const { rows, ...rest } = packed;
  // In pieces: the whole may be larger than a string is allowed to be.
  yield `${scriptJson({ ...rest, rows: [] }).replace(/\]\}$/, "")}`;
  for (const [at, row] of rows.entries()) yield `${at === 0 ? "" : ","}\n${scriptJson(row)}`;
  yield `]}</script>
<script>${script}</script>
</body>
</html>
`;
}

function inOrder(rows: readonly AuditRow[]): AuditRow[] {
  const sorted = worstFirst(rows);
  const isUnprotected = ({ status }: AuditRow) => status === "unprotected";
  return [...sorted.filter(isUnprotected), ...sorted.filter((row) => !isUnprotected(row))];
}

function headHtml(audit: Audit, { ended }: ReportData): string {
  const { verdict, tone } = headlineOf(audit);
  const early = audit.unreached.length === 0 ? "" : " The audit was ended early.";
  const { unprotected } = audit.tally.counts;
  const bare =
    unprotected === 0 ? "" : `<p class="bare">Nothing protects ${number(unprotected)} of them.</p>`;
  return `<header><h1 class="${tone}">${verdict}</h1>${bare}<p>Backup audit of ${shownTime(ended)} UTC.${early} All times are UTC.</p></header>`;
}

/** What the audit came to. Only one that reached every target, and there were some, says that all is well. */
function headlineOf({ tally, unreached }: Audit): { tone: "well" | "wrong"; verdict: string } {
  const { targets, checked, counts } = tally;
  const attention = (wrong: number, of: number) =>
    `${number(wrong)} of ${number(of)} targets ${wrong === 1 ? "needs" : "need"} attention`;
  if (targets === 0 || unreached.length > 0) {
    const found = checked > counts.ok ? `; ${attention(checked - counts.ok, checked)}` : "";
    return {
      tone: "wrong",
      verdict: `${number(checked)} of ${number(targets)} targets were checked${found}`,
    };
  }
  if (counts.ok < targets) return { tone: "wrong", verdict: attention(targets - counts.ok, targets) };
  const all = targets === 1 ? "The one target is" : `All ${number(targets)} targets are`;
  return { tone: "well", verdict: `${all} backed up as intended` };
}

const controlsHtml = `<form id="controls" class="controls" role="search" hidden>
<label class="find"><span>Find</span><input type="search" id="find" autocomplete="off" spellcheck="false" placeholder="Name, label, reason …"></label>
<label><span>Group</span><select id="group"><option value="">All groups</option></select></label>
<label><span>Sort by</span><select id="sort"><option value="worst">Unprotected, then the worst</option><option value="age">Oldest backup first</option><option value="name">Name</option><option value="group">Group</option></select></label>
<label><span>Show</span><select id="span"></select></label>
<output id="found" aria-live="polite"></output>
</form>`;
