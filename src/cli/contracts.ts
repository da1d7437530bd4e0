import { resolvePointer } from "../core/pointer.js";
import type { BackupService } from "../records/record.js";

/** A bundled OpenAPI document. */
export type Contract = object;

/** The languages that the contracts are written in. */
export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

type Loader = () => Promise<{ readonly default: Contract }>;

const loaders: Readonly<Record<BackupService, Readonly<Record<Language, Loader>>>> = {
  dcs: {
    en: () => import("../../generated/dcs/openapi.json", { with: { type: "json" } }),
    "zh-CN": () => import("../../generated/dcs/openapi.zh-CN.json", { with: { type: "json" } }),
  },
  vbs: {
    en: () => import("../../generated/vbs/openapi.json", { with: { type: "json" } }),
    "zh-CN": () => import("../../generated/vbs/openapi.zh-CN.json", { with: { type: "json" } }),
  },
  starrocks: {
    en: () => import("../../generated/starrocks/openapi.json", { with: { type: "json" } }),
    "zh-CN": () => import("../../generated/starrocks/openapi.zh-CN.json", { with: { type: "json" } }),
  },
};

/** All services, in the order in which they are shown. */
export const services: readonly BackupService[] = ["dcs", "vbs", "starrocks"];

/** Loads a service's contract; nothing is loaded before. */
export async function loadContract(service: BackupService, language: Language = "en"): Promise<Contract> {
  return (await loaders[service][language]()).default;
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
