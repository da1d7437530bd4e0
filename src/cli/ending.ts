import { extname } from "node:path";
import { Problem } from "./problem.js";

/** What a file of text can hold, and the endings of names that say so, the usual one first. */
const ENDINGS = {
  html: ["html", "htm"],
  json: ["json"],
  // Some call it so: its lines are JSON.
  ndjson: ["ndjson", "jsonl", "json"],
  csv: ["csv"],
  xml: ["xml"],
  yaml: ["yaml", "yml"],
  text: ["txt"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FileFormat = keyof typeof ENDINGS;

/** Formats of other programs, which nothing here writes. */
const OTHERS =
  /^(pdf|docx?|odt|rtf|xlsx?|ods|pptx?|tsv|md|svg|png|jpe?g|gif|webp|zip|gz|tgz|xz|zst|tar|toml|ini|sqlite|db|js|ts)$/;

/**
 * Refuses the name of an output whose ending clearly says another format than what is written there. Any other name will
 * do: `x`, `x.txt`, `x.2026-11-01`.
 * @throws Problem
 */
export function refuseEnding(option: string, path: string, format: FileFormat, instead = ""): void {
  const ending = extname(path).slice(1).toLowerCase();
  const own: readonly string[] = ENDINGS[format];
  const others = Object.values(ENDINGS)
    .flat()
    .filter((name) => name !== "txt");
  const known = OTHERS.test(ending) || others.some((name) => name === ending);
  if (!known || own.includes(ending)) return;
  throw new Problem(
    `${option} ${path}: what is written there is ${format === "text" ? "plain text" : format.toUpperCase()}: name it .${own[0]}${instead}`,
  );
}
