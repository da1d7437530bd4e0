import { clouds } from "../generated/services.js";
import type { BackupService } from "./records/record.js";
import type { Cloud, Service } from "./records/service.js";

/** One service of the list below: what must be known of it at once, and how to load the rest. */
export interface ServiceEntry {
  readonly name: BackupService;
  /** As people write it. */
  readonly title: string;
  /** The clouds that offer it. */
  readonly clouds: readonly Cloud[];
  /** Why a status can be unknown, if not because the vendor has added one. */
  readonly unknownStatus?: string;
  /** Its OpenAPI document. @default the one that this package ships */
  readonly contract?: object;
  readonly load: () => Promise<Service>;
}

/** The services. A line less is a service less: command line, audit, checks and documentation read this list. */
export const services: readonly ServiceEntry[] = [
  { name: "dcs", title: "DCS", clouds: clouds.dcs, load: async () => (await import("./dcs/service.js")).dcs },
  { name: "vbs", title: "VBS", clouds: clouds.vbs, load: async () => (await import("./vbs/service.js")).vbs },
  {
    name: "starrocks",
    title: "StarRocks",
    clouds: clouds.starrocks,
    unknownStatus: "StarRocks lists its states nowhere (errata E34, E35)",
    load: async () => (await import("./starrocks/service.js")).starrocks,
  },
  { name: "cbr", title: "CBR", clouds: clouds.cbr, load: async () => (await import("./cbr/service.js")).cbr },
];
