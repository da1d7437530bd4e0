import type { Target } from "./target.js";

/** Targets waiting by account, so that an account that must wait for its rate limit holds up no other. */
export interface Lanes {
  /** The next target, of the account that has the fewest under way; undefined where none is left. */
  next(): Target | undefined;
  /** Notes that a target is no longer under way. */
  done(target: Target): void;
}

interface Lane {
  readonly targets: Target[];
  begun: number;
  underWay: number;
}

/** Puts targets into a lane for each account, in the order given within each. */
export function openLanes(targets: Iterable<Target>): Lanes {
  const lanes = new Map<string, Lane>();
  for (const target of targets) {
    const lane = lanes.get(target.account);
    if (lane) lane.targets.push(target);
    else lanes.set(target.account, { targets: [target], begun: 0, underWay: 0 });
  }
  const waiting = new Set(lanes.values());
  return {
    next() {
      let least: Lane | undefined;
      for (const lane of waiting) if (!least || lane.underWay < least.underWay) least = lane;
      const target = least?.targets[least.begun];
      if (!least || !target) return undefined;
      least.underWay++;
      if (++least.begun === least.targets.length) waiting.delete(least);
      return target;
    },
    done({ account }) {
      const lane = lanes.get(account);
      if (lane) lane.underWay--;
    },
  };
}
