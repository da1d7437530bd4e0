import { describe, expect, test } from "vitest";
import { read } from "./read.js";

const hour = 3_600_000;

describe("a targets file", () => {
  test("says of a target what it, its group and the defaults say, the nearest first, key by key", () => {
    const { targets, accounts } = read(
      `
accounts:
  team-a:
    environment: { OS_TOKEN: TEAM_A_TOKEN, OS_PROJECT_ID: TEAM_A_PROJECT }
    rateLimit: { requests: 20, per: 1s }
defaults:
  account: team-a
  cloud: otc
  region: eu-de
  labels: { env: prod, team: none }
  objective: { maxAge: 2d, maxDuration: 1h, ignore: { skipped: false, manual: true } }
groups:
  caches:
    service: dcs
    api: v2
    labels: { team: shop }
    objective: { minRestorable: 3, maxDuration: none }
targets:
  - name: sessions
    group: caches
    instance: i-1
    labels: { tier: "1" }
    objective: { maxAge: 90m, ignore: { manual: false } }
`,
      { env: { TEAM_A_TOKEN: "t", TEAM_A_PROJECT: "project-a" } },
    );
    expect(targets).toEqual([
      {
        name: "sessions",
        service: "dcs",
        api: "v2",
        account: "team-a",
        cloud: "otc",
        region: "eu-de",
        baseUrl: null,
        projectId: "project-a",
        resource: { type: "instance", id: "i-1" },
        group: "caches",
        labels: { env: "prod", team: "shop", tier: "1" },
        objective: {
          maxAge: 1.5 * hour,
          maxDuration: null,
          minRestorable: 3,
          maxFailures: null,
          maxRestoreAge: null,
          ignore: { skipped: false, manual: false },
        },
        schedule: null,
        pause: null,
      },
    ]);
    expect([...accounts.values()]).toEqual([
      {
        name: "team-a",
        environment: { OS_TOKEN: "TEAM_A_TOKEN", OS_PROJECT_ID: "TEAM_A_PROJECT" },
        rateLimit: { requests: 20, periodMs: 1000 },
      },
    ]);
  });

  test("fills in what can be one thing only", () => {
    const { targets, accounts } = read(
      `
targets:
  - { service: vbs, policy: p-1 }
  - { service: starrocks, region: eu-central-1, cluster: c-1 }
  - { service: dcs, cloud: otc, instance: i-1 }
  - { service: dcs, baseUrl: "http://127.0.0.1:4010/", instance: i-2 }
`,
      { env: { OS_PROJECT_ID: "p", OS_REGION_NAME: "eu-nl" } },
    );
    expect(
      targets.map(({ name, api, cloud, region, baseUrl, projectId }) => [
        name,
        api,
        cloud,
        region,
        baseUrl,
        projectId,
      ]),
    ).toEqual([
      ["p-1", null, "otc", "eu-de", null, "p"],
      ["c-1", null, "alibabacloud", "eu-central-1", null, null],
      ["i-1", "v2", "otc", "eu-nl", null, "p"],
      ["i-2", "v2", null, "eu-nl", "http://127.0.0.1:4010", "p"],
    ]);
    expect(targets[0]?.objective).toEqual({
      maxAge: 26 * hour,
      maxDuration: null,
      minRestorable: 0,
      maxFailures: null,
      maxRestoreAge: null,
      ignore: { skipped: true, manual: false },
    });
    expect([...accounts]).toEqual([["default", { name: "default", environment: {}, rateLimit: null }]]);
  });

  test("says when backups are due, until when a target is excused, and then no age unless it is given", () => {
    const { targets } = read(`
defaults: { service: dcs, baseUrl: "http://127.0.0.1:4010", schedule: own }
groups:
  nightly: { schedule: { cron: "0 3 * * 1-5", zone: Europe/Berlin }, objective: { maxAge: 4d, maxFailures: 1, maxRestoreAge: 90d } }
targets:
  - instance: i-1
    pause: { until: 2026-12-24, reason: moves }
  - { instance: i-2, group: nightly }
  - { instance: i-3, schedule: { cron: "0 * * * *", grace: 5m } }
  - { instance: i-4, schedule: none }
`);
    expect(targets.map(({ schedule, pause, objective }) => [schedule, pause, objective.maxAge])).toEqual([
      ["own", { until: Date.UTC(2026, 11, 25), reason: "moves" }, Number.POSITIVE_INFINITY],
      [{ cron: "0 3 * * 1-5", zone: "Europe/Berlin", grace: 2 * hour }, null, 96 * hour],
      [{ cron: "0 * * * *", zone: "UTC", grace: hour / 12 }, null, Number.POSITIVE_INFINITY],
      [null, null, 26 * hour],
    ]);
    expect(targets[1]?.objective).toMatchObject({ maxFailures: 1, maxRestoreAge: 90 * 24 * hour });
  });

  test("needs no project for a service on this machine", () => {
    const { targets } = read(`targets: [{ service: dcs, baseUrl: "http://127.0.0.1:1", instance: i }]`, {
      env: {},
    });
    expect(targets[0]?.projectId).toBe("local");
  });

  test("makes a target of each id: of a list, of a file, of standard input", () => {
    const { targets } = read(
      `
defaults: { service: vbs }
targets:
  - { name: a, policies: [one, two] }
  - { name: b, policies: { file: ids/b.txt } }
  - { policies: "-" }
`,
      {
        readIds: (name) => ({ name, text: "\uFEFF# ids\n\n three \r\nfour\n#five\n" }),
        stdin: "six\nseven",
      },
    );
    expect(targets.map(({ name }) => name)).toEqual(["a/one", "a/two", "b/three", "b/four", "six", "seven"]);
    expect(targets.map(({ resource }) => resource.id)).toEqual([
      "one",
      "two",
      "three",
      "four",
      "six",
      "seven",
    ]);
  });

  test("reads anchors, aliases and merges, and a place of the user's own to put them", () => {
    const { targets } = read(`
x-common: &common { service: dcs, cloud: otc, region: eu-de }
x-ids: &ids [one, two]
targets:
  - { <<: *common, name: a, instances: *ids }
  - { <<: [{ region: eu-nl }, *common], name: b, instances: *ids }
`);
    expect(targets.map(({ name, region }) => `${name} ${region}`)).toEqual([
      "a/one eu-de",
      "a/two eu-de",
      "b/one eu-nl",
      "b/two eu-nl",
    ]);
  });

  test("may be JSON that names its schema", () => {
    const file = { $schema: "./targets.schema.json", targets: [{ service: "vbs", policy: "p" }] };
    expect(read(JSON.stringify(file, null, "\t")).targets).toHaveLength(1);
  });

  test("keeps a label that is called as what every object has", () => {
    const { targets } = read(
      `targets: [{ service: vbs, policy: p, labels: { constructor: x, toString: y } }]`,
    );
    expect(targets[0]?.labels).toEqual({ constructor: "x", toString: "y" });
  });

  test("of a hundred thousand ids is read", { timeout: 20_000 }, () => {
    const text = Array.from({ length: 100_000 }, (_, at) => `5560df16-cebf-4473-95c4-${at}`).join("\n");
    const { targets } = read(`targets: [{ service: vbs, policies: { file: ids.txt } }]`, {
      readIds: (name) => ({ name, text }),
    });
    expect(targets).toHaveLength(100_000);
  });
});
