import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { success as dcs } from "../../generated/dcs/validators.js";
import { success as starrocks } from "../../generated/starrocks/validators.js";
import { success as vbs } from "../../generated/vbs/validators.js";
import type { Contract } from "../../scripts/generate/contract.js";
import { findDrift } from "../../src/core/drift.js";
import { ajvOracle } from "./support/ajv-oracle.js";

const context = { service: "any", operation: "Any" };

const responses = [
  [
    "dcs",
    dcs.ListBackupRecordsV1,
    "DcsBackupRecordList",
    ["dcs-hwc-en", "dcs-otc-list-backups", "dcs-hwc-zh"],
  ],
  ["vbs", vbs.ListBackupTasks, "VbsBackupTaskList", ["vbs-otc-en"]],
  ["starrocks", starrocks.DescribeBackups, "StarRocksBackupList", ["starrocks-en"]],
] as const;

/** What is put in the place of some value: everything that a response may hold by mistake. */
const strange = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -7,
  1.5,
  2 ** 53,
  9007199254740993n,
  "",
  "succeed",
  "2026-01-01T00:00:00",
  "2026-13-01T00:00:00",
  "2026-12-01T23:59:60.5+08:00",
  "2026-12-01t24:00:00z",
  "101.00",
  "99.5",
  -1n,
  2n ** 63n,
  [],
  [null],
  ["x", {}],
  {},
  { Key: 1 },
);
const name = fc.constantFrom("status", "size", "surprise", "a/b~c", "17", "__proto__", "constructor");
const change = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom("replace", "delete", "add", "repeat"),
  name,
  strange,
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

/** Changes one of the places of a value: every property and item is one. */
function mutate(value: unknown, { place, kind, name, strange }: Change): unknown {
  const root = { value };
  const places: [object, string][] = [];
  const collect = (parent: object) => {
    for (const [key, child] of Object.entries(parent)) {
      places.push([parent, key]);
      if (typeof child === "object" && child !== null) collect(child);
    }
  };
  collect(root);
  const [parent, key] = places[place % places.length] ?? [root, "value"];
  const child: unknown = Reflect.get(parent, key);
  const put = (target: object, at: string, what: unknown) =>
    Object.defineProperty(target, at, { value: what, enumerable: true, configurable: true, writable: true });
  if (Array.isArray(child) && kind === "repeat") child.push(...structuredClone(child));
  else if (typeof child === "object" && child !== null && kind === "add" && !Array.isArray(child))
    put(child, name, structuredClone(strange));
  else if (kind === "delete" && parent !== root && !Array.isArray(parent))
    Reflect.deleteProperty(parent, key);
  else put(parent, key, structuredClone(strange));
  return root.value;
}

describe.each(responses)("the validator of %s", (service, validator, schema, ids) => {
  const contract: Contract = JSON.parse(readFileSync(`generated/${service}/openapi.json`, "utf8"));
  const oracle = ajvOracle(contract, schema);
  const examples: unknown[] = ids.map(
    (id) => parse(readFileSync(`spec/${service}/examples/${id}.yaml`, "utf8")).value,
  );

  test("finds nothing in the source pages' own responses", () => {
    for (const body of examples) expect(findDrift(validator, body, context)).toEqual([]);
  });

  test("finds what ajv finds in responses with random changes, and at the same places", () => {
    const changes = fc.array(change, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...examples), changes, (example, list) => {
        const body = list.reduce(mutate, structuredClone(example));
        const found = findDrift(validator, body, context);
        const known = new Map<string, [string, string, string, number]>();
        for (const { kind, pointer, expected } of oracle(body)) {
          const value = kind === "unknown-value" ? valueAt(body, pointer) : "";
          const key = `${kind} ${pointer.replace(/\/\d+(?=\/|$)/g, "/*")} ${value}`;
          const first = known.get(key) ?? [kind, pointer, expected, 0];
          known.set(key, [first[0], first[1], first[2], first[3] + 1]);
        }
        const told = found.map(({ kind, pointer, expected, occurrences }) => [
          kind,
          pointer,
          expected,
          occurrences,
        ]);
        expect(told.sort(byText)).toEqual([...known.values()].sort(byText));
      }),
      { numRuns: 300 },
    );
  });
});

const byText = (a: unknown[], b: unknown[]) => (String(a) < String(b) ? -1 : 1);

function valueAt(body: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (value, key) => Reflect.get(Object(value), key.replaceAll("~1", "/").replaceAll("~0", "~")),
      body,
    );
}
