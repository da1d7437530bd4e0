import { token } from "../../auth/token.js";
import { loadService, loadServices } from "../../load-service.js";
import { createAccountClients } from "../account-clients.js";
import { checkTarget } from "../check.js";
import { createClientSet } from "../client-set.js";
import { defaultObjective } from "../objective.js";
import type { RateLimiter } from "../rate-limiter.js";
import type { TargetResult } from "../result.js";
import type { ClientsOf } from "../run.js";
import type { Account, Target } from "../target.js";
import { allowTarget, type WorkerAccounts } from "./accounts.js";
import type { Variables } from "./address.js";
import { QueueError } from "./errors.js";
import { type Job, WorkerRefusal } from "./job.js";

/**
 * Checks a target of a job with the credentials of its account. Rejects with a QueueError if Redis refuses, and with
 * any other error if the worker's configuration does not allow the check or lacks credentials; then nothing was sent.
 */
export type CheckTarget = (target: Target, job: Job, signal: AbortSignal) => Promise<TargetResult>;

/** What a worker checks targets with. */
export interface CheckerOptions {
  readonly accounts: WorkerAccounts;
  /** Holds the credentials that the accounts name. */
  readonly env: Variables;
  /** The limit that holds over all workers; it is waited for before every request, retries included. */
  readonly limiterOf: (account: Account) => RateLimiter | undefined;
}

/** Clients that are kept, so that a queue cannot fill the memory; beyond, all are made again. */
const MAX_CLIENTS = 1_000;

/** Checks targets with the worker's own accounts. A job decides neither on variables nor on hosts. */
export function createChecker({ accounts, env, limiterOf }: CheckerOptions): CheckTarget {
  const known = new Map<string, ClientsOf>();
  /** One for each client: a job chooses settings and region, and a client is made for each of their combinations. */
  const places = new Set<string>();
  return async (target, job, signal) => {
    const own = accounts.get(job.account);
    if (own === undefined) {
      const message = `The worker has no account ${job.account}: its own configuration does not name it`;
      throw new WorkerRefusal("WorkerRefusal", message);
    }
    const allowed = allowTarget(target, own, await loadService(target.service));
    const account = { ...own, rateLimit: own.rateLimit ?? job.rateLimit };
    const { timeline, timeout, attempts } = job.settings;
    const open = () =>
      createAccountClients({
        accounts: new Map([[account.name, account]]),
        env,
        rateLimiters: limiterOf,
        client: { timeout, retry: { attempts } },
      });
    const { service, api, cloud, region, baseUrl, projectId } = allowed;
    const key = JSON.stringify([account.name, account.rateLimit, timeout, attempts]);
    const place = JSON.stringify([key, service, api, cloud, region, baseUrl, projectId]);
    if (places.size >= MAX_CLIENTS && !places.has(place)) {
      places.clear();
      known.clear();
    }
    places.add(place);
    const connect = known.get(key) ?? open();
    known.set(key, connect);
    const result = await checkTarget(allowed, await connect(allowed), { signal, timeline });
    // Redis refused the rate limiter: the target was not at fault.
    if (result.failure?.name === "QueueError") throw new QueueError(result.failure.message);
    return result;
  };
}

/**
 * Sends a request to where nothing listens, so that a worker has run all code of a request once. Otherwise its first
 * requests leave late after they have waited for the rate limit, and arrive closer to later ones than it allows.
 */
export async function warmUp(): Promise<void> {
  const [service] = await loadServices();
  if (service === undefined) return;
  const target: Target = {
    name: "none",
    service: service.name,
    api: null,
    account: "none",
    cloud: null,
    region: "none",
    baseUrl: "http://127.0.0.1:1",
    projectId: "none",
    resource: { type: service.subject.types[0] ?? "instance", id: "none" },
    group: null,
    labels: {},
    objective: defaultObjective,
  };
  const clients = createClientSet({ auth: token("none"), retry: { attempts: 1 }, timeout: 1_000 });
  await checkTarget(target, clients);
}
