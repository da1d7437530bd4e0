import type { Entry } from "./entry.js";
import {
  connectionCodeWords,
  errorClassWords,
  exitCodeWords,
  type OwnWord,
  simulatorCodeWords,
} from "./tables/own-words.js";
import { verdictBackground } from "./tables/verdicts.js";

/** What this package says in words of its own. */
export function ownEntries(): Entry[] {
  return [
    ...entries(verdictBackground, "verdict of an audit", "what an audit found"),
    ...entries(exitCodeWords, "exit code", "how a command ended"),
    ...entries(errorClassWords, "class of an error", "what went wrong with a call"),
    ...entries(connectionCodeWords, "code of a connection", "why no response came"),
    ...entries(simulatorCodeWords, "code of the simulator", "on no source page"),
  ];
}

function entries(words: Readonly<Record<string, OwnWord>>, kind: string, what: string): Entry[] {
  return Object.entries(words).map(([code, { meaning, cause, remedy }]) => ({
    code,
    kind,
    meaning: [meaning],
    cause,
    remedy,
    documents: [`this package's own word for ${what}`],
    inferred: false,
  }));
}
