import { clouds } from "../../generated/services.js";

/** An entry point of the package. */
export interface Entry {
  /** The import specifier, e.g. `backup-records/dcs`. */
  readonly specifier: string;
  /** `module` has exports, `types` has types alone, `json` is a document, `file` is read by another tool. */
  readonly kind: "module" | "types" | "json" | "file";
  /** Whether it needs Node's modules, so that it cannot run in a browser. */
  readonly node: boolean;
}

const NAME = "backup-records";
const services = Object.keys(clouds);

const entry =
  (kind: Entry["kind"], node = false) =>
  (path: string): Entry => ({ specifier: `${NAME}${path}`, kind, node });

/** Every entry point. The manifest has exactly these: an added one is a promise. */
export const entries: readonly Entry[] = [
  ...["", ...services.map((service) => `/${service}`), "/auth", "/validate", "/audit"].map(entry("module")),
  ...["/node", "/mock", "/lint"].map(entry("module", true)),
  ...services.map((service) => entry("types")(`/${service}/types`)),
  ...services.flatMap((service) =>
    [`/spec/${service}.json`, `/spec/${service}.zh-CN.json`].map(entry("json")),
  ),
  entry("file")("/redocly.yaml"),
  // A document, but not a contract: an editor completes a targets file by it.
  entry("json")("/targets.schema.json"),
  entry("json")("/package.json"),
];

export const modules = entries.filter(({ kind }) => kind === "module");
export const typed = entries.filter(({ kind }) => kind === "module" || kind === "types");
export const documents = entries.filter(({ kind }) => kind === "json");
