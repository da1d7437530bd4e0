import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { services } from "../../src/services.js";
import type { Contract } from "../generate/contract.js";
import type { Language } from "./layout.js";

/** A service's bundled contract in each language, as `npm run generate` wrote it. */
export interface ServiceContract {
  readonly service: string;
  readonly en: Contract;
  readonly "zh-CN": Contract;
}

/** The name of a service in a sentence. */
export function serviceName(service: string): string {
  return services.find(({ name }) => name === service)?.title ?? service;
}

/**
 * The contracts of all services, in their order.
 * @throws Error if one has not been generated
 */
export async function loadContracts(generated = "generated"): Promise<ServiceContract[]> {
  return Promise.all(
    services.map(async ({ name: service }) => ({
      service,
      en: await load(`${generated}/${service}/openapi.json`),
      "zh-CN": await load(`${generated}/${service}/openapi.zh-CN.json`),
    })),
  );
}

/** The page of a contract, below the site's root. */
export function contractPath(service: string, language: Language): string {
  return `contracts/${service}${language === "en" ? "" : `.${language}`}.html`;
}

/** The file of a contract to download, below the site's root. */
export function downloadPath(service: string, language: Language): string {
  return `contracts/${service}.openapi${language === "en" ? "" : `.${language}`}.json`;
}

async function load(file: string): Promise<Contract> {
  if (!existsSync(file)) throw new Error(`${file} is missing; run \`npm run generate\``);
  return JSON.parse(await readFile(file, "utf8")) as Contract;
}
