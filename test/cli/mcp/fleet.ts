import type { DcsBackupRecord } from "../../../generated/dcs/types.js";
import { dcsBackup, type Mock, startMock } from "../../../src/mock/index.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What happened to the backups of an instance; the name is the verdict that follows from it. */
export type Kind = "ok" | "late" | "failing" | "never" | "stuck";

/** An instance, and the truth on its backups: newest first. */
export interface Instance {
  readonly id: string;
  readonly kind: Kind;
  readonly group: "caches" | "sessions";
  readonly backups: readonly DcsBackupRecord[];
}

/** Instances of a fleet, without the one that has most of its records. */
const INSTANCES = 30;
const RECORDS = 8;

const KINDS: readonly Kind[] = ["ok", "ok", "ok", "late", "ok", "failing", "ok", "never", "ok", "stuck"];
const CODES = ["dcs.08.0001", "dcs.08.0002", "dcs.08.0005"];

/** A fleet with so many records, served by the simulator: the truth, and where it is. */
export interface Fleet {
  readonly size: number;
  /** When it was made, epoch milliseconds. */
  readonly now: number;
  readonly mock: Mock<"dcs">;
  readonly instances: readonly Instance[];
  /** The instance with most of the records. */
  readonly big: Instance;
  /** A targets file of all instances. */
  readonly targets: string;
}

/** Starts a simulator of a fleet with `size` records at `now`, epoch milliseconds. */
export async function startFleet(size: number, now: number): Promise<Fleet> {
  const small = Array.from({ length: INSTANCES }, (_, at) =>
    instance(`cache-${at}`, KINDS[at % KINDS.length] ?? "ok", at, RECORDS, now),
  );
  const big = instance("cache-big", "ok", INSTANCES, size - INSTANCES * RECORDS, now);
  const instances = [...small, big];
  const byId = new Map(instances.map((one) => [one.id, one.backups]));
  const mock = await startMock({
    services: ["dcs"],
    backups: { dcs: (id) => byId.get(id ?? "") ?? [] },
  });
  return { size, now, mock, instances, big, targets: targetsFile(instances, mock.urls.dcs) };
}

function instance(id: string, kind: Kind, at: number, records: number, now: number): Instance {
  const backups = Array.from({ length: records }, (_, index) => backup(id, kind, index, now));
  return { id, kind, group: at % 2 === 0 ? "caches" : "sessions", backups };
}

/** The newest backup of an instance tells its kind; every seventh of the others failed. */
function backup(resource: string, kind: Kind, index: number, now: number): DcsBackupRecord {
  const startedAt = new Date(now - 6 * HOUR - index * DAY - (kind === "late" ? 3 * DAY : 0));
  const running = kind === "stuck" && index === 0;
  const failed =
    kind === "never" || (kind === "failing" && index < 3) || (!running && index > 3 && index % 7 === 6);
  const trigger = index % 5 === 4 ? "manual" : "auto";
  const base = {
    id: `${resource}-${index}`,
    resource,
    startedAt,
    trigger,
    durationMs: 60_000 + index,
  } as const;
  if (running) return dcsBackup({ ...base, state: "running" });
  if (failed) return dcsBackup({ ...base, state: "failed", errorCode: CODES[index % CODES.length] });
  return dcsBackup({ ...base, sizeBytes: 1_000_000 + index });
}

function targetsFile(instances: readonly Instance[], url: string): string {
  const place = `{ service: dcs, api: v2, cloud: otc, region: eu-de, baseUrl: "${url}" }`;
  return `defaults:
  objective: { maxAge: 26h, maxDuration: 2h }
groups:
  caches: ${place}
  sessions: ${place}
targets:
${instances.map(({ id, group }) => `  - { name: ${id}, group: ${group}, instance: ${id} }`).join("\n")}
`;
}
