import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Contract } from "../generate/contract.js";
import type { Language } from "./layout.js";

/** A service's bundled contract in each language, as `npm run generate` wrote it. */
export interface ServiceContract {
  readonly service: string;
  readonly en: Contract;
  readonly "zh-CN": Contract;
}

/** The services in the order of the site. */
export const SERVICES = ["dcs", "vbs", "starrocks"] as const;

/** The name of a service in a sentence. */
export function serviceName(service: string): string {
  return service === "starrocks" ? "StarRocks" : service.toUpperCase();
}

/** @throws Error if a contract has not been generated */
export async function loadContracts(generated = "generated"): Promise<ServiceContract[]> {
  return Promise.all(
    SERVICES.map(async (service) => ({
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
