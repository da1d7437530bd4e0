import { stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { count } from "../../audit/words.js";
import { loadServices } from "../../load-service.js";
import type { Service } from "../../records/service.js";
import { refuseEnding } from "../ending.js";
import { plainLine } from "../escape.js";
import { exitCodes } from "../exit.js";
import { fileProblem, Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { askAll, type Plan } from "./init-questions.js";
import { targetsText } from "./init-text.js";
import { findLandscape } from "./landscape.js";
import type { PlaceOptions } from "./place-options.js";
import { DEFAULT_FILE, discoveries, targetsSource } from "./places.js";
import { openClients } from "./results.js";

/** The options of `audit init`, as they were given. */
export interface InitOptions extends PlaceOptions {
  /** Milliseconds. */
  readonly timeout: number;
  readonly attempts: number;
  readonly debug?: boolean;
}

/**
 * Writes a targets file with comments: where to look, from options or from questions on a terminal, and what is found
 * there today. Returns the exit code: 5 if a place could not be listed; the file is written all the same.
 * @throws Problem if the file is there already, or nothing says where to look
 */
export async function runAuditInit(
  path: string = DEFAULT_FILE,
  options: InitOptions,
  terminal: Terminal,
): Promise<number> {
  if (path === "-")
    throw new Problem("audit init writes a file, and - is none: name one, such as nightly.yaml");
  refuseEnding("audit init", path, "yaml");
  const full = resolve(terminal.cwd, path);
  if ((await stat(full).catch(() => null)) !== null) throw isThere(path);
  const known = await loadServices();
  const { places: chosen, ...answers } = await findAnswers(options, known, terminal);
  const places = { ...options, ...chosen };
  const entries = discoveries(places, known, terminal.env);
  const { accounts, ...file } = await targetsSource(undefined, places, terminal).read();
  const abort = new AbortController();
  const release = terminal.onInterrupt(() => abort.abort());
  try {
    const { signal } = abort;
    const clientsOf = openClients(accounts, { signal, options, terminal });
    const nothing = { targets: [], results: [] };
    const found =
      answers.ids === undefined
        ? await findLandscape({ accounts, ...file }, null, { clientsOf, signal, terminal })
        : nothing;
    for (const { target, failure } of found.results)
      terminal.say(["yellow", `${target.name} could not be listed: `], plainLine(failure?.message ?? ""));
    const text = targetsText(entries, answers, found.targets, known, new Date(terminal.now()));
    await writeFile(full, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "EEXIST" ? isThere(path) : fileProblem(path, error);
    });
    const next = path === DEFAULT_FILE ? "" : ` ${path}`;
    const what =
      answers.ids === undefined
        ? `${count(found.targets.length, "target")} found`
        : count(answers.ids.length, "target");
    terminal.note(`${path}: written, ${what}; try `, {
      command: `backup-records audit${next} --state state.json`,
    });
    return found.results.length > 0 ? exitCodes.network : exitCodes.fine;
  } catch (error) {
    if (abort.signal.aborted) return exitCodes.interrupted;
    throw error;
  } finally {
    release();
  }
}

function isThere(path: string): Problem {
  return new Problem(
    `${path}: is there already, and nothing is overwritten; name another file, or move this one`,
  );
}

/** What the options say, or else a person. */
async function findAnswers(
  options: PlaceOptions,
  known: readonly Service[],
  terminal: Terminal,
): Promise<Plan> {
  const { cloud, region, service, project } = options;
  if ([cloud, region, service, project].some((one) => one !== undefined)) return { places: options };
  if (!terminal.stdinIsTerminal) {
    throw new Problem(
      "audit init does not know where to look: give --cloud and --region, or run it on a terminal",
    );
  }
  return askAll(known, terminal);
}
