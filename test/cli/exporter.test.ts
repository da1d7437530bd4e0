import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../src/mock/index.js";
import { type BuiltCommand, installCommand } from "./support/command.js";
import { run } from "./support/run.js";

let command: BuiltCommand;
let mock: Mock<"dcs">;

beforeAll(async () => {
  command = installCommand();
  mock = await startMock({ services: ["dcs"], mode: "simulate" });
});

afterAll(async () => {
  await mock.stop();
  command.clean();
});

/** Starts `exporter` over the simulator and answers its talk, line by line. */
function startExporter() {
  const file = join(mkdtempSync(join(command.work, "exporter-")), "targets.yaml");
  writeFileSync(
    file,
    `targets: [{ service: dcs, instances: [a, late-b], project: p, baseUrl: "${mock.urls.dcs}" }]\n`,
  );
  const child = spawn(process.execPath, [command.file, "exporter", file, "--listen", "127.0.0.1:0"], {
    cwd: command.work,
    env: { PATH: "/usr/bin:/bin", HOME: command.work, TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const talk = createInterface(child.stderr)[Symbol.asyncIterator]();
  return {
    child,
    data: text(child.stdout),
    ended: once(child, "close"),
    line: async () => String((await talk.next()).value),
  };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "an exporter serves until %s, and ends in good order",
  async (signal) => {
    const { child, data, ended, line } = startExporter();
    const where = await line();
    const [, url = ""] = /^metrics of 2 targets at (http:\S+)\/metrics; Ctrl-C stops$/.exec(where) ?? [];
    expect(await line()).toMatch(/^2 targets in \d+\.\d s: all answered$/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(/^backup_records_verdict\{target="[^"]*late-b",.*verdict="late"\} 1$/m);
    child.kill(signal);
    expect(await line()).toBe("stopped");
    expect([await line(), await data, ...(await ended)]).toEqual(["undefined", "", 0, null]);
  },
);

test("its help says what it serves, and where", async () => {
  const { stdout, stderr, exit } = await run(command, ["exporter", "--help"]);
  expect({ stderr, exit }).toEqual({ stderr: "", exit: 0 });
  for (const word of ["/metrics", "/healthz", "/readyz", "127.0.0.1:9464", "targets.yaml", "deploy/"])
    expect(stdout).toContain(word);
});
