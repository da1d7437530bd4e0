import { ConfigurationError } from "./core/errors.js";
import type { BackupService } from "./records/record.js";
import type { Service } from "./records/service.js";

/** One service of the list below: what help and reasons say of it, and how to load the rest. */
export interface ServiceEntry {
  readonly name: BackupService;
  /** As people write it. */
  readonly title: string;
  /** Why a status can be unknown, if not because the vendor has added one. */
  readonly unknownStatus?: string;
  /** Its OpenAPI document. @default the one that this package ships */
  readonly contract?: object;
  readonly load: () => Promise<Service>;
}

/** The services. A line less is a service less: command line, audit, checks and documentation read this list. */
export const services: readonly ServiceEntry[] = [
  { name: "dcs", title: "DCS", load: async () => (await import("./dcs/service.js")).dcs },
  { name: "vbs", title: "VBS", load: async () => (await import("./vbs/service.js")).vbs },
  {
    name: "starrocks",
    title: "StarRocks",
    unknownStatus: "StarRocks lists its states nowhere (errata E34, E35)",
    load: async () => (await import("./starrocks/service.js")).starrocks,
  },
];

/**
 * The service of that name.
 * @throws ConfigurationError if there is none
 */
export async function loadService(name: string): Promise<Service> {
  const found = services.find((service) => service.name === name);
  if (found) return found.load();
  const names = services.map((service) => service.name).join(", ");
  throw new ConfigurationError(`there is no service ${name}; there are ${names}`);
}

/** The definitions of all services. */
export function loadServices(): Promise<Service[]> {
  return Promise.all(services.map(({ load }) => load()));
}
