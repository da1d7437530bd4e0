import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../../src/cli/contracts.js";
import { bundleContract } from "./bundle.js";
import { addCodeSamples } from "./code-samples.js";
import type { Contract } from "./contract.js";
import { openEnumerations } from "./enumerations.js";
import { addNotes, loadErrataTitles } from "./notes.js";
import { generateOperations } from "./operations.js";
import { addSourcePages, loadSourcePages } from "./source-pages.js";
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
  const titles = await loadErrataTitles(spec);
  const sources = await loadSourcePages(spec, service);
  const publish = (own: Contract, language: Language) =>
    addCodeSamples(
      addSourcePages(addNotes(openEnumerations(own, language), titles, language), sources, language),
    );
  const outputs = new Map([
    ["openapi.json", json(await publish(contract, "en"))],
    ["types.ts", MARK + (await generateTypes(contract))],
    ["operations.ts", MARK + generateOperations(contract, prefix)],
    ["validators.js", MARK + validators.code],
    ["validators.d.ts", MARK + validators.declarations],
  ]);
  const translation = await loadTranslation(spec, service);
  if (translation !== undefined) {
    const chinese = await publish(await translate(contract, translation), "zh-CN");
    outputs.set("openapi.zh-CN.json", json(chinese));
  }
  return new Map([...outputs].map(([name, content]) => [`${service}/${name}`, content]));
}

/** The names of the services and the clouds that offer each: all that must be known before a service is loaded. */
export function generateServices(outputs: ReadonlyMap<string, string>, services: readonly string[]): string {
  const clouds = services.map((service) => {
    const { servers = [] }: Contract = JSON.parse(outputs.get(`${service}/openapi.json`) ?? "{}");
    return [service, servers.flatMap((server) => server["x-cloud"]?.id ?? [])];
  });
  const table = JSON.stringify(Object.fromEntries(clouds), null, 2);
  return `${MARK}\n/** Service to the clouds that offer it. */\nexport const clouds = ${table} as const;\n`;
}

/** The validators of every response that has a body, of all services. */
export function generateResponses(services: readonly string[]): string {
  const imports = services.map((name) => `import { responses as ${name} } from "./${name}/validators.js";`);
  const all = `export const responses = { ${services.join(", ")} };`;
  return `${MARK}${imports.join("\n")}\n\n/** Service to operation to status to validator. */\n${all}\n`;
}

/** How a service is spelt in the names of its types. */
const PREFIXES: Record<string, string> = { starrocks: "StarRocks" };

function json(contract: Contract): string {
  return `${JSON.stringify(contract, null, 2)}\n`;
}
