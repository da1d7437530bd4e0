// Lints contracts and rates what changed in them since BASE, by the installed `backup-records`. Annotations go
// to standard output, the changes as Markdown into the job's summary. Exit code 0: all is well · 1: findings ·
// 2: it could not be told.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

const { CONTRACTS = "", CONFIG = "", BASE = "", FAIL_ON = "breaking", TOOLS = "." } = process.env;
const { GITHUB_STEP_SUMMARY, GITHUB_OUTPUT, RUNNER_TEMP = tmpdir() } = process.env;
const program = (name) => join(TOOLS, "node_modules/.bin", name);

const contracts = CONTRACTS.split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "");

process.exitCode = main();

function main() {
  if (contracts.length === 0) return refuse("no contract is named: give the input `contracts`");
  if (!["breaking", "never"].includes(FAIL_ON)) return refuse(`fail-on is breaking or never, not ${FAIL_ON}`);
  const missing = contracts.filter((file) => !existsSync(file));
  if (missing.length > 0 && BASE === "") return refuse(`no such file: ${missing.join(", ")}`);
  const linted = lint(contracts.filter((file) => !missing.includes(file)));
  const compared = BASE === "" ? 0 : compareAll();
  return Math.max(linted, compared);
}

function lint(files) {
  if (files.length === 0) return 0;
  const config = CONFIG === "" ? [] : ["--config", CONFIG];
  const { status, stdout } = run("backup-records", ["lint", "--format", "github", ...config, ...files]);
  process.stdout.write(stdout);
  return status === 0 || status === 1 ? status : 2;
}

function compareAll() {
  const folder = mkdtempSync(join(RUNNER_TEMP, "contract-gate-base-"));
  const base = join(folder, "base");
  const added = spawnSync("git", ["worktree", "add", "--detach", base, BASE], { encoding: "utf8" });
  if (added.status !== 0) {
    return refuse(
      `${BASE} is not there to compare with: check out with fetch-depth 2 or more. ${added.stderr}`,
    );
  }
  try {
    const results = contracts.map((file) => compare(file, base, folder));
    const breaking = results.some(({ code }) => code === 1);
    if (results.some(({ code }) => code > 1)) return 2;
    const summary = join(RUNNER_TEMP, "contract-gate.md");
    writeFileSync(summary, results.map(({ markdown }) => markdown).join("\n"));
    if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, readFileSync(summary));
    if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `breaking=${breaking}\nsummary=${summary}\n`);
    return breaking && FAIL_ON === "breaking" ? 1 : 0;
  } finally {
    spawnSync("git", ["worktree", "remove", "--force", base]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The changes of one contract, as Markdown, and the exit code: 0 fine, 1 breaking, 2 unreadable. */
function compare(file, base, folder) {
  const older = join(base, file);
  if (!existsSync(older) && !existsSync(file)) return { code: refuse(`no such file: ${file}`), markdown: "" };
  if (!existsSync(older)) return { code: 0, markdown: `#### ${file}\n\nThe contract was added.\n` };
  if (!existsSync(file)) {
    annotate("The contract was removed", `file=${file}`);
    return { code: 1, markdown: `#### ${file}\n\nThe contract was **removed**.\n` };
  }
  if (!refersElsewhere(older) && !refersElsewhere(file)) return diff(older, file);
  // A contract of several files is compared as one; there are no lines to annotate then.
  const pair = [
    [older, join(folder, `old-${basename(file)}.json`)],
    [resolve(file), join(folder, `new-${basename(file)}.json`)],
  ];
  for (const [source, bundle] of pair) {
    const { status, stderr } = run("redocly", ["bundle", source, "--output", bundle]);
    if (status !== 0) return { code: refuse(`${file} cannot be bundled: ${stderr}`), markdown: "" };
  }
  const { code, markdown } = diff(pair[0][1], pair[1][1], false);
  if (code === 1) annotate("The contract breaks its clients: see the summary", `file=${file}`);
  return { code, markdown: markdown.replaceAll(pair[1][1], file) };
}

function diff(older, newer, annotated = true) {
  const { status, stdout } = run("backup-records", ["diff", older, newer, "--format", "markdown"]);
  if (annotated && (status === 0 || status === 1)) {
    const format = run("backup-records", ["diff", older, newer, "--format", "github"], "ignore");
    process.stdout.write(
      FAIL_ON === "never" ? format.stdout.replace(/^::error /gm, "::warning ") : format.stdout,
    );
  }
  return { code: status === 0 || status === 1 ? status : 2, markdown: stdout };
}

function refersElsewhere(file) {
  return /["']?\$ref["']?\s*:\s*["']?[^#"'\s]/.test(readFileSync(file, "utf8"));
}

/** Runs an installed program; what it says of itself goes to standard error. */
function run(name, args, talk = "inherit") {
  const { status, stdout, stderr, error } = spawnSync(program(name), args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", name === "redocly" ? "pipe" : talk],
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" },
  });
  if (error) refuse(`${program(name)}: ${error.message}`);
  return { status: status ?? 2, stdout: stdout ?? "", stderr: stderr ?? "" };
}

function annotate(message, place = "") {
  const level = FAIL_ON === "never" ? "warning" : "error";
  process.stdout.write(`::${level} ${place}::${escaped(message)}\n`);
}

function refuse(message) {
  process.stdout.write(`::error title=Contract gate::${escaped(message.trim())}\n`);
  return 2;
}

function escaped(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
