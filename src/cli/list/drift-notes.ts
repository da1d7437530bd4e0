import type { Drift } from "../../core/drift.js";

/** Most differences that are remembered: they repeat from page to page. */
const most = 50;

/** Keeps the differences between the responses and their contract, each once. */
export interface DriftNotes {
  readonly take: (drift: Drift) => void;
  /** Lines to say at the end: one for each under `debug`, otherwise one for all. */
  lines(debug: boolean): string[];
}

export function createDriftNotes(): DriftNotes {
  const seen = new Map<string, Drift>();
  return {
    take: (drift) => {
      const place = drift.pointer.replace(/\/\d+(?=\/|$)/g, "/*");
      const key = [drift.operation, drift.kind, place, String(drift.found)].join(" ");
      if (seen.size < most && !seen.has(key)) seen.set(key, { ...drift, pointer: place });
    },
    lines: (debug) => {
      if (seen.size === 0) return [];
      if (debug) return [...seen.values()].map((drift) => `debug: drift: ${describe(drift)}`);
      const [first] = seen.values();
      const others = seen.size === 1 ? "" : ` and ${seen.size - 1} more`;
      return [
        `note: the responses differ from their contract: ${first && describe(first)}${others}; --debug shows more`,
      ];
    },
  };
}

function describe({ kind, pointer, expected, found }: Drift): string {
  const what =
    found === undefined
      ? "nothing"
      : JSON.stringify(found, (_, value) => (typeof value === "bigint" ? String(value) : value));
  return `${kind} at ${pointer}: expected ${expected}, found ${what}`;
}
