import { createRequire } from "node:module";
import { resolvePointer } from "../core/pointer.js";
import type { BackupService } from "../records/record.js";
import { services } from "../services.js";

/** A bundled OpenAPI document. */
export type Contract = object;

/** The languages that the contracts are written in. */
export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

/** A service's contract: its own, or the one that this package ships. */
export async function loadContract(name: BackupService, language: Language = "en"): Promise<Contract> {
  const service = services.find((one) => one.name === name);
  if (service?.contract) return service.contract;
  const file = language === "en" ? name : `${name}.${language}`;
  return createRequire(import.meta.url)(`backup-records/spec/${file}.json`);
}

/** The schema of a backup (`x-record`): its name, and its properties by name in the contract's order. */
export function backupSchema(contract: Contract): { name: string; properties: Record<string, unknown> } {
  const schemas: Record<string, unknown> = Object(resolvePointer(contract, "/components/schemas"));
  const [name = ""] =
    Object.entries(schemas).find(([, schema]) => resolvePointer(schema, "/x-record") === "backup") ?? [];
  return { name, properties: Object(resolvePointer(schemas[name], "/properties")) };
}

/** Names of the fields of a service's backup, in the contract's order. */
export async function recordFields(service: BackupService): Promise<string[]> {
  return Object.keys(backupSchema(await loadContract(service)).properties);
}

/** Follows a `$ref` within its document. */
export function dereference(contract: Contract, value: unknown): unknown {
  const reference = resolvePointer(value, "/$ref");
  return typeof reference === "string" ? resolvePointer(contract, reference.slice(1)) : value;
}
