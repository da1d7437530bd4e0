import { stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import type { DiscoveryContent } from "../../../generated/audit/targets-types.js";
import type { Target } from "../../audit/target.js";
import { count } from "../../audit/words.js";
import { loadServices } from "../../load-service.js";
import type { Cloud } from "../../records/service.js";
import { plainLine, toJson } from "../escape.js";
import { exitCodes } from "../exit.js";
import { fileProblem, Problem } from "../problem.js";
import { didYouMean } from "../suggest.js";
import type { Terminal } from "../terminal.js";
import { orList } from "../values.js";
import { findLandscape } from "./landscape.js";
import { cloudNames, type PlaceOptions } from "./place-options.js";
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
  const full = resolve(terminal.cwd, path);
  if ((await stat(full).catch(() => null)) !== null) throw isThere(path);
  const places = { ...options, ...(await choosePlaces(options, terminal)) };
  const entries = discoveries(places, await loadServices(), terminal.env);
  const { accounts, ...file } = await targetsSource(undefined, places, terminal).read();
  const abort = new AbortController();
  const release = terminal.onInterrupt(() => abort.abort());
  try {
    const { signal } = abort;
    const clientsOf = openClients(accounts, { signal, options, terminal });
    const found = await findLandscape({ accounts, ...file }, null, { clientsOf, signal, terminal });
    for (const { target, failure } of found.results)
      terminal.say(["yellow", `${target.name} could not be listed: `], plainLine(failure?.message ?? ""));
    const text = targetsText(entries, found.targets, new Date(terminal.now()));
    await writeFile(full, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "EEXIST" ? isThere(path) : fileProblem(path, error);
    });
    const next = path === DEFAULT_FILE ? "" : ` ${path}`;
    terminal.note(
      `${path}: written, ${count(found.targets.length, "target")} found; try backup-records audit${next} --state state.json`,
    );
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
async function choosePlaces(options: PlaceOptions, terminal: Terminal): Promise<PlaceOptions> {
  const { cloud, region, service, project } = options;
  if ([cloud, region, service, project].some((one) => one !== undefined)) return options;
  if (!terminal.stdinIsTerminal) {
    throw new Problem(
      "audit init does not know where to look: give --cloud and --region, or run it on a terminal",
    );
  }
  return askPlaces(terminal);
}

async function askPlaces({ stdin, err, say }: Terminal): Promise<PlaceOptions> {
  const lines = createInterface({ input: stdin, output: err.stream, terminal: false });
  const closed = new Promise<never>((_, fail) =>
    lines.once("close", () => fail(new Problem("nothing was written", exitCodes.interrupted))),
  );
  closed.catch(() => {});
  const ask = async (question: string) =>
    (await Promise.race([lines.question(`${question} `), closed])).trim();
  try {
    let cloud: Cloud | undefined;
    while (cloud === undefined) {
      const word = await ask(`Which cloud: ${orList(cloudNames)}?`);
      cloud = cloudNames.find((name) => name === word);
      if (cloud === undefined) say(`There is no cloud of this name${didYouMean(word, cloudNames)}`);
    }
    const region = wordsIn(await ask("Which regions, separated by commas? Empty: that of the credentials."));
    const project = wordsIn(await ask("Which projects, by their ids? Empty: that of the credentials."));
    return { cloud, ...(region.length > 0 && { region }), ...(project.length > 0 && { project }) };
  } finally {
    lines.close();
  }
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}

function targetsText(entries: readonly DiscoveryContent[], targets: readonly Target[], now: Date): string {
  const lines = entries.map((entry) => {
    const fields = Object.entries(entry).map(([key, value]) => `${key}: ${toJson(value)}`);
    return `  - ${fields.join("\n    ")}`;
  });
  const sample = {
    service: "dcs",
    resource: { type: "instance", id: "5560df16-cebf-4473-95c4-d1b573c16e79" },
  };
  const { service, resource } = targets[0] ?? sample;
  const found = targets.map(({ name, service }) => `#   ${service}: ${plainLine(name)}`);
  return `# What backup-records audit checks. The guide has every key: "The targets file" and "Found, not listed".
# Credentials do not belong here: they are read from the environment.

# Each entry stands for all that a service lists in a place, read again at each audit.
discover:
${lines.join("\n")}
    # except: ["scratch-*"]   # all but these names
    # overrides:              # other settings for some names
    #   - { names: ["test-*"], objective: { maxFailures: 3 } }

# For all targets. A schedule of "own" is the one that the service states.
defaults:
  schedule: own
  # objective: { maxAge: 30h, maxRestoreAge: 90d }

# What is not found by itself is named here. A pause excuses a target for a time.
# targets:
#   - service: ${service}
#     ${resource.type}: ${toJson(resource.id)}
#     pause: { until: 2099-12-24, reason: moves to another cluster, acceptedBy: Ada }

# Found on ${now.toISOString().slice(0, 10)}:
${found.length === 0 ? "#   nothing" : found.join("\n")}
`;
}
