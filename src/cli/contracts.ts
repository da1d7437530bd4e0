import { createRequire } from "node:module";
import { resolvePointer } from "../core/pointer.js";
import type { BackupService } from "../records/record.js";

/** A bundled OpenAPI document. */
export type Contract = object;

/** The languages that the contracts are written in. */
export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

/** All services, in the order in which they are shown. */
export const services: readonly BackupService[] = ["dcs", "vbs", "starrocks"];

/** Reads a service's contract from the package itself, which carries it once for everyone. */
export async function loadContract(service: BackupService, language: Language = "en"): Promise<Contract> {
  const file = language === "en" ? service : `${service}.${language}`;
  return createRequire(import.meta.url)(`backup-records/spec/${file}.json`);
}

const records: Readonly<Record<BackupService, string>> = {
  dcs: "DcsBackupRecord",
  vbs: "VbsBackupTask",
  starrocks: "StarRocksBackup",
};

/** Names of the fields that a service's record has, in the contract's order. */
export async function recordFields(service: BackupService): Promise<string[]> {
  const properties = resolvePointer(
    await loadContract(service),
    `/components/schemas/${records[service]}/properties`,
  );
  return Object.keys(Object(properties));
}

/** Follows a `$ref` within its document. */
export function dereference(contract: Contract, value: unknown): unknown {
  const reference = resolvePointer(value, "/$ref");
  return typeof reference === "string" ? resolvePointer(contract, reference.slice(1)) : value;
}
