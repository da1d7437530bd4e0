import { ConfigurationError } from "../../core/errors.js";
import { loadService } from "../../load-service.js";
import type { BackupService } from "../../records/record.js";
import type { FormatOf } from "../formats.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { type ReadTime, readTime, showInstant } from "../time.js";
import { findClientSetup } from "./client-setup.js";
import { createDriftNotes } from "./drift-notes.js";
import { readSubjects } from "./ids.js";
import type { ListOptions } from "./options.js";
import { openSource, type Query } from "./source.js";
import { writeListing } from "./write-listing.js";
import { openWriter } from "./writers/index.js";

/** Runs `list` and returns its exit code. */
export async function runList(
  service: BackupService,
  positional: string | undefined,
  options: ListOptions,
  terminal: Terminal,
): Promise<number> {
  const query = readQuery(options, terminal);
  const format = chooseFormat(options, terminal);
  const definition = await loadService(service);
  if (query.api !== undefined && !definition.apis.includes(query.api)) {
    throw new Problem(`--api ${query.api}: ${service} has one call to list backups; leave --api out`);
  }
  const subjects = readSubjects(definition, positional, options, terminal);
  const drift = createDriftNotes();
  const setup = await findClientSetup(definition, options, terminal, drift);
  const source = inOwnWords(() => openSource(definition, setup, query, subjects.several));
  const { wire = false, csvRaw = false, utc = false, wide = false, columns, headers } = options;
  const writer = await openWriter(format, {
    ...{ service: definition, wire, csvRaw, utc, wide, columns, headers },
    out: terminal.out,
  });
  const job = { source, subjects, query, options, writer, terminal };
  const code = options.watch ? await (await import("./watch.js")).watch(job) : await writeListing(job);
  const hidden = writer.hidden?.() ?? [];
  if (hidden.length > 0) terminal.note(["dim", `not shown: ${hidden.join(", ")}; --wide shows all columns`]);
  const { debug = false } = options;
  for (const line of drift.lines(debug)) (debug ? terminal.say : terminal.note)(["dim", line]);
  return code;
}

/** Names the command line's options where the clients name theirs. */
function inOwnWords<Result>(make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const message = error.message
      .replaceAll(/\bbaseUrl\b/g, "--base-url")
      .replaceAll(/\bprojectId\b/g, "--project")
      .replace(/^(cloud|region) /, "--$1 ");
    throw new Problem(message, undefined, { cause: error });
  }
}

function readQuery(options: ListOptions, terminal: Terminal): Query {
  const { utc = false, latest, resume, pageSize = 100, api } = options;
  const now = terminal.now();
  const read = (option: string, text: string | undefined, day: ReadTime["day"]) =>
    text === undefined ? undefined : readTime(option, text, { now, utc, day });
  const from = read("--from", options.from, "first moment");
  const to = read("--to", options.to, "last moment");
  if (from !== undefined && from.getTime() > now) {
    throw new Problem(
      `--from ${options.from} is in the future: it is ${showInstant(new Date(now), utc)} now`,
    );
  }
  if (from !== undefined && to !== undefined && from >= to) {
    throw new Problem(`--from ${options.from} is not before --to ${options.to}: the period is empty`);
  }
  const unwatched = (["latest", "resume", "skip"] as const).find((name) => options[name] !== undefined);
  if (options.watch && unwatched !== undefined) {
    throw new Problem(`--watch follows all that is running: leave --${unwatched} out`);
  }
  if (latest !== undefined && resume !== undefined) {
    throw new Problem("--latest reads each id from its beginning: leave --resume out");
  }
  // What has ended must stay in the listing to be seen, so a watch filters here.
  const states = options.watch ? undefined : options.status;
  // Not fewer with --max: a cursor belongs to one page size, and the rest would be read in pages of that size.
  return { from, to, states, latest, pageSize, api };
}

/** The format that is asked for, that of an option that only a table has, or what suits the output. */
function chooseFormat(
  { format, wire = false, wide, columns, headers }: ListOptions,
  { out }: Terminal,
): FormatOf<"list"> {
  const ofTable = wide ? "--wide" : columns !== undefined ? "--columns" : undefined;
  const wantsTable = ofTable !== undefined || (!wire && (!headers || out.isTerminal));
  const chosen = format ?? (wantsTable ? "table" : "ndjson");
  if (wire && chosen === "table") {
    throw new Problem("--wire has no table: use --format json, ndjson or csv");
  }
  if (ofTable !== undefined && chosen !== "table") {
    throw new Problem(`${ofTable} is for a table: leave it out with --format ${chosen}`);
  }
  if (!headers && chosen !== "table" && chosen !== "csv") {
    throw new Problem(`--no-headers is for a table or csv: leave it out with --format ${chosen}`);
  }
  return chosen;
}
