import { rm } from "node:fs/promises";
import { type Check, Failure } from "../check.js";
import { mustRun } from "../shell.js";

/** Without Prism the package installs, and the mode that needs it says in one line what to add. */
const missing: Check = {
  name: "prism missing",
  async run({ project }) {
    const said = await mustRun(process.execPath, ["missing-prism.js"], { cwd: project, timeout: 60_000 });
    const { name, message = "" }: { name?: string; message?: string } = JSON.parse(said);
    const helps = /npm install [^`]*@stoplight\/prism-cli/.test(message) && !message.includes("\n");
    if (name !== "ConfigurationError" || !helps) throw new Failure(`says: ${said.trim()}`);
    return message;
  },
};

/** With Prism, as the message says to install it, the documented examples are played. */
const present: Check = {
  name: "prism present",
  async run({ cleanProject, manifest }) {
    const version = manifest.devDependencies?.["@stoplight/prism-cli"] ?? "5";
    const project = await cleanProject("with-prism", `@stoplight/prism-cli@${version}`);
    const said = await mustRun(process.execPath, ["with-prism.js"], { cwd: project, timeout: 60_000 });
    if (said.trim() !== '["backup_20190510163116"]') throw new Failure(`played: ${said.trim()}`);
    await rm(project, { recursive: true });
    return `plays the documented example with Prism ${version}`;
  },
};

export const peers: readonly Check[] = [missing, present];
