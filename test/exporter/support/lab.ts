import { createAccountClients } from "../../../src/audit/account-clients.js";
import { defaultObjective } from "../../../src/audit/objective.js";
import type { Account, Target, TargetSchedule } from "../../../src/audit/target.js";
import { readPlaces } from "../../../src/audit/targets/node.js";
import { type Checked, type Exporter, startExporter } from "../../../src/cli/exporter/exporter.js";
import type { Clock } from "../../../src/core/deadline.js";
import { type Mock, startMock } from "../../../src/mock/index.js";

/** A simulator, an exporter of its targets, and the clock that both share. */
export interface Lab {
  readonly mock: Mock<"dcs">;
  readonly exporter: Exporter;
  /** Moves the time forward. */
  pass(milliseconds: number): void;
  /** Resolves when the current round, or else the next one, has ended. */
  round(): Promise<void>;
  /** Resolves when the next round has ended. */
  ended(): Promise<void>;
  /** Starts the next round at once, and waits for its end. */
  nextRound(): Promise<void>;
  /** Serves these targets instead. */
  replace(ids: readonly string[]): void;
  /** One scrape. */
  scrape(): Promise<Sample[]>;
  stop(): Promise<void>;
}

/** One line of a scrape. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const INTERVAL = 3_600_000;
const HOUR = 3_600_000;

const account: Account = { name: "lab", environment: {}, rateLimit: null };

function targetOf(baseUrl: string, id: string, schedule: TargetSchedule | null): Target {
  return {
    name: id,
    service: "dcs",
    api: "v2",
    account: "lab",
    cloud: null,
    region: null,
    baseUrl,
    projectId: "fake-project",
    resource: { type: "instance", id },
    group: "caches",
    labels: { "cost-center": "4711" },
    objective: { ...defaultObjective, maxAge: 26 * HOUR, maxDuration: 6 * HOUR },
    schedule,
  };
}

/** How a lab differs from the usual one. */
export interface LabOptions {
  /** @default false */
  readonly allSeries?: boolean;
  /** @default null */
  readonly schedule?: TargetSchedule | null;
  /** Names of instances to find, beside those of the ids. @default none */
  readonly find?: readonly string[];
  /** @default the client's own */
  readonly fetch?: typeof fetch;
}

/** Starts a lab with one target for each id. The beginning of an id chooses a scenario of the simulator. */
export async function startLab(
  ids: readonly string[],
  { allSeries = false, schedule = null, find, fetch: ownFetch }: LabOptions = {},
): Promise<Lab> {
  let offset = 0;
  let nextRound: (() => void) | undefined;
  const clock: Clock = {
    now: () => Date.now() + offset,
    after(ms, callback) {
      // The wait between two rounds ends when the test ends it.
      if (ms > INTERVAL / 2) {
        nextRound = callback;
        return () => {};
      }
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
  const mock = await startMock({ services: ["dcs"], mode: "simulate", gaps: find !== undefined, clock });
  const place = {
    service: "dcs",
    cloud: "otc",
    regions: ["eu-de"],
    projects: ["p"],
    baseUrl: mock.urls.dcs,
  } as const;
  const places = find === undefined ? [] : [{ ...place, names: [...find] }];
  const nothing = { discoveries: [], accounts: new Map<string, Account>() };
  const { discoveries, accounts } = places.length === 0 ? nothing : await readPlaces(places, { env: {} });
  const waiting = new Set<() => void>();
  let rounds = 0;
  const checked = (ids: readonly string[]): Checked => ({
    targets: ids.map((id) => targetOf(mock.urls.dcs, id, schedule)),
    discoveries,
    clientsOf: (metrics, signal) =>
      createAccountClients({
        accounts: new Map([...accounts, [account.name, account]]),
        env: {},
        signal,
        client: { clock, fetch: ownFetch, retry: { attempts: 1 }, onEvent: (event) => metrics.count(event) },
      }),
  });
  const exporter = await startExporter({
    ...checked(ids),
    listen: { host: "127.0.0.1", port: 0 },
    intervalMs: INTERVAL,
    concurrency: 4,
    allSeries,
    clock,
    onRound() {
      rounds += 1;
      for (const resolve of waiting) resolve();
      waiting.clear();
    },
  });
  const ended = () => new Promise<void>((resolve) => waiting.add(resolve));
  return {
    mock,
    exporter,
    ended,
    pass: (milliseconds) => {
      offset += milliseconds;
    },
    round: () => (rounds > 0 ? Promise.resolve() : ended()),
    async nextRound() {
      const done = ended();
      nextRound?.();
      await done;
    },
    replace: (ids) => exporter.replaceTargets(checked(ids)),
    async scrape() {
      const response = await fetch(`${exporter.url}/metrics`);
      return parse(await response.text());
    },
    async stop() {
      exporter.stop();
      await exporter.ended;
      await mock.stop();
    },
  };
}

function parse(text: string): Sample[] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, name = "", labels = "", value = ""] = /^([\w:]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text]);
      return { name, labels: Object.fromEntries(pairs), value: Number(value) };
    });
}
