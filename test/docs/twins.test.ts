import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { contractTwin } from "../../scripts/docs/contract-twin.js";
import { loadContracts } from "../../scripts/docs/contracts.js";
import { buildSite } from "../../scripts/docs/site.js";
import { writeTwins } from "../../scripts/docs/twins.js";
import { operationsOf } from "../../scripts/generate/contract.js";
import { wholeRound } from "../support/round.js";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "twins-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

function page(title: string, description: string, body: string): string {
  return `<!doctype html><html><head><title>${title} · backup-records</title>
<meta name="description" content="${description}"></head><body><header>Frame</header>
<main class="page">${body}</main></body></html>`;
}

describe("the twin of a page", () => {
  test("has its content as Markdown, and links to other twins", async () => {
    const out = folder();
    mkdirSync(join(out, "guide"));
    const body = `<h1 id="a">Paging <a href="#a">#</a></h1><p>See <a href="time.html#zones">time</a> or
<a href="https://example.com/a.html">this</a>.</p><pre tabindex="0"><code class="language-ts"><span>const</span> a = <span>1 &lt; 2</span>;
</code><button>Copy</button></pre><div class="table"><table><thead><tr><th>Name</th><th>Fact</th></tr></thead>
<tbody><tr><th scope="row"><a class="self" href="#x"><code>x</code></a></th><td><p>one</p><p>two | three</p></td></tr></tbody></table></div>`;
    writeFileSync(join(out, "guide/paging.html"), page("Paging", "Paging: a chapter.", body));
    writeFileSync(join(out, "search.html"), page("Search", "Search.", "<h1>Search</h1>"));
    await writeTwins(out, []);
    expect(readFileSync(join(out, "guide/paging.md"), "utf8")).toBe(`# Paging

See [time](time.md#zones) or [this](https://example.com/a.html).

\`\`\`ts
const a = 1 < 2;
\`\`\`

| Name | Fact |
| --- | --- |
| \`x\` | one · two \\| three |
`);
    expect(existsSync(join(out, "search.md"))).toBe(false);
    expect(readFileSync(join(out, "llms.txt"), "utf8")).toContain(
      "## Guide\n\n- [Paging](guide/paging.md): See time or this.\n",
    );
  });

  test.each(["en", "zh-CN"] as const)(
    "of a contract has every operation, field and value, in %s",
    async (language) => {
      for (const contract of await loadContracts()) {
        const { [language]: text } = contract;
        const twin = contractTwin(contract, language);
        const schemas = Object.values(text.components?.schemas ?? {});
        const names = [
          ...operationsOf(text).flatMap(({ method, path, operation, parameters }) => [
            `## ${operation.operationId}\n`,
            `${method} ${path}`,
            ...parameters.map(({ name }) => `- \`${name}\` (`),
            ...Object.keys(operation.responses).map((status) => `- **${status}**: `),
          ]),
          ...schemas.flatMap(({ properties = {} }) =>
            Object.keys(properties).map((name) => `- \`${name}\` (`),
          ),
          ...schemas.flatMap(({ anyOf }) => (anyOf?.[0]?.enum ?? []).map((value) => `- \`${value}\`: `)),
        ];
        expect(names.filter((name) => !twin.includes(name))).toEqual([]);
      }
    },
  );
});

test.skipIf(!wholeRound)(
  "every page of the site has a twin that llms.txt names, and no link of them is broken",
  { timeout: 180_000 },
  async () => {
    const out = join(folder(), "site");
    await buildSite(out);
    const files = readdirSync(out, { recursive: true }).map(String);
    const twins = files.filter((name) => name.endsWith(".md"));
    const pages = files.filter((name) => name.endsWith(".html") && !/^(search|404)\.html$/.test(name));
    expect(twins.sort()).toEqual(pages.map((name) => name.replace(/html$/, "md")).sort());
    const list = readFileSync(join(out, "llms.txt"), "utf8");
    expect(twins.filter((name) => !list.includes(`](${name})`))).toEqual([]);
    const broken = [...twins, "llms.txt"].flatMap((name) =>
      [...readFileSync(join(out, name), "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
        .map(([, target = ""]) => target)
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(out, dirname(name), target)))
        .map((target) => `${name}: ${target}`),
    );
    expect(broken).toEqual([]);
  },
);
