/**
 * Does what a reader of the README does first, on a machine with nothing but Node: in a fresh clone of HEAD, runs the
 * README's commands, then `npm run lint`. What the tests use of the system's packages is hidden from the PATH.
 *
 *   tsx scripts/bare.ts           on this Node
 *   tsx scripts/bare.ts nodes     on each Node that the package promises to run on
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { parts, pathOf } from "../test/support/parts.js";
import { scriptsOf } from "./bare/readme.js";
import { installRuntime, runtimes } from "./test-package/runtimes.js";

const nodes =
  process.argv[2] === "nodes"
    ? runtimes.filter(({ name }) => name.startsWith("node "))
    : [{ name: `node ${process.versions.node}` }];

for (const node of nodes) {
  const program = "release" in node ? await installRuntime(node, resolve(".tmp/runtimes")) : process.execPath;
  await tryOn(node.name, program);
}

async function tryOn(name: string, program: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "backup-records-bare-"));
  const clone = join(folder, "clone");
  const env = { ...process.env, PATH: linkPrograms(join(folder, "bin"), program), CI: undefined };
  const start = performance.now();
  const say = (text: string) =>
    console.log(`\n=== ${name}, ${((performance.now() - start) / 1000).toFixed(0)} s: ${text}`);
  const run = (script: string) => {
    const { status } = spawnSync(pathOf("bash"), ["-c", script], {
      cwd: clone,
      env,
      stdio: ["ignore", "inherit", "inherit"],
    });
    if (status !== 0) throw new Error(`${name}: a command failed`);
  };
  try {
    execFileSync("git", ["clone", "--quiet", "--local", resolve("."), clone]);
    for (const script of scriptsOf(readFileSync(join(clone, "README.md"), "utf8"))) {
      say("commands of the README");
      run(script);
    }
    say("npm run lint");
    run("npm run lint");
    const left = execFileSync("git", ["status", "--porcelain"], { cwd: clone, encoding: "utf8" });
    if (left !== "") throw new Error(`${name}: the commands changed or left files that git sees:\n${left}`);
    say("passed");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a folder with links to this Node and to every program on the PATH but the hidden ones; returns its path. */
function linkPrograms(folder: string, node: string): string {
  mkdirSync(folder);
  symlinkSync(node, join(folder, "node"));
  const taken = new Set<string>(["node", ...Object.values(parts).flatMap(({ names }) => names)]);
  // npx puts this checkout's own tools there, which a clone must not find.
  const folders = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((path) => !path.includes("node_modules"));
  for (const from of folders.filter((path) => existsSync(path))) {
    for (const name of readdirSync(from)) {
      if (taken.has(name)) continue;
      taken.add(name);
      symlinkSync(join(from, name), join(folder, name));
    }
  }
  return folder;
}
