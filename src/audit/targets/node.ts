import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ConfigurationError } from "../../core/errors.js";
import { findCredentials } from "../../node/find-credentials.js";
import { accountEnvironment } from "./account.js";
import { type ReadTargetsOptions, readTargets, type TargetsFile, wantsStdin } from "./read.js";

/** What a targets file is read with in Node. */
export interface ReadTargetsFileOptions {
  /** @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Read to its end where the file takes ids from standard input, and only then. @default process.stdin */
  readonly stdin?: AsyncIterable<string | Uint8Array> | undefined;
}

/**
 * Reads a targets file and the files of ids that it names, their paths relative to it, and checks that
 * every account that is used has its credentials. Needs Node.
 * @throws TargetsFileError with every mistake in it
 * @throws ConfigurationError where the file itself cannot be read
 */
export async function readTargetsFile(
  path: string,
  { env = process.env, stdin = process.stdin }: ReadTargetsFileOptions = {},
): Promise<TargetsFile> {
  const text = await read(path);
  const options: ReadTargetsOptions = {
    file: path,
    env,
    readIds(ids) {
      const place = resolve(dirname(path), ids);
      return {
        name: place === resolve(ids) ? ids : join(dirname(path), ids),
        text: readFileSync(place, "utf8"),
      };
    },
    stdin: wantsStdin(text) ? await readAll(stdin) : undefined,
    findCredentials({ account, service, cloud, baseUrl }) {
      const found = findCredentials({
        service,
        cloud: cloud ?? undefined,
        baseUrl: baseUrl ?? undefined,
        env: accountEnvironment(account, env),
        cloudsYaml: Object.keys(account.environment).length === 0,
      });
      const needsRegion = found.auth.requires?.includes("region");
      return { cloud: found.cloud, region: found.region, projectId: found.projectId, needsRegion };
    },
  };
  return readTargets(text, options);
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})`;
    throw new ConfigurationError(`${path}: ${reason}; give the path of a targets file`);
  }
}

async function readAll(stream: AsyncIterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
