import { createRequire } from "node:module";
import { resolvePointer } from "../core/pointer.js";
import type { BackupService } from "../records/record.js";
import { services } from "../services.js";

/** A bundled OpenAPI document. */
export type Contract = object;

/** The languages of the contracts. */
export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

/** All services, in the order in which they are shown. */
export const services: readonly BackupService[] = ["dcs", "vbs", "starrocks"];

/** Reads a service's contract from the package's own entry point, so that there is one copy of it. */
export async function loadContract(service: BackupService, language: Language = "en"): Promise<Contract> {
  const file = language === "en" ? service : `${service}.${language}`;
  return createRequire(import.meta.url)(`backup-records/spec/${file}.json`);
}

/** Names of the fields of a service's records, in the contract's order: those of its first listing. */
export async function recordFields(service: BackupService): Promise<string[]> {
  const contract = await loadContract(service);
  const read = (value: unknown, pointer: string) => dereference(contract, resolvePointer(value, pointer));
  const operations = Object.values(Object(resolvePointer(contract, "/paths"))).flatMap((path) =>
    Object.values(Object(path)),
  );
  const listing = operations.find((operation) => resolvePointer(operation, "/x-paging") !== undefined);
  const list = `/properties${resolvePointer(listing, "/x-paging/items")}`;
  const body = read(read(listing, "/responses/200"), "/content/application~1json/schema");
  // A service that reports errors with status 200 has several bodies.
  const bodies = [body, ...Object.values(Object(resolvePointer(body, "/anyOf")))];
  const items = bodies.map((one) => read(dereference(contract, one), list)).find((one) => one !== undefined);
  return Object.keys(Object(resolvePointer(read(items, "/items"), "/properties")));
}

/** Follows a `$ref` within its document. */
export function dereference(contract: Contract, value: unknown): unknown {
  const reference = resolvePointer(value, "/$ref");
  return typeof reference === "string" ? resolvePointer(contract, reference.slice(1)) : value;
}
