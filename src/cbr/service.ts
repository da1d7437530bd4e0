import { clouds, endpoints, type ListOpLogsParams } from "../../generated/cbr/operations.js";
import type { CbrPolicy, CbrPolicyList, CbrProtectable, CbrVault } from "../../generated/cbr/types.js";
import { type Clock, systemClock } from "../core/deadline.js";
import { ContractError } from "../core/errors.js";
import type { CallOptions } from "../core/options.js";
import { sharedForAMinute } from "../core/single-flight.js";
import { type Loose, readObject, readText } from "../records/fields.js";
import { noSchedule, type StatedSchedule } from "../records/schedule.js";
import {
  type BackupSource,
  cloudIn,
  type ListedSubject,
  type Service,
  sourcePages,
} from "../records/service.js";
import { cbrAdvice } from "./advice.js";
import { type CbrClient, createCbrClient } from "./client.js";
import { cbrStates, toBackupRecord } from "./record.js";
import { readCbrSchedule, withoutRuns } from "./schedule.js";
import { readAppliedTo, readMembers, type VaultMember } from "./vaults.js";

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
  unseen: "On Open Telekom Cloud, CBR lists no resources that are in no vault",
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
    const client = createCbrClient({ ...options, region, baseUrl, projectId, cloud });
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
 * The resources of a project, and when they are backed up. The vaults and policies are listed once a minute for all. An
 * empty vault is among the resources: it is paid for, and protects nothing.
 */
function openProject(
  client: CbrClient,
  cloud: keyof typeof endpoints | undefined,
  clock: Clock,
): Required<Pick<BackupSource, "subjects" | "schedule">> {
  const vaults = sharedForAMinute(clock, (call) => listVaults(client, call));
  const policies = sharedForAMinute(clock, (call) => listPolicies(client, call));
  return {
    async *subjects(call) {
      const listed = await vaults(call);
      const applied = await policies(call);
      for (const [id, own] of listed.members) {
        const named = own.find(({ name }) => name !== null);
        yield subject(id, named?.name ?? null, named?.status ?? null, scheduleOf(own, applied));
      }
      for (const { id, name } of listed.empty)
        yield subject(id, name, null, withoutRuns(noSchedule("the vault is empty")));
      // Open Telekom Cloud has no page for this call.
      if (cloud !== "huaweicloud") return;
      for (const protectable_type of PROTECTABLE) {
        for await (const one of client.listProtectable({ protectable_type, limit: 50 }, call)) {
          const { id, name, status }: Loose<CbrProtectable> = readObject(one) ?? {};
          const text = readText(id);
          if (text === null || listed.members.has(text)) continue;
          yield subject(text, readText(name), readText(status), scheduleOf([], applied));
        }
      }
    },
    async schedule(id, call) {
      return scheduleOf((await vaults(call)).members.get(id) ?? [], await policies(call));
    },
  };
}

/** Every kind that the call lists (`cbr-hwc-protectables`). */
const PROTECTABLE = ["server", "disk", "turbo", "workspace", "workspace_v2"] as const;

function subject(
  id: string,
  name: string | null,
  status: string | null,
  stated: StatedSchedule,
): ListedSubject {
  return { id, name, status, tags: {}, createdAt: null, paused: null, stated };
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
  readonly empty: readonly { readonly id: string; readonly name: string | null }[];
}

async function listVaults(client: CbrClient, call: CallOptions): Promise<ListedVaults> {
  const members = new Map<string, VaultMember[]>();
  const empty: { id: string; name: string | null }[] = [];
  for await (const vault of client.listVault({ limit: 1000 }, call)) {
    for (const member of readMembers(vault)) {
      const own = members.get(member.id);
      if (own === undefined) members.set(member.id, [member]);
      else own.push(member);
    }
    const { id, name, resources, billing }: Loose<CbrVault> = readObject<CbrVault>(vault) ?? {};
    const text = readText(id);
    const forCopies = readObject<CbrVault["billing"]>(billing)?.protect_type === "replication";
    if (text !== null && !forCopies && Array.isArray(resources) && resources.length === 0)
      empty.push({ id: text, name: readText(name) });
  }
  return { members, empty };
}

interface AppliedPolicy {
  readonly policy: unknown;
  readonly vaultIds: readonly string[];
}

/** The policies for backups, each with the vaults that it is applied to. If none names a vault, the vaults are asked. */
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
