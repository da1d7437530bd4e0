import type { Line, Rounds } from "./outcome.js";
import { spread } from "./statistics.js";

/** Headings of `sideLines`. */
export const sideHeadings = [
  "",
  "µs a call",
  "quartiles",
  "calls a second",
  "processor µs a call",
  "connections",
];

/** What each side took, one line a side. */
export function sideLines(results: Iterable<Rounds>): Line[] {
  return [...results].map(({ work, ms, cpuMs }) => {
    const calls = work.calls / ms.length;
    const { median, low, high } = spread(ms.map((time) => (time * 1000) / calls));
    const cpu = spread(cpuMs.map((time) => (time * 1000) / calls)).median;
    return {
      name: work.name,
      cells: [
        median.toFixed(1),
        `${low.toFixed(1)} – ${high.toFixed(1)}`,
        Math.round(1e6 / median).toLocaleString("en"),
        cpu.toFixed(1),
        String(work.seen.sockets),
      ],
    };
  });
}

/** How much was measured, for a reader. */
export function roundsNote(results: ReadonlyMap<string, Rounds>): string {
  const [first] = results.values();
  if (first === undefined) return "Nothing was measured.";
  const rounds = first.ms.length;
  const calls = (first.work.calls / rounds).toLocaleString("en");
  return `${rounds} rounds of ${calls} calls a side; the connections are the most that were opened in one round.`;
}
