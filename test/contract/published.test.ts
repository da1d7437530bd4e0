import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Contract, operationsOf } from "../../scripts/generate/contract.js";
import type { SourcePage } from "../../scripts/generate/source-pages.js";
import { loadContract } from "../../src/cli/contracts.js";
import { noteWords } from "../../src/cli/notes.js";
import { services } from "../../src/services.js";

const languages = ["en", "zh-CN"] as const;
const titles: Readonly<Record<string, string>> = parse(readFileSync("spec/errata.zh-CN.yaml", "utf8"));
const errata: readonly { readonly id: string; readonly title: string }[] = parse(
  readFileSync("spec/errata.yaml", "utf8"),
);
const sources: readonly SourcePage[] = parse(readFileSync("spec/sources.yaml", "utf8"));

test("every source page has an address and a day", () => {
  const isComplete = ({ address, read }: SourcePage) =>
    URL.canParse(address) && address.startsWith("https://") && /^\d{4}-\d\d-\d\d$/.test(read);
  expect(sources.filter((source) => !isComplete(source))).toEqual([]);
});

test("every Chinese title is that of an erratum", () => {
  const known = errata.map(({ id }) => id);
  expect(Object.keys(titles).filter((id) => !known.includes(id))).toEqual([]);
});

describe.each(services.flatMap(({ name }) => languages.map((language) => ({ name, language }))))(
  "the published contract of $name in $language",
  ({ name, language }) => {
    const words = noteWords[language];

    test("shows each mark and each erratum in a description", async () => {
      const contract = await loadContract(name, language);
      const missing: string[] = [];
      const look = (value: unknown, way: string, around: string) => {
        if (typeof value !== "object" || value === null) return;
        const { description = "", "x-errata": ids = [], "x-beyond-documents": beyond } = Object(value);
        const shown = `${description}\n${around}`;
        const titled = (id: string) =>
          language === "en" ? errata.find((one) => one.id === id)?.title : titles[id];
        const wanted = [
          ...ids.map((id: string) => `${words.erratum(id)}** ${titled(id)}`),
          ...(beyond === undefined ? [] : [words.beyond, beyond.trim()]),
        ];
        for (const text of wanted) if (!shown.includes(text)) missing.push(`${way}: ${text}`);
        for (const [key, child] of Object.entries(value)) {
          // The description of a parameter stands for that of its schema.
          if (key !== "value") look(child, `${way}/${key}`, key === "schema" ? description : "");
        }
      };
      look(contract, "", "");
      expect(missing).toEqual([]);
    });

    test("links each of its source pages, with the day on which it was read", async () => {
      const { info } = (await loadContract(name, language)) as Contract;
      const own = sources.filter(({ id }) => id.startsWith(`${name}-`));
      const missing = own.filter(
        ({ title, address, read }) => !info.description?.includes(`[${title}](${address}) (${read})`),
      );
      expect(own).not.toEqual([]);
      expect(missing).toEqual([]);
    });

    test("has a program of this client for each operation", async () => {
      const contract = (await loadContract(name, language)) as Contract;
      const without = operationsOf(contract).filter(
        ({ operation }) => !JSON.stringify(operation).includes('from \\"backup-records\\"'),
      );
      // Write docs/site/samples/<operationId>.ts.
      expect(without.map(({ operation }) => operation.operationId)).toEqual([]);
    });
  },
);
