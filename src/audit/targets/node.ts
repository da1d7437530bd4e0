import { dirname, join, resolve } from "node:path";
import { ConfigurationError } from "../../core/errors.js";
import { checkOptions } from "../../core/options.js";
import { loadServices } from "../../load-service.js";
import { findCredentials } from "../../node/find-credentials.js";
import { readTextFile } from "../../node/text-file.js";
import { accountEnvironment } from "./accounts.js";
import { parseTargets, type ResolveOptions, resolveTargets, type TargetsFile } from "./read.js";

/** What a targets file is read with in Node. */
export interface ReadTargetsFileOptions {
  /** @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Read to its end, but only if the file takes ids from standard input. @default process.stdin */
  readonly stdin?: AsyncIterable<string | Uint8Array> | undefined;
}

/** Maximum size of a targets file: 160,000 targets that are each written out. */
const MAX_FILE_BYTES = 16 * 2 ** 20;

/** Maximum size of a list of ids, in a file or on standard input: a million of 64 characters. */
const MAX_IDS_BYTES = 64 * 2 ** 20;

/**
 * Reads a targets file and the files of ids that it names, their paths relative to it, and checks that every
 * account that is used has its credentials. Each may be a regular file or a pipe. Needs Node.
 * @throws TargetsFileError with every mistake in it
 * @throws ConfigurationError if the file itself, or standard input, cannot be read, or there is no such option
 */
export async function readTargetsFile(
  path: string,
  options: ReadTargetsFileOptions = {},
): Promise<TargetsFile> {
  const known = { env: "object", stdin: "object" } as const;
  checkOptions(options, known, "readTargetsFile option", (problem) => new ConfigurationError(problem));
  const { env = process.env, stdin = process.stdin } = options;
  const file = readTextFile(path, MAX_FILE_BYTES);
  if (!("text" in file)) {
    const problem = file.missing ? "there is no such file" : `it ${file.problem}`;
    throw new ConfigurationError(`${path}: ${problem}; give the path of a targets file`);
  }
  const parsed = parseTargets(file.text, path);
  const resolving: ResolveOptions = {
    env,
    services: await loadServices(),
    readIds(ids) {
      const place = resolve(dirname(path), ids);
      const read = readTextFile(place, MAX_IDS_BYTES);
      if ("text" in read) return { name: place === resolve(ids) ? ids : join(dirname(path), ids), ...read };
      return { ...read, hint: read.missing ? "its path is relative to this file" : undefined };
    },
    stdin: parsed.wantsStdin ? await readAll(stdin) : undefined,
    findCredentials({ account, service, cloud, baseUrl }) {
      const found = findCredentials({
        service,
        cloud: cloud ?? undefined,
        baseUrl: baseUrl ?? undefined,
        env: accountEnvironment(account, env),
        cloudsYaml: Object.keys(account.environment).length === 0,
      });
      const { auth } = found;
      return {
        ...found,
        findsProject: auth.findProjectId !== undefined,
        needsRegion: auth.requires?.includes("region"),
      };
    },
  };
  return resolveTargets(parsed, resolving);
}

async function readAll(stream: AsyncIterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > MAX_IDS_BYTES) {
      const limit = `${MAX_IDS_BYTES / 2 ** 20} MiB, the maximum of a list of ids`;
      throw new ConfigurationError(`standard input is larger than ${limit}`);
    }
  }
  return text + decoder.decode();
}
