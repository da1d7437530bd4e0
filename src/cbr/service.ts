import { clouds, endpoints, type ListOpLogsParams } from "../../generated/cbr/operations.js";
import type { CbrPolicy, CbrPolicyList, CbrProtectable } from "../../generated/cbr/types.js";
import { type Clock, systemClock } from "../core/deadline.js";
import { ContractError } from "../core/errors.js";
import type { CallOptions } from "../core/options.js";
import { sharedForAMinute } from "../core/single-flight.js";
import { type Loose, readObject, readText } from "../records/fields.js";
import type { LastRestore } from "../records/restore.js";
import { noSchedule, pausedSchedule, type StatedSchedule } from "../records/schedule.js";
import {
  type BackupSource,
  cloudIn,
  type ListedSubject,
  type Service,
  sourcePages,
} from "../records/service.js";
import { cbrAdvice } from "./advice.js";
import { type CbrClient, openCbrClient } from "./client.js";
import { cbrStates, toBackupRecord } from "./record.js";
import { listCbrRestores } from "./restore.js";
import { readCbrSchedule, withoutRuns } from "./schedule.js";
import {
  readAppliedTo,
  readMembers,
  readVaultState,
  type VaultMember,
  type VaultProblem,
  type VaultState,
} from "./vaults.js";

/** Cloud Backup and Recovery. It filters by the start of a period and by one status at most; it can list a project. */
export const cbr: Service = {
  name: "cbr",
  clouds,
  endpoints,
  needsProject: true,
  subject: { option: "instance", types: ["instance"], required: false, tagged: false },
  apis: [],
  auditPageSize: 1000,
  filtersPeriod: true,
  sharesListing: true,
  // Those that the contract states.
  permissions: {
    ListOpLogs: "cbr:tasks:list",
    ShowOpLog: "cbr:tasks:get",
    ListBackups: "cbr:backups:list",
    ListVault: "cbr:vaults:list",
    ListPolicies: "cbr:policies:list",
    ListProtectable: "cbr:vaults:listProtectables",
  },
  unseen: { otc: "On Open Telekom Cloud, CBR lists no resources that are in no vault" },
  states: cbrStates,
  advice: cbrAdvice,
  columns: ["created", "failure", "finished", "trigger", "resource", "id"],
  schemas: {
    statuses: "CbrOperationStatus",
    errorCodes: "CbrApiErrorCode",
    jobErrorCodes: "CbrTaskErrorCode",
  },
  open(place, options) {
    const { region, baseUrl, projectId = "" } = place;
    const cloud = cloudIn(place, endpoints);
    const client = openCbrClient({ ...options, region, baseUrl, projectId, cloud });
    return {
      ...openProject(client, cloud, options.clock ?? systemClock),
      operation: "ListOpLogs",
      pages(resource_id, { from, statuses, pageSize: limit }, call) {
        // One status at a time, and a documented one; the reader filters by the others.
        const status = statuses?.length === 1 ? statuses.find(isDocumented) : undefined;
        // No end: nothing says which time it is compared with, and a backup that runs has none (`cbr-otc-operation-logs`).
        const query = { operation_type: "backup", resource_id, start_time: from, status, limit } as const;
        return sourcePages(client.listOpLogs(query, call), toBackupRecord);
      },
    };
  },
};

function isDocumented(status: string): status is NonNullable<ListOpLogsParams["status"]> {
  return Object.hasOwn(cbrStates, status);
}

/**
 * The resources of a project, when they are backed up, and when they were restored. Vaults, policies and restorations are
 * listed once a minute for all. A vault that is empty or full is among the resources: it is paid for, and protects nothing,
 * or nothing further.
 */
function openProject(
  client: CbrClient,
  cloud: keyof typeof endpoints | undefined,
  clock: Clock,
): Required<Pick<BackupSource, "subjects" | "schedule" | "lastRestore">> {
  const vaults = sharedForAMinute(clock, (call) => listVaults(client, call));
  const policies = sharedForAMinute(clock, (call) => listPolicies(client, call));
  const restores = sharedForAMinute(clock, (call) => restoresOrError(client, call));
  return {
    async *subjects(call) {
      const listed = await vaults(call);
      const applied = await policies(call);
      // Open Telekom Cloud has no page for this call.
      const existing = cloud === "huaweicloud" ? await listProtectables(client, call) : null;
      for (const [id, own] of listed.members) {
        const named = own.find(({ name }) => name !== null);
        const known = existing?.get(id);
        // The vault's word for a member says nothing of that.
        const [status, stated] = known?.isDeleted
          ? [known.status, deletedFrom(own)]
          : [named?.status ?? null, scheduleOf(own, applied)];
        yield subject(id, named?.name ?? null, status, stated);
      }
      for (const { id, name, problem } of listed.vaults.values())
        if (problem !== null) yield subject(id, name, problem.status, ofVault(problem));
      for (const [id, { name, status, isDeleted }] of existing ?? [])
        if (!isDeleted && !listed.members.has(id)) yield subject(id, name, status, scheduleOf([], applied));
    },
    async schedule(id, call) {
      const { members, vaults: known } = await vaults(call);
      const vault = known.get(id);
      if (vault === undefined) return scheduleOf(members.get(id) ?? [], await policies(call));
      return vault.problem === null
        ? withoutRuns(pausedSchedule("the vault is neither empty nor full any more"))
        : ofVault(vault.problem);
    },
    async lastRestore(id, call) {
      const listed = await restores(call);
      if ("error" in listed) throw listed.error;
      return listed.get(id) ?? null;
    },
  };
}

/** The restorations, or why they cannot be listed: that is kept as well, and not requested again for each resource. */
async function restoresOrError(
  client: CbrClient,
  call: CallOptions,
): Promise<ReadonlyMap<string, LastRestore> | { readonly error: unknown }> {
  try {
    return await listCbrRestores(client, call);
  } catch (error) {
    call.signal?.throwIfAborted();
    return { error };
  }
}

/** Every kind that the call lists (`cbr-hwc-protectables`). */
const PROTECTABLE = ["server", "disk", "turbo", "workspace", "workspace_v2"] as const;

interface ListedProtectable {
  readonly name: string | null;
  /** In the service's own word. */
  readonly status: string | null;
  readonly isDeleted: boolean;
}

/** What can be backed up, in a vault or not, by its id. */
async function listProtectables(
  client: CbrClient,
  call: CallOptions,
): Promise<ReadonlyMap<string, ListedProtectable>> {
  const found = new Map<string, ListedProtectable>();
  for (const protectable_type of PROTECTABLE) {
    for await (const one of client.listProtectable({ protectable_type, limit: 50 }, call)) {
      const { id, name, status }: Loose<CbrProtectable> = readObject(one) ?? {};
      const text = readText(id);
      if (text === null) continue;
      const word = readText(status);
      found.set(text, { name: readText(name), status: word, isDeleted: word?.toLowerCase() === "deleted" });
    }
  }
  return found;
}

function subject(
  id: string,
  name: string | null,
  status: string | null,
  stated: StatedSchedule,
): ListedSubject {
  return { id, name, status, tags: {}, createdAt: null, paused: null, stated };
}

/** A vault has neither a schedule nor backups of its own. */
function ofVault({ reason }: VaultProblem): StatedSchedule {
  return withoutRuns({ ...noSchedule(reason), alone: true });
}

/** Of a resource that does not exist any more. */
function deletedFrom(own: readonly VaultMember[]): StatedSchedule {
  const vaults = `${own.length === 1 ? "vault" : "vaults"} ${own.map(({ vault }) => vault).join(", ")}`;
  return withoutRuns(
    noSchedule(`the resource does not exist any more, and is still in its ${vaults}: remove it there`),
  );
}

/** When a resource is backed up that is so often in a vault. */
function scheduleOf(own: readonly VaultMember[], policies: readonly AppliedPolicy[]): StatedSchedule {
  if (own.length === 0) return withoutRuns(noSchedule("the resource is in no vault"));
  const bound = own.filter(({ protectedByPolicy }) => protectedByPolicy);
  if (bound.length === 0)
    return withoutRuns(noSchedule("the resource does not follow the policy of its vault"));
  const vaults = new Set(bound.map(({ vaultId }) => vaultId));
  const applied = policies.filter(({ vaultIds }) => vaultIds.some((vault) => vaults.has(vault)));
  return readCbrSchedule(applied.map(({ policy }) => policy));
}

interface ListedVaults {
  /** By the id of the resource. */
  readonly members: ReadonlyMap<string, readonly VaultMember[]>;
  /** Those for backups, by their ids. */
  readonly vaults: ReadonlyMap<string, VaultState>;
}

async function listVaults(client: CbrClient, call: CallOptions): Promise<ListedVaults> {
  const members = new Map<string, VaultMember[]>();
  const vaults = new Map<string, VaultState>();
  for await (const vault of client.listVault({ limit: 1000 }, call)) {
    for (const member of readMembers(vault)) {
      const own = members.get(member.id);
      if (own === undefined) members.set(member.id, [member]);
      else own.push(member);
    }
    const state = readVaultState(vault);
    if (state !== null) vaults.set(state.id, state);
  }
  return { members, vaults };
}

interface AppliedPolicy {
  readonly policy: unknown;
  readonly vaultIds: readonly string[];
}

/** The policies for backups, each with the vaults that it is applied to. If none names a vault, each policy's vaults are listed. */
async function listPolicies(client: CbrClient, call: CallOptions): Promise<AppliedPolicy[]> {
  const { policies: listed }: Loose<CbrPolicyList> = await client.listPolicies(
    { operation_type: "backup" },
    call,
  );
  if (!Array.isArray(listed))
    throw new ContractError("the response has no list of policies", {
      service: "cbr",
      operation: "ListPolicies",
      status: 200,
      pointer: "/policies",
    });
  const policies = listed.map((policy: unknown) => ({ policy, vaultIds: readAppliedTo(policy) }));
  if (policies.some(({ vaultIds }) => vaultIds.length > 0)) return policies;
  return Promise.all(
    policies.map(async ({ policy }) => ({ policy, vaultIds: await vaultsOf(client, policy, call) })),
  );
}

async function vaultsOf(client: CbrClient, policy: unknown, call: CallOptions): Promise<string[]> {
  const id = readText(readObject<CbrPolicy>(policy)?.id);
  if (id === null) return [];
  const vaults: string[] = [];
  for await (const vault of client.listVault({ policy_id: id, limit: 1000 }, call)) vaults.push(vault.id);
  return vaults;
}
