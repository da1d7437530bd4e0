import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { Problem } from "../problem.js";
import { runRedoclyOn } from "../redocly.js";
import { isObject, type JsonObject } from "./json.js";

/**
 * Reads a contract from a JSON or YAML file, with the files that it refers to drawn into it, and with what it refers
 * to over http only if `remoteRefs`.
 * @throws Problem if the file is missing or is no OpenAPI document
 */
export async function readContract(file: string, remoteRefs = false): Promise<JsonObject> {
  await access(file).catch(() => {
    throw new Problem(`${file}: no such file`);
  });
  const contract: unknown = JSON.parse(
    await runRedoclyOn(
      { "redocly.yaml": "telemetry: off\n" },
      ["bundle", resolve(file), "--ext=json"],
      `${file} cannot be read as a contract`,
      { remoteRefs },
    ),
  );
  if (isObject(contract)) return contract;
  throw new Problem(`${file} is no OpenAPI document`);
}

/** One entry of `changes` in the JSON report of `redocly diff` (report version 1). */
export interface ReportedChange {
  /** Redocly's name for the kind of object, e.g. `Schema`. */
  readonly typeName: string;
  readonly kind: "added" | "removed" | "modified";
  readonly impact: "major" | "minor" | "patch";
  readonly verdicts: readonly {
    readonly ruleId: string;
    readonly impact: ReportedChange["impact"];
    readonly message: string;
  }[];
  /** The key that differs, where `kind` is `modified`; `key` where it is the object's own name. */
  readonly property?: string;
  /** The definition in each version, as a URI fragment; without `value` where that version has none. */
  readonly base?: { readonly pointer: string; readonly value?: unknown };
  readonly revision?: { readonly pointer: string; readonly value?: unknown };
}

/** Compares two bundled contracts; rated by the differ's own rules alone. */
export type Differ = (before: JsonObject, after: JsonObject) => Promise<readonly ReportedChange[]>;

/**
 * `redocly diff` as a subprocess, about a third of a second a run. It takes the rules of `diff-recommended`:
 * without a ruleset it finds even a removed operation harmless.
 * @throws Problem if Redocly is missing or refuses a contract
 */
export async function redoclyDiff(
  before: JsonObject,
  after: JsonObject,
  script?: string,
): Promise<readonly ReportedChange[]> {
  const report: unknown = JSON.parse(
    await runRedoclyOn(
      {
        "redocly.yaml": "extends: [diff-recommended]\ntelemetry: off\n",
        "before.json": JSON.stringify(before),
        "after.json": JSON.stringify(after),
      },
      ["diff", "before.json", "after.json", "--format=json", "--fail-on=none"],
      "the contracts cannot be compared",
      { script },
    ),
  );
  if (!isReport(report)) {
    throw new Problem("this version of redocly diff reports in an unknown form: use 2.77.0");
  }
  return report.changes;
}

function isReport(report: unknown): report is { readonly changes: readonly ReportedChange[] } {
  return isObject(report) && report["reportVersion"] === "1" && Array.isArray(report["changes"]);
}
