import type { TargetStatus } from "../status.js";

/** A shape for each status, so that none is told by its colour alone; 16 by 16, drawn in the current colour. */
const SHAPES: Readonly<Record<TargetStatus, string>> = {
  ok: '<path d="M3.5 8.5l3 3 6-7"/>',
  late: '<circle cx="8" cy="8" r="5.5"/><path d="M8 4.8V8l2.4 1.6"/>',
  failing: '<path d="M4 4l8 8M12 4l-8 8"/>',
  stuck: '<path d="M5.5 3.5v9M10.5 3.5v9"/>',
  never: '<circle cx="8" cy="8" r="5.5"/><path d="M4.2 11.8l7.6-7.6"/>',
  unknown: '<path d="M5.6 6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.7M8 12.4v.2"/>',
  "not-checked": '<path d="M8 3v6.2M8 12.3v.3"/>',
};

/** The icon of a status; a word stands beside it. */
export function icon(status: TargetStatus): string {
  return `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${SHAPES[status]}</svg>`;
}
