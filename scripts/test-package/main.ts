import { parseArgs } from "node:util";
import { Failure } from "./check.js";
import { checks } from "./checks.js";
import { makeSubject } from "./subject.js";

const usage = `usage: npm run test:package [-- [options] [check …]]

  check        only the checks whose names begin with it, e.g. "types", "node 20"
  --list       print the names of the checks
  --no-build   pack dist/ without building it
  --tarball    a tarball to test instead of packing one
  --update     write the snapshots in test/package/ instead of comparing them
  --keep       keep the temporary folder, and print its path`;

/** Runs the checks one after the other and returns the exit code: 0 all hold · 1 some do not · 2 usage. */
export async function main(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return say(`${error instanceof Error ? error.message : error}\n${usage}`, 2);
  }
  const { values, positionals } = parsed;
  if (values.help) return say(usage, 0);
  const chosen = checks.filter(
    ({ name }) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)),
  );
  if (chosen.length === 0) return say(`no check begins with ${positionals.join(" or ")}; see --list`, 2);
  if (values.list) return say(chosen.map(({ name }) => name).join("\n"), 0);

  const width = Math.max(...chosen.map(({ name }) => name.length));
  const report = (mark: string, name: string, start: number, text: string) =>
    console.log(`${mark}  ${name.padEnd(width)}  ${seconds(start)}  ${text}`);

  let start = performance.now();
  const subject = await makeSubject(process.cwd(), values);
  try {
    const { size, files } = subject;
    report(
      "ok  ",
      "pack",
      start,
      `${files.length} files, ${kilobytes(size)}; installed into a clean project`,
    );
    const failed: string[] = [];
    for (const { name, run } of chosen) {
      start = performance.now();
      try {
        report("ok  ", name, start, await run(subject));
      } catch (thrown) {
        failed.push(name);
        report("FAIL", name, start, thrown instanceof Failure ? thrown.message : inFull(thrown));
      }
    }
    const verdict = failed.length === 0 ? "all hold" : `${failed.length} do not: ${failed.join(", ")}`;
    console.log(`\n${chosen.length} of ${checks.length} checks, ${verdict}`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    if (values.keep) console.log(`kept ${subject.project}`);
    else await subject.remove();
  }
}

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true });

const options = {
  help: { type: "boolean", short: "h", default: false },
  list: { type: "boolean", default: false },
  build: { type: "boolean", default: true },
  tarball: { type: "string" },
  update: { type: "boolean", default: false },
  keep: { type: "boolean", default: false },
} as const;

function say(text: string, code: number): number {
  console.log(text);
  return code;
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function inFull(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
