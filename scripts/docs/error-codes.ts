import { loadEntries } from "../../src/cli/explain/entries.js";
import type { Entry } from "../../src/cli/explain/entry.js";
import { withoutNotes } from "../../src/cli/notes.js";
import type { Schema } from "../generate/contract.js";
import { documentedValues } from "../generate/enumerations.js";
import type { ServiceContract } from "./contracts.js";

/** A code, as the site shows it. */
export interface ErrorCode {
  /** Also its anchor. */
  readonly code: string;
  readonly meaning: string;
  readonly chinese: string;
  readonly cause: string;
  readonly remedy: string;
}

/** The codes that one schema lists. */
export interface ErrorCodeGroup {
  readonly schema: string;
  readonly description: string;
  /** Why the contract lists them although no source page does; undefined if one does. */
  readonly beyond: string | undefined;
  /** The services that respond with them. */
  readonly services: readonly string[];
  readonly codes: readonly ErrorCode[];
}

/** Everything that `explain` knows: the pages and the command say the same. */
export const explanations: readonly Entry[] = await loadEntries();

/**
 * Returns the error codes of all contracts: every enumeration whose name ends in `ErrorCode`. An enumeration that
 * services share is listed once, and so is a code that one service uses in answers and in records.
 * @throws Error if two services have one code in enumerations of their own, because both would have the same anchor
 * @throws Error if `explain` does not know a code
 */
export function errorCodeGroups(contracts: readonly ServiceContract[]): ErrorCodeGroup[] {
  const groups = new Map<string, ErrorCodeGroup>();
  for (const { service, en, "zh-CN": zh } of contracts) {
    for (const [name, schema] of Object.entries(en.components?.schemas ?? {})) {
      if (!name.endsWith("ErrorCode")) continue;
      const known = groups.get(name);
      const group = known ?? readGroup(name, schema, zh.components?.schemas?.[name] ?? {});
      groups.set(name, { ...group, services: [...(known?.services ?? []), service] });
    }
  }
  const known = new Map<string, readonly string[]>();
  return [...groups.values()].map((group) => ({
    ...group,
    codes: group.codes.filter(({ code }) => {
      const before = known.get(code);
      known.set(code, group.services);
      if (before !== undefined && !before.some((service) => group.services.includes(service)))
        throw new Error(`two services have the error code ${code}`);
      return before === undefined;
    }),
  }));
}

function readGroup(name: string, schema: Schema, chinese: Schema): ErrorCodeGroup {
  const values = documentedValues(schema);
  const meanings = meaningsOf(values);
  const chineseMeanings = meaningsOf(documentedValues(chinese));
  return {
    schema: name,
    description: withoutNotes(schema.description ?? ""),
    beyond: schema["x-beyond-documents"] as string | undefined,
    services: [],
    codes: (values?.enum ?? []).map(String).map((code) => {
      const explanation = explanations.find((entry) => entry.code === code);
      if (explanation === undefined) throw new Error(`\`explain\` does not know ${code} of ${name}`);
      const { cause, remedy } = explanation;
      return { code, meaning: meanings[code] ?? "", chinese: chineseMeanings[code] ?? "", cause, remedy };
    }),
  };
}

function meaningsOf(values: Schema | undefined): Record<string, string> {
  return (values?.["x-enumDescriptions"] ?? {}) as Record<string, string>;
}
