import { formatDuration } from "../../audit/duration.js";
import type { Account, Target } from "../../audit/target.js";
import { writeTarget } from "../../audit/targets/write.js";
import { toJson } from "../escape.js";

/** A targets file with these targets, a line each, and the accounts that they use. */
export function targetsYaml(targets: readonly Target[], accounts: ReadonlyMap<string, Account>): string {
  const used = [...accounts.values()].filter(({ name }) => targets.some((target) => target.account === name));
  // The account that stands for the credentials of the environment is there without being defined.
  const isPlain = ({ environment, rateLimit }: Account) =>
    Object.keys(environment).length === 0 && rateLimit === null;
  const defined = used.every(isPlain) ? [] : used;
  const groups = [...new Set(targets.flatMap(({ group }) => group ?? []))];
  return [
    "# What backup-records discover has found.",
    ...section(
      "accounts",
      defined.map((account) => `  ${toJson(account.name)}: ${toJson(writeAccount(account))}`),
    ),
    ...section(
      "groups",
      groups.map((group) => `  ${toJson(group)}: {}`),
    ),
    ...section(
      "targets",
      targets.map((target) => `  - ${toJson(entryOf(target, defined.length > 0))}`),
    ),
    "",
  ].join("\n");
}

function section(name: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${name}:`, ...lines];
}

function writeAccount({ environment, rateLimit }: Account) {
  return {
    ...(Object.keys(environment).length > 0 && { environment }),
    ...(rateLimit && {
      rateLimit: { requests: rateLimit.requests, per: formatDuration(rateLimit.periodMs) },
    }),
  };
}

function entryOf(target: Target, withAccount: boolean) {
  const { group, labels, account } = target;
  return {
    ...writeTarget(target),
    ...(withAccount && { account }),
    ...(group !== null && { group }),
    ...(Object.keys(labels).length > 0 && { labels }),
  };
}
