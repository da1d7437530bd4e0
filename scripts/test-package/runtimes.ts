import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { npm } from "./shell.js";

/** A runtime that the package promises to run on, as the npm package that contains its program. */
export interface Runtime {
  readonly name: string;
  /** Package and version; the version of Node 20 is the oldest that is supported. */
  readonly release: string;
  /** Arguments before the path of a script. */
  readonly args: readonly string[];
}

const node = (version: string): Runtime => ({
  name: `node ${version}`,
  release: `node@${version}`,
  args: [],
});

export const runtimes: readonly Runtime[] = [
  node("20.19.0"),
  node("22.23.3"),
  node("24.21.0"),
  node("26.10.0"),
  { name: "bun 1.4.5", release: "bun@1.4.5", args: ["run"] },
  { name: "deno 2.9.6", release: "deno@2.9.6", args: ["run", "--allow-all", "--no-remote"] },
];

/** Installs a runtime below `folder` unless it is installed, and returns the path of its program. */
export async function installRuntime({ release }: Runtime, folder: string): Promise<string> {
  const [name = ""] = release.split("@");
  const home = join(folder, release);
  const program = join(home, "node_modules/.bin", name);
  if (existsSync(program)) return program;
  // The next run must not use a runtime that is half installed.
  const unfinished = `${home}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await writeFile(join(unfinished, "package.json"), '{ "private": true }\n');
  await npm(["install", release], unfinished);
  await rename(unfinished, home);
  return program;
}
