import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import cbrContract from "../../generated/cbr/openapi.json" with { type: "json" };
import { cbrAdvice } from "../../src/cbr/advice.js";
import { cbrStates, readCbrTime, toBackupRecord } from "../../src/cbr/record.js";
import { readCbrSchedule } from "../../src/cbr/schedule.js";
import { readAppliedTo, readMembers } from "../../src/cbr/vaults.js";
import { dueRuns, ruleProblem } from "../../src/records/due-runs.js";
import { describeSchedule } from "../../src/records/schedule.js";
import { valuesOf } from "../support/enumeration.js";

/** What an example of the pages holds. */
const example = (id: string) => parse(readFileSync(`spec/cbr/examples/${id}.yaml`, "utf8")).value;

describe("the record of an operation log", () => {
  const unified = {
    service: "cbr",
    id: "4827f2da-b008-4507-ab7d-42d0df5ed912",
    name: "manualbk_backup",
    state: "succeeded",
    trigger: "manual",
    createdAt: new Date("2019-05-23T14:31:36.039Z"),
    startedAt: new Date("2019-05-23T14:31:36.007Z"),
    finishedAt: new Date("2019-05-23T14:35:23.511Z"),
    updatedAt: new Date("2019-05-23T14:35:23.584Z"),
    expiresAt: null,
    sizeBytes: null,
    progress: 1,
    resource: { type: "OS::Nova::Server", id: "1dab32fa-ebf2-415a-ab0b-eabe6353bc86" },
    restorable: null,
    format: null,
    failure: null,
  };

  it.each(["cbr-otc-operation-logs", "cbr-hwc-operation-logs"])("is the same on both clouds: %s", (id) => {
    const [wire] = example(id).operation_logs;
    const record = toBackupRecord(wire);
    expect(record).toEqual({ ...unified, source: wire });
    expect(record?.source).toBe(wire);
  });

  it.each(["restore", "delete", "copy", "replication", undefined, 1])(
    "is none of a log of type %j",
    (type) => {
      expect(toBackupRecord({ operation_type: type })).toBeNull();
    },
  );

  it.each([
    [{ policy_id: "p", name: "manualbk_x" }, "policy"],
    [{ policy_id: null, name: "autobk_b629" }, "policy"],
    [{ name: "manualbk_1234" }, "manual"],
    [{ name: "mine" }, null],
    [{}, null],
  ])(
    "names who started it: %j is %j",
    ({ policy_id, name: backup_name }: Record<string, unknown>, trigger) => {
      const log = { operation_type: "backup", policy_id, extra_info: { backup: { backup_name } } };
      expect(toBackupRecord(log)?.trigger).toBe(trigger);
    },
  );

  it.each([
    [{ code: "", message: "" }, null],
    [undefined, null],
    [
      { code: "BackupService.6114", message: "" },
      { code: "BackupService.6114", message: null },
    ],
    [{ message: "It failed." }, { code: "", message: "It failed." }],
  ])("tells why it failed: %j is %j", (error_info, failure) => {
    expect(toBackupRecord({ operation_type: "backup", error_info })?.failure).toEqual(failure);
  });

  it("knows every status of the contract, and no other", () => {
    expect(Object.keys(cbrStates).sort()).toEqual(
      valuesOf(cbrContract.components.schemas.CbrOperationStatus).sort(),
    );
    expect(toBackupRecord({ operation_type: "backup", status: "SUCCESS" })?.state).toBe("unknown");
  });

  it("is made of any log whatever, and says nothing that the log does not", () => {
    const anything = fc.oneof(fc.anything(), fc.object());
    const fields =
      "id status created_at started_at ended_at updated_at error_info extra_info policy_id".split(" ");
    const log = fc.record(Object.fromEntries(fields.map((name) => [name, anything])), { requiredKeys: [] });
    fc.assert(
      fc.property(log, (wire) => {
        const record = toBackupRecord({ ...wire, operation_type: "backup" });
        expect(record).toMatchObject({ service: "cbr", sizeBytes: null, expiresAt: null, restorable: null });
        if (typeof wire["id"] !== "string") expect(record?.id).toBe("");
      }),
    );
  });
});

describe("a time", () => {
  const instant = new Date("2019-05-08T06:57:05.000Z");

  it.each([
    "2019-05-08T06:57:05Z",
    "2019-05-08T06:57:05.000+00:00",
    "2019-05-08T08:57:05.000+02:00",
    "2019-05-08T06:57:05.000000",
    "2019-05-08T06:57:05",
    "2019-05-08 06:57:05",
    "2019-05-08 06:57:05.000999",
  ])("%s is read", (text) => {
    expect(readCbrTime(text)).toEqual(instant);
  });

  it.each(["2019-02-30T06:57:05Z", "2019-05-08", "08.05.2019 06:57", "", null, undefined, {}, 1557298625])(
    "%j is none",
    (value) => {
      expect(readCbrTime(value)).toBeNull();
    },
  );

  it("is the same instant in every notation", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(1), max: new Date("2100-01-01"), noInvalidDate: true }), (date) => {
        const iso = date.toISOString();
        for (const text of [iso, iso.replace("Z", "+00:00"), iso.replace("Z", "123"), iso.replace("T", " ")])
          expect(readCbrTime(text)).toEqual(date);
      }),
    );
  });
});

describe("the schedule of a policy", () => {
  const [page] = example("cbr-otc-policies").policies;
  const policy = (pattern: unknown, changes: object = {}, start: unknown = "2020-01-08 09:59:49") => ({
    ...{ id: "p", enabled: true, operation_type: "backup" },
    trigger: { properties: { pattern, start_time: start } },
    ...changes,
  });
  it.each([
    [undefined, "is absent"],
    [null, "is absent"],
    [{ policies: [] }, "an object"],
  ])("takes %j for a list that it cannot read", (given, words) => {
    const { schedule } = Reflect.apply(readCbrSchedule, undefined, [given]);
    expect(schedule).toEqual({ kind: "unknown", reason: expect.stringContaining(words) });
    expect(describeSchedule(schedule)).toMatch(/^unknown schedule: the list of policies /);
  });

  const told = (...policies: readonly unknown[]) => describeSchedule(readCbrSchedule(policies).schedule);

  it("is that of the page, in UTC whatever its timezone", () => {
    expect(told(page)).toBe("daily 14:00 UTC");
    expect(readCbrSchedule([page])).toMatchObject({ retention: 30 * 86_400_000, since: null, disks: null });
  });

  it.each([
    ["FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=1;BYMINUTE=30", "Mon and Thu 01:30 UTC"],
    ["FREQ=DAILY;INTERVAL=1;BYHOUR=6;BYMINUTE=00", "daily 06:00 UTC"],
    ["FREQ=DAILY;INTERVAL=3;BYHOUR=6;BYMINUTE=00", "every 3 days from 2020-01-08, 06:00 UTC"],
    ["BYMINUTE=5;BYHOUR=6;FREQ=DAILY", "daily 06:05 UTC"],
    ["FREQ=DAILY;BYHOUR=0,12", "daily 00:00 and 12:00 UTC"],
    ["FREQ=DAILY;BYDAY=SA,SU,SU;BYHOUR=2", "Sat and Sun 02:00 UTC"],
  ])("%s is %s", (rule, text) => {
    expect(told(policy([rule]))).toBe(text);
  });

  it.each<[unknown, RegExp]>([
    ["FREQ=MONTHLY;BYHOUR=1", /FREQ is neither DAILY nor WEEKLY/],
    ["FREQ=DAILY;BYHOUR=1;COUNT=5", /"COUNT=5" is not understood/],
    ["FREQ=DAILY;BYHOUR=1;BYHOUR=2", /"BYHOUR=2" is not understood/],
    ["FREQ=DAILY;BYHOUR=24", /BYHOUR or BYMINUTE is not a list of numbers/],
    ["FREQ=DAILY;BYMINUTE=0", /BYHOUR or BYMINUTE/],
    ["FREQ=DAILY;BYHOUR=1;INTERVAL=31", /INTERVAL is not 1 to 30/],
    ["FREQ=WEEKLY;BYHOUR=1", /BYDAY is missing/],
    ["FREQ=WEEKLY;BYDAY=MO,XX;BYHOUR=1", /BYDAY is not a list/],
    ["FREQ=WEEKLY;BYDAY=MO;BYHOUR=1;INTERVAL=2", /INTERVAL is beside BYDAY/],
    ["", /is not understood/],
    [7, /is not understood/],
  ])("%j cannot be judged, and says why", (rule, why) => {
    expect(told(policy([rule]))).toMatch(/^unknown schedule: pattern /);
    expect(told(policy([rule]))).toMatch(why);
  });

  it.each<[string, readonly unknown[], string]>([
    ["no policy", [], "no schedule: no policy is applied to the vault"],
    [
      "one that copies",
      [policy([], { operation_type: "replication" })],
      "no schedule: no policy is applied to the vault",
    ],
    [
      "one that is off",
      [policy(["FREQ=DAILY;BYHOUR=1"], { enabled: false })],
      "no schedule: the policy is off",
    ],
    ["one that may be off", [policy([], { enabled: "yes" })], 'unknown schedule: enabled is "yes"'],
    ["no object", [null], "unknown schedule: a policy is not an object"],
    ["no rules", [policy([])], "unknown schedule: pattern is a list"],
    ["no times", [{ enabled: true }], "unknown schedule: the policy has no times"],
    [
      "an interval without its start",
      [policy(["FREQ=DAILY;INTERVAL=2;BYHOUR=1"], {}, null)],
      'unknown schedule: pattern is "FREQ=DAILY;INTERVAL=2;BYHOUR=1": INTERVAL has no readable start_time to count from',
    ],
    [
      "too many rules",
      [policy(Array.from({ length: 25 }, () => "FREQ=DAILY;BYHOUR=1"))],
      "unknown schedule: pattern has 25 rules, and at most 24 are documented",
    ],
    [
      "several, one of them off",
      [
        policy(["FREQ=DAILY;BYHOUR=1"]),
        policy(["FREQ=DAILY;BYHOUR=2"], { enabled: false }),
        policy(["FREQ=DAILY;BYHOUR=3"]),
      ],
      "daily 01:00 UTC; daily 03:00 UTC",
    ],
  ])("%s", (_, policies, text) => {
    expect(told(...policies)).toBe(text);
  });

  it("has runs at the hours and minutes of its rules, and no others", () => {
    const days = fc.uniqueArray(fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU"), { minLength: 1 });
    const rule = fc.record({
      days,
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    });
    fc.assert(
      fc.property(rule, ({ days, hour, minute }) => {
        const text = `FREQ=WEEKLY;BYDAY=${days.join()};BYHOUR=${hour};BYMINUTE=${minute}`;
        const { schedule } = readCbrSchedule([policy([text])]);
        if (schedule.kind !== "runs") throw new Error(schedule.reason);
        for (const one of schedule.rules) expect(ruleProblem(one)).toBeNull();
        const runs = dueRuns(schedule, new Date("2026-01-05T00:00Z"), new Date("2026-01-12T00:00Z"));
        expect(runs).toHaveLength(days.length);
        for (const run of runs) expect([run.getUTCHours(), run.getUTCMinutes()]).toEqual([hour, minute]);
      }),
    );
  });

  it("never throws, whatever a policy is", () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), fc.anything(), (policies, pattern) => {
        expect(readCbrSchedule([...policies, policy([pattern])]).schedule.kind).not.toBe("ambiguous");
      }),
    );
  });
});

describe("the members of a vault", () => {
  it("are its resources, and those that do not follow its policy say so", () => {
    const [vault] = example("beyond-vault-with-resources").vaults;
    expect(readMembers(vault)).toEqual([
      {
        ...{ id: "1dab32fa-ebf2-415a-ab0b-eabe6353bc86", name: "ECS-0001", status: "available" },
        ...{ vaultId: vault.id, vault: "vault-web", protectedByPolicy: false },
      },
      {
        ...{ id: "54f7ccbc-072f-4ec5-a7b7-b24dabdb4539", name: "volume-0001", status: "protecting" },
        ...{ vaultId: vault.id, vault: "vault-web", protectedByPolicy: true },
      },
    ]);
  });

  it.each([
    ["a vault for copies", { id: "v", billing: { protect_type: "replication" }, resources: [{ id: "r" }] }],
    ["a vault without an id", { resources: [{ id: "r" }] }],
    ["resources without ids", { id: "v", resources: [{}, null, { id: 1 }] }],
    ["no list", { id: "v", resources: {} }],
    ["no object", null],
  ])("are none: %s", (_, vault) => {
    expect(readMembers(vault)).toEqual([]);
  });

  it("are reached by the vaults that a policy names", () => {
    const [applied, other] = example("beyond-applied-policies").policies;
    expect(readAppliedTo(applied)).toEqual(["cca85ea5-00a4-418d-9222-bd83985bc515"]);
    for (const none of [other, null, { associated_vaults: [null, {}] }])
      expect(readAppliedTo(none)).toEqual([]);
  });
});

describe("advice", () => {
  it("names the vault of the failed backup, by its name or its id", () => {
    const full = (source: unknown) => cbrAdvice("BackupService.6114", source);
    expect(full({ vault_id: "v-1", vault_name: "night $&" })).toBe(
      "Enlarge the vault night $&, or keep fewer backups.",
    );
    expect(full({ vault_id: "v-1", vault_name: null })).toBe("Enlarge the vault v-1, or keep fewer backups.");
    for (const none of [undefined, null, {}, { vault_id: 7 }])
      expect(full(none)).toBe("Enlarge the vault, or keep fewer backups.");
    expect(cbrAdvice("BackupService.7100", { vault_name: "v" })).toContain("from its vault v:");
    expect(cbrAdvice("BackupService.9998", { vault_name: "v" })).toBe(cbrAdvice("BackupService.9998"));
  });

  it("is there for every code of the contract that a read can meet, or a backup", () => {
    const { CbrApiErrorCode, CbrTaskErrorCode } = cbrContract.components.schemas;
    for (const code of [...valuesOf(CbrApiErrorCode), ...valuesOf(CbrTaskErrorCode)])
      expect(cbrAdvice(code), code).toMatch(/\.$/);
    expect(cbrAdvice("APIGW.0308")).toBeDefined();
    expect(cbrAdvice("BackupService.1")).toBeUndefined();
  });
});
