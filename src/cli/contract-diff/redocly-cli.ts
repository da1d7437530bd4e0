import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Why contracts could not be compared: one line about an installation or an input at fault (exit code 2). */
export class ContractDiffError extends Error {
  override get name(): "ContractDiffError" {
    return "ContractDiffError";
  }
}

const install = "run `npm install --save-dev @redocly/cli@2.77.0`";

/**
 * Path of the script of the Redocly CLI, an optional peer: looked for from each of `origins` (files) as Node
 * looks for a package. `purpose` is what needs it, in words.
 * @throws ContractDiffError where it is missing or older than 2.77; it says what to run.
 */
export function findRedocly(
  origins: readonly string[] = places(),
  purpose: string = "comparing contracts",
): string {
  for (const origin of origins) {
    const manifest = manifestFrom(origin);
    if (manifest === undefined) continue;
    const { version }: { version: string } = createRequire(manifest)(manifest);
    const [major = 0, minor = 0] = version.split(".").map(Number);
    if (major < 2 || (major === 2 && minor < 77)) {
      throw new ContractDiffError(`@redocly/cli ${version} is too old for ${purpose}: ${install}`);
    }
    return join(dirname(manifest), "bin", "cli.js");
  }
  throw new ContractDiffError(`${purpose} needs @redocly/cli, which is not installed: ${install}`);
}

// Beside this package first, then in the project that the command runs in.
function places(): string[] {
  return [import.meta.url, join(process.cwd(), "package.json")];
}

function manifestFrom(origin: string): string | undefined {
  try {
    return createRequire(origin).resolve("@redocly/cli/package.json");
  } catch {
    return undefined;
  }
}

/**
 * Runs the Redocly CLI in a folder of its own, with these files in it, and answers its standard output. It
 * reads no configuration but the given one, sends no telemetry and looks for no newer version.
 * @throws ContractDiffError with the reason that it gives, after `failure`, unless it exits with 0.
 */
export async function runRedocly(
  script: string,
  args: readonly string[],
  files: Readonly<Record<"redocly.yaml", string> & Record<string, string>>,
  failure: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "contract-diff-"));
  try {
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
    const { code, out, talk } = await run(script, [...args, "--config=redocly.yaml"], folder);
    if (code !== 0) throw new ContractDiffError(`${failure}: ${reason(talk)}`);
    return out;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly code: number;
  readonly out: string;
  readonly talk: string;
}

function run(script: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((done, fail) => {
    const { FORCE_COLOR: _, ...environment } = process.env;
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: {
        ...environment,
        NO_COLOR: "1",
        REDOCLY_TELEMETRY: "off",
        REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
        REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const read: Buffer[] = [];
    const heard: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => read.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => heard.push(chunk));
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? 1, out: text(read), talk: text(heard) }));
  });
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}

/** The one sentence, in all that Redocly says, that names the fault. */
function reason(talk: string): string {
  const forms = [/^Error: (.+)$/m, /^\s+- (.+)$/m, /^\[1\] .+\n+(.+)$/m, /^❌ (.+)$/m];
  for (const form of forms) {
    const found = form.exec(talk)?.[1];
    if (found !== undefined) return found;
  }
  return "it gives no reason";
}
