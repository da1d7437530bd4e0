/** What targets do to the worker that checks them. */
export type Kind = "fine" | "failing" | "poison";

/** How the result of each begins. */
const OUTCOME = { fine: "Error", failing: "RangeError", poison: "WorkerCrash" } as const;

/** A worker's process, from its start to its end. */
export interface Holder {
  readonly name: string;
  /** Targets that it checks at the moment, and those of them that it checks with nothing beside them. */
  readonly checks: string[];
  readonly exclusive: Set<string>;
}

/** A job in the hands of a worker. */
export interface Hold {
  readonly by: Holder;
  /** Of its targets. */
  readonly names: readonly string[];
  /** Whether the worker was lost with it, as far as others can tell. */
  isLost: boolean;
}

/** What must be true of a run, step by step: the set of its targets, with the result of each. */
export interface QueueModel {
  /** What Redis must reply to a worker that begins a target, and what follows from it. */
  begin(hold: Hold, name: string, exclusive: boolean, wanted: boolean): Expected;
  /** What Redis must reply to a worker that has a result. */
  record(name: string, text: string, wanted: boolean): Expected;
  /** A worker takes back its note about a target. */
  handBack(name: string): void;
  /** A worker checks a target. */
  check(by: Holder, name: string): void;
  /** A worker is done with a job in the normal course of things. */
  settle(hold: Hold): void;
  /** A worker was lost with a job of these targets, by BullMQ's count. */
  lose(names: Iterable<string>): void;
  /** Redis has lost the run. */
  forget(): void;
  /** An audit yields a result. */
  yields(seen: ReadonlySet<string>, name: string, text: string): void;
  /** The results of the run in their order. */
  readonly recorded: ReadonlyMap<string, string>;
}

/** A reply that is expected: compared with the real one, which makes it true. */
export interface Expected {
  readonly reply: string | number;
  /** Called if Redis has replied. */
  readonly apply: () => void;
}

/** @throws Error, by any of its functions, for what must not happen */
export function createModel(
  kinds: ReadonlyMap<string, Kind>,
  textOf: (encoded: string) => string,
): QueueModel {
  const recorded = new Map<string, string>();
  /** Results that have been the first of a target; several if Redis has lost the run. */
  const firsts = new Map<string, Set<string>>();
  /** Who checks a target exclusively. */
  const notes = new Map<string, Hold>();
  const losses = new Map<string, number>();
  const blamed = new Set<string>();
  return {
    recorded,
    begin(hold, name, exclusive, wanted) {
      const nothing = () => {};
      if (!wanted) return { reply: "unwanted", apply: nothing };
      if (recorded.has(name)) return { reply: "done", apply: nothing };
      const note = notes.get(name);
      if (!exclusive) return { reply: "go", apply: nothing };
      if (note === undefined) {
        return {
          reply: "go",
          apply() {
            notes.set(name, hold);
            hold.by.exclusive.add(name);
          },
        };
      }
      return {
        reply: "crashed",
        apply() {
          if (!note.isLost) throw new Error(`${name} is blamed, but ${note.by.name} was not lost with it`);
          const count = losses.get(name) ?? 0;
          if (count < 3) throw new Error(`${name} is blamed after ${count} losses`);
          blamed.add(name);
        },
      };
    },
    record(name, text, wanted) {
      const isFirst = wanted && !recorded.has(name);
      return {
        reply: isFirst ? 1 : 0,
        apply() {
          if (!isFirst) return;
          recorded.set(name, text);
          firsts.set(name, (firsts.get(name) ?? new Set()).add(textOf(text)));
          notes.delete(name);
        },
      };
    },
    handBack(name) {
      notes.delete(name);
    },
    check(by, name) {
      if (recorded.has(name)) throw new Error(`${name} is checked after it had its result`);
      by.checks.push(name);
      if (by.exclusive.size > 0 && by.checks.length > 1) {
        throw new Error(`${[...by.exclusive]} is checked beside ${by.checks}`);
      }
    },
    settle(hold) {
      for (const name of hold.names) if (notes.get(name) === hold) notes.delete(name);
    },
    lose(names) {
      for (const name of names) losses.set(name, (losses.get(name) ?? 0) + 1);
    },
    forget() {
      recorded.clear();
      notes.clear();
    },
    yields(seen, name, text) {
      if (seen.has(name)) throw new Error(`${name} is yielded twice`);
      if (!firsts.get(name)?.has(text))
        throw new Error(`${name} is yielded with a result that was not the first`);
      const own = OUTCOME[kinds.get(name) ?? "fine"];
      const isBlamed = blamed.has(name) && text.startsWith(OUTCOME.poison);
      if (!text.startsWith(own) && !isBlamed) throw new Error(`${name} has the result ${text}`);
    },
  };
}
