import { createInterface } from "node:readline/promises";
import { parseDuration } from "../../audit/duration.js";
import { idProblem } from "../../core/request.js";
import { ruleProblem } from "../../records/due-runs.js";
import type { Service } from "../../records/service.js";
import { plainLine } from "../escape.js";
import { exitCodes } from "../exit.js";
import { Problem } from "../problem.js";
import { didYouMean } from "../suggest.js";
import type { Terminal } from "../terminal.js";
import { orList } from "../values.js";
import { cloudNames, type PlaceOptions } from "./place-options.js";
import { refuseUnknown } from "./places.js";

/** Where to look, and what to write of it. */
export interface Plan {
  readonly places: PlaceOptions;
  /** Undefined for all that is found in the places. */
  readonly ids?: readonly string[];
  /** `own`, a cron expression in UTC, or a largest age. */
  readonly expected?: Expected;
}

export type Expected = { readonly cron: string } | { readonly maxAge: string } | "own";

/** Asks in the order in which a person knows the answers; a wrong one is asked for again. */
export async function askAll(known: readonly Service[], terminal: Terminal): Promise<Plan> {
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
            `Which ${service.subject.types[0]} ids, separated by commas? Empty: all that is found, read again at each audit.`,
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
