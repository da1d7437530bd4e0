import { operations } from "../../../generated/dcs/operations.js";
import type { DcsBackupRecord, DcsJobErrorCode } from "../../../generated/dcs/types.js";
import { huaweiFormat, huaweiGatewayErrors } from "../api-formats.js";
import { hex, keyOf, mix, uuid } from "../random.js";
import type { MockServiceDefinition, SimulatorOptions } from "../service-definition.js";
import { type BackupRun, createPopulation, type Population } from "./population.js";
import { createRecords, type Records, wireSize } from "./records.js";

/** Backups of cache instances: waiting, backuping, then succeed or failed; later expired or deleted. */
export const dcsMock: MockServiceDefinition<"dcs"> = {
  name: "dcs",
  operations,
  format: huaweiFormat,
  errors: {
    ...huaweiGatewayErrors,
    parameter: [400, "DCS.4062"],
    "empty-project": [400, "DCS.4002"],
    "empty-resource": [400, "DCS.4062"],
    address: [404, "DCS.4001"],
    method: [404, "DCS.4001"],
    "unknown-resource": [404, "DCS.3022"],
    forbidden: [403, "DCS.2003"],
    "no-credentials": [401, "DCS.1003"],
    token: [401, "DCS.1001"],
    "expired-token": [401, "DCS.1002"],
    "other-project": [401, "DCS.1004"],
  },
  simulate: (options) => {
    const records = (instance = "") => recordsOf(options, instance);
    return {
      resource: uuid(mix(options.seed, 0, 1), options.seed, 0),
      listings: {
        ListBackupRecordsV1: {
          parameters: { resource: "instance_id", from: "beginTime", to: "endTime" },
          records,
        },
        ListBackupRecords: {
          parameters: { resource: "instance_id", from: "begin_time", to: "end_time" },
          records,
        },
      },
    };
  },
};

function recordsOf(options: SimulatorOptions, instance: string): Records {
  const key = keyOf(options.seed, "dcs", instance);
  const population = createPopulation(options, key, instance);
  return createRecords(population, {
    id: (number, index) => uuid(number, key, index),
    state: (index, now) => stateOf(population, index, now).status,
    record: (id, index, now) => wireRecord(options, population, { instance, id }, index, now),
  });
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long the backups of a schedule are kept. Manual ones stay until somebody deletes them. */
const RETENTION = 7 * DAY;

interface BackupState {
  readonly run: BackupRun;
  readonly status: NonNullable<DcsBackupRecord["status"]>;
  readonly manual: boolean;
  /** When the status last changed. */
  readonly changed: number;
}

function stateOf(population: Population, index: number, now: number): BackupState {
  const run = population.run(index, now);
  const manual = population.random(index, 10) < 0.2;
  const base = { run, manual };
  if (run.phase === "waiting") return { ...base, status: "waiting", changed: run.created };
  if (run.phase === "running") return { ...base, status: "backuping", changed: run.begins };
  const outcome = population.outcome(index);
  if (outcome === null ? population.random(index, 11) < 0.05 : outcome === "bad")
    return { ...base, status: "failed", changed: run.ends };
  const removed = manual
    ? population.random(index, 12) < 0.3
      ? run.ends + Math.floor((1 + 9 * population.random(index, 13)) * DAY)
      : Number.POSITIVE_INFINITY
    : run.created + RETENTION + HOUR + Math.floor(population.random(index, 13) * 10_000);
  return removed <= now && removed < Number.POSITIVE_INFINITY
    ? { ...base, status: manual ? "deleted" : "expired", changed: removed }
    : { ...base, status: "succeed", changed: run.ends };
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

type WireRecord = Omit<DcsBackupRecord, "size"> & { readonly size: number | bigint };

function wireRecord(
  options: SimulatorOptions,
  population: Population,
  ids: { readonly instance: string; readonly id: string },
  index: number,
  now: number,
): WireRecord {
  const { run, status, manual, changed } = stateOf(population, index, now);
  const failed = status === "failed";
  const ended = run.phase === "ended";
  // A failed backup got only part of the way.
  const share = failed ? population.random(index, 14) : run.progress;
  const typical = 1e6 + population.random(0, 17) ** 3 * 5e9;
  const size = ended && !failed ? Math.floor(typical * (0.95 + population.random(index, 15) / 10)) : 0;
  const hour = new Date(run.created).getUTCHours();
  return {
    status,
    remark: manual ? population.pick(index, 16, REMARKS) : null,
    period: manual ? null : `${twoDigits(hour)}:00-${twoDigits((hour + 1) % 24)}:00`,
    progress: (Math.floor(share * 10_000) / 100).toFixed(2),
    size: size === 0 ? 0 : wireSize(options, size),
    instance_id: ids.instance,
    backup_id: ids.id,
    created_at: iso(run.created),
    updated_at: iso(changed),
    ...(run.phase !== "waiting" && { execution_at: iso(run.begins) }),
    backup_type: manual ? "manual" : "auto",
    backup_name: `backup_${localDigits(run.created, population.key)}`,
    backup_format: population.pick(0, 17, FORMATS),
    error_code: failed ? population.pick(index, 18, FAILURES) : null,
    is_support_restore: ended && !failed ? "TRUE" : "FALSE",
  };
}

/** Names carry a local time whose offset differs from instance to instance, as in the documented examples. */
function localDigits(milliseconds: number, key: number): string {
  const hours = Number.parseInt(hex(key, 1), 16) % 2 === 0 ? 8 : 1;
  return iso(milliseconds + hours * HOUR)
    .slice(0, 19)
    .replace(/\D/g, "");
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
