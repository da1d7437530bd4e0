import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Auth,
  createCbrClient,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  describeSchedule,
  dueRuns,
  nextDueRun,
  readCbrSchedule,
  readDcsSchedule,
  readStarRocksSchedule,
  readVbsSchedule,
  token,
} from "../../src/index.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";

const auth: Auth = token("not-a-real-token");
const clock = fakeClock();
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ mode: "simulate", clock });
});
afterAll(() => mock.stop());

test("what a client returns of a policy tells when backups are due, for every service", async () => {
  const { urls } = mock;
  const dcs = createDcsClient({ baseUrl: urls.dcs, projectId: "p", auth });
  const vbs = createVbsClient({ baseUrl: urls.vbs, projectId: "p", auth });
  const cbr = createCbrClient({ baseUrl: urls.cbr, projectId: "p", auth });
  const starrocks = createStarRocksClient({ baseUrl: urls.starrocks, auth });
  const { instance_backup_policy } = await dcs.showInstance({ instance_id: "i" });
  const { backup_policies = [] } = await vbs.listBackupPolicies();
  const { policies } = await cbr.listPolicies();
  const { Data } = await starrocks.describeBackupPolicies({ InstanceId: "c-1" });
  const schedules = [
    readDcsSchedule(instance_backup_policy),
    readVbsSchedule(backup_policies[0]),
    readCbrSchedule(policies),
    readStarRocksSchedule(Data, "Asia/Shanghai"),
  ].map(({ schedule }) => schedule);
  const [now, tomorrow] = [new Date(clock.now()), new Date(clock.now() + 24 * 3_600_000)];
  const told = schedules.map((schedule) => [
    describeSchedule(schedule),
    nextDueRun(schedule, now)?.toISOString(),
    dueRuns(schedule, now, tomorrow).length,
  ]);
  expect(told).toEqual([
    ["daily 07:00 UTC", "2026-11-22T07:00:00.000Z", 1],
    ["daily 07:00 UTC", "2026-11-22T07:00:00.000Z", 1],
    // Of two policies, which are due at once.
    ["daily 07:35 UTC; daily 07:35 UTC", "2026-11-22T07:35:00.000Z", 1],
    ["daily 15:35 Asia/Shanghai", "2026-11-22T07:35:00.000Z", 1],
  ]);
});
