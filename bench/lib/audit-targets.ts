import type { Target } from "../../src/audit/target.js";

/** What the targets of a row have in common. */
export interface TargetsAt {
  readonly service?: Target["service"];
  readonly baseUrl: string;
  readonly account?: string;
  /** Start of their ids. The simulator chooses the scenario of their backups by it. @default "i": daily */
  readonly scenario?: string;
}

const RESOURCES = { dcs: "instance", vbs: "policy", cbr: "instance", starrocks: "cluster" } as const;

/** Makes targets with the default objective and ids as long as the vendors' ids. */
export function makeTargets(count: number, at: TargetsAt): Target[] {
  const { service = "dcs", baseUrl, account = "bench", scenario = "i" } = at;
  return Array.from({ length: count }, (_, number) => {
    const id = `${scenario}-${String(number).padStart(35 - scenario.length, "0")}`;
    return {
      name: id,
      service,
      api: service === "dcs" ? "v2" : null,
      account,
      cloud: null,
      region: null,
      baseUrl,
      projectId: "fake-project-id",
      resource: { type: RESOURCES[service], id },
      group: null,
      labels: {},
      objective: {
        maxAge: 26 * 3_600_000,
        maxDuration: null,
        minRestorable: 0,
        ignore: { skipped: true, manual: false },
      },
    };
  });
}
