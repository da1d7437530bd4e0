import { readFileSync } from "node:fs";
import type { DcsBackupRecord } from "../../../generated/dcs/types.js";
import type { Agent } from "./agent.js";
import type { Fleet, Instance, Kind } from "./fleet.js";

/** A question, what an agent finds out about it by the tools, and the truth. */
export interface Question {
  readonly question: string;
  found(agent: Agent, fleet: Fleet): Promise<unknown>;
  truth(fleet: Fleet): unknown;
}

const ask = (question: string, found: Question["found"], truth: Question["truth"]): Question => ({
  question,
  found,
  truth,
});

/** All targets of one verdict, in pages of seven. */
const withVerdict = (kind: Kind): Question =>
  ask(
    `Which targets are ${kind}?`,
    async (agent) => {
      const targets = await agent.all("audit", { verdicts: [kind], limit: 7 }, "targets");
      return targets.map(({ target, verdict }) => [target, verdict]);
    },
    ({ instances }) => instances.filter((one) => one.kind === kind).map(({ id }) => [id, kind]),
  );

/** The one target of an audit. */
async function target(agent: Agent, id: string) {
  const { data } = await agent.call("audit", {
    names: [id],
    verdicts: ["ok", "late", "failing", "never", "stuck"],
  });
  return data.targets[0];
}

const oneOf = ({ instances }: Fleet, kind: Kind): Instance => {
  const found = instances.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`the fleet has no ${kind}`);
  return found;
};
const number = (instances: readonly Instance[], kind: Kind) =>
  instances.filter((one) => one.kind === kind).length;
const goodOf = ({ backups }: Instance) => backups.filter(({ status }) => status === "succeed");
const timeOf = (time: string | undefined) => new Date(time ?? Number.NaN).toISOString();

const big = { service: "dcs", cloud: "otc", id: "cache-big" };
/** Asked once for all questions, as an agent would. */
function once(tool: string, args: Readonly<Record<string, unknown>>) {
  const results = new WeakMap<Agent, ReturnType<Agent["call"]>>();
  return async (agent: Agent) => {
    const result = results.get(agent) ?? agent.call(tool, args);
    results.set(agent, result);
    return (await result).data;
  };
}
const summaryOf = once("list_backups", { ...big, summary: true });
const audit = once("audit", {});
const list = (agent: Agent, args: object = {}) => agent.all("list_backups", { ...big, ...args }, "backups");
const idsOf = (backups: readonly { id: string }[]) => backups.map(({ id }) => id);
const wireIds = (backups: readonly DcsBackupRecord[]) => backups.map(({ backup_id }) => backup_id);
const day = (now: number, back: number) => new Date(now - back * 86_400_000).toISOString().slice(0, 10);

/** What the contract says of a job error. */
const meaningOf = (code: string) => {
  const contract = JSON.parse(readFileSync("generated/dcs/openapi.json", "utf8"));
  return contract.components.schemas.DcsJobErrorCode.anyOf[0]["x-enumDescriptions"][code];
};

/** Thirty questions, the first of which is the one that the package is made for. */
export const questions: readonly Question[] = [
  ask(
    "Did every backup run?",
    async (agent) => (await audit(agent)).everyBackupRan,
    () => false,
  ),
  ask(
    "How many targets have a finding?",
    async (agent) => (await audit(agent)).findings,
    ({ instances }) => instances.filter(({ kind }) => kind !== "ok").length,
  ),
  ask(
    "How many targets are there of each verdict?",
    async (agent) => {
      const { wanted, checked, ok, late, failing, never, stuck } = (await audit(agent)).summary;
      return { wanted, checked, ok, late, failing, never, stuck };
    },
    ({ instances }) => ({
      wanted: instances.length,
      checked: instances.length,
      ok: number(instances, "ok"),
      late: number(instances, "late"),
      failing: number(instances, "failing"),
      never: number(instances, "never"),
      stuck: number(instances, "stuck"),
    }),
  ),
  ...(["ok", "late", "failing", "never", "stuck"] as const).map(withVerdict),
  ask(
    "Which targets need attention, the worst first?",
    async (agent) => (await agent.all("audit", { limit: 9 }, "targets")).map(({ target }) => target),
    ({ instances }) =>
      (["stuck", "never", "failing", "late"] as const).flatMap((kind) =>
        instances.filter((one) => one.kind === kind).map(({ id }) => id),
      ),
  ),
  ask(
    "Did the backups of the large cache run?",
    async (agent) => (await agent.call("audit", { names: ["cache-big"] })).data.everyBackupRan,
    () => true,
  ),
  ask(
    "How is the group of sessions?",
    async (agent) => {
      const { summary, everyBackupRan } = (await agent.call("audit", { groups: ["sessions"] })).data;
      return [everyBackupRan, summary.wanted, summary.ok];
    },
    ({ instances }) => {
      const own = instances.filter(({ group }) => group === "sessions");
      return [false, own.length, number(own, "ok")];
    },
  ),
  ask(
    "When did the last good backup of a late target end?",
    async (agent, fleet) => (await target(agent, oneOf(fleet, "late").id)).lastGoodAt,
    (fleet) => timeOf(goodOf(oneOf(fleet, "late"))[0]?.updated_at),
  ),
  ask(
    "How many backups of a failing target have failed since its last good one?",
    async (agent, fleet) => (await target(agent, oneOf(fleet, "failing").id)).failuresSince,
    (fleet) => oneOf(fleet, "failing").backups.findIndex(({ status }) => status === "succeed"),
  ),
  ask(
    "Which backup is stuck, and since when?",
    async (agent, fleet) => (await target(agent, oneOf(fleet, "stuck").id)).running,
    (fleet) => {
      const [newest] = oneOf(fleet, "stuck").backups;
      return { id: newest?.backup_id, since: timeOf(newest?.execution_at) };
    },
  ),
  ask(
    "Has a target of which no backup was ever good one now?",
    async (agent, fleet) => (await target(agent, oneOf(fleet, "never").id)).lastGoodAt,
    () => null,
  ),
  ask(
    "How many backups has the large cache?",
    async (agent) => (await summaryOf(agent)).counted,
    ({ big }) => big.backups.length,
  ),
  ask(
    "How many of them succeeded, and how many failed?",
    async (agent) => (await summaryOf(agent)).counts,
    ({ big }) => ({
      succeeded: goodOf(big).length,
      failed: big.backups.length - goodOf(big).length,
    }),
  ),
  ask(
    "Why did they fail?",
    async (agent) => (await summaryOf(agent)).failures,
    ({ big }) => {
      const codes = big.backups.flatMap(({ error_code }) =>
        typeof error_code === "string" ? [error_code] : [],
      );
      return Object.fromEntries(
        [...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]),
      );
    },
  ),
  ask(
    "Which are the newest and the oldest?",
    async (agent) => {
      const { newest, oldest } = await summaryOf(agent);
      return [newest.id, oldest.id, oldest.startedAt];
    },
    ({ big }) => [
      big.backups[0]?.backup_id,
      big.backups.at(-1)?.backup_id,
      timeOf(big.backups.at(-1)?.execution_at),
    ],
  ),
  ask(
    "Which one could be restored, and how large is it?",
    async (agent) => {
      const { id, sizeBytes, restorable, finishedAt } = (await summaryOf(agent)).newestSucceeded;
      return { id, sizeBytes, restorable, finishedAt };
    },
    ({ big }) => {
      const [good] = goodOf(big);
      return {
        id: good?.backup_id,
        sizeBytes: good?.size,
        restorable: true,
        finishedAt: timeOf(good?.updated_at),
      };
    },
  ),
  ask(
    "List all of them.",
    async (agent) => idsOf(await list(agent, { limit: 100 })),
    ({ big }) => wireIds(big.backups),
  ),
  ask(
    "List those that failed.",
    async (agent) => idsOf(await list(agent, { status: ["failed"], limit: 70 })),
    ({ big }) => wireIds(big.backups.filter(({ status }) => status === "failed")),
  ),
  ask(
    "How many does the service say that there are?",
    async (agent) => (await agent.call("list_backups", { ...big, limit: 1 })).data.total,
    ({ big }) => big.backups.length,
  ),
  ask(
    "Which backups are of the week before last?",
    async (agent, { now }) => idsOf(await list(agent, { from: day(now, 14), to: day(now, 8), limit: 3 })),
    ({ big, now }) =>
      wireIds(
        big.backups.filter(({ created_at = "" }) => {
          const date = created_at.slice(0, 10);
          return date >= day(now, 14) && date <= day(now, 8);
        }),
      ),
  ),
  ask(
    "How many failed in the last 100 days?",
    async (agent) => {
      const args = { ...big, summary: true, from: "100d", status: ["failed"] };
      return (await agent.call("list_backups", args)).data.counted;
    },
    ({ big, now }) =>
      big.backups.filter(
        ({ status, created_at = "" }) =>
          status === "failed" && Date.parse(created_at) >= now - 100 * 86_400_000,
      ).length,
  ),
  ask(
    "Which were made by hand, among the newest ten?",
    async (agent) => {
      const { backups } = (await agent.call("list_backups", { ...big, limit: 10 })).data;
      return idsOf(backups.filter(({ trigger }: { trigger: string }) => trigger === "manual"));
    },
    ({ big }) => wireIds(big.backups.slice(0, 10).filter(({ backup_type }) => backup_type === "manual")),
  ),
  ask(
    "What is known of an instance that does not exist?",
    async (agent) => {
      const { isError, text } = await agent.call("list_backups", { ...big, id: "missing-1" });
      return [isError, /DCS\.3022/.test(text)];
    },
    () => [true, true],
  ),
  ask(
    "What does dcs.08.0002 mean?",
    async (agent) => (await agent.call("explain", { code: "dcs.08.0002" })).data.entries[0].meaning,
    () => [meaningOf("dcs.08.0002")],
  ),
  ask(
    "Is every code explained, each once?",
    async (agent) => {
      const entries = await agent.all("explain", { limit: 100 }, "entries");
      const names = entries.map(({ code, kind }) => `${code} ${kind}`);
      const empty = entries.filter(({ meaning, cause, remedy }) => !meaning[0] || !cause || !remedy);
      return [names.length === new Set(names).size, names.length > 200, empty];
    },
    () => [true, true, []],
  ),
  ask(
    "What does a mistyped code mean?",
    async (agent) => {
      const { isError, text } = await agent.call("explain", { code: "dcs.08.22x" });
      return [isError, /Did you mean dcs\.08\.0001/.test(text)];
    },
    () => [true, true],
  ),
];
