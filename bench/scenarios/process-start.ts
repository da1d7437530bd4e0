/** What a process pays that has just started: its code is neither loaded nor compiled. */
import { type Place, targetOf } from "../clients/client.js";
import type { Figure, Line } from "../lib/outcome.js";
import { programFile, ready, runCommand } from "../lib/process.js";
import { pages, startFixed } from "../lib/servers.js";
import { spread } from "../lib/statistics.js";
import type { FreshArguments, Stage } from "./fresh-process.js";

const { stage, rounds }: { stage: Stage; rounds: number } = JSON.parse(process.argv[2] ?? "{}");
const fake = {
  projectId: "fake-project-id",
  instanceId: "fake-instance-id",
  accessKeyId: "FAKE-ACCESS-KEY-ID",
  secret: "fake-secret-access-key",
};
const pathOf = (service: "dcs" | "starrocks") =>
  targetOf(service, { ...fake, baseUrl: "" }).split("?", 1)[0] ?? "";
const server = await startFixed({
  [pathOf("dcs")]: pages.dcs,
  [pathOf("starrocks")]: pages.starrocks,
});
const place: Place = { ...fake, baseUrl: server.url };

const sides = [
  ...(["own", "vendor", "node:http", "fetch"] as const).map(
    (client) => ({ service: "dcs", client }) as const,
  ),
  ...(["own", "vendor"] as const).map((client) => ({ service: "starrocks", client }) as const),
];
const taken = new Map<string, number[]>();
// The first round does not count: the server has just started, too.
for (let round = -1; round < rounds; round++) {
  for (const { service, client } of sides) {
    const args: FreshArguments = { client, service, place, stage };
    const command = [process.execPath, programFile("scenarios/fresh-process"), JSON.stringify(args)];
    const { name, ms }: { name: string; ms: number } = JSON.parse(runCommand(command));
    const key = `${service}: ${name}`;
    if (round >= 0) taken.set(key, [...(taken.get(key) ?? []), ms]);
  }
}
await server.stop();

// The milliseconds of a thousand calls are the microseconds of one.
const unit = stage === "first thousand" ? "µs a call" : "ms";
const figures: Record<string, Figure> = {};
const lines: Line[] = [];
for (const [name, ms] of taken) {
  const { median, low, high } = spread(ms);
  figures[name] = { median, low, high };
  lines.push({ name, cells: [median.toFixed(1), `${low.toFixed(1)} – ${high.toFixed(1)}`] });
}
ready({
  figures,
  headings: ["", unit, "quartiles"],
  lines,
  notes: [`${rounds} processes for each client, in turns.`],
});
