import { token } from "../../auth/token.js";
import { askTarget } from "../ask.js";
import { createConnection } from "../connection.js";
import { openConnections } from "../connections.js";
import type { Turn } from "../limits.js";
import { defaultObjective } from "../objective.js";
import type { TargetResult } from "../result.js";
import type { Connect } from "../run.js";
import type { Variables } from "./address.js";
import type { AuditJob } from "./job.js";

/**
 * Asks the target of a job with the credentials of its account. `rateLimit` is waited for before every request,
 * retries included. Rejects where the account cannot ask at all, e.g. because its variables are not set.
 */
export type AskAs = (
  job: AuditJob,
  options: { readonly signal: AbortSignal; readonly rateLimit: Turn | undefined },
) => Promise<TargetResult>;

/** Connections that are kept for the next target of their account; beyond, they are made anew. */
const KEPT = 1_000;

/** Asks with the credentials that these variables hold. */
export function askAs(env: Variables): AskAs {
  const known = new Map<string, Connect>();
  return async ({ target, account, asking }, { signal, rateLimit }) => {
    const { timeline, timeout, attempts } = asking;
    // Two audits may mean different things by one name.
    const key = JSON.stringify([account, timeout, attempts]);
    const open = () =>
      openConnections({
        accounts: new Map([[account.name, account]]),
        env,
        turns: () => rateLimit,
        client: { timeout, retry: { attempts } },
      });
    const connect = known.get(key) ?? open();
    if (known.size >= KEPT) known.clear();
    known.set(key, connect);
    return askTarget(target, await connect(target), { signal, timeline });
  };
}

/**
 * Asks where nothing listens, so that all is loaded that a first request needs: one that had its turn must not
 * leave late because of that.
 */
export async function warmUp(): Promise<void> {
  const nowhere = {
    name: "nowhere",
    service: "dcs",
    api: "v2",
    account: "nobody",
    cloud: null,
    region: null,
    baseUrl: "http://127.0.0.1:1",
    projectId: "none",
    resource: { type: "instance", id: "none" },
    group: null,
    labels: {},
    objective: defaultObjective,
  } as const;
  const options = { auth: token("none"), retry: { attempts: 1 }, timeout: 1_000 };
  await askTarget(nowhere, createConnection(options));
}
