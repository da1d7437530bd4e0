import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadContracts } from "../../scripts/docs/contracts.js";
import { layout } from "../../scripts/docs/layout.js";
import { missingPage } from "../../scripts/docs/missing-page.js";
import { readPublication } from "../../scripts/docs/publication.js";
import { sitemapFiles } from "../../scripts/docs/sitemap.js";
import { operationsOf } from "../../scripts/generate/contract.js";
import { operationPlace } from "../../src/cli/docs/places.js";
import { markdownHtml } from "../../src/cli/docs/static/markdown.js";
import { staticContract } from "../../src/cli/docs/static/page.js";
import { stableTags } from "../../src/cli/docs/tags.js";
import { expectedTexts, squeezed } from "./contract-text.js";

const contracts = await loadContracts();
const all = contracts.flatMap(({ service, ...texts }) =>
  (["en", "zh-CN"] as const).map((language) => ({ service, language, contract: texts[language] })),
);

describe("a contract as HTML without a script", () => {
  test.each(all)(
    "has every operation, field, value and sentence: $service, $language",
    ({ language, contract }) => {
      const html = staticContract(contract, language);
      const text = squeezed(plain(html));
      const expected = operationsOf(contract).flatMap((entry) => expectedTexts(contract, entry));
      expect(expected.filter((part) => !text.includes(squeezed(part)))).toEqual([]);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
      expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    },
  );

  test("ends where a schema contains itself or a reference leads to itself or to nothing", () => {
    const schemas = {
      Node: {
        properties: {
          child: { $ref: "#/components/schemas/Node" },
          list: { items: { $ref: "#/components/schemas/Node" } },
        },
      },
      Loop: { $ref: "#/components/schemas/Loop" },
    };
    const content = (name: string) => ({
      "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
    });
    const responses = Object.fromEntries(
      Object.entries({ 200: "Node", 201: "Loop", 202: "Missing" }).map(([status, name]) => [
        status,
        { description: name, content: content(name) },
      ]),
    );
    const html = staticContract({ paths: { "/a": { get: { responses } } }, components: { schemas } }, "en");
    expect(plain(html)).toContain("list");
    expect(html.length).toBeLessThan(5000);
  });

  test("shows the markup of a description as text, and no link that would run a script", () => {
    const html = markdownHtml(
      "<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](../errors.html#X) ![c](http://d/e.png)",
    );
    expect(html).not.toMatch(/<img|javascript:/);
    expect(html).toContain('<a href="../errors.html#X">b</a>');
  });

  test("keeps the lines of code", () => {
    const get = { "x-codeSamples": [{ lang: "sh", source: "a \\\n  b <c>" }], responses: {} };
    expect(staticContract({ paths: { "/a": { get } } }, "en")).toContain("<code>a \\\n  b &lt;c&gt;</code>");
  });
});

describe("the address of an operation", () => {
  test.each(contracts)("is the same in Chinese: $service", ({ en, "zh-CN": zh }) => {
    const places = (contract: object) =>
      operationsOf(contract as typeof en).map(({ operation }) =>
        operationPlace(String((operation as { tags?: string[] }).tags?.[0]), operation.operationId),
      );
    expect(places(stableTags(zh, en))).toEqual(places(en));
  });

  test("leaves the translated name of a tag to be shown", () => {
    const zh = { tags: [{ name: "备份", description: "…" }], paths: { "/a": { get: { tags: ["备份"] } } } };
    expect(stableTags(zh, { tags: [{ name: "Backups" }] })).toEqual({
      tags: [{ name: "Backups", "x-displayName": "备份", description: "…" }],
      paths: { "/a": { get: { tags: ["Backups"] } } },
    });
  });
});

describe("what the release fills in", () => {
  const publicationOf = (manifest: object) => {
    const file = join(mkdtempSync(join(tmpdir(), "manifest-")), "package.json");
    writeFileSync(file, JSON.stringify({ version: "1.2.3", ...manifest }));
    return readPublication(file);
  };

  test.each([
    [{}, undefined, undefined],
    [{ homepage: "https://a.example/b" }, "https://a.example/b/", undefined],
    [{ homepage: "https://a.example/b/#readme" }, "https://a.example/b/", undefined],
    [{ repository: "https://c.example/d.git" }, undefined, "https://c.example/d"],
    [{ repository: { type: "git", url: "git+https://c.example/d.git" } }, undefined, "https://c.example/d"],
  ])("is read from package.json: %j", (manifest, homepage, repository) => {
    expect(publicationOf(manifest)).toEqual({ version: "1.2.3", homepage, repository });
  });

  test("is left out as long as it is empty", () => {
    const nowhere = publicationOf({});
    expect(layout(missingPage(), nowhere)).not.toMatch(/<base|https?:/);
    expect(sitemapFiles(["index.html"], nowhere.homepage)).toEqual([]);
  });

  test("is the address of the site's folder for its first page", () => {
    const [[, text] = []] = sitemapFiles(
      ["index.html", "guide/index.html", "404.html"],
      "https://a.example/",
    );
    expect([...(text ?? "").matchAll(/<loc>(.*)<\/loc>/g)].map(([, href]) => href)).toEqual([
      "https://a.example/",
      "https://a.example/guide/",
    ]);
  });
});

/** The text of HTML, without its tags. */
function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
