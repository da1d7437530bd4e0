import { clouds, endpoints } from "../../generated/vbs/operations.js";
import type { VbsBackupPolicy, VbsBackupPolicyList } from "../../generated/vbs/types.js";
import { systemClock } from "../core/deadline.js";
import { ContractError } from "../core/errors.js";
import { sharedForAMinute } from "../core/single-flight.js";
import { type Loose, readObject, readText } from "../records/fields.js";
import { noSchedule, type StatedSchedule } from "../records/schedule.js";
import { cloudIn, type Service, sourcePages } from "../records/service.js";
import { vbsAdvice } from "./advice.js";
import { createVbsClient } from "./client.js";
import { toBackupRecord, vbsStates } from "./record.js";
import { readVbsSchedule } from "./schedule.js";

/** The Volume Backup Service. It filters by one status at most, and by no period. */
export const vbs: Service = {
  name: "vbs",
  clouds,
  endpoints,
  needsProject: true,
  subject: { option: "policy", types: ["policy"], required: true, tagged: false },
  apis: [],
  auditPageSize: 50,
  filtersPeriod: false,
  states: vbsStates,
  permissions: {},
  unseen: { otc: "VBS lists no disks of a policy, so that a disk without a policy cannot be seen" },
  advice: vbsAdvice,
  columns: ["created", "finished", "resource", "id"],
  schemas: { statuses: "VbsBackupTaskStatus", errorCodes: "VbsApiErrorCode" },
  open(place, options) {
    const { region, baseUrl, projectId = "" } = place;
    const client = createVbsClient({
      ...options,
      region,
      baseUrl,
      projectId,
      cloud: cloudIn(place, endpoints),
    });
    const policies = sharedForAMinute(options.clock ?? systemClock, async (call) => {
      const { backup_policies: listed }: Loose<VbsBackupPolicyList> = await client.listBackupPolicies(
        {},
        call,
      );
      if (!Array.isArray(listed))
        throw new ContractError("the response has no list of policies", {
          service: "vbs",
          operation: "ListBackupPolicies",
          status: 200,
          pointer: "/backup_policies",
        });
      return listed.map((policy) => readObject<VbsBackupPolicy>(policy));
    });
    return {
      async *subjects(call) {
        for (const policy of await policies(call)) {
          const id = readText(policy?.backup_policy_id);
          if (policy === null || id === null) continue;
          const status = readText(
            readObject<VbsBackupPolicy["scheduled_policy"]>(policy.scheduled_policy)?.status,
          );
          const name = readText(policy.backup_policy_name);
          yield {
            id,
            name,
            status,
            tags: {},
            createdAt: null,
            paused: null,
            stated: scheduleOf(policy),
          };
        }
      },
      // No call shows one policy; the list has all of the project.
      async schedule(id, call) {
        const policy = (await policies(call)).find((one) => one?.backup_policy_id === id);
        return policy == null ? "gone" : scheduleOf(policy);
      },
      operation: "ListBackupTasks",
      pages(id = "", { statuses, pageSize: limit, newestFirst = false }, call) {
        // One status at a time, and a documented one; the reader filters by the others.
        const status = statuses?.length === 1 ? statuses.find(isDocumented) : undefined;
        const order = newestFirst ? ({ sort_key: "created_at", sort_dir: "desc" } as const) : {};
        return sourcePages(
          client.listBackupTasks({ policy_id: id, limit, status, ...order }, call),
          toBackupRecord,
        );
      },
    };
  },
};

/** When the disks of a policy are backed up: never, if it has none. */
function scheduleOf(policy: Loose<VbsBackupPolicy>): StatedSchedule {
  const stated = readVbsSchedule(policy);
  const due = stated.schedule.kind === "runs" || stated.schedule.kind === "ambiguous";
  return due && stated.disks === 0 ? { ...stated, schedule: noSchedule("the policy has no disks") } : stated;
}

function isDocumented(status: string): status is keyof typeof vbsStates {
  return Object.hasOwn(vbsStates, status);
}
