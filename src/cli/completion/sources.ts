import { statSync } from "node:fs";
import { Readable } from "node:stream";
import { loadServices } from "../../load-service.js";
import { DEFAULT_FILE } from "../audit/places.js";
import type { Environment } from "../terminal.js";
import type { Candidate } from "./complete.js";
import type { Line } from "./line.js";

/** Values that no option knows by itself. Each is loaded when it is asked for, since a person waits. */
export interface Sources {
  /** Of the services and clouds that the line names, or of all. */
  regions(line: Line): Promise<readonly Candidate[]>;
  /** All that `explain` knows. */
  codes(): Promise<readonly Candidate[]>;
  /** Of the targets in a file; default: targets.yaml. Sends nothing. */
  names(option: NamesOption, file: string | undefined): Promise<readonly Candidate[]>;
}

type NamesOption = "--target" | "--group" | "--label";

export function sourcesOf(env: Environment): Sources {
  return {
    async regions({ operands, given }) {
      const words = new Set([...operands, ...[...given.values()].flat().flatMap((text) => text.split(","))]);
      const all = await loadServices();
      const named = all.filter(({ name }) => words.has(name));
      const places = (named.length > 0 ? named : all).flatMap(({ clouds }) => Object.entries(clouds));
      const chosen = places.filter(([cloud]) => words.has(cloud));
      const clouds = new Map<string, Set<string>>();
      for (const [cloud, { regions }] of chosen.length > 0 ? chosen : places) {
        for (const region of regions) clouds.set(region, (clouds.get(region) ?? new Set()).add(cloud));
      }
      return Array.from(clouds, ([value, of]) => ({ value, about: [...of].join(", ") }));
    },
    async codes() {
      const { loadEntries } = await import("../explain/entries.js");
      const entries = await loadEntries();
      // Of a code that several services have, what the first one says.
      const abouts = new Map(
        entries.map(({ code, meaning }) => [code, meaning.join(" ")] as const).reverse(),
      );
      return Array.from(abouts, ([value, about]) => ({ value, about })).reverse();
    },
    async names(option, file = DEFAULT_FILE) {
      const path = file.replace(/^~(?=\/)/, env["HOME"] ?? "~");
      // A pipe would be read in place of the audit, or for ever.
      if (!statSync(path).isFile()) return [];
      const { readTargetsFile } = await import("../../audit/targets/node.js");
      const { targets } = await readTargetsFile(path, {
        env: withCredentials(env),
        stdin: Readable.from([]),
      });
      const found = targets.flatMap(({ name, service, group, labels }): Candidate[] => {
        if (option === "--target")
          return [{ value: name, about: group === null ? service : `${service}, ${group}` }];
        if (option === "--group") return group === null ? [] : [{ value: group, about: "" }];
        return Object.entries(labels).map(([key, value]) => ({ value: `${key}=${value}`, about: "" }));
      });
      return [...new Map(found.map((one) => [one.value, one])).values()];
    },
  };
}

/** Variables that hold credentials, by the vendors' names and those that accounts usually give them. */
const CREDENTIAL = /TOKEN|(^|_)(AK|SK)$|KEY|SECRET|PASSWORD|USERNAME|DOMAIN_NAME|PROJECT_ID/;

/** An environment that lacks no credentials: names can be read without them. */
function withCredentials(env: Environment): Environment {
  const value = (name: string) => env[name] || (CREDENTIAL.test(name) ? "placeholder" : undefined);
  return new Proxy(env, { get: (_, name) => (typeof name === "string" ? value(name) : undefined) });
}
