import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";

const executable = createRequire(import.meta.url).resolve("@stoplight/spectral-cli");
const ruleset = join(import.meta.dirname, "spectral.yaml");

interface Result {
  code: string;
  message: string;
  path: string[];
  source: string;
}

/**
 * What Spectral's OpenAPI rules find in these files, by file; warnings count. One process reads all of them.
 */
export async function spectralFindings(files: readonly string[]): Promise<Map<string, string[]>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [executable, "lint", "--ruleset", ruleset, "--format", "json", "--quiet", ...files],
    { maxBuffer: 16 * 2 ** 20 },
  ).catch((error: unknown) => {
    // Status 1 says that there are findings; they are on stdout all the same.
    if (error instanceof Error && "stdout" in error && error.stdout !== "") {
      return { stdout: String(error.stdout) };
    }
    throw error;
  });
  const results: Result[] = JSON.parse(stdout);
  return new Map(
    files.map((file) => [
      file,
      results
        .filter(({ source }) => source === file)
        .map(({ code, message, path }) => `${path.join("/")} ${message} (${code})`),
    ]),
  );
}
