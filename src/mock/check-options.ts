import { ConfigurationError } from "../core/errors.js";
import type { BackupService } from "../records/record.js";
import type { MockOptions } from "./options.js";

/** Every service, in the order in which ports are given out. */
export const SERVICES: readonly BackupService[] = ["dcs", "vbs", "starrocks"];

/**
 * Refuses options that cannot work.
 * @throws ConfigurationError that names the option
 */
export function checkOptions(options: MockOptions, services: readonly string[]): void {
  const { port = 0, prefixes = false } = options;
  const known: readonly string[] = SERVICES;
  const stranger = services.find((service) => !known.includes(service));
  if (stranger !== undefined || services.length === 0) {
    const found = stranger === undefined ? "none" : JSON.stringify(stranger);
    throw new ConfigurationError(`services must be some of ${SERVICES.join(", ")}, not ${found}`);
  }
  checkOneOf("mode", options.mode ?? "examples", ["examples", "simulate"]);
  checkOneOf("auth", options.auth ?? "off", ["off", "verify"]);
  const last = port === 0 || prefixes ? port : port + services.length - 1;
  if (!(Number.isInteger(port) && port >= 0 && last <= 65_535)) {
    const more = last > port ? `, and there must be ${services.length} from it on` : "";
    throw new ConfigurationError(`port must be an integer from 0 to 65535, not ${port}${more}`);
  }
  checkCount("records", options.records ?? 0, 0, 1_000_000);
  checkCount("maxPageSize", options.maxPageSize ?? 1, 1, Number.MAX_SAFE_INTEGER);
  checkCount("seed", options.seed ?? 0, 0, 2 ** 32 - 1);
  checkCount("tokenLifetimeMs", options.tokenLifetimeMs ?? 1, 1, Number.MAX_SAFE_INTEGER);
}

function checkOneOf(name: string, value: string, values: readonly string[]): void {
  if (values.includes(value)) return;
  throw new ConfigurationError(`${name} must be ${values.join(" or ")}, not ${JSON.stringify(value)}`);
}

function checkCount(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new ConfigurationError(`${name} must be an integer from ${least} to ${most}, not ${value}`);
}
