import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { plainLine } from "./escape.js";
import { exitCodes } from "./exit.js";
import { Problem } from "./problem.js";

const install = "run `npm install --save-dev @redocly/cli@2.77.0`";

/**
 * Path of the script of the Redocly CLI, an optional peer: looked for from each of `origins` (files) as Node
 * looks for a package. `purpose` is what needs it, in words.
 * @throws Problem if it is missing or older than 2.77; it says what to run
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
      throw new Problem(`@redocly/cli ${version} is too old for ${purpose}: ${install}`);
    }
    return join(dirname(manifest), "bin", "cli.js");
  }
  throw new Problem(`${purpose} needs @redocly/cli, which is not installed: ${install}`);
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

/** How the Redocly CLI is run. */
export interface RedoclyOptions {
  readonly cwd: string;
  /** @default the one that is installed */
  readonly script?: string | undefined;
  /** What needs it, in words, if it is not installed. */
  readonly purpose?: string | undefined;
  /** Whether it may fetch what a contract refers to over http. @default false */
  readonly remoteRefs?: boolean | undefined;
}

/** What a run of the Redocly CLI gave. */
export interface RedoclyRun {
  readonly code: number;
  readonly out: string;
  readonly talk: string;
}

/** What ends a command. */
const signals = ["SIGINT", "SIGTERM"] as const;

const REFUSED = "backup-records-refused ";
const FAILED = "backup-records-failed ";

/** Keeps a process of Node from the network: a contract under review must not choose where requests go. */
const offline = preload(`
import { Socket } from "node:net";
Socket.prototype.connect = () => { throw new Error("no network") };
globalThis.fetch = async (url) => {
  process.stderr.write("\\n${REFUSED}" + url + "\\n");
  throw new Error("no network");
};`);

/** Time for everything that is fetched together: each file can name further ones. */
const FETCH_TIMEOUT_MS = 30_000;
const MAX_FETCHED_BYTES = 16 * 2 ** 20;

/** Has a process of Node fetch whole files, within limits; tells of one that it cannot have. */
const bounded = preload(`
const { fetch } = globalThis;
const signal = AbortSignal.timeout(${FETCH_TIMEOUT_MS});
let size = 0;
globalThis.fetch = async (url, init) => {
  try {
    const response = await fetch(url, { ...init, signal });
    const chunks = [];
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > ${MAX_FETCHED_BYTES}) throw new Error("more than ${MAX_FETCHED_BYTES / 2 ** 20} MiB");
      chunks.push(chunk);
    }
    return new Response(chunks.length === 0 ? null : Buffer.concat(chunks), response);
  } catch (error) {
    const late = "no complete response within ${FETCH_TIMEOUT_MS / 1000}s";
    const why = signal.aborted ? late : error.cause?.code ?? error.cause?.message ?? error.message;
    process.stderr.write("\\n${FAILED}" + url + " cannot be fetched: " + why + "\\n");
    throw error;
  }
};`);

function preload(module: string): string {
  return `data:text/javascript,${encodeURIComponent(module)}`;
}

/**
 * Runs the Redocly CLI, without telemetry, colours or a look for a newer version.
 * @throws Problem if it is not installed, wanted to fetch what it may not or cannot, or was ended by a signal
 */
export async function runRedocly(args: readonly string[], options: RedoclyOptions): Promise<RedoclyRun> {
  const { cwd, purpose, script = findRedocly(undefined, purpose), remoteRefs = false } = options;
  const { FORCE_COLOR: _, ...environment } = process.env;
  const child = spawn(process.execPath, ["--import", remoteRefs ? bounded : offline, script, ...args], {
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
  const ended = new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
  let signalled: NodeJS.Signals | undefined;
  const end = (signal: NodeJS.Signals) => {
    signalled = signal;
    child.kill("SIGKILL");
  };
  // A signal that ends this process must leave neither that one nor the files of either.
  for (const signal of signals) process.once(signal, end);
  const [out, talk, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]).finally(() => {
    for (const signal of signals) process.off(signal, end);
  });
  if (signalled !== undefined) {
    throw new Problem("interrupted", signalled === "SIGTERM" ? exitCodes.terminated : exitCodes.interrupted);
  }
  const told = (mark: string) => new RegExp(`^${mark}(.*)$`, "m").exec(talk)?.[1];
  const [refused, failed] = [told(REFUSED), told(FAILED)];
  if (refused !== undefined) {
    throw new Problem(
      `a $ref leads to ${plainLine(refused)}, which is not fetched; pass --remote-refs to fetch it`,
    );
  }
  if (failed !== undefined) throw new Problem(`a $ref leads to ${plainLine(failed)}`, exitCodes.network);
  return { code, out, talk };
}

/**
 * Runs the Redocly CLI in a folder of its own, with these files in it, and returns its standard output. It reads no
 * configuration but the given one.
 * @throws Problem with the reason that it gives, after `failure`, unless it exits with 0
 */
export async function runRedoclyOn(
  files: Readonly<Record<"redocly.yaml", string> & Record<string, string>>,
  args: readonly string[],
  failure: string,
  options: Omit<RedoclyOptions, "cwd">,
): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), "contract-diff-"));
  try {
    await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(cwd, name), content)));
    const { code, out, talk } = await runRedocly([...args, "--config=redocly.yaml"], { cwd, ...options });
    if (code !== 0) throw new Problem(`${failure}: ${reasonOf(talk)}`);
    return out;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** The one line, in all that Redocly says, that names the fault. */
export function reasonOf(talk: string): string {
  const said = talk
    .replaceAll(/^ *[╔║╚].*$/gm, "")
    .replaceAll(/^(Deprecated plugin format|validating ).*$/gm, "");
  const forms = [
    /^\s+- (.+)$/m,
    /^Error: (.+)$/m,
    /^\[1\] .+\n+(.+)$/m,
    /^(.*does not exist or is invalid)/m,
    /^❌ (.+)$/m,
    /^(\S.+)$/m,
  ];
  for (const form of forms) {
    const found = form.exec(said)?.[1];
    if (found !== undefined) return plainLine(found);
  }
  return "it gives no reason";
}
