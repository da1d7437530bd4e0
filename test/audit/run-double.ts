import { defaultObjective } from "../../src/audit/objective.js";
import type { TargetResult } from "../../src/audit/result.js";
import type { CheckTarget } from "../../src/audit/run.js";
import type { Target } from "../../src/audit/target.js";

/** A target of a made-up instance. */
export function target(name: string, over: Partial<Target> = {}): Target {
  return {
    name,
    service: "dcs",
    api: "v1.0",
    account: "default",
    cloud: null,
    region: null,
    baseUrl: "http://127.0.0.1:1",
    projectId: "p",
    resource: { type: "instance", id: name },
    group: null,
    labels: {},
    objective: defaultObjective,
    ...over,
  };
}

/** A result without anything in it. */
export function blank(of: Target): TargetResult {
  return {
    target: of,
    assessment: null,
    failure: null,
    timeline: [],
    requests: 1,
    throttled: 0,
    askedAt: 0,
    durationMs: 0,
  };
}

/** A check whose results come when the test says so. */
export function heldCheck() {
  const held = new Map<string, () => void>();
  const begun: string[] = [];
  let most = 0;
  const check: CheckTarget = (of, _, { signal }) =>
    new Promise((resolve, reject) => {
      begun.push(of.name);
      held.set(of.name, () => {
        held.delete(of.name);
        resolve(blank(of));
      });
      most = Math.max(most, held.size);
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  return {
    check,
    begun,
    held,
    get most() {
      return most;
    },
  };
}
