import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { findRedocly } from "./contract-diff/redocly-cli.js";
import { plainLine } from "./plain-line.js";
import { Problem } from "./problem.js";

/** What a run of the Redocly CLI gave. */
export interface RedoclyRun {
  readonly code: number;
  readonly out: string;
  readonly talk: string;
}

/**
 * Runs the Redocly CLI, an optional peer, in a folder: without telemetry, colours or a look for a newer version.
 * @throws Problem where it is not installed; it says what to run
 */
export async function runRedocly(purpose: string, args: readonly string[], cwd: string): Promise<RedoclyRun> {
  const script = locate(purpose);
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
  const ended = new Promise<number>((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
  const [out, talk, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, talk };
}

function locate(purpose: string): string {
  try {
    return findRedocly(undefined, purpose);
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error), undefined, { cause: error });
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
