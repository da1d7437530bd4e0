import { describe, expect, test } from "vitest";
import { checkTarget, createClientSet, defaultObjective, type Target } from "../../src/audit/index.js";
import { token } from "../../src/auth/token.js";
import { dcsRecord } from "../support/dcs-records.js";
import { fakeClock } from "../support/fake-clock.js";
import { record } from "../support/recording-server.js";
import type { ReceivedRequest } from "../support/signing/received.js";
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
  status = "RUNNING",
) {
  const server = await record(({ target }) => {
    if (target.includes("/backups"))
      return { status: 200, body: { backup_record_response: records, total_num: records.length } };
    if (target.includes("/restores"))
      return { status: 200, body: { restore_record_response: [], total_num: 0 } };
    if ("code" in instance)
      return { status: instance.status, body: { error_code: instance.code, error_msg: "no" } };
    return { status: 200, body: { instance_id: "i-1", status, instance_backup_policy: instance } };
  });
  const clients = createClientSet({ auth: token("fake-token"), retry: { attempts: 1 } });
  return checkTarget(targetOf({ baseUrl: server.url, ...over }), clients, { clock: fakeClock(NOW) });
}

function targetOf(over: Partial<Target>): Target {
  return {
    name: "one",
    service: "dcs",
    api: "v1.0",
    account: "default",
    cloud: null,
    region: null,
    baseUrl: null,
    projectId: "p",
    resource: { type: "instance", id: "i-1" },
    group: null,
    labels: {},
    objective: { ...defaultObjective, maxAge: Number.POSITIVE_INFINITY },
    schedule: "own",
    ...over,
  };
}

/** That a check, a day ago, has found the target. */
const seen: Partial<Target> = { memory: { checkedAt: NOW - 24 * HOUR, schedule: null } };

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

test("an instance that DCS no longer knows is gone; a wrong address is not", async () => {
  expect((await check({ status: 404, code: "DCS.3022" }, [], seen)).assessment).toMatchObject({
    verdict: "gone",
    reason: "the service does not know this instance any more",
  });
  const wrong = await check({ status: 404, code: "APIGW.0101" }, [], seen);
  expect([wrong.assessment, wrong.failure?.name]).toEqual([null, "NotFoundError"]);
});

test("an instance that no check has ever seen is not gone: its id may be wrong", async () => {
  const { assessment, failure } = await check({ status: 404, code: "DCS.3022" }, []);
  expect([assessment, failure?.message]).toEqual([
    null,
    "the service has no instance i-1; check the id, the region and the project",
  ]);
});

test.each(["CREATING", "FROZEN"])("an instance that is %s misses no run", async (status) => {
  expect((await check(plan(), [], {}, status)).assessment).toMatchObject({
    verdict: "paused",
    reason: `no run for now: the instance is ${status}, and only running ones are backed up; no backup is known to be good`,
  });
});

describe("a VBS policy", () => {
  const policy = (id: string, over: object = {}) => ({
    backup_policy_id: id,
    backup_policy_name: id,
    policy_resource_count: 3,
    scheduled_policy: { status: "ON", start_time: "05:00", frequency: 1, ...over },
  });
  const job = (disk: string, hours: number, status = "EXECUTE_SUCCESS") => ({
    status,
    job_id: `${disk}-${hours}`,
    created_at: at(hours).slice(0, 23),
    finished_at: at(hours - 0.1).slice(0, 23),
    resource_id: disk,
    resource_type: "volume",
  });

  async function checkPolicies(
    backup_policies: unknown,
    tasks: object[],
    ids = ["p-1"],
    over: Partial<Target> = {},
  ) {
    const server = await record(({ target }) =>
      target.includes("/backuptasks")
        ? { status: 200, body: { tasks, total_count: tasks.length } }
        : { status: 200, body: { backup_policies } },
    );
    const clients = createClientSet({ auth: token("fake-token"), retry: { attempts: 1 } });
    const results = ids.map((id) => {
      const resource = { type: "policy", id } as const;
      const target = targetOf({ service: "vbs", api: null, baseUrl: server.url, resource, ...over });
      return checkTarget(target, clients, { clock: fakeClock(NOW) });
    });
    return { results: await Promise.all(results), requests: server.requests };
  }

  test("is judged by what the list says of it, and its disks are counted", async () => {
    const tasks = [job("d-1", 2.9), job("d-2", 2.9), job("d-1", 26.9)];
    const { results } = await checkPolicies([policy("p-0"), policy("p-1")], tasks);
    expect(results[0]?.assessment).toMatchObject({
      verdict: "ok",
      schedule: "daily 05:00 UTC",
      reason: expect.stringMatching(
        /^1 of 1 run in the last 25h30m is done, 2 of 3 disks on Sat 2026-11-21 05:00Z; /,
      ),
    });
  });

  test("fails if one of its disks does, unless a later job heals it", async () => {
    const failed = [job("d-1", 2.9), job("d-2", 2.9, "EXECUTE_FAIL")];
    const { results } = await checkPolicies([policy("p-1")], failed);
    expect(results[0]?.assessment).toMatchObject({
      verdict: "failing",
      reason: expect.stringMatching(/^the run of Sat 2026-11-21 05:00Z failed; .*, 1 of 3 disks on /),
    });
    const healed = await checkPolicies([policy("p-1")], [...failed, job("d-2", 1)]);
    expect(healed.results[0]?.assessment?.verdict).toBe("ok");
  });

  test("that is off, or without a job, is a finding", async () => {
    const off = await checkPolicies([policy("p-1", { status: "OFF" })], []);
    const missed = await checkPolicies([policy("p-1")], []);
    const verdicts = [off, missed].map(({ results }) => results[0]?.assessment?.verdict);
    expect(verdicts).toEqual(["unprotected", "missed"]);
  });

  test("that the list no longer has is gone, and one that was never seen is not checked", async () => {
    const gone = await checkPolicies([policy("p-0")], [], ["p-1"], seen);
    const mistyped = await checkPolicies([policy("p-0")], []);
    expect(gone.results[0]?.assessment?.verdict).toBe("gone");
    expect(mistyped.results[0]?.failure?.message).toMatch(/^the service has no policy p-1; /);
  });

  test("costs one list for all that are checked together", async () => {
    const { results, requests } = await checkPolicies(
      [policy("p-1"), policy("p-2"), policy("p-3")],
      [],
      ["p-1", "p-2", "p-3"],
    );
    expect(requests.map(({ target }) => target.replace(/\?.*/, "")).sort()).toEqual([
      "/v2/p/backuppolicy",
      ...[1, 2, 3].map((number) => `/v2/p/backuppolicy/p-${number}/backuptasks`),
    ]);
    expect(results.map((result) => result.requests).sort()).toEqual([1, 1, 2]);
  });

  test("is not checked if the response has no list", async () => {
    const { results } = await checkPolicies(null, [], ["p-1"], seen);
    expect(results[0]?.failure).toMatchObject({
      name: "ContractError",
      message: expect.stringContaining("the response has no list of policies"),
    });
  });
});

describe("a StarRocks instance", () => {
  const [MINUTE, id] = [60_000, "c-1"];
  /** 13:00 in Shanghai is 05:00 UTC. */
  const row = (over: object = {}) => ({
    PolicyId: "bp-1",
    InstanceId: id,
    Hour: "13",
    Minute: "0",
    RecurrenceValues: [],
    TimeoutSeconds: 3600,
    ExpireDays: 7,
    ...over,
  });
  const backedUp = (hours: number) => ({
    BackupTaskId: `bt-${hours}`,
    InstanceId: id,
    Status: "COMPLETED",
    BackupStartTime: NOW - hours * HOUR,
    BackupFinishedTime: NOW - hours * HOUR + MINUTE,
  });

  const actions: Record<string, string> = {
    "/webapi/starrocks/describeInstances": "DescribeInstances",
    "/webapi/backupRestore/policy/describe": "DescribeBackupPolicies",
    "/webapi/timezone/query": "DescribeSystemTimezone",
    "/webapi/operation/listOperationHistory": "ListOperationHistory",
    "/webapi/backup/manage/describe": "DescribeBackups",
  };

  function actionOf({ target }: ReceivedRequest): string {
    return actions[target.replace(/\?.*/, "")] ?? "";
  }

  async function checkInstance(
    says: {
      instance?: object | null;
      rows?: unknown;
      total?: number;
      backups?: object[];
      history?: object[];
    },
    over: Partial<Target> = {},
  ) {
    const { instance = {}, rows = [row()], total, backups = [backedUp(2.9)], history = [] } = says;
    const listed = instance === null ? [] : [{ InstanceId: id, InstanceStatus: "running", ...instance }];
    const server = await record((request) => {
      const { target } = request;
      const action = actionOf(request);
      const one = new URL(target, "http://127.0.0.1").searchParams.get("InstanceId") !== null;
      const answers: Record<string, object> = {
        DescribeInstances: { Data: listed, Total: listed.length },
        DescribeBackupPolicies: one ? { Data: [row()], Total: 1 } : { Data: rows, Total: total },
        DescribeSystemTimezone: { Data: "Asia/Shanghai", Total: 1 },
        ListOperationHistory: { Data: history, Total: history.length },
        DescribeBackups: { Data: backups, Total: backups.length },
      };
      return { status: 200, body: { RequestId: "r", Success: true, ...answers[action] } };
    });
    const auth = { authorize: () => ({ authorization: "fake" }), scheme: "fake" };
    const target = targetOf({
      service: "starrocks",
      api: null,
      region: "cn-hangzhou",
      baseUrl: server.url,
      projectId: null,
      resource: { type: "instance", id },
      ...over,
    });
    const clients = createClientSet({ auth, retry: { attempts: 1 } });
    return { ...(await checkTarget(target, clients, { clock: fakeClock(NOW) })), requests: server.requests };
  }

  test("is judged by its policies, in its own time zone", async () => {
    const { assessment } = await checkInstance({});
    expect(assessment).toMatchObject({
      verdict: "ok",
      schedule: "daily 13:00 Asia/Shanghai",
      runs: { due: 1 },
    });
    expect((await checkInstance({ backups: [backedUp(26.9)] })).assessment).toMatchObject({
      verdict: "missed",
      reason: expect.stringMatching(/^the run of Sat 2026-11-21 05:00Z did not happen; /),
    });
  });

  test("is asked about alone if the list of policies is cut", async () => {
    const { assessment, requests } = await checkInstance({ rows: [], total: 2 });
    expect(assessment?.verdict).toBe("ok");
    const asked = requests.filter((request) => actionOf(request) === "DescribeBackupPolicies");
    expect(asked).toHaveLength(2);
  });

  test.each([[[]], [null]])(
    "is unprotected if its policies are %j, and its zone is not asked for",
    async (rows) => {
      const { assessment, requests } = await checkInstance({ rows });
      expect(assessment?.verdict).toBe("unprotected");
      expect(requests.map(actionOf)).not.toContain("DescribeSystemTimezone");
    },
  );

  test("misses no run from before it was created", async () => {
    const { assessment } = await checkInstance({ instance: { BeginTime: NOW - HOUR }, backups: [] });
    expect(assessment).toMatchObject({ verdict: "new", runs: { due: 0 } });
  });

  test("that was switched off is paused, and one that is not listed or deleted is gone", async () => {
    const off = await checkInstance({ instance: { InstanceStatus: "actively_disabled" }, backups: [] });
    const gone = await checkInstance({ instance: null }, seen);
    const deleted = await checkInstance({ instance: { InstanceStatus: "deleted" } }, seen);
    expect([off, gone, deleted].map(({ assessment }) => assessment?.verdict)).toEqual([
      "paused",
      "gone",
      "gone",
    ]);
  });

  test("was restored when the latest operation of that kind was completed", async () => {
    const restored = (days: number, OperationStatus = "COMPLETED", over: object = {}) => ({
      OperationId: `op-${days}`,
      OperationType: "restore",
      OperationStatus,
      GmtCreate: NOW - days * 24 * HOUR - MINUTE,
      GmtEnd: NOW - days * 24 * HOUR,
      ...over,
    });
    const history = [
      restored(9),
      restored(3),
      restored(1, "TERMINATED"),
      restored(2, "COMPLETED", { GmtEnd: null }),
      restored(5, "COMPLETED", { GmtCreate: null }),
    ];
    const objective = { ...defaultObjective, maxRestoreAge: 30 * 24 * HOUR };
    const { assessment, requests } = await checkInstance({ history }, { objective });
    expect(assessment?.lastRestore).toEqual({
      at: new Date(NOW - 72 * HOUR),
      durationMs: MINUTE,
      backupId: null,
    });
    expect(requests.map(({ target }) => target)).toContainEqual(
      expect.stringContaining("OperationType=restore"),
    );
    const unsaid = await checkInstance({ history: history.slice(-1) }, { objective });
    expect(unsaid.assessment?.lastRestore?.durationMs).toBeNull();
    expect((await checkInstance({}, { objective })).assessment?.verdict).toBe("late");
  });

  test("is not checked if the response has no list of policies", async () => {
    const { failure } = await checkInstance({ rows: "none", total: 0 });
    expect(failure).toMatchObject({ name: "ContractError" });
  });
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

describe("the last restoration", () => {
  const restored = (id: string, days: number, status = "succeed") => ({
    restore_id: id,
    backup_id: `backup-of-${id}`,
    status,
    created_at: at(days * 24 + 0.1),
    updated_at: at(days * 24),
  });
  const DAYS_30 = 30 * 24 * HOUR;

  /** What DCS says of an instance whose last backup is good, and of its restorations: null, if it refuses that. */
  async function checkRestores(restores: object[] | null, over: Partial<Target> = {}) {
    const server = await record(({ target }) => {
      if (target.includes("/restores") && restores === null)
        return { status: 403, body: { error_code: "DCS.2003", error_msg: "no permission" } };
      if (target.includes("/restores"))
        return { status: 200, body: { restore_record_response: restores, total_num: restores?.length } };
      if (target.includes("/backups"))
        return { status: 200, body: { backup_record_response: [backup(2.9)], total_num: 1 } };
      return { status: 200, body: { instance_id: "i-1", status: "RUNNING", instance_backup_policy: plan() } };
    });
    const target = targetOf({
      baseUrl: server.url,
      schedule: null,
      objective: { ...defaultObjective, maxRestoreAge: DAYS_30 },
      ...over,
    });
    const clients = createClientSet({ auth: token("fake-token"), retry: { attempts: 1 } });
    const { assessment } = await checkTarget(target, clients, { clock: fakeClock(NOW) });
    return { assessment, asked: server.requests.filter((request) => request.target.includes("/restores")) };
  }

  test("is told with its age and duration", async () => {
    const { assessment } = await checkRestores([
      restored("r-1", 40),
      restored("r-2", 3),
      restored("r-3", 1, "failed"),
      restored("r-4", 9),
    ]);
    expect(assessment).toMatchObject({
      verdict: "ok",
      lastRestore: { at: new Date(NOW - 72 * HOUR), durationMs: HOUR / 10, backupId: "backup-of-r-2" },
      reason: expect.stringMatching(/; the last restoration is 3d old and took 6m$/),
    });
  });

  test("that is too old, or missing, makes a target late", async () => {
    const old = await checkRestores([restored("r-1", 40)]);
    expect(old.assessment).toMatchObject({
      verdict: "late",
      reason: expect.stringMatching(/; the last restoration is 40d old, 10d past its limit and took 6m$/),
    });
    const none = await checkRestores([restored("r-1", 1, "restoring")]);
    expect(none.assessment).toMatchObject({
      verdict: "late",
      lastRestore: null,
      reason: expect.stringMatching(/; there is no restoration that succeeded$/),
    });
  });

  test("hides nothing that is worse", async () => {
    const objective = { ...defaultObjective, maxAge: HOUR, maxFailures: 0, maxRestoreAge: DAYS_30 };
    const { assessment } = await checkRestores([restored("r-1", 1)], { objective });
    expect(assessment?.verdict).toBe("late");
  });

  test("is told for every target whose schedule is the service's own, and changes no verdict", async () => {
    const own = { schedule: "own", objective: defaultObjective } as const;
    const old = await checkRestores([restored("r-1", 400)], own);
    expect(old.assessment).toMatchObject({
      verdict: "ok",
      lastRestore: { backupId: "backup-of-r-1" },
      reason: expect.stringMatching(/; the last restoration is 400d old and took 6m$/),
    });
    const { assessment } = await checkRestores([], own);
    expect([assessment?.verdict, assessment?.lastRestore]).toEqual(["ok", null]);
    expect(assessment?.reason).not.toContain("restoration");
  });

  test("that may not be read hides nothing, and is unknown if there is a limit", async () => {
    const reason = /; restorations could not be read: .*DCS\.2003/;
    const own = { schedule: "own", objective: defaultObjective } as const;
    const { assessment } = await checkRestores(null, own);
    expect(assessment).toMatchObject({ verdict: "ok", reason: expect.stringMatching(reason) });
    const limited = await checkRestores(null);
    expect(limited.assessment).toMatchObject({ verdict: "unknown", reason: expect.stringMatching(reason) });
    const objective = { ...defaultObjective, maxAge: HOUR, maxRestoreAge: DAYS_30 };
    expect((await checkRestores(null, { objective })).assessment?.verdict).toBe("late");
  });

  test("is not asked for without a limit or a schedule of the service", async () => {
    const { assessment, asked } = await checkRestores([], { objective: defaultObjective });
    expect([assessment?.verdict, assessment?.lastRestore, asked]).toEqual(["ok", null, []]);
  });

  test("leaves the verdict open if the service does not tell of any", async () => {
    const server = await record(() => ({
      status: 200,
      body: {
        tasks: [
          {
            status: "EXECUTE_SUCCESS",
            job_id: "j",
            created_at: at(3).slice(0, 23),
            finished_at: at(2.9).slice(0, 23),
            resource_id: "d",
            resource_type: "volume",
          },
        ],
        total_count: 1,
      },
    }));
    const clients = createClientSet({ auth: token("fake-token"), retry: { attempts: 1 } });
    const objective = { ...defaultObjective, maxRestoreAge: DAYS_30 };
    const target = targetOf({
      service: "vbs",
      api: null,
      schedule: null,
      baseUrl: server.url,
      resource: { type: "policy", id: "p-1" },
      objective,
    });
    const { assessment } = await checkTarget(target, clients, { clock: fakeClock(NOW) });
    expect(assessment).toMatchObject({
      verdict: "unknown",
      reason: expect.stringMatching(/; the service reports no restorations$/),
    });
  });
});
