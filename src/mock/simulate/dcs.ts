import type { DcsBackupRecord, DcsJobErrorCode } from "../../../generated/dcs/types.js";
import { hex, keyOf, mix, scramble, unscramble, uuid } from "../random.js";
import { courseOf } from "./course.js";
import { type Model, sizeOf, type World, wireSize } from "./model.js";
import { createPopulation, type Life, type Population } from "./population.js";
import type { Records } from "./records.js";

type WireRecord = Omit<DcsBackupRecord, "size"> & { readonly size: number | bigint };

/** Backups of cache instances: waiting, backuping, then succeed or failed; later expired or deleted. */
export function dcsModel(world: World): Model {
  return {
    bindings: {
      ListBackupRecordsV1: { resource: "instance_id", from: "beginTime", to: "endTime" },
      ListBackupRecords: { resource: "instance_id", from: "begin_time", to: "end_time" },
    },
    records: (instance = "") => recordsOf(world, instance),
    resource: uuid(mix(world.seed, 0, 1), world.seed, 0),
    envelope: () => ({}),
  };
}

function recordsOf(world: World, instance: string): Records {
  const key = keyOf(world.seed, "dcs", instance);
  const population = createPopulation({
    key,
    size: sizeOf(world, instance),
    start: world.start,
    course: courseOf(instance),
  });
  const id = (index: number) => uuid(scramble(key, index), key, index);
  return {
    ...population,
    state: (index, now) => stateOf(population, index, now).status,
    record: (index, now) => wire(world, population, instance, id(index), index, now),
    indexOf(backup) {
      const index = unscramble(key, Number.parseInt(backup.slice(0, 8), 16));
      return index < population.size && id(index) === backup ? index : undefined;
    },
  };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long the backups of a schedule are kept; those that a person made stay until one deletes them. */
const RETENTION = 7 * DAY;

interface State {
  readonly life: Life;
  readonly status: NonNullable<DcsBackupRecord["status"]>;
  readonly manual: boolean;
  /** When the status last changed. */
  readonly changed: number;
}

function stateOf(population: Population, index: number, now: number): State {
  const life = population.life(index, now);
  const manual = population.random(index, 10) < 0.2;
  const base = { life, manual };
  if (life.phase === "waiting") return { ...base, status: "waiting", changed: life.created };
  if (life.phase === "running") return { ...base, status: "backuping", changed: life.begins };
  const outcome = population.outcome(index);
  if (outcome === null ? population.random(index, 11) < 0.05 : outcome === "bad")
    return { ...base, status: "failed", changed: life.ends };
  const gone = manual
    ? population.random(index, 12) < 0.3
      ? life.ends + Math.floor((1 + 9 * population.random(index, 13)) * DAY)
      : Number.POSITIVE_INFINITY
    : life.created + RETENTION + HOUR + Math.floor(population.random(index, 13) * 10_000);
  return gone <= now && gone < Number.POSITIVE_INFINITY
    ? { ...base, status: manual ? "deleted" : "expired", changed: gone }
    : { ...base, status: "succeed", changed: life.ends };
}

const REMARKS = [null, "001", "before the upgrade", "升级前备份", "monthly"];
const FORMATS = ["AOF", "aof", "rdb"];
/** Code 7 is left out: it belongs to restorations. */
const FAILURES: readonly DcsJobErrorCode[] = [
  "dcs.08.0001",
  "dcs.08.0002",
  "dcs.08.0003",
  "dcs.08.0004",
  "dcs.08.0005",
  "dcs.08.0006",
  "dcs.08.0008",
];

function wire(
  world: World,
  population: Population,
  instance: string,
  backup: string,
  index: number,
  now: number,
): WireRecord {
  const { life, status, manual, changed } = stateOf(population, index, now);
  const failed = status === "failed";
  const ended = life.phase === "ended";
  // A backup that fails does so some way through.
  const share = failed ? population.random(index, 14) : life.progress;
  const size = ended && !failed ? 100_000 + Math.floor(population.random(index, 15) ** 3 * 5e9) : 0;
  const hour = new Date(life.created).getUTCHours();
  return {
    status,
    remark: manual ? population.pick(index, 16, REMARKS) : null,
    period: manual ? null : `${two(hour)}:00-${two((hour + 1) % 24)}:00`,
    progress: (Math.floor(share * 10_000) / 100).toFixed(2),
    size: size === 0 ? 0 : wireSize(world, size),
    instance_id: instance,
    backup_id: backup,
    created_at: iso(life.created),
    updated_at: iso(changed),
    ...(life.phase !== "waiting" && { execution_at: iso(life.begins) }),
    backup_type: manual ? "manual" : "auto",
    backup_name: `backup_${localDigits(life.created, population.key)}`,
    backup_format: population.pick(0, 17, FORMATS),
    error_code: failed ? population.pick(index, 18, FAILURES) : null,
    is_support_restore: ended && !failed ? "TRUE" : "FALSE",
  };
}

/** Names carry a local time whose offset differs from instance to instance, as in the documents. */
function localDigits(milliseconds: number, key: number): string {
  const hours = Number.parseInt(hex(key, 1), 16) % 2 === 0 ? 8 : 1;
  return iso(milliseconds + hours * HOUR)
    .slice(0, 19)
    .replace(/\D/g, "");
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
