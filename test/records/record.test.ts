import fc from "fast-check";
import { describe, expect, it } from "vitest";
import dcsContract from "../../generated/dcs/openapi.json" with { type: "json" };
import starRocksContract from "../../generated/starrocks/openapi.json" with { type: "json" };
import vbsContract from "../../generated/vbs/openapi.json" with { type: "json" };
import * as dcs from "../../src/dcs/record.js";
import { dcsJobErrors } from "../../src/dcs/record.js";
import * as starrocks from "../../src/starrocks/record.js";
import * as vbs from "../../src/vbs/record.js";
import documented from "../data/documented-records.json" with { type: "json" };
import { valuesOf } from "../support/enumeration.js";

const times = new Set(["createdAt", "startedAt", "finishedAt", "updatedAt", "expiresAt"]);

/** JSON has no Date: the golden records write them as ISO text. */
function revive(unified: object): object {
  return Object.fromEntries(
    Object.entries(unified).map(([key, value]) => [
      key,
      times.has(key) && value !== null ? new Date(value) : value,
    ]),
  );
}

describe("every documented record", () => {
  it.each(documented.dcs)("$source $wire.backup_id", ({ wire, unified }) => {
    expect(dcs.toBackupRecord(wire)).toEqual({ ...revive(unified), source: wire });
  });

  it.each(documented.vbs)("$source $wire.job_id", ({ wire, unified }) => {
    expect(vbs.toBackupRecord(wire)).toEqual({ ...revive(unified), source: wire });
  });

  it.each(documented.starrocks)("$source $wire.BackupTaskId", ({ wire, unified }) => {
    expect(starrocks.toBackupRecord(wire)).toEqual({ ...revive(unified), source: wire });
  });

  it("stays untouched and is handed on as the very object", () => {
    for (const { wire } of documented.dcs) {
      const before = structuredClone(wire);
      expect(dcs.toBackupRecord(Object.freeze(wire)).source).toBe(wire);
      expect(wire).toEqual(before);
    }
  });
});

describe("states", () => {
  it.each([
    ["waiting", "pending"],
    ["backuping", "running"],
    ["succeed", "succeeded"],
    ["failed", "failed"],
    ["expired", "expired"],
    ["deleted", "deleted"],
    ["succeeded", "unknown"],
    [{}, "unknown"],
    [undefined, "unknown"],
  ])("DCS %j is %s", (status, state) => {
    expect(dcs.toBackupRecord({ status }).state).toBe(state);
  });

  it.each([
    ["WAITING", "pending"],
    ["RUNNING", "running"],
    ["EXECUTE_SUCCESS", "succeeded"],
    ["EXECUTE_FAIL", "failed"],
    ["EXECUTE_TIMEOUT", "timed_out"],
    ["SKIP", "skipped"],
    ["running", "unknown"],
    [null, "unknown"],
  ])("VBS %j is %s", (status, state) => {
    expect(vbs.toBackupRecord({ status }).state).toBe(state);
  });

  it.each([
    ["COMPLETED", "succeeded"],
    ["RUNNING", "running"],
    ["success", "succeeded"],
    ["HUMAN_PROCESSING", "running"],
    ["TERMINATED", "failed"],
    ["FAILED", "failed"],
    ["failed", "unknown"],
    [1, "unknown"],
  ])("StarRocks %j is %s", (Status, state) => {
    expect(starrocks.toBackupRecord({ Status }).state).toBe(state);
  });

  it("cover every status of the contracts", () => {
    expect(Object.keys(dcs.dcsStates).sort()).toEqual(
      valuesOf(dcsContract.components.schemas.DcsBackupStatus).sort(),
    );
    expect(Object.keys(vbs.vbsStates).sort()).toEqual(
      valuesOf(vbsContract.components.schemas.VbsBackupTaskStatus).sort(),
    );
    for (const Status of valuesOf(starRocksContract.components.schemas.StarRocksBackupStatus)) {
      expect(starrocks.toBackupRecord({ Status }).state).not.toBe("unknown");
    }
  });
});

describe("DCS", () => {
  const updated_at = "2019-05-10T08:32:30.546Z";

  it.each([
    ["succeed", true],
    ["failed", true],
    ["waiting", false],
    ["backuping", false],
    ["expired", false],
    ["deleted", false],
    ["new", false],
  ])("takes the last change of %s for its end: %s (erratum 8)", (status, ended) => {
    const record = dcs.toBackupRecord({ status, updated_at });
    expect(record.updatedAt).toEqual(new Date(updated_at));
    expect(record.finishedAt).toEqual(ended ? new Date(updated_at) : null);
  });

  it("tells a failure by its code, with the documented meaning", () => {
    for (const [error_code, message] of Object.entries(dcsJobErrors)) {
      expect(dcs.toBackupRecord({ error_code }).failure).toEqual({ code: error_code, message });
    }
    for (const error_code of ["dcs.08.0009", "toString"]) {
      expect(dcs.toBackupRecord({ error_code }).failure).toEqual({ code: error_code, message: null });
    }
  });

  it("means by its codes what the contract says they mean", () => {
    const [documented] = dcsContract.components.schemas.DcsJobErrorCode.anyOf;
    expect(documented).toMatchObject({ "x-enumDescriptions": dcsJobErrors });
    expect(Object.keys(dcsJobErrors)).toEqual(valuesOf(dcsContract.components.schemas.DcsJobErrorCode));
  });

  it("reads the empty objects of v2's examples as null", () => {
    const record = dcs.toBackupRecord({
      status: "succeed",
      period: {},
      error_code: {},
      remark: {},
      backup_name: {},
    });
    expect(record).toMatchObject({ failure: null, name: null });
  });

  it("knows who started a backup, or not", () => {
    expect(dcs.toBackupRecord({ backup_type: "manual" }).trigger).toBe("manual");
    expect(dcs.toBackupRecord({ backup_type: "auto" }).trigger).toBe("auto");
    expect(dcs.toBackupRecord({ backup_type: "Auto" }).trigger).toBeNull();
  });

  it("keeps a size beyond 2^53-1 exact, and the format in lower case", () => {
    expect(dcs.toBackupRecord({ size: 9223372036854775807n, backup_format: "RDB" })).toMatchObject({
      sizeBytes: 9223372036854775807n,
      format: "rdb",
    });
  });
});

describe("StarRocks", () => {
  it("reads state and times each from its own field (erratum 38)", () => {
    const running = starrocks.toBackupRecord({ Status: "RUNNING", BackupFinishedTime: 1742179028000 });
    expect(running).toMatchObject({ state: "running", finishedAt: new Date(1742179028000) });
    const completed = starrocks.toBackupRecord({ Status: "COMPLETED" });
    expect(completed).toMatchObject({ state: "succeeded", finishedAt: null });
  });

  it("takes no disk size for the backup's (erratum 39)", () => {
    expect(starrocks.toBackupRecord({ Size: 100 }).sizeBytes).toBeNull();
  });

  it("reads a time that is out of range or zero as none", () => {
    const record = starrocks.toBackupRecord({
      BackupStartTime: 9e15,
      BackupFinishedTime: 0,
      ExpireTime: 9223372036854775807n,
    });
    expect(record).toMatchObject({ startedAt: null, finishedAt: null, expiresAt: null });
  });
});

describe.each([
  ["dcs", dcs.toBackupRecord as (wire: object) => object, documented.dcs[0]],
  ["vbs", vbs.toBackupRecord as (wire: object) => object, documented.vbs[1]],
  ["starrocks", starrocks.toBackupRecord as (wire: object) => object, documented.starrocks[0]],
] as const)("%s, whatever the service sends", (service, toBackupRecord, example) => {
  const names = Object.keys(example?.wire ?? {});

  it("makes a record of every object, with no invalid date in it", () => {
    const wire = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.jsonValue(), fc.constant({ toString: 1 }), fc.bigInt(), fc.double()),
    );
    fc.assert(
      fc.property(wire, (source) => {
        const record = toBackupRecord(source);
        expect(record).toMatchObject({ service, source });
        expect(Object.keys(record).sort()).toEqual([...Object.keys(example?.unified ?? {}), "source"].sort());
        for (const value of Object.values(record)) {
          if (value instanceof Date) expect(value.getTime()).toBeGreaterThan(0);
        }
      }),
    );
  });

  it.each([null, undefined, 1, "text", []])("and of %j, which is none", (source) => {
    expect(toBackupRecord(source as never)).toMatchObject({ id: "", state: "unknown", source });
  });
});
