/** How long the contracts take to become code. Nothing is written if everything is up to date. */
import { ready, timeCommands } from "../lib/process.js";
import { spread } from "../lib/statistics.js";

const { rounds }: { rounds: number } = JSON.parse(process.argv[2] ?? "{}");
// The check is first: it fails if the other would have something to write.
const commands = {
  check: ["npm", "run", "--silent", "generate", "--", "--check"],
  generate: ["npm", "run", "--silent", "generate"],
};
const taken = timeCommands(commands, rounds, 0);
const seconds = (name: string) => spread((taken.get(name) ?? []).map((ms) => ms / 1000));
ready({
  figures: { generate: seconds("generate"), check: seconds("check") },
  headings: ["", "seconds"],
  lines: Object.keys(commands).map((name) => ({ name, cells: [seconds(name).median.toFixed(2)] })),
});
