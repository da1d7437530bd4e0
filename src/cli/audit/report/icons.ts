import type { TargetStatus } from "../status.js";

/** A shape for each status, so that none is told by its colour alone; 16 by 16, drawn in the current colour. */
const SHAPES: Readonly<Record<TargetStatus, string>> = {
  ok: '<path d="M3.5 8.5l3 3 6-7"/>',
  late: '<circle cx="8" cy="8" r="5.5"/><path d="M8 4.8V8l2.4 1.6"/>',
  failing: '<path d="M4 4l8 8M12 4l-8 8"/>',
  stuck: '<path d="M5.5 3.5v9M10.5 3.5v9"/>',
  missed: '<circle cx="8" cy="8" r="5.5" stroke-dasharray="3 2.5"/>',
  unprotected: '<path d="M4.5 7.5v-1a3.5 3.5 0 0 1 6.6-1.6M4 7.5h8v5H4z"/>',
  suspect: '<path d="M8 3l5.5 10h-11zM8 7v2.6M8 11.3v.2"/>',
  paused: '<path d="M4 8h8"/>',
  gone: '<path d="M4 13h8M5 13V6a3 3 0 0 1 6 0v7"/>',
  new: '<path d="M8 3.5v9M3.5 8h9"/>',
  never: '<circle cx="8" cy="8" r="5.5"/><path d="M4.2 11.8l7.6-7.6"/>',
  unknown: '<path d="M5.6 6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.7M8 12.4v.2"/>',
  "not-checked": '<path d="M8 3v6.2M8 12.3v.3"/>',
};

/** The icon of a status; a word stands beside it. */
export function icon(status: TargetStatus): string {
  return `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${SHAPES[status]}</svg>`;
}
