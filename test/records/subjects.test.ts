import { describe, expect, test } from "vitest";
import { token } from "../../src/auth/token.js";
import { loadService } from "../../src/load-service.js";
import { describeSchedule } from "../../src/records/schedule.js";
import type { ListedSubject, ServicePlace } from "../../src/records/service.js";

const place: ServicePlace = { cloud: undefined, region: "r", baseUrl: "https://example.com", projectId: "p" };

/** What a service lists, if its calls respond with the bodies whose names are in their addresses. */
async function list(
  name: string,
  bodies: Readonly<Record<string, object>>,
  over: Partial<ServicePlace> = {},
) {
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = url.pathname + url.search;
    sent.push(path);
    const found = Object.keys(bodies).find((part) => path.includes(part));
    return new Response(JSON.stringify(found === undefined ? {} : bodies[found]));
  };
  const auth =
    name === "starrocks"
      ? { authorize: () => ({ authorization: "fake" }), scheme: "fake" }
      : token("fake-token");
  const service = await loadService(name);
  const source = service.open({ ...place, ...over }, { auth, fetch, validate: "off" });
  const subjects: ListedSubject[] = [];
  for await (const one of source.subjects?.({}) ?? []) subjects.push(one);
  return { subjects, source, sent };
}

const plain = { name: null, status: null, tags: {}, createdAt: null, paused: null, stated: null };

test("instances of DCS: what is no name or tag is left out, and what is not running is paused", async () => {
  const instances = [
    {
      instance_id: "a",
      name: "sessions",
      status: "RUNNING",
      created_at: "2026-11-01T00:00:00.000Z",
      tags: [{ key: "team", value: "shop" }, { key: "alone" }, null, { value: "nameless" }],
    },
    { instance_id: "b", name: {}, status: "CREATING", tags: "none" },
    { instance_id: "" },
    null,
  ];
  const { subjects } = await list("dcs", { "/instances": { instances, instance_num: 4 } }, { api: "v2" });
  expect(subjects).toEqual([
    {
      ...plain,
      ...{ id: "a", name: "sessions", status: "RUNNING", tags: { team: "shop", alone: "" } },
      createdAt: new Date("2026-11-01T00:00:00Z"),
    },
    {
      ...plain,
      ...{ id: "b", status: "CREATING" },
      paused: { kind: "paused", reason: "the instance is CREATING, and only running ones are backed up" },
    },
  ]);
});

test("policies of VBS: each with its schedule, which is none if it has no disks", async () => {
  const policy = (id: unknown, status: string, disks: number) => ({
    ...{ backup_policy_id: id, backup_policy_name: "nightly", policy_resource_count: disks },
    scheduled_policy: { status, start_time: "12:00", frequency: 1 },
  });
  const backup_policies = [
    policy("a", "ON", 2),
    policy("b", "ON", 0),
    policy("c", "OFF", 0),
    policy({}, "ON", 1),
    null,
  ];
  const { subjects } = await list("vbs", { "/backuppolicy": { backup_policies } });
  expect(subjects.map(({ id, name, status, stated }) => [id, name, status, stated?.schedule.kind])).toEqual([
    ["a", "nightly", "ON", "runs"],
    ["b", "nightly", "ON", "none"],
    ["c", "nightly", "OFF", "none"],
  ]);
  expect(subjects[1]?.stated?.schedule).toEqual({ kind: "none", reason: "the policy has no disks" });
});

test("instances of StarRocks: those that are deleted are left out, and a listed one needs no second list", async () => {
  const Instances = [
    {
      InstanceId: "a",
      InstanceName: "warehouse",
      InstanceStatus: "running",
      BeginTime: 1_764_000_000_000,
      Tags: [{ Key: "k", Value: "v" }],
    },
    { InstanceId: "b", InstanceStatus: "creating" },
    { InstanceId: "c", InstanceStatus: "deleted" },
    { InstanceName: "no id" },
  ];
  const envelope = { HttpStatusCode: 200, Success: true, ErrCode: "Success", RequestId: "r" };
  const row = { InstanceId: "a", PolicyId: "p", Hour: "1", Minute: "0" };
  const { subjects, source, sent } = await list("starrocks", {
    describeInstances: { ...envelope, Data: Instances, Total: 4 },
    "policy/describe": { ...envelope, Data: [row, { ...row, Hour: "2" }, null], Total: 3 },
    timezone: { ...envelope, Data: "Asia/Shanghai" },
  });
  expect(subjects).toMatchObject([
    { id: "a", name: "warehouse", tags: { k: "v" }, createdAt: new Date(1_764_000_000_000), paused: null },
    { id: "b", name: null, paused: { reason: "the instance is creating" } },
  ]);
  const [first, second] = subjects;
  const lists = () => sent.filter((path) => path.includes("describeInstances")).length;
  const before = lists();
  expect(await source.schedule?.("a", {}, first)).toMatchObject({
    schedule: { kind: "runs" },
    since: first?.createdAt,
  });
  expect(await source.schedule?.("b", {}, second)).toMatchObject({ schedule: { kind: "paused" } });
  expect(await source.schedule?.("c", {})).toBe("gone");
  expect(lists()).toBe(before);
});

describe("resources of CBR", () => {
  const member = (id: unknown, over: object = {}) => ({
    id,
    name: `name of ${id}`,
    protect_status: "available",
    ...over,
  });
  /** Of 100 GB. */
  const filled = (id: string, billing: object) => ({
    ...{ id, name: `name of ${id}`, resources: [member("b", { auto_protect: false })] },
    billing: { protect_type: "backup", size: 100, ...billing },
  });
  const vaults = [
    {
      id: "v1",
      name: "first",
      billing: { protect_type: "backup" },
      resources: [member("a"), member("b", { auto_protect: false })],
    },
    {
      id: "v2",
      name: "second",
      billing: { protect_type: "backup" },
      resources: [member("a", { name: null })],
    },
    { id: "v3", name: "nothing in it", billing: { protect_type: "backup" }, resources: [] },
    { id: "v4", name: "copies", billing: { protect_type: "replication" }, resources: [] },
    filled("v5", { used: 102_400, allocated: 0 }),
    filled("v6", { used: 102_399, allocated: 5000 }),
    { ...filled("v7", { used: 500_000 }), auto_expand: true },
    filled("v8", { used: "much" }),
    filled("v9", { size: 0, used: 0 }),
    filled("v10", { protect_type: "replication", used: 102_400 }),
  ];
  const policies = [
    {
      ...{
        id: "p",
        name: "daily",
        enabled: true,
        operation_type: "backup",
        associated_vaults: [{ vault_id: "v1" }],
      },
      trigger: {
        properties: { pattern: ["FREQ=DAILY;BYHOUR=1;BYMINUTE=0"], start_time: "2026-01-01T00:00:00Z" },
      },
    },
  ];
  const bodies = {
    "/vaults": { vaults, count: 10 },
    "/policies": { policies, count: 1 },
    "offset=5": { instances: [] },
    "/protectables/server": {
      instances: [
        { id: "a", name: "A", status: "ACTIVE" },
        { id: "b", status: "deleted" },
        { id: "y", name: "Y", status: "DELETED" },
        { id: "z", name: "Z", status: "ACTIVE" },
        {},
      ],
    },
    "/protectables/": { instances: [] },
  };
  const shown = (subjects: readonly ListedSubject[]) =>
    subjects.map(({ id, name, status, stated }) => {
      const schedule = stated?.schedule;
      return [id, name, status, schedule?.kind === "none" ? schedule.reason : schedule?.kind];
    });
  const members = [
    ["a", "name of a", "available", "runs"],
    ["b", "name of b", "available", "the resource does not follow the policy of its vault"],
    ["v3", "nothing in it", "empty", "the vault is empty: put resources into it, or delete it"],
    [
      "v5",
      "name of v5",
      "full",
      "the vault is full, 100 of 100 GB are used: enlarge it, or keep fewer backups",
    ],
  ];

  test("are the members of its vaults, each once, and vaults that are empty or full", async () => {
    const { subjects, sent } = await list("cbr", bodies, {
      cloud: "otc",
      region: "eu-de",
      baseUrl: undefined,
    });
    expect(shown(subjects)).toEqual(members);
    expect(sent.length).toBe(2);
  });

  test("on Huawei Cloud also those that are in no vault, and members that do not exist any more", async () => {
    const { subjects } = await list("cbr", bodies, {
      cloud: "huaweicloud",
      region: "cn-north-4",
      baseUrl: undefined,
    });
    const deleted =
      "the resource does not exist any more, and is still in its vaults first, name of v5, name of v6, name of v7, name of v8, name of v9: remove it there";
    expect(shown(subjects)).toEqual([
      ...members.map((one) => (one[0] === "b" ? [...one.slice(0, 2), "deleted", deleted] : one)),
      ["z", "Z", "ACTIVE", "the resource is in no vault"],
    ]);
  });

  test("have a schedule by their ids as well, and a vault that was empty or full is paused", async () => {
    const { source } = await list("cbr", bodies);
    const told = async (id: string) => {
      const stated = await source.schedule?.(id, {});
      return stated === "gone" || stated === undefined ? stated : describeSchedule(stated.schedule);
    };
    expect(await told("v3")).toBe("the vault is empty: put resources into it, or delete it");
    expect(await told("v5")).toMatch(/^the vault is full, /);
    expect(await told("v6")).toBe("no run for now: the vault is neither empty nor full any more");
    expect(await told("v4")).toBe("no schedule: the resource is in no vault");
  });
});
