import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, Failure, refuseProblems } from "../check.js";
import { workshopOf } from "../tools/install.js";
import { type Tool, validators } from "../tools/list.js";

/** A validator of others accepts every contract, and refuses one that is broken. */
function accepts({ name }: Tool): Check {
  return {
    name: `validator ${name}`,
    async run(subject) {
      const { folder, contracts, node } = await workshopOf(subject);
      const contract = JSON.parse(await readFile(join(folder, "dcs.json"), "utf8"));
      contract.paths = { "/broken": { get: { responses: { "20x": {} } } } };
      await writeFile(join(folder, "broken.json"), JSON.stringify(contract));
      const printed = await node("validate.js", name, ...contracts, "broken.json");
      const problems = printed.split("\n").filter((line) => line !== "");
      refuseProblems(
        "it refuses",
        problems.filter((line) => contracts.some((contract) => line.startsWith(`${contract}:`))),
      );
      if (problems.length === 0) throw new Failure("it accepts a contract with a response 20x");
      return `accepts ${contracts.length} contracts`;
    },
  };
}

export const byValidators: readonly Check[] = validators.map(accepts);
