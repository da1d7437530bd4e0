import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, refuseProblems } from "../check.js";
import { entries } from "../entries.js";
import type { Manifest, Subject } from "../subject.js";

/** All packages of an installation: this one, its dependency, and the dependency of that. */
const INSTALLED = ["backup-records", "openapi-fetch", "openapi-typescript-helpers"];

/** The optional peers. */
const PEERS = ["@modelcontextprotocol/sdk", "@redocly/cli", "@stoplight/prism-cli", "bullmq", "ioredis"];

/** package.json is as expected, and an installation installs nothing else. */
export const manifest: Check = {
  name: "manifest",
  async run(subject) {
    const { manifest, project } = subject;
    const folders = await readdir(join(project, "node_modules"));
    const installed = folders.filter((name) => !name.startsWith("."));
    refuseProblems("package.json", [
      ...same("installed packages", installed, INSTALLED),
      ...same("dependencies", Object.keys(manifest.dependencies ?? {}), ["openapi-fetch"]),
      ...same("optional dependencies", Object.keys(manifest.optionalDependencies ?? {}), []),
      ...same("peers", Object.keys(manifest.peerDependencies ?? {}), PEERS),
      ...PEERS.filter((peer) => manifest.peerDependenciesMeta?.[peer]?.optional !== true).map(
        (peer) => `the peer ${peer} is not optional`,
      ),
      ...same("exports", Object.keys(manifest.exports).map(specifierOf), specifiers),
      ...missingTargets(subject),
      ...installScripts(manifest),
      ...(await binProblems(subject)),
      ...(manifest.type === "module" ? [] : ['type is not "module"']),
      ...(manifest.sideEffects === false ? [] : ["sideEffects is not false"]),
      ...(manifest.engines?.["node"] === ">=20.19" ? [] : ["engines.node is not >=20.19"]),
    ]);
    return `${entries.length} entry points, ${INSTALLED.length - 1} packages are installed with it, ${PEERS.length} optional peers`;
  },
};

const specifiers = entries.map(({ specifier }) => specifier);

function specifierOf(path: string): string {
  return `backup-records${path.slice(1)}`;
}

/** The files of `exports` that the tarball lacks. `types` must be the first condition, or compilers ignore it. */
function missingTargets({ manifest, files }: Subject): string[] {
  return Object.entries(manifest.exports).flatMap(([path, target]) => {
    const conditions = typeof target === "string" ? { default: target } : target;
    const order = Object.keys(conditions).join();
    const code = conditions["default"]?.endsWith(".js") === true;
    // Compilers find the declarations of either by its own name.
    const wanted = path.endsWith("/types") ? "require,default" : code ? "types,default" : "default";
    return [
      ...(path.includes("*") ? [`${path} is a wildcard`] : []),
      ...(order === wanted ? [] : [`${path} has the conditions ${order}`]),
      ...Object.values(conditions)
        .filter((file) => !files.includes(file.replace("./", "")))
        .map((file) => `${path} leads to ${file}, which is not in the tarball`),
    ];
  });
}

function installScripts({ scripts = {} }: Manifest): string[] {
  return ["preinstall", "install", "postinstall"]
    .filter((name) => Object.hasOwn(scripts, name))
    .map((name) => `the script ${name} would run on every installation`);
}

async function binProblems({ manifest, installed }: Subject): Promise<string[]> {
  const problems = same("commands", Object.keys(manifest.bin ?? {}), ["backup-records"]);
  for (const [name, file] of Object.entries(manifest.bin ?? {})) {
    const text = await readFile(join(installed, file), "utf8").catch(() => "");
    if (!text.startsWith("#!/usr/bin/env node\n"))
      problems.push(`the command ${name} is not a Node program: ${file}`);
  }
  return problems;
}

function same(what: string, found: readonly string[], wanted: readonly string[]): string[] {
  const missing = wanted.filter((name) => !found.includes(name));
  const extra = found.filter((name) => !wanted.includes(name));
  return [
    ...missing.map((name) => `${what}: ${name} is missing`),
    ...extra.map((name) => `${what}: ${name} is too many`),
  ];
}
