import type { TargetStatus } from "../status.js";
import { icon } from "./icons.js";
import { meanings, reportOrder } from "./words.js";

/** How many stand how. */
export type Counts = Readonly<Record<TargetStatus, number>>;

/** One bar of all targets, and a line with a bar for each verdict, which filters once there is a script. */
export function summaryHtml(counts: Counts, total: number): string {
  const shown = reportOrder.filter((status) => counts[status] > 0 || status === "ok");
  const items = shown.map((status) => {
    const share = total === 0 ? 0 : counts[status] / total;
    return (
      `<li><button type="button" class="count ${status}" data-verdict="${status}" aria-pressed="false" disabled>` +
      `${icon(status)}<span class="word">${status}</span><span class="number">${number(counts[status])}</span>` +
      `<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">` +
      `<rect class="rest" width="100" height="4"/><rect width="${share === 0 ? 0 : Math.max(1, share * 100).toFixed(2)}" height="4"/></svg>` +
      `<span class="meaning">${meanings[status]}</span></button></li>`
    );
  });
  return `${wholeBar(counts, total)}<ul class="counts">${items.join("")}</ul>`;
}

function wholeBar(counts: Counts, total: number): string {
  let left = 0;
  const parts = [...reportOrder].reverse().flatMap((status) => {
    const count = counts[status];
    if (count === 0) return [];
    // What is rare must not vanish.
    const width = Math.max(0.5, (count / Math.max(1, total)) * 100);
    const part = `<rect class="${status}" x="${left.toFixed(2)}" width="${Math.max(0.3, width - 0.15).toFixed(2)}" height="6"/>`;
    left += width;
    return [part];
  });
  const words = reportOrder.filter((one) => counts[one] > 0).map((one) => `${counts[one]} ${one}`);
  return `<svg class="whole" role="img" viewBox="0 0 ${Math.max(100, left).toFixed(2)} 6" preserveAspectRatio="none" aria-label="Of ${total} targets ${words.join(", ")}">${parts.join("")}</svg>`;
}

/** 12,345 with a thin gap instead of a comma, which means something else elsewhere. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, "\u202F");
}
