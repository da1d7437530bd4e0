import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { bundleContract } from "./bundle.js";
import type { Contract } from "./contract.js";
import { generateOperations } from "./operations.js";
import { loadTranslation, translate } from "./translation.js";
import { generateTypes } from "./types.js";
import { generateValidators } from "./validators.js";

const MARK = "// Generated from the contract by `npm run generate`. Do not edit.\n";

/** The services that have a contract: the folders of `spec` that hold an `openapi.yaml`. */
export async function servicesOf(spec: string): Promise<string[]> {
  const folders = await readdir(spec, { withFileTypes: true });
  return folders
    .filter((folder) => folder.isDirectory() && existsSync(join(spec, folder.name, "openapi.yaml")))
    .map((folder) => folder.name)
    .sort();
}

/** All files that are generated for a service: path below `generated/` to content. */
export async function outputsOf(spec: string, service: string): Promise<Map<string, string>> {
  const contract = await bundleContract(join(spec, service, "openapi.yaml"));
  const prefix = PREFIXES[service] ?? service.charAt(0).toUpperCase() + service.slice(1);
  const validators = generateValidators(contract);
  const outputs = new Map([
    ["openapi.json", json(contract)],
    ["types.ts", MARK + (await generateTypes(contract))],
    ["operations.ts", MARK + generateOperations(contract, prefix)],
    ["validators.js", MARK + validators.code],
    ["validators.d.ts", MARK + validators.declarations],
  ]);
  const translation = await loadTranslation(spec, service);
  if (translation !== undefined) {
    outputs.set("openapi.zh-CN.json", json(await translate(contract, translation)));
  }
  return new Map([...outputs].map(([name, content]) => [`${service}/${name}`, content]));
}

/** How a service is spelt in the names of its types. */
const PREFIXES: Record<string, string> = { starrocks: "StarRocks" };

function json(contract: Contract): string {
  return `${JSON.stringify(contract, null, 2)}\n`;
}
