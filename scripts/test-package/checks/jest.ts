import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, Failure } from "../check.js";
import { modules } from "../entries.js";
import { mustRun } from "../shell.js";

/** The versions that the guide speaks of. */
const PACKAGES = ["jest@30.5.2", "@babel/preset-env@7.29.14"];

const CONFIG = { testMatch: ["<rootDir>/jest-entries.js"], testTimeout: 60_000 };

/** Jest loads every entry point and lists from the mock, with the setting of the guide and as modules. */
export const jest: Check = {
  name: "jest",
  async run({ cleanProject, repository }) {
    const project = await cleanProject("jest", ...PACKAGES);
    const guide = await readFile(join(repository, "docs/guide/bundling.md"), "utf8");
    // In a table a bar is escaped, as a backslash is in JSON.
    const setting = /`transformIgnorePatterns: \["([^`]+)"\]`/.exec(guide)?.[1]?.replaceAll("\\|", "|");
    if (setting === undefined) throw new Failure("docs/guide/bundling.md has no transformIgnorePatterns");
    const babel = { presets: [["@babel/preset-env", { targets: { node: "current" } }]] };
    await writeFile(join(project, "babel.config.json"), JSON.stringify(babel));
    const asCommonJs = { ...CONFIG, transformIgnorePatterns: [setting] };
    await jestWith(project, '{ "private": true }\n', asCommonJs, {});
    const asModules = { ...CONFIG, transform: {} };
    const flag = { NODE_OPTIONS: "--experimental-vm-modules" };
    await jestWith(project, '{ "private": true, "type": "module" }\n', asModules, flag);
    await rm(project, { recursive: true });
    return `${modules.length} entry points and a listing, with the setting of the guide and as modules`;
  },
};

async function jestWith(
  project: string,
  manifest: string,
  config: object,
  env: Readonly<Record<string, string>>,
) {
  await writeFile(join(project, "package.json"), manifest);
  await writeFile(join(project, "jest.config.json"), JSON.stringify(config));
  const program = "node_modules/jest/bin/jest.js";
  await mustRun(process.execPath, [program, "--config", "jest.config.json"], { cwd: project, env });
}
