import type { Job } from "./job.js";

/**
 * The command line that goes on with a listing: this id from the cursor, then the ids after it that were given
 * as options. Times are absolute, since a cursor belongs to the exact question.
 */
export function resumeCommand(
  { source, subjects: { option }, query, options }: Job,
  id: string | undefined,
  cursor: string | undefined,
): string {
  const ids = options[option] ?? [];
  const rest = id === undefined ? [] : [id, ...(ids.includes(id) ? ids.slice(ids.indexOf(id) + 1) : [])];
  const words = ["backup-records", "list", source.service];
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined) words.push(name, quote(String(value)));
  };
  if (options.api === "v2") add("--api", "v2");
  add("--cloud", options.cloud);
  add("--region", options.region);
  add("--base-url", options.baseUrl);
  add("--project", options.project);
  for (const one of rest) add(`--${option}`, one);
  add("--from", query.from?.toISOString());
  add("--to", query.to?.toISOString());
  add("--status", options.status?.join(","));
  add("--format", options.format);
  if (options.wire) words.push("--wire");
  if (options.csvRaw) words.push("--csv-raw");
  if (options.utc) words.push("--utc");
  // The page size is part of the question, too.
  if (query.pageSize !== 100) add("--page-size", query.pageSize);
  add("--resume", cursor);
  return words.join(" ");
}

/** A word as a POSIX shell reads it. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
