import { operations } from "../../../generated/cbr/operations.js";
import type {
  CbrBackup,
  CbrOperationLog,
  CbrOperationLogResponse,
  CbrOperationStatus,
  CbrPolicyList,
} from "../../../generated/cbr/types.js";
import { readLog } from "../../cbr/record.js";
import type { Loose } from "../../records/fields.js";
import { huaweiFormat, huaweiGatewayErrors } from "../api-formats.js";
import { hex, mix, scramble, uuid } from "../random.js";
import type { MockServiceDefinition } from "../service-definition.js";
import {
  type CbrAccount,
  type CbrMember,
  createCbrAccount,
  PROVIDERS,
  TYPES,
  wireProtectable,
  wireVault,
} from "./cbr-account.js";
import { wireTime } from "./cbr-backup.js";
import { givenRecords } from "./given.js";
import { createRecords, listOf, merge, type Records } from "./records.js";

/**
 * Vaults, their members and policies, and operation logs: backups that are waiting, running, then success, failed,
 * timeout or skipped, and a restoration of each resource but most of the healthy ones. The project has a server that does not
 * follow the policy of its vault, and one that is in no vault; with `gaps` also a full vault, one without a policy, one
 * whose policy is off, and a member that does not exist any more.
 */
export const cbrMock: MockServiceDefinition<"cbr"> = {
  name: "cbr",
  operations,
  format: huaweiFormat,
  errors: {
    ...huaweiGatewayErrors,
    parameter: [400, "BackupService.9900"],
    "empty-project": [400, "BackupService.9900"],
    "empty-resource": [400, "BackupService.9900"],
    address: [404, "APIGW.0101"],
    method: [404, "APIGW.0101"],
    "unknown-resource": [404, "BackupService.6500"],
    forbidden: [403, "BackupService.8600"],
    "no-credentials": [401, "APIGW.0301"],
    token: [401, "APIGW.0301"],
    "expired-token": [401, "APIGW.0301"],
    "other-project": [403, "BackupService.8600"],
  },
  simulate: (options) => {
    const account = createCbrAccount(options);
    const merged = new Map<string, Records>();
    /** The logs of some members as one listing; its order is computed once. */
    const logsOf = (members: readonly CbrMember[], type: string | undefined): Records => {
      const [only, ...others] = members;
      if (only !== undefined && others.length === 0 && type === "backup") return backupLogs(account, only);
      const key = JSON.stringify([type, members.map(({ id }) => id)]);
      const known =
        merged.get(key) ??
        merge([
          ...(type === "backup" || type === undefined ? members.map((one) => backupLogs(account, one)) : []),
          ...(type === "restore" || type === undefined
            ? members.map((one) => restoreLogs(account, one))
            : []),
        ]);
      merged.set(key, known);
      return known;
    };
    const all = (now: number) => account.members(now);
    return {
      resource: account.resource,
      listings: {
        ListOpLogs: {
          parameters: { resource: "resource_id", from: "start_time", to: "end_time", states: "status" },
          emptyIfUnknown: true,
          records: (id, _, text, now) =>
            logsOf(
              (id === undefined ? all(now) : [account.member(id)]).filter((member) =>
                passes(text, {
                  vault_id: member.vault?.id,
                  vault_name: member.vault?.name,
                  resource_name: member.name,
                  provider_id: PROVIDERS[member.kind],
                }),
              ),
              text("operation_type"),
            ),
          given: (wires) => givenRecords(wires, readLog, statusOf),
        },
        ListBackups: {
          parameters: { resource: "resource_id", from: "start_time", to: "end_time" },
          emptyIfUnknown: true,
          records: (id, _, text, now) => {
            const members = id === undefined ? all(now) : [account.member(id)];
            const kept = members.flatMap((member) => keptBackups(account, member, now));
            const passing = kept.filter(({ wire }) =>
              passes(text, {
                vault_id: wire.vault_id,
                checkpoint_id: wire.checkpoint_id,
                name: wire.name,
                resource_name: wire.resource_name,
                resource_type: wire.resource_type,
                status: wire.status,
                image_type: wire.image_type,
              }),
            );
            return listOf(passing, ({ wire }) => wire);
          },
        },
        ListVault: {
          parameters: {},
          records: (_, __, text, now) => {
            const members = all(now);
            const wanted = text("resource_ids")?.split(",");
            const holds = (vault: string) =>
              wanted === undefined ||
              members.some((one) => one.vault?.id === vault && wanted.includes(one.id));
            const vaults = account.vaults.filter(
              ({ id, name, kind, protects, policy }) =>
                holds(id) &&
                passes(text, {
                  ...{ id, name, object_type: kind, protect_type: protects, policy_id: policy ?? undefined },
                  ...{ cloud_type: "public", status: "available" },
                }),
            );
            return listOf(vaults, (vault) => wireVault(vault, members));
          },
        },
        ListProtectable: {
          parameters: { scope: "protectable_type" },
          records: (_, kind, text, now) => {
            const members = all(now);
            const found = members.filter(
              (one) => one.kind === kind && passes(text, { id: one.id, name: one.name, status: "available" }),
            );
            return listOf(
              found.map((member) => ({ member, createdAt: 0 })),
              ({ member }) => wireProtectable(member, members),
            );
          },
        },
      },
      responses: {
        ListPolicies: {
          body: ({ text }): CbrPolicyList => {
            const vault = text("vault_id");
            const policies = account.policies.filter(
              ({ operation_type, associated_vaults }) =>
                passes(text, { operation_type }) &&
                (vault === undefined || associated_vaults?.some(({ vault_id }) => vault_id === vault)),
            );
            return { policies: [...policies], count: policies.length };
          },
        },
        ShowOpLog: {
          resource: "operation_log_id",
          body: ({ resource = "", now }): CbrOperationLogResponse | undefined => {
            for (const member of all(now)) {
              for (const records of [backupLogs(account, member), restoreLogs(account, member)]) {
                const index = records.indexOf(resource);
                if (index !== undefined) return { operation_log: records.record(index, now) };
              }
            }
            return undefined;
          },
        },
      },
    };
  },
};

const statusOf = ({ status }: Loose<CbrOperationLog>) => String(status);

/** Whether an object has the value of each of these parameters that the request sends. */
function passes(
  text: (parameter: string) => string | undefined,
  values: Readonly<Record<string, string | undefined>>,
): boolean {
  return Object.entries(values).every(([name, value]) => {
    const sent = text(name);
    return sent === undefined || sent === value;
  });
}

type LogRecords = Omit<Records, "record"> & {
  record(index: number, now: number): CbrOperationLog;
};

function backupLogs(account: CbrAccount, member: CbrMember): LogRecords {
  const { population } = member;
  const { key } = population;
  const id = (number: number, index: number) => uuid(number, key, index);
  const idOf = (index: number) => id(scramble(key, index), index);
  return {
    ...createRecords(population, {
      id,
      state: (index, now) => stateOf(member, index, now),
      record: (log, index, now) => backupLog(account, member, log, index, now),
    }),
    record: (index, now) => backupLog(account, member, idOf(index), index, now),
  };
}

function stateOf({ population }: CbrMember, index: number, now: number): CbrOperationStatus {
  const { phase } = population.run(index, now);
  if (phase === "waiting") return "waiting";
  if (phase === "running") return "running";
  const outcome = population.outcome(index);
  const chance =
    outcome === "good"
      ? 1
      : outcome === "bad"
        ? 0.05 * population.random(index, 10)
        : population.random(index, 10);
  return chance < 0.05 ? "failed" : chance < 0.07 ? "timeout" : chance < 0.1 ? "skipped" : "success";
}

const VAULT_FULL = [
  "BackupService.6114",
  "The used capacity of the vault exceeds the maximum capacity.",
] as const;
const SERVER_GONE = ["BackupService.7100", "The server does not exist."] as const;
const FAILURES = [
  VAULT_FULL,
  ["BackupService.7102", "The server has stopped."],
  ["BackupService.9910", "Unknown error."],
] as const;

function failureOf({ isDeleted, vault, population }: CbrMember, index: number) {
  if (isDeleted) return SERVER_GONE;
  return vault?.full ? VAULT_FULL : population.pick(index, 12, FAILURES);
}

function backupLog(
  { policies }: CbrAccount,
  member: CbrMember,
  id: string,
  index: number,
  now: number,
): CbrOperationLog {
  const { population, vault, follows } = member;
  const { key } = population;
  const { created, begins, ends, progress } = population.run(index, now);
  const status = stateOf(member, index, now);
  const ended = status !== "waiting" && status !== "running";
  const manual = !member.id.startsWith("healthy-") && population.random(index, 11) < 0.1;
  const policy = policies.find((one) => one.id === vault?.policy);
  const [code, message] = status === "failed" ? failureOf(member, index) : ["", ""];
  return {
    ...common(member, id, index, "backup"),
    status,
    created_at: wireTime(created),
    started_at: wireTime(status === "waiting" ? created : begins),
    ended_at: ended ? wireTime(ends) : null,
    updated_at: wireTime(ended ? ends : status === "running" ? begins : created),
    error_info: { code, message },
    policy_id: manual || !follows || policy === undefined ? null : policy.id,
    extra_info: {
      backup: {
        backup_id: uuid(mix(key, index, 13), key, index + 1),
        backup_name: `${manual || !follows ? "manualbk" : "autobk"}_${hex(mix(key, index, 14), 4)}`,
        incremental: index % 7 === 6 ? "false" : "true",
      },
      common: {
        progress: status === "success" ? 100 : Math.floor(progress * 99),
        request_id: `req-${uuid(mix(key, index, 15), key, index)}`,
      },
      resource: { id: member.id, name: member.name, type: TYPES[member.kind] },
    },
  };
}

/** What the logs of all types have. */
function common(member: CbrMember, id: string, index: number, operation_type: "backup" | "restore") {
  const { population, vault, kind } = member;
  return {
    id,
    operation_type,
    checkpoint_id: uuid(mix(population.key, index, 16), population.key, index + 2),
    project_id: "project",
    provider_id: PROVIDERS[kind],
    vault_id: vault?.id ?? null,
    vault_name: vault?.name ?? null,
  };
}

/** The backup whose restoration is in the logs. */
const RESTORED = 4;

function restoreLogs(account: CbrAccount, member: CbrMember): LogRecords {
  const { population } = member;
  const id = uuid(mix(population.key, RESTORED, 17), population.key, RESTORED);
  // Few of many are ever restored.
  const isRestored = !member.id.startsWith("healthy-") || population.random(RESTORED, 18) < 0.02;
  const backup =
    population.size > RESTORED && isRestored
      ? backupLog(account, member, id, RESTORED, Number.POSITIVE_INFINITY)
      : undefined;
  const began = population.run(RESTORED, Number.POSITIVE_INFINITY).ends + 1000;
  const items = backup?.status === "success" ? [{ createdAt: began, backup }] : [];
  const record = ({ extra_info }: CbrOperationLog): CbrOperationLog => ({
    ...common(member, id, RESTORED, "restore"),
    status: "success",
    created_at: wireTime(began),
    started_at: wireTime(began),
    ended_at: wireTime(began + 120_000),
    updated_at: wireTime(began + 120_000),
    error_info: { code: "", message: "" },
    policy_id: null,
    extra_info: {
      restore: {
        backup_id: extra_info.backup?.backup_id ?? "",
        backup_name: extra_info.backup?.backup_name ?? "",
        target_resource_id: member.id,
        target_resource_name: member.name,
      },
      common: { ...extra_info.common, progress: 100 },
      resource: extra_info.resource,
    },
  });
  const [first] = items;
  return {
    ...listOf(items, (item) => record(item.backup)),
    state: () => "success",
    indexOf: (text) => (first !== undefined && text === id ? 0 : undefined),
    record: () => {
      if (first === undefined) throw new RangeError("no restoration");
      return record(first.backup);
    },
  };
}

/** How many of the newest backups are kept. */
const KEPT = 30;

function keptBackups(
  account: CbrAccount,
  member: CbrMember,
  now: number,
): { readonly createdAt: number; readonly wire: CbrBackup }[] {
  const logs = backupLogs(account, member);
  return Array.from({ length: Math.min(KEPT, logs.size) }, (_, index) => logs.record(index, now)).flatMap(
    (log, index) => {
      const { backup } = log.extra_info ?? {};
      if (log.status !== "success" || backup === undefined) return [];
      const createdAt = logs.createdAt(index);
      const wire: CbrBackup = {
        id: backup.backup_id,
        name: backup.backup_name ?? "",
        checkpoint_id: log.checkpoint_id,
        children: [],
        created_at: log.created_at,
        description: "",
        expired_at: wireTime(createdAt + KEPT * 86_400_000),
        extend_info: {
          auto_trigger: log.policy_id !== null,
          supported_restore_mode: "backup",
          support_lld: true,
          system_disk: false,
        },
        image_type: "backup",
        parent_id: null,
        project_id: log.project_id,
        protected_at: null,
        provider_id: PROVIDERS[member.kind],
        resource_az: "mock-01",
        resource_id: member.id,
        resource_name: member.name,
        resource_size: 40,
        resource_type: TYPES[member.kind],
        status: "available",
        updated_at: log.updated_at,
        vault_id: member.vault?.id ?? "none",
      };
      return [{ createdAt, wire }];
    },
  );
}
