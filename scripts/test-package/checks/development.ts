import { delimiter, dirname, join } from "node:path";
import { type Check, Failure } from "../check.js";
import { installRuntime, type Runtime, runtimes } from "../runtimes.js";
import { mustRun } from "../shell.js";

/** On a version of Node, the package can be built, and `npm start` works. */
function developmentOn(runtime: Runtime): Check {
  return {
    name: `clone on ${runtime.name}`,
    async run({ repository }) {
      const program = await installRuntime(runtime, join(repository, ".tmp/runtimes"));
      const env = { PATH: `${dirname(program)}${delimiter}${process.env["PATH"]}` };
      await mustRun("npm", ["run", "build"], { cwd: repository, env });
      const output = await mustRun("npm", ["start"], { cwd: repository, env });
      const last = output.trim().split("\n").at(-1) ?? "";
      if (!/^\d+ documented records/.test(last)) throw new Failure(`npm start ended with "${last}"`);
      return `builds; ${last.replace(/,.*/, "")}`;
    },
  };
}

export const clones: readonly Check[] = runtimes
  .filter(({ name }) => name.startsWith("node"))
  .map(developmentOn);
