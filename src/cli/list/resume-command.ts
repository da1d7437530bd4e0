import type { Job } from "./job.js";

/**
 * The command line that goes on with a listing: this id from the cursor, but for the records to skip, then the ids
 * after it. Times are absolute, since a cursor belongs to the exact question.
 */
export function resumeCommand(
  { source, subjects: { option, given }, query, options }: Job,
  id: string | undefined,
  cursor: string | undefined,
  skip: number,
): string {
  // An id that was not given came from standard input, and what is left there has to follow it.
  const at = id === undefined ? -1 : given.indexOf(id);
  const after = at === -1 ? given.slice(given.indexOf("-")) : given.slice(at + 1);
  const rest = id === undefined ? [] : [id, ...after];
  const words = ["backup-records", "list", source.service];
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined) words.push(name, quote(String(value)));
  };
  add("--api", options.api);
  add("--cloud", options.cloud);
  add("--region", options.region);
  add("--base-url", options.baseUrl);
  add("--project", options.project);
  for (const one of rest) add(`--${option}`, one);
  add("--from", query.from?.toISOString());
  add("--to", query.to?.toISOString());
  add("--status", options.status?.join(","));
  add("--latest", options.latest);
  add("--format", options.format);
  if (options.wire) words.push("--wire");
  if (options.csvRaw) words.push("--csv-raw");
  if (options.wide) words.push("--wide");
  add("--columns", options.columns?.join(","));
  if (!options.headers) words.push("--no-headers");
  if (options.utc) words.push("--utc");
  // The page size is part of the question, too.
  add("--page-size", options.pageSize);
  add("--resume", cursor);
  if (skip > 0) add("--skip", skip);
  return words.join(" ");
}

/** A word as a POSIX shell reads it. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
