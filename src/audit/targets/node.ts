import type { TargetsFile } from "./read.js";

/** What a targets file is read with in Node. */
export interface ReadTargetsFileOptions {
  /** @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Read to its end where the file takes ids from standard input, and only then. @default process.stdin */
  readonly stdin?: AsyncIterable<string | Uint8Array> | undefined;
}

/**
 * Reads a targets file and the files of ids that it names, their paths relative to it, and checks that
 * every account has its credentials. Needs Node.
 * @throws TargetsFileError with every mistake in it
 */
export async function readTargetsFile(
  _path: string,
  _options: ReadTargetsFileOptions = {},
): Promise<TargetsFile> {
  throw new Error("not there yet");
}
