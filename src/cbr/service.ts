import { clouds, endpoints } from "../../generated/cbr/operations.js";
import type { CbrPolicy, CbrPolicyList } from "../../generated/cbr/types.js";
import { type Clock, systemClock } from "../core/deadline.js";
import { ContractError } from "../core/errors.js";
import type { CallOptions } from "../core/options.js";
import { sharedForAMinute } from "../core/single-flight.js";
import { type Loose, readObject, readText } from "../records/fields.js";
import { noSchedule, type StatedSchedule } from "../records/schedule.js";
import { cloudIn, type Service, sourcePages } from "../records/service.js";
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
  subject: { option: "instance", types: ["instance"], required: false },
  apis: [],
  auditPageSize: 1000,
  filtersPeriod: true,
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
    const client = createCbrClient({
      ...options,
      region,
      baseUrl,
      projectId,
      cloud: cloudIn(place, endpoints),
    });
    return {
      schedule: openSchedules(client, options.clock ?? systemClock),
      operation: "ListOpLogs",
      pages(resource_id, { from, statuses, pageSize: limit }, call) {
        const status = statuses?.length === 1 ? statuses[0] : undefined;
        // No end: nothing says which time it is compared with, and a backup that runs has none (`cbr-otc-operation-logs`).
        const query = { operation_type: "backup", resource_id, start_time: from, status, limit };
        return sourcePages(client.listOpLogs(query, call), toBackupRecord);
      },
    };
  },
};

/** Reads when a resource is backed up. The vaults and policies of the project are listed once a minute for all. */
function openSchedules(
  client: CbrClient,
  clock: Clock,
): (id: string, call: CallOptions) => Promise<StatedSchedule> {
  const members = sharedForAMinute(clock, (call) => listMembers(client, call));
  const policies = sharedForAMinute(clock, (call) => listPolicies(client, call));
  return async (id, call) => {
    const own = (await members(call)).filter((member) => member.id === id);
    if (own.length === 0) return withoutRuns(noSchedule("the resource is in no vault"));
    const bound = own.filter(({ protectedByPolicy }) => protectedByPolicy);
    if (bound.length === 0)
      return withoutRuns(noSchedule("the resource does not follow the policy of its vault"));
    const vaults = new Set(bound.map(({ vaultId }) => vaultId));
    const applied = (await policies(call)).filter(({ vaultIds }) =>
      vaultIds.some((vault) => vaults.has(vault)),
    );
    return readCbrSchedule(applied.map(({ policy }) => policy));
  };
}

async function listMembers(client: CbrClient, call: CallOptions): Promise<VaultMember[]> {
  const members: VaultMember[] = [];
  for await (const vault of client.listVault({ limit: 1000 }, call)) members.push(...readMembers(vault));
  return members;
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
