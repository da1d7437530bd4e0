import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ClientsOf, createClientSet, discover, runAudit, type Target } from "../../src/audit/index.js";
import { parseTargets, resolveTargets } from "../../src/audit/targets/read.js";
import { writeTarget } from "../../src/audit/targets/write.js";
import { alibabaAccessKey } from "../../src/auth/access-key.js";
import { token } from "../../src/auth/token.js";
import { loadServices } from "../../src/load-service.js";
import { type MockOptions, startMock } from "../../src/mock/index.js";
import { describeSchedule } from "../../src/records/schedule.js";
import { fakeClock } from "../support/fake-clock.js";
import { runsOf, wholeRound } from "../support/round.js";
import { HOUR, NOW } from "./records.js";

const credentials = {
  token: token("fake-token"),
  key: alibabaAccessKey({ accessKeyId: "fake-id", accessKeySecret: "fake-secret" }),
};

/** A mock, and what a targets file that names its services in `{…}` finds there. */
async function open(options: MockOptions) {
  const clock = fakeClock(NOW);
  const mock = await startMock({ ...options, clock });
  onTestFinished(() => mock.stop());
  const services = await loadServices();
  const clients = {
    token: createClientSet({ auth: credentials.token, retry: { attempts: 1 }, clock }),
    key: createClientSet({ auth: credentials.key, retry: { attempts: 1 }, clock }),
  };
  const clientsOf: ClientsOf = ({ service }) => (service === "starrocks" ? clients.key : clients.token);
  const read = (yaml: string) => {
    const text = yaml.replaceAll(
      /\{(dcs|vbs|cbr|starrocks)\}/g,
      (_, name: keyof typeof mock.urls) => mock.urls[name],
    );
    return resolveTargets(parseTargets(text, "targets.yaml"), {
      env: {},
      services,
      readIds: () => ({ problem: "cannot be read here" }),
      findCredentials: ({ service }) => ({
        region: service === "starrocks" ? "eu-central-1" : "eu-de",
        projectId: "p",
      }),
    });
  };
  const find = (yaml: string) => {
    const { targets, discoveries } = read(yaml);
    return discover(discoveries, { known: targets, clientsOf, clock });
  };
  const audit = async (targets: readonly Target[]) => {
    const results = [];
    for await (const result of runAudit({ targets, clientsOf, clock })) results.push(result);
    return results;
  };
  return { mock, clock, find, audit, read };
}

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
const ids = (targets: readonly Target[]) => targets.map(({ resource }) => resource.id);

test("every instance and policy that the services list becomes a target, each with the service's own schedule", async () => {
  const { find, mock } = await open({ gaps: true });
  const found = await find(`
    discover:
      - { service: dcs, cloud: otc, baseUrl: "{dcs}" }
      - { service: vbs, baseUrl: "{vbs}" }
      - { service: starrocks, regions: [eu-central-1], baseUrl: "{starrocks}" }`);
  expect(found.failures).toEqual([]);
  const of = (service: string) => found.targets.filter((target) => target.service === service);
  expect(ids(of("dcs"))).toEqual(expect.arrayContaining([mock.resources.dcs, "missed-1", "gone-1"]));
  expect(ids(of("vbs"))).toEqual(expect.arrayContaining([mock.resources.vbs, "off-1", "bare-1"]));
  expect(ids(of("starrocks"))).toEqual(expect.arrayContaining(["missed-1", "stuck-1"]));
  expect(new Set(found.targets.map(({ schedule }) => schedule))).toEqual(new Set(["own"]));
  expect(
    found.targets.map(({ resource }) => resource.type).filter((type, at, all) => all.indexOf(type) === at),
  ).toEqual(["instance", "policy"]);
  // A page of instances, a list of policies, a page of instances.
  expect(found.requests).toBe(3);
});

test("what a service cannot list in one cloud is not said of another", async () => {
  const { read } = await open({});
  const unseen = (where: string) =>
    read(`discover: [{ ${where}, projects: [p], baseUrl: "{vbs}" }]`).discoveries.map((one) => one.unseen);
  expect(unseen("service: cbr, cloud: otc")).toEqual([expect.stringContaining("that are in no vault")]);
  expect(unseen("service: cbr, cloud: huaweicloud, regions: [cn-north-4]")).toEqual([null]);
  expect(unseen("service: vbs")).toEqual([expect.stringContaining("no disks of a policy")]);
  expect(unseen("service: dcs, cloud: otc")).toEqual([null]);
});

test("names, tags, statuses and exceptions choose among what is found", async () => {
  const { find } = await open({ gaps: true });
  const of = async (filter: string) =>
    ids((await find(`discover: [{ service: dcs, cloud: otc, baseUrl: "{dcs}", ${filter} }]`)).targets);
  expect(await of("names: [Missed-*, '*-1'], except: [gone-*]")).toEqual(
    expect.arrayContaining(["missed-1", "manual-1", "stuck-1"]),
  );
  expect(await of("names: [Missed-*, '*-1'], except: [gone-*]")).not.toContain("gone-1");
  expect(await of("names: ['*ssed*1']")).toEqual(["missed-1"]);
  expect(await of("names: ['ssed*1']")).toEqual([]);
  expect(await of("statuses: [frozen]")).toEqual([]);
  const [all, billing, both] = await Promise.all([
    of("statuses: [running]"),
    of("tags: { team: billing }"),
    of("tags: { team: billing, stage: none }"),
  ]);
  expect(billing.length).toBeGreaterThan(0);
  expect(billing.length).toBeLessThan(all.length);
  expect(both).toEqual([]);
});

test("an override holds for the names that it gives; the later one wins, objectives merge", async () => {
  const { find } = await open({ gaps: true, services: ["vbs"] });
  const { targets } = await find(`
    defaults: { objective: { maxDuration: 3h } }
    groups: { disks: { labels: { team: storage } } }
    discover:
      - service: vbs
        baseUrl: "{vbs}"
        group: disks
        overrides:
          - { names: ["*-1"], objective: { maxFailures: 2 }, labels: { tier: low }, schedule: none }
          - { names: [off-1], pause: { until: 2030-01-01, reason: is not used }, schedule: own }`);
  const of = (id: string) => targets.find(({ resource }) => resource.id === id);
  expect(of("missed-1")).toMatchObject({
    group: "disks",
    labels: { team: "storage", tier: "low" },
    schedule: null,
    objective: { maxDuration: 3 * HOUR, maxFailures: 2 },
  });
  expect(of("off-1")).toMatchObject({
    schedule: "own",
    pause: { reason: "is not used" },
    objective: { maxFailures: 2 },
  });
  expect(targets[0]).toMatchObject({
    schedule: "own",
    labels: { team: "storage" },
    objective: { maxFailures: null },
  });
});

test("what the file names itself, or another discovery has found, is not found again", async () => {
  const { find } = await open({ gaps: true, services: ["vbs"] });
  const { targets } = await find(`
    targets: [{ service: vbs, baseUrl: "{vbs}", policy: missed-1, name: nightly }]
    discover:
      - { service: vbs, baseUrl: "{vbs}", names: [off-1], labels: { first: "yes" } }
      - { service: vbs, baseUrl: "{vbs}" }`);
  expect(ids(targets).filter((id) => id === "missed-1")).toEqual([]);
  expect(targets.filter(({ resource }) => resource.id === "off-1").map(({ labels }) => labels)).toEqual([
    { first: "yes" },
  ]);
});

test("targets of one name are told apart by their ids, and a name that no target can have gives way to the id", async () => {
  const policy = (id: string, name: unknown) => ({
    backup_policy_id: id,
    backup_policy_name: name,
    scheduled_policy: { status: "ON", start_time: "12:00", frequency: 1 },
    policy_resource_count: 1,
  });
  const { read } = await open({ services: ["vbs"] });
  const names = ["a", "a", " padded", "two\nlines", "", null, {}, "b", "known", "x".repeat(201)];
  const { targets, discoveries } = read(`
    targets: [{ service: vbs, baseUrl: "{vbs}", policy: other, name: known }]
    discover: [{ service: vbs, baseUrl: "{vbs}" }]`);
  const body = {
    backup_policies: [...names.map((name, at) => policy(`id-${at}`, name)), policy("", "no id"), null],
  };
  const fetch = async () => new Response(JSON.stringify(body));
  const clientsOf = () => createClientSet({ auth: credentials.token, fetch });
  const found = await discover(discoveries, { known: targets, clientsOf });
  expect(found.targets.map(({ name }) => name)).toEqual([
    "a/id-0",
    "a/id-1",
    "id-2",
    "id-3",
    "id-4",
    "id-5",
    "id-6",
    "b",
    "known/id-8",
    "id-9",
  ]);
});

test("a found target that is written and read again is the same target, whatever its name", async () => {
  const { read } = await open({ services: ["vbs"] });
  const { discoveries } = read(`discover: [{ service: vbs, baseUrl: "{vbs}" }]`);
  const character = fc.oneof(
    fc.constantFrom(..."\"'\\:#,[]{}&*!|>%@`?-~ \t\n\r\u0085\u00a0\u2028\u2029\ufeff\ud800\u0000\u007f"),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  );
  const oddName = fc.oneof(
    { weight: 4, arbitrary: fc.array(character, { maxLength: 12 }).map((all) => all.join("")) },
    fc.constantFrom(
      "null",
      "true",
      "1",
      "1e3",
      "0x1",
      "~",
      "=",
      "<<",
      "2026-01-01",
      "- a",
      "a: b",
      "x".repeat(200),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(oddName, { minLength: 1, maxLength: 4 }), async (names) => {
      const backup_policies = names.map((backup_policy_name, at) => ({
        backup_policy_id: `id-${at}`,
        backup_policy_name,
        scheduled_policy: { status: "ON", start_time: "12:00", frequency: 1 },
      }));
      const fetch = async () => new Response(JSON.stringify({ backup_policies }));
      const clientsOf = () => createClientSet({ auth: credentials.token, fetch });
      const { targets } = await discover(discoveries, { clientsOf });
      expect(targets).toHaveLength(names.length);
      const again = read(JSON.stringify({ targets: targets.map(writeTarget) })).targets;
      expect(again).toEqual(targets.map(({ found: _, ...target }) => target));
    }),
    { numRuns: runsOf(1_000) },
  );
});

test("a place that may not be listed is a result that names the permission, and hides no other", async () => {
  const { find } = await open({ faults: ["dcs/403:1"] });
  const found = await find(`
    discover:
      - { service: dcs, cloud: otc, regions: [eu-de, eu-nl], projects: [p, q], baseUrl: "{dcs}" }
      - { service: vbs, baseUrl: "{vbs}" }`);
  expect(found.failures.map(({ target }) => target.name)).toEqual([
    "dcs in eu-de, project p",
    "dcs in eu-de, project q",
    "dcs in eu-nl, project p",
    "dcs in eu-nl, project q",
  ]);
  expect(found.failures[0]?.failure).toMatchObject({ name: "PermissionError" });
  expect(found.failures[0]?.failure?.message).toMatch(
    /^dcs ListInstances: 403 .*.*this call needs the permission dcs:instance:list( \(request .*\))?$/i,
  );
  expect([...found.ids.keys()]).toEqual(["vbs in eu-de, project p"]);
  expect(found.targets.length).toBe(3);
});

test("the reason of the signal ends a discovery", async () => {
  const { read } = await open({ services: ["dcs"] });
  const { discoveries } = read(`discover: [{ service: dcs, cloud: otc, baseUrl: "{dcs}" }]`);
  const signal = AbortSignal.abort(new Error("enough"));
  const clientsOf = () => createClientSet({ auth: credentials.token });
  await expect(discover(discoveries, { clientsOf, signal })).rejects.toThrow("enough");
});

test("what a service stated of a found target is not asked for again within a day, unless the verdict asks for something", async () => {
  const { find, audit, clock, mock } = await open({ gaps: true, healthy: 3, services: ["dcs"], records: 10 });
  const yaml = `discover: [{ service: dcs, cloud: otc, baseUrl: "{dcs}", names: [healthy-*, missed-1, manual-1] }]`;
  const asked = () =>
    mock.requests.filter(({ url }) => !/\/(backups|instances)\?/.test(url)).map(({ url }) => url);
  const first = await audit((await find(yaml)).targets);
  const remembered = (target: Target): Target => {
    const result = first.find((one) => one.target.name === target.name);
    const schedule = { text: String(result?.assessment?.schedule), since: null };
    return { ...target, memory: { checkedAt: NOW, schedule, stated: result?.stated } };
  };
  // Each is shown, and its restorations are listed.
  expect(asked().length).toBe(2 * 5);
  clock.jump(1000);
  const second = await audit((await find(yaml)).targets.map(remembered));
  expect(second.map(({ target, assessment }) => [target.resource.id, assessment?.verdict])).toEqual(
    expect.arrayContaining([
      ["healthy-1", "ok"],
      ["missed-1", "missed"],
      ["manual-1", "unprotected"],
    ]),
  );
  // Those of missed-1 and manual-1, which may be put right at any time.
  expect(asked().length).toBe(2 * 5 + 2 * 2);
  expect(second.find(({ target }) => target.resource.id === "healthy-1")?.assessment?.lastRestore).toEqual(
    first.find(({ target }) => target.resource.id === "healthy-1")?.assessment?.lastRestore,
  );
  clock.jump(24 * HOUR);
  await audit((await find(yaml)).targets.map(remembered));
  expect(asked().length).toBe(2 * 5 + 2 * 2 + 2 * 5);
});

/** Of each service: 10,000 targets in the whole round. */
const HEALTHY = wholeRound ? 3316 : 20;

/** What the simulator plants, three of each kind and of a service, but one that the discovery leaves out. */
const PLANTED = Object.values({
  dcs: ["missed", "manual", "empty", "hollow", "failing", "never", "gone"],
  vbs: ["missed", "late", "off", "bare", "failing", "gone"],
  starrocks: ["missed", "manual", "empty", "stuck", "gone"],
})
  .flat()
  .flatMap((kind) => [1, 2, 3].map((number) => `${kind}-${number}`))
  .filter((id) => id !== "late-3");

test("of thousands of instances over three services all 53 gaps are named, and nothing else", {
  timeout: 600_000,
}, async () => {
  const { find, audit, clock, mock } = await open({ gaps: 3, healthy: HEALTHY, records: 10 });
  const names = 'names: [healthy-*, "*-1", "*-2", "*-3"]';
  // Nothing tells how long a backup of dcs and vbs may take.
  const yaml = `
    discover:
      - { service: dcs, cloud: otc, baseUrl: "{dcs}", ${names}, except: [stuck-*] }
      - { service: vbs, baseUrl: "{vbs}", ${names}, except: [stuck-*, late-3] }
      - { service: starrocks, baseUrl: "{starrocks}", ${names} }`;
  const before = await find(yaml);
  clock.jump(2 * 60_000);
  const sent = mock.requests.length;
  const after = await find(yaml);
  const gone = ids(before.targets).filter((id) => id.startsWith("gone-"));
  expect(ids(after.targets).filter((id) => id.startsWith("gone-"))).toEqual([]);
  const results = await audit(after.targets);
  const bad = results.filter(({ assessment }) => assessment?.verdict !== "ok");
  expect([...ids(bad.map(({ target }) => target)), ...gone].sort()).toEqual([...PLANTED].sort());
  expect(after.targets.length + gone.length).toBe(PLANTED.length + 3 * HEALTHY);
  expect(sent).toBeGreaterThan(0);
  // For each target its records, its restorations and, of dcs, its policy, of starrocks, its time zone.
  const requests = after.requests + results.reduce((sum, one) => sum + one.requests, 0);
  const count = (service: string) => after.targets.filter((target) => target.service === service).length;
  expect(requests).toBeLessThanOrEqual(
    3 * count("dcs") + count("vbs") + 3 * count("starrocks") + HEALTHY / 30 + 20,
  );
});

describe("a service whose listing serves many targets", () => {
  const yaml = `discover: [{ service: cbr, cloud: otc, regions: [eu-de], projects: [p], baseUrl: "{cbr}" }]`;

  test("costs a page for each thousand logs, and all gaps are named", { timeout: 120_000 }, async () => {
    const HEALTHY = wholeRound ? 10_000 : 100;
    const { find, audit, mock, clock } = await open({
      gaps: 2,
      healthy: HEALTHY,
      services: ["cbr"],
      records: 30,
    });
    await find(yaml);
    clock.jump(2 * 60_000);
    const before = mock.requests.length;
    const found = await find(yaml);
    const results = await audit(found.targets);
    const bad = results
      .filter(({ assessment }) => !/^(ok|suspect)$/.test(assessment?.verdict ?? ""))
      .map(({ target, assessment }) => ({
        id: target.resource.id.replace(/-[0-9a-f]{8}-.*/, ""),
        said: `${assessment?.verdict}: ${assessment?.reason.replace(/^.*(?=; the last failure)|(?<=^no schedule.*); .*/g, "")}`,
      }))
      // The backups of the mock's own servers fail by chance.
      .filter(({ id, said }) => !isUuid(id) || said.includes("vault is"));
    expect(
      bad
        .filter(({ id }) => isUuid(id))
        .map(({ said }) => said)
        .sort(),
    ).toEqual([
      "unprotected: the vault is empty: put resources into it, or delete it",
      "unprotected: the vault is full, 100 of 100 GB are used: enlarge it, or keep fewer backups",
    ]);
    expect(
      bad
        .filter(({ id }) => !isUuid(id))
        .map(({ id, said }) => [id, said.replace(/^(missed): .*/, "$1")])
        .sort(),
    ).toEqual([
      ["empty", "unprotected: no schedule: the resource does not follow the policy of its vault"],
      ["empty-off-1", "unprotected: no schedule: the policy is off"],
      ["empty-unbound-1", "unprotected: no schedule: no policy is applied to the vault"],
      ["failing-1", expect.stringMatching(/^failing: ; the last failure: BackupService\./)],
      ["failing-2", expect.stringMatching(/^failing: ; the last failure: BackupService\./)],
      [
        "failing-deleted-1",
        expect.stringMatching(
          /^failing: ; the last failure: BackupService\.7100: The server does not exist\. Remove the resource from its vault vault-[0-9a-f]{4}: it does not exist any more$/,
        ),
      ],
      [
        "failing-full-1",
        expect.stringMatching(
          /^failing: ; the last failure: BackupService\.6114: The used .* Enlarge the vault vault-[0-9a-f]{4}, or keep fewer backups$/,
        ),
      ],
      ["missed-1", "missed"],
      ["missed-2", "missed"],
    ]);
    const alone = mock.requests.slice(before).filter(({ url }) => url.includes("resource_id"));
    // Seven before the listing for all, and one more for each that has no good backup in its time; none of the unprotected.
    const behind = ["failing-1", "failing-2", "failing-deleted-1", "failing-full-1", "missed-1", "missed-2"];
    const again = alone
      .filter(({ url }) => !url.includes("start_time"))
      .map(({ url }) => /resource_id=([^&]+)/.exec(url)?.[1] ?? "");
    expect(again.filter((id) => !isUuid(id)).sort()).toEqual([...behind, "stuck-1", "stuck-2"]);
    expect(alone.length - again.length).toBe(7);
    const sent = found.requests + results.reduce((sum, { requests }) => sum + requests, 0);
    expect(sent).toBe(mock.requests.length - before);
    const [logs, vaults, policies] = [2 * (HEALTHY + 30), found.targets.length / 500 + 7, 3];
    expect(sent - again.length).toBeLessThanOrEqual(logs / 1000 + vaults / 1000 + policies + 10);
  });

  const healthy = yaml.replace("}]", ", names: [healthy-*] }]");

  test("on Huawei Cloud names a member that was deleted, and what is in no vault", async () => {
    const { find, audit } = await open({ gaps: 1, healthy: 60, services: ["cbr"], records: 10 });
    const found = await find(
      yaml.replace("cloud: otc, regions: [eu-de]", "cloud: huaweicloud, regions: [cn-north-4]"),
    );
    const results = await audit(found.targets);
    const said = (part: string) =>
      results
        .filter(({ assessment }) => assessment?.reason.includes(part))
        .map(({ target, assessment }) => [
          target.resource.id.replace(/-[0-9a-f]{8}-.*/, ""),
          assessment?.verdict,
        ]);
    expect(said("does not exist any more, and is still in its vault")).toEqual([
      ["failing-deleted-1", "unprotected"],
    ]);
    expect(said("the resource is in no vault")).toEqual([["empty", "unprotected"]]);
    // Nobody has looked further back, and the backups of a deleted server are older.
    expect(said("there is no good backup in the last")).toEqual([]);
    const deleted = results.find(({ target }) => target.resource.id.startsWith("failing-deleted-1"));
    expect(deleted?.assessment?.reason).toMatch(
      /^no schedule: the resource does not exist any more, and is still in its vault vault-[0-9a-f]{4}: remove it there$/,
    );
    expect(deleted?.target.found?.subject.status).toBe("DELETED");
    const healthy = results.filter(({ target }) => target.resource.id.startsWith("healthy-"));
    expect(new Set(healthy.map(({ assessment }) => assessment?.verdict))).toEqual(new Set(["ok"]));
  });

  test("takes a request more for restorations, and none more for a target that is well", {
    timeout: 120_000,
  }, async () => {
    const HEALTHY = wholeRound ? 10_000 : 300;
    const { find, audit, mock } = await open({ healthy: HEALTHY, services: ["cbr"], records: 5 });
    const found = await find(healthy);
    const results = await audit(found.targets);
    expect(new Set(results.map(({ assessment }) => assessment?.verdict))).toEqual(new Set(["ok"]));
    const logs = 2 * HEALTHY;
    expect(mock.requests.length).toBeLessThanOrEqual(logs / 1000 + HEALTHY / 500 / 1000 + 2 + 10);
    const restored = results.filter(({ assessment }) => assessment?.lastRestore);
    expect(restored.length).toBeGreaterThan(0);
    expect(restored[0]?.assessment?.reason).toMatch(/; the last restoration is \d+d old and took 2m$/);
  });

  test("if it fails, the targets that it would have served are not checked, and it is not sent for each of them", async () => {
    const { find, audit, mock } = await open({
      healthy: 200,
      services: ["cbr"],
      records: 5,
      faults: ["cbr/503@11-1000"],
    });
    const found = await find(healthy);
    const results = await audit(found.targets);
    expect(results.filter(({ failure }) => failure === null)).toHaveLength(7);
    expect(results.filter(({ failure }) => failure?.name === "ServerError")).toHaveLength(193);
    // The vaults, the policies, the restorations, seven targets alone, and one listing for the others.
    expect(mock.requests).toHaveLength(3 + 7 + 1);
  });

  test("is read anew by the next round of an exporter, and not within one", async () => {
    const { find, audit, mock, clock } = await open({ healthy: 30, services: ["cbr"], records: 5 });
    const { targets } = await find(healthy);
    const listings = () =>
      mock.requests.filter(({ url }) => url.includes("type=backup&offset") && !url.includes("resource_id"))
        .length;
    await audit(targets.slice(0, 20));
    await audit(targets.slice(20));
    expect(listings()).toBe(1);
    clock.jump(5 * 60_000);
    const results = await audit(targets);
    expect(listings()).toBe(2);
    expect(new Set(results.map(({ assessment }) => assessment?.verdict))).toEqual(new Set(["ok"]));
  });

  test("a policy that was changed since it was remembered raises no false alarm", async () => {
    const { find, audit } = await open({ healthy: 20, services: ["cbr"], records: 5 });
    const { targets } = await find(healthy);
    const [first] = await audit(targets.slice(0, 1));
    const older = { kind: "weekly", weekdays: [1, 4], times: ["03:00"], zone: "UTC" } as const;
    const verdictsOf = async (text: string) => {
      const memory = { checkedAt: NOW - 8 * 24 * HOUR, schedule: { text, since: null } };
      const results = await audit(targets.map((target) => ({ ...target, memory })));
      return new Set(results.map(({ assessment }) => assessment?.verdict));
    };
    expect(await verdictsOf(describeSchedule({ kind: "runs", rules: [older] }))).toEqual(new Set(["ok"]));
    // Of the policy as it is, three runs are missing: there are backups of five days.
    expect(await verdictsOf(String(first?.assessment?.schedule))).toEqual(new Set(["missed"]));
  });
});
