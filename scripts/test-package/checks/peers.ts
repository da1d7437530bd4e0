import { rm } from "node:fs/promises";
import { type Check, Failure } from "../check.js";
import { mustRun } from "../shell.js";

/** Without Prism the package installs, and the mode that needs Prism says in one line what to install. */
const missing: Check = {
  name: "prism missing",
  async run({ project }) {
    const output = await mustRun(process.execPath, ["missing-prism.js"], { cwd: project, timeout: 60_000 });
    const { name, message = "" }: { name?: string; message?: string } = JSON.parse(output);
    const helps = /npm install [^`]*@stoplight\/prism-cli/.test(message) && !message.includes("\n");
    if (name !== "ConfigurationError" || !helps) throw new Failure(`prints: ${output.trim()}`);
    return message;
  },
};

/** With Prism, installed as the message says, the mock plays the documented examples. */
const present: Check = {
  name: "prism present",
  async run({ cleanProject, manifest }) {
    const version = manifest.devDependencies?.["@stoplight/prism-cli"] ?? "5";
    const project = await cleanProject("with-prism", `@stoplight/prism-cli@${version}`);
    const output = await mustRun(process.execPath, ["with-prism.js"], { cwd: project, timeout: 60_000 });
    if (output.trim() !== '["backup_20190510163116"]') throw new Failure(`played: ${output.trim()}`);
    await rm(project, { recursive: true });
    return `plays the documented example with Prism ${version}`;
  },
};

export const peers: readonly Check[] = [missing, present];
