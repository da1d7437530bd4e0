import { statuses, type TargetStatus } from "../../status.js";
import type { ReportData } from "../data.js";
import { backupsHtml, rowHtml } from "../row.js";
import { number } from "../summary.js";
import { axisSvg } from "../table.js";
import { type Span, spans, usualSpan } from "../timeline.js";
import { type Choice, type Chosen, choose, haystackOf } from "./choose.js";
import { createChunks } from "./chunks.js";

const DAY = 86_400;
/** Rows on paper; more is no report. */
const PRINTED = 2000;

/** Brings the page to life: filters, order, and rows that are there only while they are near the screen. */
export function startView(data: ReportData): void {
  const { rows, ended } = data;
  const table = byId("targets", HTMLTableElement);
  const controls = byId("controls", HTMLFormElement);
  const find = byId("find", HTMLInputElement);
  const group = byId("group", HTMLSelectElement);
  const sort = byId("sort", HTMLSelectElement);
  const spanChoice = byId("span", HTMLSelectElement);
  const none = byId("none", HTMLElement);
  const found = byId("found", HTMLElement);
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("button[data-verdict]")];
  const haystacks = rows.map(haystackOf);
  const verdicts = new Set<TargetStatus>();
  const open = new Set<number>();
  let chosen: Chosen = [];
  let span: Span = { from: ended - usualSpan(rows) * DAY, to: ended };

  const chunks = createChunks(table, htmlOf, matchMedia("(max-width: 720px)").matches ? 150 : 72);

  function htmlOf(place: number): string {
    const at = chosen[place] ?? -1;
    const row = rows[at];
    if (!row) return "";
    const html = rowHtml(row, { shown: place + 1, at, open: open.has(at) }, span);
    return open.has(at) ? html + backupsHtml(row, data) : html;
  }

  function readChoice(): Choice {
    return {
      words: find.value.toLowerCase().split(/\s+/).filter(Boolean),
      group: group.selectedIndex <= 0 ? null : (groups[group.selectedIndex - 1] ?? null),
      verdicts,
      sort: sort.value,
    };
  }

  function update(): void {
    chosen = choose(rows, haystacks, readChoice());
    table.setAttribute("aria-rowcount", String(chosen.length + 1));
    table.hidden = chosen.length === 0;
    none.hidden = chosen.length > 0;
    const all = chosen.length === rows.length;
    found.textContent = all
      ? `${number(rows.length)} targets`
      : `${number(chosen.length)} of ${number(rows.length)} targets`;
    if (table.caption)
      table.caption.textContent = `Targets, ${sort.selectedOptions[0]?.text.toLowerCase() ?? ""}`;
    chunks.show(chosen.length);
  }

  const groups = [...new Set(rows.map((row) => row.group))].sort();
  for (const name of groups) group.add(new Option(name === "" ? "No group" : name));
  if (group.parentElement) group.parentElement.hidden = groups.length < 2;
  const usual = usualSpan(rows);
  for (const days of spans)
    spanChoice.add(new Option(`${days} days`, String(days), days === usual, days === usual));

  for (const control of [group, sort]) control.addEventListener("change", update);
  find.addEventListener("input", soon(update));
  controls.addEventListener("submit", (event) => event.preventDefault());
  spanChoice.addEventListener("change", () => {
    span = { from: ended - Number(spanChoice.value) * DAY, to: ended };
    const axis = table.querySelector(".axis");
    if (axis) axis.outerHTML = axisSvg(span);
    chunks.refresh();
  });
  for (const button of buttons) {
    button.disabled = false;
    button.addEventListener("click", () => {
      const status = statuses.find((one) => one === button.dataset["verdict"]);
      if (status === undefined) return;
      if (!verdicts.delete(status)) verdicts.add(status);
      button.setAttribute("aria-pressed", String(verdicts.has(status)));
      update();
    });
  }
  byId("reset", HTMLButtonElement).addEventListener("click", () => {
    controls.reset();
    verdicts.clear();
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    update();
    find.focus();
  });
  table.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("button[data-open]") : null;
    if (!button) return;
    const at = Number(button.dataset["open"]);
    const row = rows[at];
    const line = button.closest("tr");
    if (!row || !line) return;
    const opened = !open.delete(at);
    if (opened) open.add(at);
    button.setAttribute("aria-expanded", String(opened));
    if (opened) line.insertAdjacentHTML("afterend", backupsHtml(row, data));
    else line.nextElementSibling?.remove();
  });
  matchMedia("print").addEventListener("change", ({ matches }) => {
    if (matches) chunks.all(PRINTED);
    else chunks.show(chosen.length);
  });
  addEventListener("beforeprint", () => chunks.all(PRINTED));
  addEventListener("afterprint", () => chunks.show(chosen.length));

  controls.hidden = false;
  update();
}

/** Runs `work` once typing pauses. */
function soon(work: () => void): () => void {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(work, 80);
  };
}

function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`the page has no ${id}`);
}
