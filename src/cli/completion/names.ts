import { readTargetsFile } from "../../audit/targets/node.js";
import { DEFAULT_FILE } from "../audit/places.js";
import { exitCodes } from "../exit.js";
import type { Terminal } from "../terminal.js";

/** What a targets file has names of. */
export const nameKinds = ["targets", "groups"] as const;

/** A shell would run or split any other name; such a one is not offered. */
const TAME = /^[\w./:@+-]+$/;

/** Variables that hold credentials, by the vendors' names and those that accounts usually give them. */
const CREDENTIAL = /TOKEN|(^|_)(AK|SK)$|KEY|SECRET|PASSWORD|USERNAME|DOMAIN_NAME|PROJECT_ID/;

/** An environment that lacks no credentials: names can be read without them, and nothing is sent. */
function withCredentials(env: Terminal["env"]): Terminal["env"] {
  const value = (name: string) => env[name] || (CREDENTIAL.test(name) ? "placeholder" : undefined);
  return new Proxy(env, { get: (_, name) => (typeof name === "string" ? value(name) : undefined) });
}

/**
 * Prints the names of targets or groups in a targets file, a line each, for a shell that completes them; nothing if there
 * is no such file, or it has mistakes. Sends nothing. Returns the exit code.
 */
export async function printNames(
  kind: (typeof nameKinds)[number],
  file: string | undefined,
  { env, out }: Pick<Terminal, "env" | "out">,
): Promise<number> {
  const read = await readTargetsFile(file ?? DEFAULT_FILE, { env: withCredentials(env) }).catch(() => null);
  const targets = read?.targets ?? [];
  const names =
    kind === "targets" ? targets.map(({ name }) => name) : targets.flatMap(({ group }) => group ?? []);
  for (const name of new Set(names)) if (TAME.test(name)) await out.write(`${name}\n`);
  return exitCodes.fine;
}
