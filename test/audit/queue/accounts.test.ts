import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  allowTarget,
  defaultAccounts,
  readAccounts,
  readAccountsFile,
} from "../../../src/audit/queue/accounts.js";
import type { Target } from "../../../src/audit/target.js";
import { loadService } from "../../../src/load-service.js";
import { target } from "../../queue/support/targets.js";

const env = { A_TOKEN: "fake-a", B_TOKEN: "fake-b" };
const read = (text: string) => readAccounts(text, { file: "accounts.yaml", env });
const problems = (text: string) => {
  try {
    read(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "";
};

describe("a file of accounts", () => {
  test("gives variables, limits and hosts", () => {
    const accounts = read(`
x-limit: &limit { requests: 5, per: 1m }
accounts:
  a: { environment: { OS_TOKEN: A_TOKEN }, rateLimit: *limit, hosts: [DCS.example, "[::1]:8443", "proxy:443"] }
  "b c":
    environment:
      OS_TOKEN: B_TOKEN
  default: {}
`);
    expect([...accounts.values()]).toEqual([
      {
        name: "a",
        environment: { OS_TOKEN: "A_TOKEN" },
        rateLimit: { requests: 5, periodMs: 60_000 },
        hosts: ["dcs.example", "[::1]:8443", "proxy"],
      },
      { name: "b c", environment: { OS_TOKEN: "B_TOKEN" }, rateLimit: null, hosts: [] },
      { name: "default", environment: {}, rateLimit: null, hosts: [] },
    ]);
  });

  test("can be the targets file of the audits", () => {
    const accounts = read("accounts: { a: {} }\ntargets: [{ instance: x }]\ngroups: {}\ndefaults: {}");
    expect([...accounts.keys()]).toEqual(["a"]);
  });

  test.each<[string, string]>([
    ["", "accounts.yaml:1:1: there are no accounts; list them under accounts:"],
    ["accounts: {}", "accounts.yaml:1:11: there are no accounts; list them under accounts:"],
    ["acounts: { a: {} }", "accounts.yaml:1:1: a file of accounts has no such key; list the accounts under"],
    ["accounts:\n  a: {}\n  a: {}", 'accounts.yaml:3:3: the key "a" stands here twice'],
    ["accounts:\n  a: { b", "accounts.yaml:2:9: this is not valid YAML"],
    [
      "accounts:\n  a: {}\n  b: { hosts: x.example }",
      "accounts.yaml:3:15: hosts must be a list; write hosts:",
    ],
    [
      "accounts:\n  b: { hosts: ['https://x.example'] }",
      "accounts.yaml:2:16: each of hosts must be a host, such",
    ],
    ["accounts:\n  b: { hosts: [x.example/path] }", "accounts.yaml:2:16: each of hosts must be a host, such"],
    [
      "accounts:\n  b: { hosts: ['me@x.example', 7] }",
      "accounts.yaml:2:16: each of hosts must be a host, such",
    ],
    [
      "accounts:\n  a: {}\n  b: { environment: { OS_TOKN: A_TOKEN } }",
      'accounts.yaml:3:23: environment has no key "OS_TOKN"; did you mean OS_TOKEN?',
    ],
    [
      "accounts:\n  b: { environment: { OS_TOKEN: C_TOKEN } }",
      "accounts.yaml:2:33: the variable C_TOKEN is not set; set it, or leave it out",
    ],
    [
      "accounts:\n  b: { rateLimit: { requests: 0, per: 1s } }",
      "accounts.yaml:2:31: requests must be a whole number",
    ],
    ["accounts:\n  b: 7", 'accounts.yaml:2:6: "b" of accounts must be a mapping, not a number'],
    ["accounts: [a]", "accounts.yaml:1:11: there are no accounts"],
  ])("with a mistake says where and what: %j", (text, expected) => {
    expect(problems(text)).toContain(expected);
  });

  test.each([
    ["/dev/zero", "it is neither a file nor a pipe"],
    [".", "it is a directory"],
    ["/nowhere/accounts.yaml", "there is no such file"],
  ])("cannot be %s", (path, problem) => {
    expect(() => readAccountsFile(path, env)).toThrow(
      `${path}: ${problem}; give the path of a file with accounts`,
    );
  });

  test("is refused if it is too large", () => {
    const folder = mkdtempSync(join(tmpdir(), "accounts-"));
    const path = join(folder, "accounts.yaml");
    writeFileSync(path, `#${" ".repeat(16 * 2 ** 20)}`);
    expect(() => readAccountsFile(path, env)).toThrow(`${path}: it is larger than 16 MiB, the maximum`);
    rmSync(folder, { recursive: true });
  });

  test("shows no credential that stands in it by mistake", () => {
    const secret = "fakeSecret0123456789";
    const message = problems(
      `accounts:\n  a: { environment: { OS_TOKEN: ${secret} } }\n  b: { hosts: ["u:${secret}@x"] }\n  ${secret}: 7`,
    );
    expect(message).toContain("accounts.yaml:2");
    expect(message).toContain("accounts.yaml:3");
    expect(message).not.toContain(secret);
  });
});

describe("where credentials may be sent", () => {
  const account = { name: "a", environment: {}, rateLimit: null, hosts: ["own.example", "127.0.0.1:4010"] };
  const at = (baseUrl: string | null, over: Partial<Target> = {}) => ({
    ...target("i", "https://x.example"),
    baseUrl,
    ...over,
  });

  test.each<[string | null, Partial<Target>, Target["cloud"]]>([
    [null, { cloud: "otc", region: "eu-de" }, "otc"],
    ["https://own.example/prefix", {}, null],
    ["http://127.0.0.1:4010", {}, null],
    ["https://dcs.eu-de.otc.t-systems.com", { cloud: "otc" }, "otc"],
    // Without a cloud any credentials of the account would do: those for the host's own cloud are taken.
    ["https://dcs.eu-de.otc.t-systems.com", {}, "otc"],
    ["https://dcs.cn-north-1.myhuaweicloud.com", {}, "huaweicloud"],
    ["https://vbs.eu-de.otc.t-systems.com", { service: "vbs", cloud: "otc" }, "otc"],
    ["https://starrocks.cn-hangzhou.aliyuncs.com", { service: "starrocks" }, "alibabacloud"],
  ])("%s with %j is allowed", async (baseUrl, over, cloud) => {
    const service = await loadService(over.service ?? "dcs");
    expect(allowTarget(at(baseUrl, over), account, service)).toEqual({ ...at(baseUrl, over), cloud });
  });

  test.each<[string, Partial<Target>]>([
    ["https://stranger.example", {}],
    ["https://own.example:8443", {}],
    ["https://sub.own.example", {}],
    ["http://127.0.0.1:4011", {}],
    ["http://localhost:4010", {}],
    ["https://dcs.cn-north-1.myhuaweicloud.com", { cloud: "otc" }],
    ["https://dcs.cn-north-1.myhuaweicloud.com:8443", {}],
    ["https://dcs.eu-de.otc.t-systems.com/path", { cloud: "otc" }],
    ["https://dcs.eu-de.otc.t-systems.com.example", { cloud: "otc" }],
    ["https://dcs.a.b.otc.t-systems.com", { cloud: "otc" }],
    ["https://vbs.eu-de.otc.t-systems.com", { cloud: "otc" }],
    ["https://bucket.cn-hangzhou.aliyuncs.com", { service: "starrocks" }],
    ["https://starrocks..aliyuncs.com", { service: "starrocks" }],
  ])("%s with %j is refused", async (baseUrl, over) => {
    const { host } = new URL(baseUrl);
    const service = await loadService(over.service ?? "dcs");
    expect(() => allowTarget(at(baseUrl, over), account, service)).toThrow(
      `The worker does not send the credentials of account a to ${host}`,
    );
  });

  test("without a file is the account default, the vendors' hosts and what the environment names", async () => {
    expect([...defaultAccounts({}).values()]).toEqual([
      { name: "default", environment: {}, rateLimit: null, hosts: [] },
    ]);
    const local = {
      BACKUP_RECORDS_DCS_URL: "http://127.0.0.1:4010/",
      BACKUP_RECORDS_VBS_URL: "https://v.example/x",
    };
    expect(defaultAccounts(local).get("default")?.hosts).toEqual(["127.0.0.1:4010", "v.example"]);
    expect(() => defaultAccounts({ BACKUP_RECORDS_STARROCKS_URL: "http://s.example" })).toThrow(
      "BACKUP_RECORDS_STARROCKS_URL: baseUrl http://s.example is not https",
    );
  });
});
