import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { statuses } from "../../src/cli/audit/status.js";
import { type Contract, loadContract } from "../../src/cli/contracts.js";
import { exitCodes } from "../../src/cli/exit.js";
import { loadEntries } from "../../src/cli/explain/entries.js";
import { find } from "../../src/cli/explain/find.js";
import { documentedPlaces, errata } from "../../src/cli/knowledge.js";
import { gatewayAdvice } from "../../src/core/error-response.js";
import { resolvePointer } from "../../src/core/pointer.js";
import { services } from "../../src/services.js";

const entries = await loadEntries();

/** Every code, read from the contracts independently of the tested code. */
async function codes(): Promise<string[]> {
  const contracts: Contract[] = await Promise.all(services.map(({ name }) => loadContract(name)));
  const text = contracts.map((contract) => JSON.stringify(contract)).join("\n");
  const statuses = [...text.matchAll(/"(\d{3})":\{"(?:\$ref":"#\/components\/responses|description)/g)];
  const lists = contracts.flatMap((contract) =>
    Object.entries(Object(resolvePointer(contract, "/components/schemas"))).flatMap(([name, schema]) =>
      // The status of a CBR backup that is kept is none of its record.
      /(ErrorCode|(?<!Cbr)BackupStatus|TaskStatus|CbrOperationStatus)$/.test(name)
        ? Object(resolvePointer(schema, "/anyOf/0/enum"))
        : [],
    ),
  );
  return [
    ...new Set([
      ...statuses.map(([, status = ""]) => status),
      ...lists.map(String),
      ...errata.map(({ id }) => id),
    ]),
  ];
}

/** What the alternatives of a pattern stand for, each written out: `(a|b[12])` is a, b1 and b2. */
function wordsOf(pattern: string): string[] {
  const [whole, inner = ""] =
    /\(([^()]*)\)/.exec(pattern) ?? (pattern.includes("|") ? [pattern, pattern] : []);
  if (whole !== undefined)
    return inner.split("|").flatMap((one) => wordsOf(pattern.replace(whole, () => one)));
  const [set, characters = ""] = /\[([^\]]*)\]/.exec(pattern) ?? [];
  if (set === undefined) return [pattern];
  return [...characters].flatMap((one) => wordsOf(pattern.replace(set, () => one)));
}

describe("every code", async () => {
  const all = await codes();

  test("of the contracts and the errata has an entry", () => {
    expect(all.length).toBeGreaterThan(120);
    expect(all.filter((code) => !entries.some((entry) => entry.code === code))).toEqual([]);
  });

  test.each(entries)("$code has a meaning, a cause, a remedy and documents ($kind)", (entry) => {
    const sentence = /^[^\s].{10,}\S$/s;
    expect(entry.meaning.length).toBeGreaterThan(0);
    for (const meaning of entry.meaning) expect(meaning).toMatch(sentence);
    expect(entry.cause).toMatch(sentence);
    expect(entry.remedy).toMatch(sentence);
    expect(entry.documents.length).toBeGreaterThan(0);
    for (const document of entry.documents) {
      expect(document).toMatch(
        /((dcs|cbr)-(hwc|otc)|vbs-otc|starrocks)-[\w-]+.* \((Huawei Cloud|Open Telekom Cloud|Alibaba Cloud), ".+"\)|no source page\. .{20,}|this package's own word for /,
      );
    }
  });

  test("that the client has advice on has an entry", () => {
    const tables = services.map(({ name }) => readFileSync(`src/${name}/advice.ts`, "utf8"));
    const patterns = [
      ...gatewayAdvice.map(([pattern]) => pattern.source),
      ...tables.flatMap((text) =>
        Array.from(text.matchAll(/^ +\[?\/(.+?)\/,/gm), ([, pattern = ""]) => pattern),
      ),
    ];
    expect(patterns.length).toBeGreaterThan(40);
    const wanted = patterns.flatMap(wordsOf);
    expect(wanted).toContain("^BackupService\\.7100$");
    const has = (pattern: string) => entries.some(({ code }) => new RegExp(pattern).test(code));
    expect(wanted.filter((word) => !has(word))).toEqual([]);
  });

  test("has one entry in each kind", () => {
    const names = entries.map(({ code, kind }) => `${kind} ${code}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

test("documents are the pages that list the code", () => {
  const [entry] = entries.filter(({ code }) => code === "dcs.08.0003");
  const places = documentedPlaces("values DcsJobErrorCode", "dcs.08.0003");
  expect(places).toHaveLength(3);
  expect(entry?.documents.map((document) => document.replace(/ \(.*/, ""))).toEqual(places);
});

describe("looking up", () => {
  test.each([
    ["dcs.08.0008", ["dcs.08.0008"]],
    ["DCS.8.8", ["dcs.08.0008"]],
    [" dcs-08-0008 ", ["dcs.08.0008"]],
    ["e6", ["E06"]],
    ["E6", ["E06"]],
    ["apigw.308", ["APIGW.0308"]],
    ["throttling_user", ["Throttling.User"]],
    ["RUNNING", ["RUNNING", "RUNNING"]],
    // The unified state, and the word of CBR.
    ["running", ["running", "running"]],
    ["timedout", ["timed_out"]],
    ["1114 00002", []],
  ])("%s finds %j", (code, found) => {
    expect(find(code, entries).entries.map((entry) => entry.code)).toEqual(found);
  });

  test.each([
    ["Throtling", "Throttling"],
    ["SignatureDoesntMatch", "SignatureDoesNotMatch"],
    ["EXECUTE_FAILED", "EXECUTE_FAIL"],
    ["sucess", "success"],
    ["backingup", "backuping"],
    ["DCS.1005", "DCS.1004"],
    ["exit", "exit 5"],
    ["exit code", "exit 130"],
    ["exit 6", "exit 5"],
  ])("%s is near %s", (code, near) => {
    const found = find(code, entries);
    expect(found.entries).toEqual([]);
    expect(found.nearest).toContain(near);
  });

  test.each([
    ["dcs.08.0009", ["dcs.08.0008", "dcs.08.0007", "dcs.08.0006"]],
    ["exit5", ["exit 5"]],
    ["EXIT_CODE-70", ["exit 70"]],
  ])("%s is nearest to %j, in this order", (code, near) => {
    expect(find(code, entries)).toEqual({ entries: [], nearest: near });
  });

  test("nothing is near an unrelated word", () => {
    expect(find("qqqqqqqq", entries)).toEqual({ entries: [], nearest: [] });
  });
});

describe("what this package says itself", () => {
  const known = (word: string) => find(word, entries).entries.map(({ kind }) => kind);

  test("verdicts, exit codes and classes of errors are known", () => {
    expect(statuses.filter((status) => !known(status).includes("verdict of an audit"))).toEqual([]);
    const codes = Object.values(exitCodes).map(String);
    expect(codes.filter((code) => !known(`exit ${code}`).includes("exit code"))).toEqual([]);
    const classes = readFileSync("src/core/errors.ts", "utf8").matchAll(
      /^export (?:abstract )?class (\w+Error)\b/gm,
    );
    const names = Array.from(classes, ([, name = ""]) => name).filter(
      (name) => name !== "BackupRecordsError",
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !known(name).includes("class of an error"))).toEqual([]);
  });

  test("the codes that the client gives a failed connection are known", () => {
    const files = ["core", "node"].flatMap((folder) =>
      readdirSync(`src/${folder}`).map((name) => readFileSync(`src/${folder}/${name}`, "utf8")),
    );
    const own = files.flatMap((text) => Array.from(text.matchAll(/"((?:proxy|redirect|upgrade)_[a-z]+)"/g)));
    const codes = [...new Set(own.map(([, code = ""]) => code))];
    expect(codes.length).toBeGreaterThan(4);
    expect(codes.filter((code) => known(code).length === 0)).toEqual([]);
  });

  test("every code that the simulator sends is known", () => {
    const files = readdirSync("src/mock", { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    const text = files.map((name) => readFileSync(`src/mock/${name}`, "utf8")).join("\n");
    const sent = text.matchAll(
      /"((?:DCS|APIGW|APIG|VBS|BackupService)\.\d+|(?:Invalid|Forbidden|Throttling)[A-Za-z.]+)"/g,
    );
    const codes = [...new Set(Array.from(sent, ([, code = ""]) => code))];
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => known(code).length === 0)).toEqual([]);
  });

  test.each([
    ["missd", "missed"],
    ["AuthentificationError", "AuthenticationError"],
    ["ECONREFUSED", "ECONNREFUSED"],
    ["not checked", "not-checked"],
  ])("%s finds %s, or names it", (word, meant) => {
    const found = find(word, entries);
    expect([...found.entries.map(({ code }) => code), ...found.nearest]).toContain(meant);
  });
});
