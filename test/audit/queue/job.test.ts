import { describe, expect, test } from "vitest";
import { JOB_VERSION, readJob, WorkerRefusal, writeJob } from "../../../src/audit/queue/job.js";
import type { Target } from "../../../src/audit/target.js";
import { readTargets } from "../../../src/audit/targets/read.js";
import { target } from "../../queue/support/targets.js";

/** A targets file with all that can be said of a target. */
const FILE = `
accounts: { main: { rateLimit: { requests: 20, per: 1m30s } } }
defaults: { account: main, labels: { team: shop } }
groups: { caches: { service: dcs, cloud: otc, region: eu-de, project: p-1 } }
targets:
  - { name: one, group: caches, instance: i-1, api: v2 }
  - { name: many, group: caches, instances: [i-1, " i 2 "] }
  - { service: dcs, baseUrl: "http://127.0.0.1:4010/prefix", instance: i-3 }
  - { service: vbs, project: p-2, policy: "policy/4" }
  - { service: starrocks, region: cn-hangzhou, cluster: c-5 }
  - service: dcs
    cloud: huaweicloud
    region: cn-north-1
    project: p-3
    instance: i-6
    objective: { maxAge: 1d2h3m4s5ms, maxDuration: none, minRestorable: 3, ignore: { skipped: false, manual: true } }
  - { service: vbs, project: p, policy: p-7, objective: { maxAge: 400d, maxDuration: 90m, maxFailures: 2, maxRestoreAge: 90d } }
  - service: starrocks
    region: cn-hangzhou
    instance: i-8
    schedule: own
    pause: { until: 2026-12-24, reason: "moves: on" }
  - service: starrocks
    region: cn-hangzhou
    instance: i-9
    schedule: { cron: "0 3 * * 1-5", zone: Europe/Berlin, grace: 45m }
    objective: { maxAge: 8d }
`;

const fixed = { run: "run", account: "main", rateLimit: null, settings: {}, keepMs: 60_000 };
const good = writeJob({ ...fixed, targets: [target("i-1", "https://dcs.example")] });

/** As Redis delivers it. */
const delivered = (job: unknown): unknown => JSON.parse(JSON.stringify(job));
const read = (job: unknown) => readJob(delivered(job), "main");

describe("a job", () => {
  test("carries any target of a targets file unchanged, but for labels and group", async () => {
    const { targets, accounts } = await readTargets(FILE, { file: "t.yaml", env: {} });
    const rateLimit = accounts.get("main")?.rateLimit ?? null;
    const settings = { timeline: 60, timeout: 1_500, attempts: 3 };
    const job = writeJob({ ...fixed, targets, rateLimit, settings });
    const expected = targets.map((one): Target => ({ ...one, labels: {}, group: null, memory: null }));
    expect(targets).toHaveLength(10);
    expect(rateLimit).toEqual({ requests: 20, periodMs: 90_000 });
    expect(await read(job)).toEqual({
      run: "run",
      keepMs: 60_000,
      names: targets.map(({ name }) => name),
      job: { account: "main", targets: expected, rateLimit, settings },
    });
  });

  test.each([
    { checkedAt: 1_700_000_000_000, schedule: null },
    { checkedAt: null, schedule: null, missed: [1_699_000_000_000] },
    { checkedAt: 1_700_000_000_000, schedule: { text: "daily 22:00 UTC", since: 1_600_000_000_000 } },
  ])("carries what is remembered of a target: %j", async (memory) => {
    const job = writeJob({ ...fixed, targets: [{ ...target("i-1", "https://dcs.example"), memory }] });
    expect(await read(job)).toMatchObject({ job: { targets: [{ memory }] } });
  });

  test("names no variable of the account", async () => {
    expect(JSON.stringify(good)).not.toContain("TOKEN");
    expect(good.account).toBe("main");
  });

  const [first] = good.targets;
  const withTarget = (over: object) => ({ ...good, targets: [{ ...first, ...over }] });
  test.each<[string, object, RegExp]>([
    ["an account with variables", { ...good, account: { name: "main", environment: {} } }, /another account/],
    ["another account", { ...good, account: "other" }, /another account/],
    ["an unknown key", { ...good, environment: {} }, /unknown key "environment"/],
    [
      "an unknown key that could be a credential",
      { ...good, fakeSecret0123456789: 1 },
      /unknown key \(a text of 20 characters\)/,
    ],
    ["an unknown setting", { ...good, settings: { fetch: "x" } }, /unknown key "fetch"/],
    ["another service", withTarget({ service: "obs" }), /service must be/],
    ["a region that is none", withTarget({ region: "eu.evil.example/" }), /region must be/],
    [
      "a region of another cloud",
      withTarget({ baseUrl: undefined, cloud: "otc", region: "eu-west-101" }),
      /region/,
    ],
    ["a memory that is none", withTarget({ memory: { checkedAt: "now" } }), /memory of a target/],
    [
      "a memory of runs that are none",
      withTarget({ memory: { checkedAt: 1, schedule: null, missed: [null] } }),
      /memory/,
    ],
    ["a memory with more", withTarget({ memory: { checkedAt: 1, schedule: null, env: {} } }), /memory/],
    ["an id that climbs", withTarget({ instance: ".." }), /would change the path/],
    ["a project that climbs", withTarget({ project: ".." }), /would change the path/],
    ["http", withTarget({ baseUrl: "http://dcs.example" }), /not https/],
    [
      "credentials in a URL",
      withTarget({ baseUrl: "https://me:secret@dcs.example" }),
      /contains credentials/,
    ],
    ["a URL of another kind", withTarget({ baseUrl: "file:///etc/passwd" }), /baseUrl must be/],
    ["variables in a target", withTarget({ environment: { OS_TOKEN: "HOME" } }), /no key "environment"/],
    ["an age of zero", withTarget({ objective: { maxAge: "0s" } }), /maxAge must be/],
    ["an unknown objective", withTarget({ objective: { maxAgee: "1d" } }), /no key "maxAgee"/],
    ["a list of ids", withTarget({ instance: undefined, instances: ["a"] }), /must have a name and one id/],
    [
      "a file of ids",
      withTarget({ instance: undefined, instances: { file: "/etc/passwd" } }),
      /cannot be read/,
    ],
    ["ids from standard input", withTarget({ instance: undefined, instances: "-" }), /standard input/],
    ["no id", withTarget({ instance: undefined }), /names nothing/],
    ["a rate limit of nothing", { ...good, rateLimit: { requests: 0, per: "1s" } }, /requests must be/],
    ["a rate limit for ever", { ...good, rateLimit: { requests: 1, per: "99999999d" } }, /per must be/],
    ["a rate limit with more", { ...good, rateLimit: { requests: 1, per: "1s", by: "x" } }, /no key "by"/],
    ["no time to keep", { ...good, keepMs: undefined }, /keepMs must be/],
    ["a time to keep that is too long", { ...good, keepMs: 1e12 }, /keepMs must be/],
    ["too many attempts", { ...good, settings: { attempts: 1e6 } }, /attempts must be/],
    ["a timeout that is none", { ...good, settings: { timeout: "1" } }, /timeout must be/],
    ["too much text", withTarget({ labels: { x: "x".repeat(1_000_000) } }), /too large/],
    ["too many targets", { ...good, targets: Array(1_001).fill(first) }, /at most 1000/],
  ])("with %s is refused", async (_, job, reason) => {
    const found = await read(job);
    expect(found?.names[0]).toBe("i-1");
    expect(found?.job).toBeInstanceOf(WorkerRefusal);
    expect(found?.job).toMatchObject({ name: "WorkerRefusal", message: expect.stringMatching(reason) });
    expect(found?.keepMs).toBeLessThanOrEqual(30 * 86_400_000);
  });

  test.each([
    { ...good, version: JOB_VERSION + 1 },
    { ...good, version: undefined },
    { form: 1, run: "run", target: target("i-1", "https://dcs.example"), account: { name: "main" } },
  ])("of another version says whose result it asks for", async (job) => {
    expect(await read(job)).toMatchObject({ run: "run", names: ["i-1"], job: { name: "WorkerVersion" } });
  });

  test.each([null, "text", [], {}, { run: "run" }, { ...good, run: "a:b" }, { ...good, targets: [] }])(
    "that names no result is passed over: %j",
    async (job) => {
      expect(await read(job)).toBeNull();
    },
  );
});
