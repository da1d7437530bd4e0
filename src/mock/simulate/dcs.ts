import { operations } from "../../../generated/dcs/operations.js";
import type { DcsBackupRecord, DcsJobErrorCode } from "../../../generated/dcs/types.js";
import { toBackupRecord } from "../../dcs/record.js";
import type { Loose } from "../../records/fields.js";
import { huaweiFormat, huaweiGatewayErrors } from "../api-formats.js";
import { hex, scramble, uuid } from "../random.js";
import type { MockServiceDefinition, SimulatorOptions } from "../service-definition.js";
import {
  createAccount,
  type DcsAccount,
  type DcsBackups,
  listedInstance,
  passes,
  type SimulatedInstance,
  wireInstance,
} from "./dcs-instances.js";
import { AMONG, EVERY, type RestorableBackup, restoresOf } from "./dcs-restores.js";
import { givenRecords } from "./given.js";
import type { BackupRun } from "./population.js";
import { createRecords, listOf, type Records, wireSize } from "./records.js";

/**
 * Cache instances, their backups and restorations. A backup is waiting, backuping, then succeed or failed, and later
 * expired or deleted; a restoration is waiting, restoring, then succeed or failed.
 */
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
    const account = createAccount(options);
    const records = (instance = "") => recordsOf(options, account.instance(instance));
    const given = (wires: readonly object[]) => givenRecords(wires, toBackupRecord, statusOf);
    return {
      resource: account.resource,
      listings: {
        ListBackupRecordsV1: {
          parameters: { resource: "instance_id", from: "beginTime", to: "endTime" },
          records,
          given,
        },
        ListBackupRecords: {
          parameters: { resource: "instance_id", from: "begin_time", to: "end_time" },
          records,
          given,
        },
        ListInstances: {
          parameters: { resource: "instance_id" },
          emptyIfUnknown: true,
          records: (instance, _, text, now) => instanceRecords(account, instance, text, now),
        },
        ListRestoreRecords: {
          parameters: { resource: "instance_id", from: "begin_time", to: "end_time" },
          records: (id = "") => {
            const instance = account.instance(id);
            return restoresOf(options, instance, restorableBackups(options, instance));
          },
        },
      },
      responses: {
        ShowInstance: {
          resource: "instance_id",
          body: ({ resource = "" }) => wireInstance(account.instance(resource)),
        },
      },
    };
  },
};

const statusOf = ({ status }: Loose<DcsBackupRecord>) => String(status);

function recordsOf(options: SimulatorOptions, { id: instance, key, backups }: SimulatedInstance): Records {
  return createRecords(backups.population, {
    id: (number, index) => uuid(number, key, index),
    state: (index, now) => stateOf(backups, index, now).status,
    record: (id, index, now) => wireRecord(options, backups, { instance, id }, index, now),
  });
}

/** The instances that a request asks for: those of the account, or the one that it names. */
function instanceRecords(
  account: DcsAccount,
  instance: string | undefined,
  text: (parameter: string) => string | undefined,
  now: number,
): Records {
  const filter = {
    name: text("name"),
    exactName: text("name_equal") === "true",
    status: text("status"),
    tags: text("tags")?.split(",") ?? [],
    ip: text("ip"),
    capacity: text("capacity"),
    failed: text("include_failure") === "true",
  };
  const all = instance === undefined ? account.instances(now) : [account.instance(instance)];
  return listOf(
    all.filter((one) => passes(one, filter)),
    listedInstance,
  );
}

/** One of every five of the newest backups, if it succeeded. */
function restorableBackups(
  options: SimulatorOptions,
  { id: instance, key, backups }: SimulatedInstance,
): RestorableBackup[] {
  const found: RestorableBackup[] = [];
  for (let index = 1; index < Math.min(backups.population.size, AMONG); index += EVERY) {
    const { ends } = backups.population.run(index, options.start);
    if (ends > options.start || stateOf(backups, index, ends).status !== "succeed") continue;
    const ids = { instance, id: uuid(scramble(key, index), key, index) };
    const { backup_name: name, remark } = wireRecord(options, backups, ids, index, ends);
    found.push({ id: ids.id, name, remark, ended: ends });
  }
  return found;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface BackupState {
  readonly run: BackupRun;
  readonly status: NonNullable<DcsBackupRecord["status"]>;
  readonly manual: boolean;
  /** When the status last changed. */
  readonly changed: number;
}

function stateOf({ population, by, saveDays }: DcsBackups, index: number, now: number): BackupState {
  const run = population.run(index, now);
  const manual = by === "both" ? population.random(index, 10) < 0.2 : by === "manual";
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
    : run.created + saveDays * DAY + HOUR + Math.floor(population.random(index, 13) * 10_000);
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
  backups: DcsBackups,
  ids: { readonly instance: string; readonly id: string },
  index: number,
  now: number,
): WireRecord {
  const { population } = backups;
  const { run, status, manual, changed } = stateOf(backups, index, now);
  const failed = status === "failed";
  const ended = run.phase === "ended";
  // A failed backup got only part of the way.
  const share = failed ? population.random(index, 14) : run.progress;
  const typical = 1e6 + population.random(0, 17) ** 3 * 5e9;
  const full = ended && !failed && population.outcome(index) !== "empty";
  const size = full ? Math.floor(typical * (0.95 + population.random(index, 15) / 10)) : 0;
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
