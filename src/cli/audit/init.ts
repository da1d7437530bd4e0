import { stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import type { DiscoveryContent } from "../../../generated/audit/targets-types.js";
import { parseDuration } from "../../audit/duration.js";
import type { Target } from "../../audit/target.js";
import { count } from "../../audit/words.js";
import { idProblem } from "../../core/request.js";
import { loadServices } from "../../load-service.js";
import { ruleProblem } from "../../records/due-runs.js";
import type { Service } from "../../records/service.js";
import { refuseEnding } from "../ending.js";
import { plainLine, toJson } from "../escape.js";
import { exitCodes } from "../exit.js";
import { fileProblem, Problem } from "../problem.js";
import { didYouMean } from "../suggest.js";
import type { Terminal } from "../terminal.js";
import { orList } from "../values.js";
import { findLandscape } from "./landscape.js";
import { cloudNames, type PlaceOptions } from "./place-options.js";
import { DEFAULT_FILE, discoveries, refuseUnknown, targetsSource } from "./places.js";
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

/** Where to look, and what to write of it. */
interface Plan {
  readonly places: PlaceOptions;
  /** Undefined for all that is found in the places. */
  readonly ids?: readonly string[];
  /** `own`, a cron expression in UTC, or a largest age. */
  readonly expected?: Expected;
}

type Expected = { readonly cron: string } | { readonly maxAge: string } | "own";

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

/** Asks in the order in which a person knows the answers; a wrong one is asked for again. */
async function askAll(known: readonly Service[], terminal: Terminal): Promise<Plan> {
  const { ask, close } = openDialogue(terminal);
  try {
    const names = known.map(({ name }) => name);
    const named = await ask(
      `Which services, separated by commas: ${orList(names)}? Empty: all of a cloud.`,
      (text) => wordsIn(text).map((word) => oneOfThese("service", word, names)),
    );
    const chosen = known.filter(({ name }) => named.length === 0 || named.includes(name));
    const offering = cloudNames.filter((cloud) => chosen.some(({ clouds }) => clouds[cloud] !== undefined));
    const [only, ...others] = offering;
    const cloud =
      others.length === 0 && only !== undefined
        ? only
        : await ask(`Which cloud: ${orList(offering)}?`, (text) => oneOfThese("cloud", text, offering));
    const services = chosen.filter(({ clouds }) => clouds[cloud] !== undefined);
    const region = await ask(
      "Which regions, separated by commas? Empty: that of the credentials.",
      (text) => {
        const regions = wordsIn(text);
        refuseUnknown(regions, cloud, services);
        return regions;
      },
    );
    const project = services.some(({ needsProject }) => needsProject)
      ? await ask("Which projects, by their ids? Empty: that of the credentials.", wordsIn)
      : [];
    const [service, ...more] = services;
    const ids =
      service === undefined || more.length > 0 || region.length > 1 || project.length > 1
        ? []
        : await ask(
            `Which ${service.subject.types[0]} ids, separated by commas? Empty: all that is found, at each audit anew.`,
            (text) => wordsIn(text).map(checkedId),
          );
    const expected = await ask(
      "When is a backup due? Empty: as the service states it. Or a cron expression in UTC, such as 0 1 * * *, or a " +
        "largest age, such as 26h.",
      readExpected,
    );
    return {
      places: {
        cloud,
        ...(named.length > 0 && { service: services.map(({ name }) => name) }),
        ...(region.length > 0 && { region }),
        ...(project.length > 0 && { project }),
      },
      ...(ids.length > 0 && { ids }),
      expected,
    };
  } finally {
    close();
  }
}

interface Dialogue {
  /** Asks until `read` takes the answer; what it throws says what is wrong. */
  ask<Value>(question: string, read: (text: string) => Value): Promise<Value>;
  close(): void;
}

function openDialogue({ stdin, err, say, onInterrupt, exit }: Terminal): Dialogue {
  const lines = createInterface({ input: stdin, output: err.stream, terminal: false });
  // The terminal has shown ^C, and the cursor is behind it.
  const release = onInterrupt(() => {
    say("");
    say("nothing was written");
    exit(exitCodes.interrupted);
  });
  const closed = new Promise<never>((_, fail) =>
    lines.once("close", () => fail(new Problem("nothing was written", exitCodes.interrupted))),
  );
  closed.catch(() => {});
  return {
    async ask(question, read) {
      for (;;) {
        say(question);
        const answer = (await Promise.race([lines.question("> "), closed])).trim();
        try {
          return read(answer);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          say([
            "yellow",
            plainLine(error.message.replace(/^--region /, "").replace(/: give --cloud .*$/, "")),
          ]);
        }
      }
    },
    close() {
      release();
      lines.close();
    },
  };
}

function oneOfThese<Name extends string>(what: string, word: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === word);
  if (found !== undefined) return found;
  const given = word === "" ? `Name a ${what}` : `There is no ${what} ${word} here`;
  throw new Problem(`${given}: write ${orList(names)}${didYouMean(word, names)}`);
}

function checkedId(id: string): string {
  const problem = idProblem(id);
  if (problem !== null) throw new Problem(`An id ${problem}`);
  return id;
}

function readExpected(text: string): Expected {
  if (text === "" || text === "own") return "own";
  if (parseDuration(text)) return { maxAge: text };
  const wrong = ruleProblem({ kind: "cron", expression: text, zone: "UTC" });
  if (wrong === null) return { cron: text };
  throw new Problem(`This is neither an age, such as 26h, nor a cron expression: ${wrong}`);
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}

function targetsText(
  entries: readonly DiscoveryContent[],
  { ids, expected = "own" }: Omit<Plan, "places">,
  targets: readonly Target[],
  known: readonly Service[],
  now: Date,
): string {
  const [first] = entries;
  const { types = ["instance"] } = known.find(({ name }) => name === first?.service)?.subject ?? {};
  const [type = "instance"] = types;
  const shown = ids === undefined ? discoverText(entries) : listText(first, type, ids);
  const sample = targets[0]?.resource.id ?? "5560df16-cebf-4473-95c4-d1b573c16e79";
  const pause = "pause: { until: 2099-12-24, reason: moves to another cluster, acceptedBy: Ada }";
  const more =
    ids === undefined
      ? `# What is not found by itself is named here. A pause excuses a target for a time.
# targets:
#   - service: ${targets[0]?.service ?? first?.service ?? "dcs"}
#     ${targets[0]?.resource.type ?? type}: ${toJson(sample)}
#     ${pause}

# Found on ${now.toISOString().slice(0, 10)}:
${targets.map(({ name, service }) => `#   ${service}: ${plainLine(name)}`).join("\n") || "#   nothing"}
`
      : `# A pause in a target excuses it for a time:
#     ${pause}
`;
  return `# What backup-records audit checks. The guide has every key: "The targets file" and "Found, not listed".
# Credentials do not belong here: they are read from the environment.

${shown}
# For all targets. A schedule of "own" is the one that the service states.
defaults:
${defaultsText(expected)}

${more}`;
}

function discoverText(entries: readonly DiscoveryContent[]): string {
  return `# Each entry stands for all that a service lists in a place, read again at each audit.
discover:
${entries.map(entryText).join("\n")}
    # except: ["scratch-*"]   # all but these names
    # overrides:              # other settings for some names
    #   - { names: ["test-*"], objective: { maxFailures: 3 } }
`;
}

function listText(place: DiscoveryContent | undefined, type: string, ids: readonly string[]): string {
  const { regions: [region] = [], projects: [project] = [], ...others } = place ?? {};
  const many = type === "policy" ? "policies" : `${type}s`;
  const fields = {
    ...others,
    ...(region !== undefined && { region }),
    ...(project !== undefined && { project }),
    [many]: ids,
  };
  return `targets:
${entryText(fields)}
`;
}

function entryText(fields: object): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${toJson(value)}`);
  return `  - ${lines.join("\n    ")}`;
}

function defaultsText(expected: Expected): string {
  const age = "  # objective: { maxAge: 30h, maxRestoreAge: 90d }";
  if (expected === "own") return `  schedule: own\n${age}`;
  if ("cron" in expected) return `  schedule: { cron: ${toJson(expected.cron)}, zone: UTC }\n${age}`;
  return `  schedule: none\n  objective: { maxAge: ${expected.maxAge} }`;
}
