import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { responses } from "../../generated/dcs/validators.js";
import type { DcsBackupPolicy, DcsBackupRecord, DcsListedInstance } from "../../src/dcs/index.js";
import { createDcsClient, type DcsClient, NotFoundError, PermissionError, token } from "../../src/index.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { misfits } from "../support/misfits.js";
import { sendRequest } from "./support/send-request.js";

const MINUTE = 60_000;
const DAY = 86_400_000;
const clock = fakeClock();
let mock: Mock<"dcs">;
let dcs: DcsClient;

beforeAll(async () => {
  mock = await startMock({ mode: "simulate", services: ["dcs"], clock });
  dcs = createDcsClient({
    baseUrl: mock.urls.dcs,
    projectId: "p",
    auth: token("fake-token"),
    validate: "throw",
  });
});

afterAll(() => mock.stop());

const all = () => dcs.listInstances().toArray({ max: 1000 });

async function policyOf(instance_id: string): Promise<DcsBackupPolicy | null> {
  const { instance_backup_policy: found } = await dcs.showInstance({ instance_id });
  return found !== null && "backup_type" in found ? found : (found?.policy ?? null);
}

async function backupsOf(instance_id: string): Promise<DcsBackupRecord[]> {
  return dcs.listBackupRecords({ instance_id, limit: 100 }).toArray({ max: 1000 });
}

/** The instances that are backed up by a weekly plan, each with its policy; the mock's own is not among them. */
async function planned(): Promise<
  { readonly instance: DcsListedInstance; readonly policy: DcsBackupPolicy }[]
> {
  const found = [];
  for (const instance of await all()) {
    const policy = await policyOf(instance.instance_id);
    if (instance.instance_id !== mock.resources.dcs && policy?.backup_type === "auto")
      found.push({ instance, policy });
  }
  return found;
}

describe("the instances of the account", () => {
  test("are the same for a seed, and others for another", async () => {
    const ids = (await all()).map(({ instance_id }) => instance_id);
    const again = await startMock({ mode: "simulate", services: ["dcs"], clock: fakeClock() });
    const other = await startMock({ mode: "simulate", services: ["dcs"], clock: fakeClock(), seed: 2 });
    const list = async ({ urls }: Mock<"dcs">) =>
      JSON.parse((await sendRequest(`${urls.dcs}/v2/p/instances?limit=100`)).text).instances.map(
        (item: DcsListedInstance) => item.instance_id,
      );
    expect([await list(again), (await list(other)).some((id: string) => ids.includes(id))]).toEqual([
      ids,
      false,
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(mock.resources.dcs);
    await Promise.all([again.stop(), other.stop()]);
  });

  test("come page by page", async () => {
    const whole = await all();
    const page = await dcs.listInstances({ offset: 3, limit: 2 });
    expect([page.items, page.total]).toEqual([whole.slice(3, 5), whole.length]);
    expect((await dcs.listInstances({ offset: 500 })).items).toEqual([]);
  });

  test("are filtered as the contract says", async () => {
    const whole = await all();
    const [one] = whole;
    if (one === undefined) throw new Error("no instance");
    const ids = async (filter: Parameters<typeof dcs.listInstances>[0]) =>
      (await dcs.listInstances({ ...filter, limit: 1000 }).toArray({ max: 1000 })).map(
        ({ instance_id }) => instance_id,
      );
    const where = (test: (item: DcsListedInstance) => boolean) =>
      whole.filter(test).map(({ instance_id }) => instance_id);
    const [team, stage] = one.tags.map(({ key, value }) => `${key}=${value}`);
    expect(await ids({ instance_id: one.instance_id })).toEqual([one.instance_id]);
    expect(await ids({ instance_id: "missing-1" })).toEqual([]);
    expect(await ids({ name: one.name.slice(0, 8).toUpperCase() })).toEqual(
      where(({ name }) => name.startsWith(one.name.slice(0, 8))),
    );
    expect(await ids({ name: one.name.slice(0, 8), name_equal: "true" })).toEqual([]);
    expect(await ids({ name: one.name, name_equal: "true" })).toEqual([one.instance_id]);
    expect(await ids({ ip: one.ip })).toEqual([one.instance_id]);
    expect(await ids({ capacity: String(one.capacity) })).toEqual(
      where(({ capacity }) => capacity === one.capacity),
    );
    expect(await ids({ status: "FROZEN" })).toEqual([]);
    expect(await ids({ tags: [`${team}`, `${stage}`] })).toEqual(
      where(({ tags }) => {
        const own = tags.map(({ key, value }) => `${key}=${value}`);
        return own.includes(`${team}`) && own.includes(`${stage}`);
      }),
    );
  });

  test("leave out the one that could not be created unless it is asked for", async () => {
    expect((await all()).map(({ status }) => status)).not.toContain("CREATEFAILED");
    const failed = await dcs.listInstances({ include_failure: "true", status: "CREATEFAILED" });
    expect(failed.total).toBe(1);
  });

  test("are shown in full, with what the listing says of them", async () => {
    for (const { instance_id, updated_at, az_codes: _, publicip_id: __, ...listed } of await all()) {
      expect(await dcs.showInstance({ instance_id })).toMatchObject({
        ...listed,
        instance_id,
        update_at: updated_at,
      });
    }
  });
});

describe("a weekly plan", () => {
  test("is a full hour on days of the week, and there are several of them", async () => {
    const plans = (await planned()).map(({ policy }) => policy.periodical_backup_plan);
    expect(plans.length).toBeGreaterThan(5);
    for (const plan of plans) {
      const [from, to] =
        /^(\d\d):00-(\d\d):00$/
          .exec(plan?.begin_at ?? "")
          ?.slice(1)
          .map(Number) ?? [];
      expect(to).toBe((Number(from) + 1) % 24);
      expect(plan?.period_type).toBe("weekly");
      for (const day of plan?.backup_at ?? [0]) expect([1, 2, 3, 4, 5, 6, 7]).toContain(day);
    }
    expect(new Set(plans.map((plan) => plan?.backup_at.join())).size).toBeGreaterThan(3);
  });

  test("is what the automatic backups follow: one at every due time, and none else", async () => {
    for (const { instance, policy } of await planned()) {
      const { backup_at: days = [], begin_at = "" } = policy.periodical_backup_plan ?? {};
      const backups = await backupsOf(instance.instance_id);
      expect(backups).toHaveLength(25);
      const due: number[] = [];
      const hour = Number(begin_at.slice(0, 2));
      const today = Math.floor(clock.now() / DAY) * DAY;
      for (let midnight = today; due.length < backups.length; midnight -= DAY) {
        const day = ((new Date(midnight).getUTCDay() + 6) % 7) + 1;
        const at = midnight + hour * 60 * MINUTE;
        if (days.includes(day) && at < clock.now() - 3000) due.push(at);
      }
      const late = backups.map(({ created_at }, at) => Date.parse(created_at) - (due[at] ?? 0));
      expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...late)).toBeLessThan(2000);
      expect(new Set(backups.map(({ backup_type, period }) => `${backup_type} ${period}`))).toEqual(
        new Set([`auto ${begin_at}`]),
      );
    }
  });

  test("keeps a backup for its days", async () => {
    for (const { instance, policy } of await planned()) {
      const kept = (policy.save_days ?? 0) * DAY;
      for (const { created_at, status } of await backupsOf(instance.instance_id)) {
        const age = clock.now() - Date.parse(created_at);
        if (status === "succeed") expect(age).toBeLessThan(kept + 62 * MINUTE);
        if (status === "expired") expect(age).toBeGreaterThan(kept);
      }
    }
  });

  test("that is switched off stays, and only manual backups are made", async () => {
    const off = [];
    for (const { instance_id } of await all()) {
      if ((await policyOf(instance_id))?.backup_type === "manual") off.push(instance_id);
    }
    expect(off).toHaveLength(1);
    const [id = ""] = off;
    expect((await policyOf(id))?.periodical_backup_plan).toBeDefined();
    expect(new Set((await backupsOf(id)).map(({ backup_type }) => backup_type))).toEqual(new Set(["manual"]));
  });

  test("is missing from a single node, which has no backups", async () => {
    const found = [];
    for (const { instance_id } of await all()) {
      const { cache_mode, instance_backup_policy } = await dcs.showInstance({ instance_id });
      if (cache_mode === "single") found.push([instance_backup_policy, await backupsOf(instance_id)]);
    }
    expect(found).toEqual([[null, []]]);
  });

  test.each(["daily", "late-1", "failing-1", "stuck-1", "never-1"])(
    "of an instance that is not listed is one of every day: %s",
    async (id) => {
      const { backup_at, begin_at = "" } = (await policyOf(id))?.periodical_backup_plan ?? {};
      expect(backup_at).toEqual([1, 2, 3, 4, 5, 6, 7]);
      const settled = (await backupsOf(id)).slice(4);
      for (const { created_at } of settled) {
        const since = (Date.parse(created_at) % DAY) - Number(begin_at.slice(0, 2)) * 60 * MINUTE;
        expect((since + DAY) % DAY).toBeLessThan(90 * MINUTE);
      }
    },
  );

  test("is none if there are no backups", async () => {
    expect(await policyOf("empty-1")).toBeNull();
  });
});

describe("the restorations of an instance", () => {
  const listed = () => dcs.listRestoreRecords({ instance_id: mock.resources.dcs }).toArray({ max: 1000 });

  test("are from backups that it has, after they had succeeded", async () => {
    const backups = new Map(
      (await backupsOf(mock.resources.dcs)).map((backup) => [backup.backup_id, backup]),
    );
    const restores = await listed();
    expect(restores.length).toBeGreaterThan(2);
    for (const { backup_id, backup_name, backup_remark, created_at } of restores) {
      const backup = backups.get(backup_id);
      expect(backup).toMatchObject({ backup_name, remark: backup_remark });
      expect(["succeed", "expired", "deleted"]).toContain(backup?.status);
      expect(Date.parse(created_at)).toBeGreaterThan(Date.parse(backup?.execution_at ?? ""));
    }
  });

  test("are listed newest first, by period and page by page", async () => {
    const whole = await listed();
    const times = whole.map(({ created_at }) => created_at);
    expect(times).toEqual([...times].sort().reverse());
    const instance_id = mock.resources.dcs;
    const page = await dcs.listRestoreRecords({ instance_id, offset: 1, limit: 1 });
    expect([page.items, page.total]).toEqual([whole.slice(1, 2), whole.length]);
    const from = new Date(String(times[1]));
    expect((await dcs.listRestoreRecords({ instance_id, begin_time: from })).items).toEqual(
      whole.slice(0, 2),
    );
    expect((await dcs.listRestoreRecords({ instance_id, end_time: from })).items).toEqual(whole.slice(1));
  });

  test("move: the newest goes on until it ends", async () => {
    const own = fakeClock();
    const moving = await startMock({ mode: "simulate", services: ["dcs"], clock: own });
    const path = `${moving.urls.dcs}/v2/p/instances/${moving.resources.dcs}/restores`;
    const newest = async () => {
      const body: unknown = JSON.parse((await sendRequest(path)).text);
      expect(misfits(responses.ListRestoreRecords["200"], body)).toEqual([]);
      return Object(body).restore_record_response[0];
    };
    const before = await newest();
    await own.advance(10 * MINUTE);
    const after = await newest();
    expect([before.status, after.restore_id]).toEqual(["restoring", before.restore_id]);
    expect(["succeed", "failed"]).toContain(after.status);
    expect(after.error_code === null).toBe(after.status === "succeed");
    await moving.stop();
  });

  test("are none if there are no backups, with 204 if the mock is told so", async () => {
    expect(await dcs.listRestoreRecords({ instance_id: "empty-1" })).toMatchObject({ items: [], total: 0 });
    const otc = await startMock({ mode: "simulate", services: ["dcs"], noContent: true });
    expect(await sendRequest(`${otc.urls.dcs}/v2/p/instances/empty-1/restores`)).toMatchObject({
      status: 204,
      text: "",
    });
    await otc.stop();
  });
});

test.each([
  ["missing-1", NotFoundError, "DCS.3022"],
  ["forbidden-1", PermissionError, "DCS.2003"],
] as const)("the instance %s is refused", async (instance_id, kind, code) => {
  for (const call of [dcs.showInstance({ instance_id }), dcs.listRestoreRecords({ instance_id })]) {
    const error: unknown = await Promise.resolve(call).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ code });
  }
});

test("an empty id is a bad parameter, and a page of more than 1000 is one too", async () => {
  for (const path of [
    "/v2/p/instances/",
    "/v2/p/instances?limit=1001",
    "/v2/p/instances/i/restores?limit=0",
  ]) {
    const { status, text } = await sendRequest(mock.urls.dcs + path);
    expect([status, JSON.parse(text).error_code]).toEqual([400, "DCS.4062"]);
  }
});
