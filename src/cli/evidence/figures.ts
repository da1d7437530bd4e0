import type { RunOutcome } from "../../audit/assessment.js";
import type { HistoryLine, PauseEntry, RestoreEntry } from "./line.js";

/** A due run that was not kept. */
export interface LostRun {
  readonly due: string;
  readonly outcome: "missed" | "failed";
  /** What the audit said that found it first. */
  readonly reason: string;
  /** The exception that held by then. */
  readonly excuse: PauseEntry | null;
}

/** An exception, and in which checks it held. */
export interface Exception extends PauseEntry {
  readonly first: string;
  readonly last: string;
}

/** What a history says of a target in a period. */
export interface TargetFigures {
  readonly target: string;
  readonly group: string | null;
  readonly service: string;
  readonly resource: string;
  readonly schedule: string | null;
  /** Audits of the period, how many of them found it ok, and how many could not check it. */
  readonly audits: number;
  readonly ok: number;
  readonly notChecked: number;
  /** Runs that were due in the period: `kept`, `lost`, and those of which nothing is known yet. */
  readonly due: number;
  readonly kept: number;
  readonly lost: readonly LostRun[];
  readonly undecided: number;
  /** Of the runs that were decided and not excused, those that were kept, in tenths of a per cent, rounded down. */
  readonly keptPermille: number | null;
  readonly restores: readonly RestoreEntry[];
  readonly exceptions: readonly Exception[];
}

/** A period, epoch milliseconds, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Collects the figures of a period, line by line, in the order of the history. */
export class FigureCollector {
  readonly #period: Period;
  readonly #targets = new Map<string, Collected>();

  constructor(period: Period) {
    this.#period = period;
  }

  take(line: HistoryLine): void {
    const known = this.#targets.get(line.target);
    const one = known ?? new Collected();
    if (known === undefined) this.#targets.set(line.target, one);
    one.take(line, (time) => this.#within(time));
  }

  #within(time: string): boolean {
    const at = Date.parse(time);
    return at >= this.#period.from && at <= this.#period.to;
  }

  /** Targets of which the period knows something, by name. */
  figures(): TargetFigures[] {
    return [...this.#targets.values()]
      .flatMap((one) => one.figures() ?? [])
      .sort((a, b) => (a.target < b.target ? -1 : 1));
  }
}

interface RunSeen {
  outcome: RunOutcome;
  /** The first lines that called it missed or failed. */
  readonly first: Map<string, HistoryLine>;
}

class Collected {
  #last: HistoryLine | undefined;
  #audits = 0;
  #ok = 0;
  #notChecked = 0;
  readonly #runs = new Map<string, RunSeen>();
  readonly #restores = new Map<string, RestoreEntry>();
  readonly #exceptions = new Map<string, Exception>();

  take(line: HistoryLine, within: (time: string) => boolean): void {
    const { at, verdict, runs, lastRestore, pause } = line;
    // Later audits, too, say what became of a run.
    for (const [due, outcome] of runs.filter(([due]) => within(due))) {
      this.#takeRun(due, outcome, line);
      this.#last = line;
    }
    if (lastRestore !== null && within(lastRestore.at)) {
      this.#restores.set(`${lastRestore.at} ${lastRestore.backupId}`, lastRestore);
    }
    if (!within(at)) return;
    this.#last = line;
    this.#audits += 1;
    if (verdict === "ok") this.#ok += 1;
    if (verdict === "not-checked") this.#notChecked += 1;
    if (pause === null) return;
    const key = JSON.stringify([pause.until, pause.reason, pause.acceptedBy]);
    this.#exceptions.set(key, { ...pause, first: this.#exceptions.get(key)?.first ?? at, last: at });
  }

  /** A run that was once kept stays so: its record may be deleted later. */
  #takeRun(due: string, outcome: RunOutcome, line: HistoryLine): void {
    const seen = this.#runs.get(due) ?? { outcome, first: new Map() };
    if (seen.outcome !== "ran") seen.outcome = outcome;
    if (!seen.first.has(outcome)) seen.first.set(outcome, line);
    this.#runs.set(due, seen);
  }

  figures(): TargetFigures | undefined {
    const line = this.#last;
    if (line === undefined) return undefined;
    const runs = [...this.#runs].sort(([a], [b]) => Date.parse(a) - Date.parse(b));
    const kept = runs.filter(([, { outcome }]) => outcome === "ran").length;
    const lost = runs.flatMap(([due, { outcome, first }]): LostRun[] => {
      if (outcome !== "missed" && outcome !== "failed") return [];
      const found = first.get(outcome);
      return [{ due, outcome, reason: found?.reason ?? "", excuse: found?.pause ?? null }];
    });
    const counted = kept + lost.filter(({ excuse }) => excuse === null).length;
    return {
      target: line.target,
      group: line.group,
      service: line.service,
      resource: line.resource.id,
      schedule: line.schedule,
      audits: this.#audits,
      ok: this.#ok,
      notChecked: this.#notChecked,
      due: runs.length,
      kept,
      lost,
      undecided: runs.length - kept - lost.length,
      keptPermille: counted === 0 ? null : Math.floor((kept * 1000) / counted),
      restores: [...this.#restores.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
      exceptions: [...this.#exceptions.values()],
    };
  }
}

/** `99.5`, or an empty text if nothing was decided. */
export function percent(permille: number | null): string {
  return permille === null ? "" : (permille / 10).toFixed(1);
}

/** What all targets come to. */
export function total(figures: readonly TargetFigures[]) {
  const sum = (of: (one: TargetFigures) => number) => figures.reduce((all, one) => all + of(one), 0);
  const kept = sum((one) => one.kept);
  const excused = sum((one) => one.lost.filter(({ excuse }) => excuse !== null).length);
  const missed = sum((one) => one.lost.filter(({ outcome }) => outcome === "missed").length);
  const failed = sum((one) => one.lost.filter(({ outcome }) => outcome === "failed").length);
  const counted = kept + missed + failed - excused;
  return {
    due: sum((one) => one.due),
    kept,
    missed,
    failed,
    excused,
    undecided: sum((one) => one.undecided),
    keptPermille: counted === 0 ? null : Math.floor((kept * 1000) / counted),
  };
}
