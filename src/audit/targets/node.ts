import { dirname, join, resolve } from "node:path";
import type { DiscoveryContent } from "../../../generated/audit/targets-types.js";
import { ConfigurationError } from "../../core/errors.js";
import { checkOptions } from "../../core/options.js";
import { loadServices } from "../../load-service.js";
import { readTextFile } from "../../node/text-file.js";
import type { Service } from "../../records/service.js";
import { findAccountCredentials } from "../account-clients.js";
import { parseTargets, type ResolveOptions, resolveTargets, type TargetsFile } from "./read.js";
import { readTargetsText } from "./text.js";

/** What a targets file is read with in Node. */
export interface ReadTargetsFileOptions {
  /** The variables to read, by name. @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Read to its end, but only if the file is `-`, or takes ids from standard input. @default process.stdin */
  readonly stdin?: AsyncIterable<string | Uint8Array> | undefined;
  /** Told why credentials of one cloud are used, if those of two are set and the file does not name the cloud. */
  readonly onNote?: ((note: string) => void) | undefined;
}

/** Maximum size of a list of ids, in a file or on standard input: a million of 64 characters. */
const MAX_IDS_BYTES = 64 * 2 ** 20;

/**
 * Reads a targets file and the files of ids that it names, their paths relative to it, and checks that every
 * account that is used has its credentials. Each may be a regular file or a pipe; `-` is standard input. Needs Node.
 * @throws TargetsFileError with every mistake in it
 * @throws ConfigurationError if the file itself, or standard input, cannot be read, or there is no such option
 */
export async function readTargetsFile(
  path: string,
  options: ReadTargetsFileOptions = {},
): Promise<TargetsFile> {
  const known = { env: "object", stdin: "object", onNote: "function" } as const;
  checkOptions(options, known, "readTargetsFile option", (problem) => new ConfigurationError(problem));
  const { env = process.env, stdin = process.stdin, onNote } = options;
  const isStdin = path === "-";
  const text = isStdin ? await readAll(stdin) : readTargetsText(path, "a targets file");
  const parsed = parseTargets(text, isStdin ? "standard input" : path);
  const services = await loadServices();
  return resolveTargets(parsed, {
    env,
    services,
    readIds(ids) {
      const place = resolve(dirname(path), ids);
      const read = readTextFile(place, MAX_IDS_BYTES);
      if ("text" in read) return { name: place === resolve(ids) ? ids : join(dirname(path), ids), ...read };
      return { ...read, hint: read.missing ? "its path is relative to this file" : undefined };
    },
    stdin: parsed.wantsStdin && !isStdin ? await readAll(stdin) : undefined,
    findCredentials: credentialsIn(env, services, onNote),
  });
}

/**
 * The discoveries of places that no file names, with the credentials of the environment.
 * @throws TargetsFileError with every mistake in them; it names no place in a file
 */
export async function readPlaces(
  discover: readonly DiscoveryContent[],
  { env, onNote }: Pick<ResolveOptions, "env"> & Pick<ReadTargetsFileOptions, "onNote">,
): Promise<TargetsFile> {
  const services = await loadServices();
  return resolveTargets(parseTargets(JSON.stringify({ discover }), "the options"), {
    env,
    services,
    readIds: () => ({ problem: "cannot be read here" }),
    findCredentials: credentialsIn(env, services, onNote),
  });
}

function credentialsIn(
  env: ResolveOptions["env"],
  services: readonly Service[],
  onNote: ReadTargetsFileOptions["onNote"],
): ResolveOptions["findCredentials"] {
  const byName = new Map(services.map((service) => [service.name, service]));
  return (need) => {
    const service = byName.get(need.service);
    if (service === undefined) throw new Error(`${need.service} is a service`);
    const found = findAccountCredentials(need, service, env);
    const { auth, note } = found;
    if (note !== undefined) onNote?.(note);
    return {
      ...found,
      findsProject: auth.findProjectId !== undefined,
      needsRegion: auth.requires?.includes("region"),
    };
  };
}

async function readAll(stream: AsyncIterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > MAX_IDS_BYTES) {
      const limit = `${MAX_IDS_BYTES / 2 ** 20} MiB, the maximum`;
      throw new ConfigurationError(`standard input is larger than ${limit}`);
    }
  }
  return text + decoder.decode();
}
