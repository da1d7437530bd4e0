/** A way into the package. */
export interface Entry {
  /** What a consumer writes, e.g. `backup-records/dcs`. */
  readonly specifier: string;
  /** `module` has exports, `json` a document, `file` is read by another tool. */
  readonly kind: "module" | "json" | "file";
  /** Whether it needs Node's modules, and so runs in no browser. */
  readonly node: boolean;
}

const NAME = "backup-records";

const entry =
  (kind: Entry["kind"], node = false) =>
  (path: string): Entry => ({ specifier: `${NAME}${path}`, kind, node });

/** Every way into the package. The manifest has these and no other: adding one is a promise. */
export const entries: readonly Entry[] = [
  ...["", "/dcs", "/vbs", "/starrocks", "/auth", "/validate", "/audit"].map(entry("module")),
  ...["/node", "/mock", "/lint"].map(entry("module", true)),
  ...["dcs", "vbs", "starrocks"].flatMap((service) =>
    [`/spec/${service}.json`, `/spec/${service}.zh-CN.json`].map(entry("json")),
  ),
  entry("file")("/redocly.yaml"),
  // A document, but no contract: who edits a list of targets names it to the editor.
  entry("json")("/targets.schema.json"),
  entry("json")("/package.json"),
];

export const modules = entries.filter(({ kind }) => kind === "module");
export const documents = entries.filter(({ kind }) => kind === "json");
