import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sampleOf, wholeRound } from "../support/round.js";
import { type BundledContract, bundledContracts, readContract } from "./readers/contracts.js";
import { compilerFindings, generateClient } from "./readers/generator.js";
import { metaSchemaFindings } from "./readers/meta-schema.js";
import { spectralFindings } from "./readers/spectral.js";

// Linting takes a process of its own and compiling a whole program; a busy machine takes its time over both.
vi.setConfig({ testTimeout: 60_000 });

const contracts = bundledContracts();
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "backup-records-readers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The VBS contract with one thing broken. */
function broken(damage: (contract: BundledContract) => void): BundledContract {
  const { document } = readContract("vbs/openapi.json");
  damage(document);
  return document;
}

it("there is a contract of each service to read", () => {
  expect(contracts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["dcs/openapi.json", "starrocks/openapi.json", "vbs/openapi.json"]),
  );
});

describe("the OpenAPI 3.1 meta-schema", () => {
  it.each(sampleOf(contracts, 3))("accepts $name", async ({ document }) => {
    expect(await metaSchemaFindings(document)).toEqual([]);
  });

  it("refuses a parameter in a place that OpenAPI does not have", async () => {
    const document = broken(({ components }) => {
      Object.assign(components, { parameters: { Limit: { name: "limit", in: "body", schema: {} } } });
    });
    expect((await metaSchemaFindings(document)).join("\n")).toContain("/components/parameters/Limit");
  });
});

describe("Spectral", () => {
  it.skipIf(!wholeRound)(
    "accepts every contract, and refuses an example that breaks its schema",
    async () => {
      const bad = join(folder, "spectral.json");
      const document = broken(({ components }) => {
        components.examples["vbs-otc-en"] = { value: { count: "two", tasks: [] } };
      });
      writeFileSync(bad, JSON.stringify(document));

      const findings = await spectralFindings([...contracts.map(({ file }) => file), bad]);

      for (const { name, file } of contracts) {
        // The order of a translation is that of the English names.
        const ordered = name.includes("zh-CN") ? /openapi-tags-alphabetical/ : /^$/;
        expect(
          findings.get(file)?.filter((finding) => !ordered.test(finding)),
          name,
        ).toEqual([]);
      }
      expect(findings.get(bad)).toEqual([expect.stringContaining("oas3-valid-media-example")]);
    },
  );
});

describe("a second code generator", () => {
  it.skipIf(!wholeRound)(
    "makes clients that compile, fit every example, and know every operation",
    async () => {
      const folders: string[] = [];
      for (const { name, document } of contracts) {
        const output = join(folder, name);
        await generateClient(document, output);
        folders.push(output);
      }
      expect(compilerFindings(folder, folders)).toEqual([]);
    },
  );

  it.skipIf(!wholeRound)(
    "makes a client that does not compile where an example contradicts its schema",
    async () => {
      const output = join(folder, "mistyped");
      const document = broken(({ components }) => {
        components.examples["vbs-otc-en"] = { value: { count: "two", tasks: [] } };
      });
      await generateClient(document, output);
      expect(compilerFindings(folder, [output])).toEqual([expect.stringMatching(/^mistyped\/use\.ts: /)]);
    },
  );

  it("refuses a reference that leads nowhere", async () => {
    const document = broken(({ components }) => {
      components["schemas"] = {};
    });
    await expect(generateClient(document, join(folder, "dangling"))).rejects.toMatchObject({
      originalError: { error: { code: "EMISSINGPOINTER" } },
    });
  });
});
