import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { type Clock, systemClock } from "../../src/core/deadline.js";
import { dcsBackup, type Mock, type MockOptions, startMock } from "../../src/mock/index.js";
import { wholeRound } from "../support/round.js";
import { compileExample, runExample, runScript } from "./example.js";

let mock: Mock | undefined;
afterEach(() => mock?.stop());

/** Simulates the services with checked credentials; `env` is the examples' environment. */
async function simulate(options: MockOptions = {}): Promise<Mock> {
  mock = await startMock({ mode: "simulate", auth: "verify", ...options });
  return mock;
}

/** A clock at another distance from now. */
function shifted(milliseconds: () => number): Clock {
  return { ...systemClock, now: () => systemClock.now() + milliseconds() };
}

const HOUR = 3_600_000;

/** `npm test` runs each program once; `npm run test:whole` has the time for the rest. */
const round = test.skipIf(!wholeRound);

describe("list-instance", () => {
  test("prints every backup of every page", async () => {
    const { env } = await simulate({ records: 130, maxPageSize: 50 });
    const { code, out, err } = await runExample("list-instance.ts", ["eu-west-101", "an-instance"], env);
    expect(err).toBe("130 backups\n");
    expect(code).toBe(0);
    const ids = out.match(/^[0-9a-f-]{36} {2}backup_\d{14}$/gm) ?? [];
    expect(new Set(ids).size).toBe(130);
    expect(out).toMatch(/^ {2}succeeded, auto, \d+ bytes$/m);
    expect(out).toMatch(/^ {2}created 20\d\d-.*Z, changed 20\d\d-.*Z$/m);
    expect(out).toMatch(/^ {2}dcs\.08\.000\d: \w/m);
    expect(out).toMatch(/^ {2}remark: 升级前备份$/m);
  });

  round("prints the error of a wrong key in its last lines", async () => {
    const { env } = await simulate();
    const wrong = { ...env, HUAWEICLOUD_SDK_SK: "fake-wrong-secret" };
    const { code, err } = await runExample("list-instance.ts", ["eu-west-101", "an-instance"], wrong);
    expect(code).toBe(1);
    expect(err).toContain("AuthenticationError: dcs ListBackupRecords: 401 APIGW.0301");
    expect(err).not.toContain("fake-wrong-secret");
  });
});

describe("nightly-check", () => {
  test("passes if the last good backup is recent", async () => {
    const { env } = await simulate();
    const { code, out } = await runExample("nightly-check.ts", ["eu-de", "an-instance"], env);
    expect(out).toMatch(/^OK an-instance: last good backup 0\.\d h ago, at most 24 h allowed$/m);
    expect(code).toBe(0);
  });

  round("fails if the last good backup is three days old", async () => {
    const { env } = await simulate({ auth: "off", clock: shifted(() => -72 * HOUR) });
    const { code, out } = await runExample("nightly-check.ts", ["eu-de", "an-instance"], env);
    expect(out).toMatch(/^LATE an-instance: last good backup 72\.\d h ago/m);
    expect(code).toBe(1);
  });

  round("fails if there is no backup", async () => {
    const { env } = await simulate();
    const { code, out } = await runExample("nightly-check.ts", ["eu-de", "empty-instance", "12"], env);
    expect(out).toBe("LATE empty-instance: no good backup in 30 days, at most 12 h allowed\n");
    expect(code).toBe(1);
  });

  round("tells a failed request from a missing backup", async () => {
    const { env } = await simulate();
    const { code, out, err } = await runExample("nightly-check.ts", ["eu-de", "missing-instance"], env);
    expect(out).toBe("");
    expect(err).toMatch(/^UNKNOWN missing-instance: dcs ListBackupRecords: 404 .*\n$/);
    expect(code).toBe(2);
  });
});

describe("latest-restorable", () => {
  test("prints the id of a backup that succeeded and can be restored", async () => {
    const at = (day: number) => ({ startedAt: new Date(Date.UTC(2026, 10, day)) });
    const good = dcsBackup({ ...at(2) });
    const backups = [
      good,
      dcsBackup({ ...at(1) }),
      dcsBackup({ ...at(3), state: "failed" }),
      { ...dcsBackup({ ...at(4) }), is_support_restore: "FALSE" },
    ];
    const { env } = await simulate({ backups: { dcs: backups } });
    const { code, out, err } = await runExample("latest-restorable.ts", ["eu-west-101", "an-instance"], env);
    expect(out).toBe(`${good.backup_id}\n`);
    expect(err).toMatch(new RegExp(`^${good.backup_name}, 2026-11-02T.*Z, rdb, \\d+ bytes\\n$`));
    expect(code).toBe(0);
  });

  round("fails if there is none", async () => {
    const { env } = await simulate();
    const { code, out, err } = await runExample("latest-restorable.ts", ["eu-west-101", "never-1"], env);
    expect([code, out, err]).toEqual([1, "", "never-1 has no backup to restore from\n"]);
  });
});

describe("lambda", () => {
  /** The function, bundled as its comment says, in a process with the function's variables. */
  async function call(event: object, env: Readonly<Record<string, string>>) {
    const bundle = compileExample("lambda.ts", { bundle: true, platform: "node" });
    const imported = `import { handler } from ${JSON.stringify(pathToFileURL(bundle).href)};`;
    return runScript(`${imported} console.log(JSON.stringify(await handler(${JSON.stringify(event)})))`, env);
  }

  test("names the instances without a good backup", async () => {
    const { env } = await simulate();
    const { out, err } = await call({ instances: ["an-instance", "never-1", "late-1"] }, env);
    expect(err).toBe("");
    expect(JSON.parse(out)).toEqual({ without: ["never-1", "late-1"] });
  });

  round("rejects if a call fails", async () => {
    const { env } = await simulate();
    const { code, out, err } = await call({ instances: ["missing-1"] }, env);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("NotFoundError: dcs ListBackupRecords: 404");
  });
});

describe("export-csv", () => {
  test("writes a line for every backup of every page", async () => {
    const { env } = await simulate({ records: 120 });
    const { code, out } = await runExample("export-csv.ts", ["eu-central-1", "c-a-cluster"], env);
    expect(code).toBe(0);
    const [header, ...rows] = out.trimEnd().split("\r\n");
    expect(header).toBe("task,cluster,state,wire_state,started,finished,expires,disk_size");
    expect(rows).toHaveLength(120);
    expect(rows.at(-1)).toMatch(/^bt-\w+,c-a-cluster,succeeded,COMPLETED,(20[\dT:.-]+Z,){3}\d+$/);
  });

  round("quotes text that would break a line, and escapes formulas of a spreadsheet", async () => {
    const { env } = await simulate({ records: 1 });
    const { out } = await runExample("export-csv.ts", ["eu-central-1", '=cmd,"x"'], env);
    expect(out).toContain(`,"'=cmd,""x""",`);
  });
});

describe("watch-backup", () => {
  test("follows running backups to their end", async () => {
    let ahead = 0;
    const requests: string[] = [];
    const { env } = await simulate({
      auth: "off",
      // Every request to the service moves the simulated time forward by half a minute.
      clock: shifted(() => ahead),
      onRequest: ({ service, url }) => {
        if (service !== "vbs") return;
        requests.push(url);
        if (url.includes("job_id=")) ahead += 30_000;
      },
    });
    const { code, out, err } = await runExample("watch-backup.ts", ["a-policy", "0.01"], env);
    expect(err).toBe("");
    const said = out.trimEnd().split("\n");
    expect(said.filter((line) => / {2}(pending|running)$/.test(line)).length).toBeGreaterThanOrEqual(3);
    const ends = said.filter((line) => / {2}(succeeded|failed|skipped|timed_out)$/.test(line));
    expect(ends).toHaveLength(3);
    expect(code).toBe(ends.every((line) => line.endsWith("succeeded")) ? 0 : 1);
    expect(requests.length).toBeGreaterThan(4);
  });

  round("ends at once if nothing is running", async () => {
    const { env } = await simulate();
    const { code, out } = await runExample("watch-backup.ts", ["empty-policy"], env);
    expect(out).toBe("nothing is running\n");
    expect(code).toBe(0);
  });
});

describe("all-services", () => {
  const ids = ["an-instance", "a-policy", "c-a-cluster", "a-server"];

  test("puts four services into one table, newest first", async () => {
    const { env } = await simulate({ records: 20 });
    const { code, out, err } = await runExample("all-services.ts", ids, env);
    expect(err).toBe("");
    expect(code).toBe(0);
    const [, ...rows] = out.trimEnd().split("\n");
    expect(rows).toHaveLength(80);
    for (const service of ["dcs", "vbs", "starrocks", "cbr"]) {
      expect(rows.filter((row) => row.split(/\s+/)[1] === service)).toHaveLength(20);
    }
    const times = rows.map((row) => row.slice(0, 20));
    expect(times).toEqual(times.toSorted().reverse());
  });

  round("shows the other services if one fails", async () => {
    const { env } = await simulate({ records: 20, unknown: ["a-policy"] });
    const { code, out, err } = await runExample("all-services.ts", ids, env);
    expect(err).toMatch(/^vbs: vbs ListBackupTasks: 404 .*\n$/);
    expect(code).toBe(1);
    expect(out.trimEnd().split("\n")).toHaveLength(61);
  });
});
