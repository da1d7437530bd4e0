/** What the first import of one service's client costs a fresh process, over a process that imports nothing. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entryFile } from "../lib/package.js";
import { ready, workFolder } from "../lib/process.js";
import { timeProcesses } from "../lib/spawned.js";
import { ratios, spread } from "../lib/statistics.js";

const { rounds }: { rounds: number } = JSON.parse(process.argv[2] ?? "{}");
const folder = join(workFolder, "cold");
mkdirSync(folder, { recursive: true });
const program = (name: string, text: string) => {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return [process.execPath, file];
};
// Each is what a user writes first; the vendor's cores are CommonJS, and are imported whole by their packages.
const commands = {
  bare: program("bare", ""),
  own: program(
    "own",
    `import { createDcsClient } from ${JSON.stringify(entryFile("dcs"))}; createDcsClient;\n`,
  ),
  huawei: program(
    "huawei",
    'import "@huaweicloud/huaweicloud-sdk-core"; import "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js";\n',
  ),
  alibaba: program("alibaba", 'import "@alicloud/openapi-core";\n'),
};
const taken = timeProcesses(commands, rounds);
const bare = taken.get("bare") ?? [];
const over = (name: string) => (taken.get(name) ?? []).map((ms, round) => ms - (bare[round] ?? 0));
const own = over("own");
ready({
  figures: {
    own: spread(own),
    // Differences of whole processes are too noisy to divide round by round.
    huawei: {
      ...spread(
        ratios(
          own,
          own.map(() => spread(over("huawei")).median),
        ),
      ),
    },
    alibaba: {
      ...spread(
        ratios(
          own,
          own.map(() => spread(over("alibaba")).median),
        ),
      ),
    },
  },
  headings: ["", "ms over bare node", "quartiles"],
  lines: ["own", "huawei", "alibaba"].map((name) => {
    const { median, low, high } = spread(over(name));
    const title =
      { own: "backup-records/dcs", huawei: "Huawei Cloud core", alibaba: "Alibaba Cloud core" }[name] ?? name;
    return { name: title, cells: [median.toFixed(1), `${low.toFixed(1)} – ${high.toFixed(1)}`] };
  }),
  notes: [`A process that imports nothing took ${spread(bare).median.toFixed(1)} ms.`],
});
