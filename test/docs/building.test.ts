import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { highlightTypeScript } from "../../scripts/docs/highlight.js";
import { html, prose } from "../../scripts/docs/html.js";
import { compareLedger, type DocumentedTable } from "../../scripts/docs/ledger.js";
import { linkNotes } from "../../scripts/docs/link-notes.js";
import { renderMarkdown } from "../../scripts/docs/markdown.js";
import { buildSite } from "../../scripts/docs/site.js";
import type { Contract } from "../../scripts/generate/contract.js";
import { addNotes } from "../../scripts/generate/notes.js";
import { takeApart } from "../../src/cli/docs/redoc.js";
import { withoutNotes } from "../../src/cli/notes.js";

const contract: Contract = {
  info: { title: "Test", version: "1.0.0" },
  paths: {
    "/things": {
      get: {
        operationId: "ListThings",
        parameters: [
          {
            name: "limit",
            in: "query",
            description: "How many.",
            schema: { type: "integer", default: 10, "x-beyond-documents": "Copied from elsewhere." },
          },
        ],
        responses: { "200": { description: "Things." } },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "string", description: "Its id.", "x-errata": ["E01"] },
          size: { type: "integer" },
        },
      },
    },
  },
};

describe("HTML", () => {
  test("escapes text that is not markup", () => {
    expect(html`<p title="${'"'}">${"<b>"}${html`<i>${1}</i>`}</p>`.text).toBe(
      '<p title="&quot;">&lt;b&gt;<i>1</i></p>',
    );
  });

  test("marks up code and emphasis in a sentence of a contract", () => {
    expect(prose("a `<b>` **c**").text).toBe("a <code>&lt;b&gt;</code> <strong>c</strong>");
  });

  test("marks keywords, strings and comments of TypeScript, across lines", () => {
    expect(highlightTypeScript("const a = `x\ny`; // <z>")).toBe(
      '<span class="keyword">const</span> a = <span class="string">`x</span>\n<span class="string">y`</span>; <span class="comment">// &lt;z&gt;</span>',
    );
  });
});

describe("Markdown", () => {
  const targets = {
    link: (to: string) => `to:${to}`,
    term: (word: string) => (word === "E07" ? "e.html#E07" : undefined),
  };

  test("gets anchors, labelled cells and links to errata", () => {
    const { body, headings, passages } = renderMarkdown(
      "# A b!\n\nSee E07 and [c](d.md), not E99.\n\n| x | y |\n|-|-|\n| 1 | 2 |\n",
      targets,
    );
    expect(headings).toEqual([{ level: 1, id: "a-b", text: "A b!" }]);
    expect(body.text).toContain('See <a href="e.html#E07">E07</a> and <a href="to:d.md">c</a>, not E99.');
    expect(body.text).toContain('<td data-label="y">2</td>');
    expect(passages.get("a-b")).toBe("See E07 and c, not E99. x y 1 2");
  });

  test("escapes HTML, and refuses two headings of one name", () => {
    expect(renderMarkdown("<script>alert(1)</script>", targets).body.text).not.toContain("<script>");
    expect(() => renderMarkdown("# A\n\n## A\n", targets)).toThrow("two headings are called “A”");
  });
});

describe("the ledger", () => {
  const table = (source: string, rows: DocumentedTable["rows"]): DocumentedTable => ({
    source,
    place: "Table 1",
    contract: "schema Thing",
    rows,
  });

  test("shows differences between source pages, and what none of them states", () => {
    const sections = compareLedger(contract, [
      table("one", [{ name: "id", type: "String", example: "a" }]),
      table("two", [{ name: "id", type: "String", example: "b" }]),
    ]);
    const rows = sections.find(({ id }) => id === "Thing")?.rows ?? [];
    expect(rows.map(({ id, differs, statements }) => [id, differs, statements.length])).toEqual([
      ["Thing.id", false, 2],
      ["Thing.size", false, 0],
    ]);
    const [changed] = compareLedger(contract, [
      table("one", [{ name: "id", type: "String" }]),
      table("two", [{ name: "id", type: "Long" }]),
    ]).flatMap(({ id, rows }) => (id === "Thing" ? rows : []));
    expect(changed?.differs).toBe(true);
  });

  test("counts a source page that leaves something out as differing", () => {
    const [id] = compareLedger(contract, [
      table("one", [{ name: "id" }, { name: "size" }]),
      table("two", [{ name: "size" }]),
    ]).flatMap(({ id, rows }) => (id === "Thing" ? rows : []));
    expect(id?.differs).toBe(true);
  });
});

describe("the pages of the contracts", () => {
  const titles = new Map([["E01", { en: "No form of an id", "zh-CN": "ID没有格式" }]]);

  test("end their descriptions with what is beyond the source pages, and with the errata", () => {
    const before = JSON.stringify(contract);
    const { paths, components } = addNotes(contract, titles, "en");
    expect(components?.schemas?.["Thing"]?.properties).toMatchObject({
      id: { description: "Its id.\n\n**Erratum E01:** No form of an id", "x-errata": ["E01"] },
      size: { type: "integer" },
    });
    // Renderers do not show the description of a parameter's schema.
    const [limit] = paths["/things"]?.get?.parameters ?? [];
    expect(limit).toMatchObject({
      description: "How many.\n\n**Not on a source page:** Copied from elsewhere.",
    });
    expect(JSON.stringify(contract)).toBe(before);
  });

  test("keep the description of a schema behind a reference, with its notes", () => {
    const schemas = {
      Thing: { properties: { state: { $ref: "#/components/schemas/State", "x-errata": ["E01"] } } },
      State: { type: "string", description: "How it is.", "x-beyond-documents": "Seen." },
    };
    const { components } = addNotes({ ...contract, components: { schemas } }, titles, "zh-CN");
    expect(components?.schemas).toMatchObject({
      Thing: {
        properties: {
          state: { description: "How it is.\n\n**文档未载：** Seen.\n\n**勘误E01：** ID没有格式" },
        },
      },
      State: { description: "How it is.\n\n**文档未载：** Seen." },
    });
  });

  test("leave data alone, and refuse an erratum that the register lacks", () => {
    const value = { description: "A name.", "x-errata": ["E99"] };
    const examples = { one: { value } };
    const { components } = addNotes({ ...contract, components: { examples } }, titles, "en");
    expect(components?.["examples"]).toEqual(examples);
    const schemas = { Thing: { description: "A thing.", "x-errata": ["E99"] } };
    expect(() => addNotes({ ...contract, components: { schemas } }, titles, "en")).toThrow(
      "spec/errata.yaml has no E99",
    );
  });

  test.each([
    ["Its id.", "Its id."],
    ["Its id.\n\nMore.\n\n**Not on a source page:** Seen.\n\n**Erratum E01:** No form", "Its id.\n\nMore."],
    ["**Erratum E01:** No form", ""],
    ["其ID。\n\n**勘误E01：** 无格式", "其ID。"],
    ["其ID。\n\n**文档未载：** 推断。", "其ID。"],
  ])("are read without the notes where a place has marks of its own: %j", (description, own) => {
    expect(withoutNotes(description)).toBe(own);
  });

  test("link the errata to their page and the places to the ledger", () => {
    const linked = linkNotes(addNotes(contract, titles, "zh-CN"), "test", "zh-CN");
    expect(linked.components?.schemas?.["Thing"]?.properties?.["id"]?.description).toBe(
      "Its id.\n\n**[勘误E01](../errata.html#E01)：** ID没有格式\n\n[来源文档的说法](../ledger/test.html#Thing.id)",
    );
    const [limit] = linked.paths["/things"]?.get?.parameters ?? [];
    expect(limit).toMatchObject({ description: "How many.\n\n**文档未载：** Copied from elsewhere." });
  });

  test("are built only from output that Redocly is known to write", () => {
    expect(() => takeApart("<html></html>")).toThrow('redocly build-docs wrote no <script type="module">');
  });
});

test("a folder with other contents is not replaced", async () => {
  const folder = mkdtempSync(join(tmpdir(), "not-a-site-"));
  writeFileSync(join(folder, "precious.txt"), "");
  await expect(buildSite(folder)).rejects.toThrow("has contents other than this documentation");
});
