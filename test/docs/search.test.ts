import { beforeAll, describe, expect, test } from "vitest";
import { SiteSearch } from "../../scripts/docs/client/engine.js";
import { wordsOf } from "../../scripts/docs/client/words.js";
import { loadContracts } from "../../scripts/docs/contracts.js";
import { searchScript } from "../../scripts/docs/search.js";
import { loadPages } from "../../scripts/docs/site.js";

let search: SiteSearch;

beforeAll(async () => {
  const { entries } = await loadPages(await loadContracts());
  search = new SiteSearch(entries);
}, 60_000);

/** What people type, and the page that has to be the first, or a form of the pages of which one has to be. */
const QUERIES: readonly (readonly [query: string, href: string | RegExp])[] = [
  ["Signature expired", /^errors\.html#(APIGW\.0301|InvalidTimeStamp\.Expired)$/],
  ["clock skew", /^(guide\/retries\.html#a-clock-that-is-wrong|errors\.html#APIGW\.0301)$/],
  ["pagination", "guide/paging.html"],
  ["dcs.08.2", "errors.html#dcs.08.0002"],
  ["华为云", "index.zh-CN.html"],
  ["限流", /^(guide\/retries\.html|errors\.html#Throttling)/],
  ["备份记录", /^(index|contracts\/dcs)\.zh-CN\.html$/],
  ["curl", /^contracts\/\w+\.html$/],
  ["python", /^contracts\/\w+\.html$/],
  ["HTTPS_PROXY", /^(guide\/command-line\.html|commands\.html#list|errors\.html#http-407)/],
  ["--watch", "commands.html#list"],
  ["lint", "commands.html#lint"],
  ["prism", "commands.html#mock"],
  ["redoc", "commands.html#docs"],
  ["changelog", "changelog.html"],
  ["breaking change", "commands.html#diff"],
  ["deprecated", "contracts/dcs.html#/backup-records/listbackuprecordsv1"],
  ["CLI", "commands.html"],
  // Codes, as messages and people write them.
  ["DCS.3022", "errors.html#DCS.3022"],
  ["dcs 08 0008", "errors.html#dcs.08.0008"],
  ["403", "errors.html#http-403"],
  ["gateway timeout", /^errors\.html#(http-504|APIGW\.0201)$/],
  ["token expired", "errors.html#DCS.1002"],
  ["exit code 5", "errors.html#exit-code-5"],
  ["ECONNREFUSED", "errors.html#connection-code-ECONNREFUSED"],
  ["RateLimitError", "errors.html#error-class-RateLimitError"],
  // With typing errors.
  ["throtling", /^errors\.html#Throttling/],
  ["authentification", "guide/authentication.html"],
  ["prometeus", /^(guide\/exporter\.html|commands\.html#exporter)/],
  ["kubernets", /^guide\/(audit-workers|exporter|audit)\.html/],
  // Fields, operations and permissions.
  ["listBackupRecords", "contracts/dcs.html#/backup-records/listbackuprecords"],
  ["execution_at", /^ledger\/dcs\.html#DcsBackupRecord\.execution_at$/],
  ["is_support_restore", "ledger/dcs.html#DcsBackupRecord.is_support_restore"],
  ["dcs:instance:getDataBackupLog", /^contracts\/dcs\.html#\/backup-records\//],
  // In a reader's own words.
  ["how do I install it", "index.html"],
  ["testing with a mock", /^guide\/testing\.html/],
  ["exit code", /^(guide\/audit\.html#exit-codes|errors\.html#exit-code-)/],
  ["redis queue", /^(commands\.html#worker|guide\/audit-workers\.html)/],
  ["cron time zone", /^guide\/(targets|audit-verdicts|inferred)\.html/],
  ["bigint", "guide/numbers.html"],
  ["OS_TOKEN", /^guide\/(authentication|command-line)\.html/],
  ["retry", /^guide\/retries\.html/],
  ["Grafana dashboard", /^guide\/exporter\.html/],
  ["my backup is missing", /^(commands\.html#audit|guide\/audit-verdicts\.html)/],
  ["telekom cloud password login", /^guide\/authentication\.html/],
  ["how to sign a request", /^(guide\/authentication\.html|errors\.html#\w*Signature)/],
  ["too many requests", /^errors\.html#(Throttling|http-429)/],
  ["webhook", /^guide\/notifications\.html/],
  ["node version", "index.html"],
  ["offline mock server", "commands.html#mock"],
  ["openapi download", /^contracts\/\w+\.html$/],
  // In Chinese, without a space between the words.
  ["超时", "errors.html#state-timed_out"],
  ["签名错误", "errors.html#SignatureDoesNotMatch"],
  ["备份失败", /^(errors\.html|ledger\/\w+\.html#\w+Status\.\w*fail)/i],
  ["定时策略", /^(guide|contracts)\//],
  ["没有权限", /^(guide\/|errors\.html#)/],
  ["安装", /^index(\.zh-CN)?\.html$/],
];

describe("the search", () => {
  test.each(QUERIES)("finds %j first", (query, href) => {
    const [first] = search.find(query);
    expect(first?.href).toEqual(typeof href === "string" ? href : expect.stringMatching(href));
  });

  test("finds nothing for what stands nowhere, and for no words", () => {
    expect(search.find("xyzzyplugh")).toEqual([]);
    expect(search.find(" -- ")).toEqual([]);
  });

  test("takes a digit more for another code, not for a typing error", () => {
    expect(search.find("DCS.3029").map(({ title }) => title)).not.toContain("DCS.3022");
  });

  test("offers what has some of the words if hardly anything has all", () => {
    expect(search.find("DCS.3022 prometheus dashboard").map(({ href }) => href)).toContain(
      "errors.html#DCS.3022",
    );
  });

  test("is shipped with the licence of its library", () => {
    expect(searchScript()).toMatch(/^\/\*! MiniSearch\nCopyright \d+ Luca Ongaro/);
  });
});

test.each([
  ["listBackupRecords", ["listbackuprecords", "list", "backup", "records"]],
  ["HTTPS_PROXY", ["https_proxy", "https", "proxy"]],
  ["dcs.08.0002", ["dcs.08.0002", "dcs.8.2", "dcs", "08", "0002"]],
  ["备份记录", ["备份记录", "备份", "份记", "记录"]],
])("%j is found under its parts", (text, forms) => {
  const [word] = wordsOf(text);
  expect([...new Set([word?.whole, word?.loose, ...(word?.parts ?? [])])]).toEqual(forms);
});
