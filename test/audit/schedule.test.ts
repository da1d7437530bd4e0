import { expect, test } from "vitest";
import { checkTarget, createClientSet, defaultObjective, type Target } from "../../src/audit/index.js";
import { token } from "../../src/auth/token.js";
import { dcsRecord } from "../support/dcs-records.js";
import { fakeClock } from "../support/fake-clock.js";
import { record } from "../support/recording-server.js";
import { HOUR, NOW } from "./records.js";

/** NOW is 8:00 UTC on a Saturday, the sixth day. */
const plan = (over: object = {}) => ({
  backup_policy_id: "p-1",
  policy: {
    backup_type: "auto",
    save_days: 7,
    periodical_backup_plan: { backup_at: [6], period_type: "weekly", begin_at: "05:00-06:00" },
    ...over,
  },
});
const at = (hours: number) => new Date(NOW - hours * HOUR).toISOString();
const backup = (hours: number) =>
  dcsRecord(1, {
    backup_id: `b-${hours}`,
    status: "succeed",
    backup_type: "auto",
    created_at: at(hours),
    execution_at: at(hours),
    updated_at: at(hours - 0.1),
  });

/** What DCS says of an instance: its policy, or the status and code of an error, and its backups. */
async function check(
  instance: object | { status: number; code: string },
  records: object[],
  over: Partial<Target> = {},
) {
  const server = await record(({ target }) => {
    if (target.includes("/backups"))
      return { status: 200, body: { backup_record_response: records, total_num: records.length } };
    if ("code" in instance)
      return { status: instance.status, body: { error_code: instance.code, error_msg: "no" } };
    return { status: 200, body: { instance_id: "i-1", instance_backup_policy: instance } };
  });
  const clients = createClientSet({ auth: token("fake-token"), retry: { attempts: 1 } });
  const target: Target = {
    name: "one",
    service: "dcs",
    api: "v1.0",
    account: "default",
    cloud: null,
    region: null,
    baseUrl: server.url,
    projectId: "p",
    resource: { type: "instance", id: "i-1" },
    group: null,
    labels: {},
    objective: { ...defaultObjective, maxAge: Number.POSITIVE_INFINITY },
    schedule: "own",
    ...over,
  };
  return checkTarget(target, clients, { clock: fakeClock(NOW) });
}

test("a DCS instance is judged by its own policy", async () => {
  const { assessment } = await check(plan(), [backup(2.9), backup(170.9)]);
  expect(assessment).toMatchObject({
    verdict: "ok",
    schedule: "Sat 05:00 UTC",
    runs: { missed: [], failed: [] },
  });
  expect((await check(plan(), [backup(170.9)])).assessment).toMatchObject({
    verdict: "missed",
    reason: expect.stringMatching(/^the run of Sat 2026-11-21 05:00Z did not happen; /),
  });
});

test("a plan that stays after a switch to manual protects nothing", async () => {
  expect((await check(plan({ backup_type: "manual" }), [backup(2.9)])).assessment).toMatchObject({
    verdict: "unprotected",
    reason: expect.stringMatching(/^no schedule: backups are started by hand alone; /),
  });
});

test("an instance that DCS does not know is gone; a wrong address is not", async () => {
  expect((await check({ status: 404, code: "DCS.3022" }, [])).assessment).toMatchObject({
    verdict: "gone",
    reason: "the service does not know this instance any more",
  });
  const wrong = await check({ status: 404, code: "APIGW.0101" }, []);
  expect([wrong.assessment, wrong.failure?.name]).toEqual([null, "NotFoundError"]);
});

test("a cron expression of the targets file counts in place of the policy", async () => {
  const hourly = { cron: "0 * * * *", zone: "UTC", grace: HOUR / 2 };
  const { assessment } = await check(plan(), [backup(0.9)], { schedule: hourly });
  expect(assessment).toMatchObject({ verdict: "missed", schedule: "cron 0 * * * * UTC" });
});

test("a pause excuses a target, and is a finding once it has ended", async () => {
  const until = Date.UTC(2026, 10, 22);
  const paused = await check(plan(), [], { pause: { until, reason: "moves" } });
  expect(paused.assessment).toMatchObject({
    verdict: "paused",
    pauseOver: false,
    reason: expect.stringMatching(/^paused until 2026-11-21: moves; without it missed: /),
  });
  const over = await check(plan(), [backup(2.9)], { pause: { until: NOW - HOUR, reason: "moves" } });
  expect(over.assessment).toMatchObject({
    verdict: "ok",
    pauseOver: true,
    reason: expect.stringMatching(/^the pause has ended \(until 2026-11-21: moves\): remove it; 1 of 1 run/),
  });
});
