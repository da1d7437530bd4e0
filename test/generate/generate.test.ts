import { execFile } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { bundleContract } from "../../scripts/generate/bundle.js";
import type { Contract } from "../../scripts/generate/contract.js";
import { outputsOf, servicesOf } from "../../scripts/generate/outputs.js";
import { wholeRound } from "../support/round.js";

const run = promisify(execFile);

const bundles = new Map<string, Promise<Contract>>();
/** The hand-written contract of a service in one piece, bundled once. */
function bundleOf(service: string): Promise<Contract> {
  const bundle = bundles.get(service) ?? bundleContract(`spec/${service}/openapi.yaml`);
  bundles.set(service, bundle);
  return bundle;
}

const folders: string[] = [];

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "generate-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function check(out: string): Promise<{ code: number; stderr: string }> {
  const command = ["--import", "tsx", "scripts/generate.ts", "--check", "--out", out];
  try {
    const { stderr } = await run(process.execPath, command);
    return { code: 0, stderr };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, stderr };
  }
}

describe("npm run generate -- --check", () => {
  // The other tests hold each file to the same bytes.
  test.skipIf(!wholeRound)("finds the committed files up to date", async () => {
    expect(await check("generated")).toMatchObject({ code: 0 });
  });

  test.skipIf(!wholeRound)(
    "names every file that is stale, missing or left over, and the command that mends it",
    async () => {
      const out = join(temporaryFolder(), "generated");
      cpSync("generated", out, { recursive: true });
      appendFileSync(join(out, "dcs/types.ts"), "\n");
      appendFileSync(join(out, "vbs/openapi.json"), " ");
      rmSync(join(out, "starrocks/operations.ts"));
      writeFileSync(join(out, "dcs/forgotten.ts"), "");
      const { code, stderr } = await check(out);
      expect(code).toBe(1);
      expect(stderr).toContain(`stale: ${out}/dcs/types.ts\n`);
      expect(stderr).toContain(`stale: ${out}/vbs/openapi.json\n`);
      expect(stderr).toContain(`stale: ${out}/starrocks/operations.ts\n`);
      expect(stderr).toContain(`left over: ${out}/dcs/forgotten.ts\n`);
      expect(stderr).toContain("npm run generate");
      expect(stderr.split("\n").filter((line) => /^(stale|left over):/.test(line))).toHaveLength(4);
    },
  );
});

describe("generation", () => {
  test("knows the services by their contracts", async () => {
    expect(await servicesOf("spec")).toEqual(["cbr", "dcs", "starrocks", "vbs"]);
  });

  test("gives the same bytes wherever the contract lies", async () => {
    const spec = join(temporaryFolder(), "elsewhere");
    cpSync("spec", spec, { recursive: true });
    for (const [at, service] of (await servicesOf("spec")).entries()) {
      const here = await outputsOf("spec", service);
      if (wholeRound || at === 0) expect(await outputsOf(spec, service)).toEqual(here);
      for (const [name, content] of here) expect(readFileSync(join("generated", name), "utf8")).toBe(content);
    }
  }, 60_000);

  test("makes a method, its types and its row of an operation that is added to a contract", async () => {
    const spec = join(temporaryFolder(), "spec");
    cpSync("spec", spec, { recursive: true });
    const file = join(spec, "vbs/openapi.yaml");
    const contract = parse(readFileSync(file, "utf8"));
    contract.paths["/v2/{project_id}/policies/{policy_id}"] = {
      get: {
        operationId: "ShowPolicy",
        summary: "One policy",
        parameters: [
          { name: "project_id", in: "path", required: true, schema: { type: "string" } },
          {
            name: "policy_id",
            in: "path",
            required: true,
            description: "Which one.",
            schema: { type: "string" },
          },
        ],
        "x-signing": { service: "vbs" },
        responses: {
          200: {
            description: "The policy",
            content: { "application/json": { schema: { $ref: "./components/schemas/VbsBackupTask.yaml" } } },
          },
        },
      },
    };
    writeFileSync(file, stringify(contract));
    const outputs = await outputsOf(spec, "vbs");
    const operations = outputs.get("vbs/operations.ts") ?? "";
    expect(operations).toMatch(
      /export interface ShowPolicyParams \{\s+\/\*\*\s+\* Which one\.\s+\*\/\s+policy_id: string;\s+\}/,
    );
    expect(operations).toContain("showPolicy: { params: ShowPolicyParams; body: VbsBackupTask };");
    expect(operations).toContain('"path": "/v2/{project_id}/policies/{policy_id}"');
    expect(outputs.get("vbs/validators.js")).toMatch(/ShowPolicy: VbsBackupTask\b/);
  });

  test("opens named enumerations, widens int64 and lets no default make a field required", () => {
    const types = readFileSync("generated/dcs/types.ts", "utf8");
    expect(types).toContain('export type DcsBackupType = "manual" | "auto" | (string & {});');
    expect(types).toContain("size: number | bigint;");
    expect(types).toContain("start?: ");
    expect(readFileSync("generated/vbs/operations.ts", "utf8")).toContain(
      'sort_dir?: "asc" | "desc" | undefined;',
    );
  });

  test("declares each schema by its name, with the contract's text as its own", () => {
    const types = readFileSync("generated/dcs/types.ts", "utf8");
    expect(types).toMatch(
      /\/\*\*\n \* One backup of a cache instance\.\n[^{]*\*\/\nexport interface DcsBackupRecord \{/,
    );
    expect(types).toContain("\n    backup_record_response: DcsBackupRecord[];\n");
    expect(types).toContain("\n        DcsBackupRecord: DcsBackupRecord;\n");
    expect(types).not.toMatch(/components\["schemas"\]|@description|@enum/);
  });

  test("closes the enumerations of requests, in the types and in the table", () => {
    const operations = readFileSync("generated/vbs/operations.ts", "utf8");
    expect(operations).toMatch(/\n {2}status\?: "RUNNING" \| [A-Z_"| ]+ \| undefined;/);
    expect(operations).toMatch(/"name": "status",[^}]*"values": \[\s+"RUNNING"/);
  });

  test.each([
    ["openapi.json", ["documented value", "any other value"]],
    ["openapi.zh-CN.json", ["文档中列出的值", "其他任意值"]],
  ])("publishes in %s enumerations that accept a value of tomorrow", async (file, titles) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const service of await servicesOf("spec")) {
      const contract: Contract = JSON.parse(readFileSync(`generated/${service}/${file}`, "utf8"));
      const written = await bundleOf(service);
      ajv.addSchema(contract, service);
      const named = Object.entries(written.components?.schemas ?? {}).filter(
        ([, { enum: values }]) => values,
      );
      expect(named.length).toBeGreaterThan(3);
      for (const [name, { enum: values }] of named) {
        const published = contract.components?.schemas?.[name];
        expect(published?.anyOf?.map(({ title }) => title)).toEqual(titles);
        expect(published?.anyOf?.[0]).toMatchObject({ enum: values });
        expect(ajv.validate(`${service}#/components/schemas/${name}`, "a value of tomorrow")).toBe(true);
        expect(ajv.validate(`${service}#/components/schemas/${name}`, 1)).toBe(false);
      }
    }
  });

  test("publishes a code that may be any other as one that refers to its open enumeration", () => {
    const { components }: Contract = JSON.parse(readFileSync("generated/dcs/openapi.json", "utf8"));
    const code = components?.schemas?.["DcsFlatErrorBody"]?.properties?.["error_code"];
    expect(code).toMatchObject({ $ref: "#/components/schemas/DcsApiErrorCode", examples: ["DCS.3022"] });
    expect(code).not.toHaveProperty("anyOf");
  });

  test("publishes a parameter of a named enumeration with its documented values alone", () => {
    const { components }: Contract = JSON.parse(readFileSync("generated/vbs/openapi.json", "utf8"));
    expect(components?.parameters?.["Status"]?.schema).toMatchObject({
      type: "string",
      enum: ["RUNNING", "EXECUTE_TIMEOUT", "WAITING", "EXECUTE_FAIL", "EXECUTE_SUCCESS", "SKIP"],
    });
  });
});
