import { askTarget } from "../ask.js";
import { openConnections } from "../connections.js";
import type { Turn } from "../limits.js";
import type { TargetResult } from "../result.js";
import type { Connect } from "../run.js";
import type { Account, Target } from "../target.js";
import type { Variables } from "./address.js";

/**
 * Asks one target with the credentials of its account. `rateLimit` is waited for before every request, retries
 * included. Rejects where the account cannot ask at all, e.g. because its variables are not set.
 */
export type AskAs = (
  target: Target,
  account: Account,
  options: { readonly signal: AbortSignal; readonly rateLimit: Turn | undefined },
) => Promise<TargetResult>;

/** Asks with the credentials that these variables hold; an account's connection is kept for its next target. */
export function askAs(env: Variables): AskAs {
  const known = new Map<string, Connect>();
  return async (target, account, { signal, rateLimit }) => {
    // Two audits may mean different things by one name.
    const key = JSON.stringify(account);
    const accounts = new Map([[account.name, account]]);
    const connect = known.get(key) ?? openConnections({ accounts, env, turns: () => rateLimit });
    known.set(key, connect);
    return askTarget(target, await connect(target), { signal });
  };
}
