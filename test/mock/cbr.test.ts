import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CbrClient, createCbrClient, token } from "../../src/index.js";
import { cbrBackup, type Mock, type MockOptions, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";

const clock = fakeClock();
const auth = token("fake-token");
const mocks: Mock<"cbr">[] = [];

async function start(
  options: Partial<MockOptions<"cbr">> = {},
): Promise<{ mock: Mock<"cbr">; cbr: CbrClient }> {
  const mock = await startMock({ mode: "simulate", services: ["cbr"], clock, records: 30, ...options });
  mocks.push(mock);
  const cbr = createCbrClient({
    baseUrl: mock.urls.cbr,
    projectId: "p",
    auth,
    validate: "throw",
    retry: { attempts: 1 },
  });
  return { mock, cbr };
}

afterAll(() => Promise.all(mocks.map((mock) => mock.stop())));

describe("the simulated project of CBR", () => {
  let cbr: CbrClient;
  let mock: Mock<"cbr">;
  beforeAll(async () => {
    ({ mock, cbr } = await start());
  });

  test("lists all operation logs page by page, newest first, each once", async () => {
    const logs = await cbr.listOpLogs({ limit: 7 }).toArray({ max: 1000 });
    const page = await cbr.listOpLogs({ limit: 7 });
    expect([page.items.length, page.total]).toEqual([7, logs.length]);
    expect(new Set(logs.map(({ id }) => id)).size).toBe(logs.length);
    const created = logs.map(({ created_at }) => created_at);
    expect(created).toEqual([...created].sort().reverse());
    expect(new Set(logs.map(({ operation_type }) => operation_type))).toEqual(new Set(["backup", "restore"]));
    expect(new Set(logs.map(({ status }) => status))).toEqual(
      new Set(["waiting", "running", "success", "failed", "timeout", "skipped"]),
    );
  });

  test("unifies the backups among the logs alone", async () => {
    const logs = await cbr.listOpLogs().toArray({ max: 1000 });
    const records = await cbr.listOpLogs().records().toArray({ max: 1000 });
    const backups = logs.filter(({ operation_type }) => operation_type === "backup");
    expect(records.map(({ id }) => id)).toEqual(backups.map(({ id }) => id));
    expect(records.length).toBeLessThan(logs.length);
  });

  test("filters logs by resource, vault, type, state and period", async () => {
    const all = await cbr.listOpLogs().toArray({ max: 1000 });
    const listed = async (params: Parameters<CbrClient["listOpLogs"]>[0]) =>
      (await cbr.listOpLogs(params).toArray({ max: 1000 })).map(({ id }) => id);
    const own = (keep: (log: (typeof all)[number]) => boolean) => all.filter(keep).map(({ id }) => id);
    const resource_id = mock.resources.cbr;
    const ofResource = (log: (typeof all)[number]) => log.extra_info.resource.id === resource_id;
    expect(own(ofResource).length).toBeGreaterThan(29);
    expect(await listed({ resource_id })).toEqual(own(ofResource));
    expect(await listed({ resource_id, operation_type: "restore" })).toEqual(
      own((log) => ofResource(log) && log.operation_type === "restore"),
    );
    expect(await listed({ status: "failed" })).toEqual(own(({ status }) => status === "failed"));
    const [{ vault_id = null } = {}] = all;
    expect(await listed({ vault_id: vault_id ?? "", status: "success" })).toEqual(
      own((log) => log.vault_id === vault_id && log.status === "success"),
    );
    // The same question about another vault must not be answered from memory.
    expect(await listed({ vault_id: "other", status: "success" })).toEqual([]);
    const since = new Date(clock.now() - 3 * 86_400_000);
    expect(await listed({ start_time: since })).toEqual(
      own(({ created_at }) => Math.floor(Date.parse(created_at) / 1000) >= Math.floor(Number(since) / 1000)),
    );
    expect(await listed({ resource_id: "missing-1" })).toEqual([]);
  });

  test("shows one log, and refuses one that is not there", async () => {
    for (const operation_type of ["backup", "restore"] as const) {
      const [log] = await cbr.listOpLogs({ operation_type, limit: 1 }).toArray({ max: 1 });
      expect(await cbr.showOpLog({ operation_log_id: log?.id ?? "" })).toEqual({ operation_log: log });
    }
    await expect(cbr.showOpLog({ operation_log_id: "nothing" })).rejects.toMatchObject({
      name: "NotFoundError",
      code: "BackupService.6500",
    });
  });

  test("keeps the backups that succeeded", async () => {
    const backups = await cbr.listBackups({ resource_id: mock.resources.cbr }).toArray({ max: 100 });
    expect(backups.length).toBeGreaterThan(10);
    const logs = await cbr
      .listOpLogs({ resource_id: mock.resources.cbr, operation_type: "backup", status: "success" })
      .toArray({ max: 100 });
    expect(backups.map(({ id }) => id)).toEqual(logs.map(({ extra_info }) => extra_info.backup?.backup_id));
    const [first] = backups;
    expect(await cbr.listBackups({ name: first?.name ?? "" }).toArray({ max: 9 })).toContainEqual(first);
    expect(await cbr.listBackups({ vault_id: "other" }).toArray({ max: 9 })).toEqual([]);
  });

  test("has vaults with members, and policies that name them", async () => {
    const vaults = await cbr.listVault().toArray({ max: 100 });
    const { policies, count } = await cbr.listPolicies();
    expect(policies).toHaveLength(count);
    const named = policies.flatMap(({ associated_vaults = [] }) =>
      associated_vaults.map(({ vault_id }) => vault_id),
    );
    expect(vaults.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
    const [vault] = await cbr.listVault({ resource_ids: mock.resources.cbr }).toArray({ max: 100 });
    expect(vault?.resources.map(({ id }) => id)).toContain(mock.resources.cbr);
    expect(vault?.resources.some(({ auto_protect }) => auto_protect === false)).toBe(true);
    const ofVault = await cbr.listPolicies({ vault_id: vault?.id ?? "" });
    expect(ofVault.policies.map(({ name }) => name)).toEqual(["daily"]);
    const ofPolicy = await cbr.listVault({ policy_id: ofVault.policies[0]?.id ?? "" }).toArray({ max: 9 });
    expect(ofPolicy).toEqual([vault]);
    expect(await cbr.listPolicies({ operation_type: "replication" })).toEqual({ policies: [], count: 0 });
  });

  test("lists what can be backed up, in a vault or not, without a total", async () => {
    const servers = await cbr.listProtectable({ protectable_type: "server", limit: 2 }).toArray({ max: 100 });
    const page = await cbr.listProtectable({ protectable_type: "server", limit: 2 });
    expect([page.items.length, page.total]).toEqual([2, null]);
    expect(servers.filter(({ protectable }) => protectable.vault === null)).toHaveLength(1);
    const disks = await cbr.listProtectable({ protectable_type: "disk" }).toArray({ max: 100 });
    expect(new Set(disks.map(({ type }) => type))).toEqual(new Set(["OS::Cinder::Volume"]));
  });

  test("is the same for every mock of a seed, and another for another", async () => {
    const [again, other] = [await start(), await start({ seed: 2 })];
    const vaultsOf = (client: CbrClient) => client.listVault().toArray({ max: 100 });
    expect(await vaultsOf(again.cbr)).toEqual(await vaultsOf(cbr));
    expect(await vaultsOf(other.cbr)).not.toEqual(await vaultsOf(cbr));
  });

  test("refuses what it does not allow, in its own words", async () => {
    await expect(
      cbr.raw.GET("/v3/{project_id}/vaults", {
        params: { path: { project_id: "p" }, query: { limit: 1001 } },
      }),
    ).resolves.toMatchObject({
      error: { error_code: "BackupService.9900" },
    });
    await expect(cbr.listOpLogs({ resource_id: "forbidden-1" })).rejects.toMatchObject({
      name: "PermissionError",
      code: "BackupService.8600",
    });
  });
});

describe("backups that a test gives", () => {
  test("are listed as they are", async () => {
    const given = [
      cbrBackup(
        { state: "failed", resource: "server-9", trigger: "manual", errorCode: "BackupService.7102" },
        clock,
      ),
      cbrBackup({ state: "running", resource: "server-9" }, clock),
      cbrBackup({ resource: "server-9" }, clock),
    ];
    const { cbr } = await start({ backups: { cbr: given } });
    const records = await cbr.listOpLogs({ resource_id: "server-9" }).records().toArray({ max: 9 });
    expect(
      records.map(({ state, trigger, failure }) => [state, trigger, failure?.code ?? null]).sort(),
    ).toEqual([
      ["failed", null, "BackupService.7102"],
      ["running", "policy", null],
      ["succeeded", "policy", null],
    ]);
    expect((await cbr.listOpLogs({ status: "failed" })).total).toBe(1);
    expect(() => cbrBackup({ state: "expired" })).toThrow(
      "the service has no status for a backup that is expired",
    );
  });
});
