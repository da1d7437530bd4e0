import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type Mock, startMock } from "../../src/mock/index.js";
import { sampleOf, wholeRound } from "../support/round.js";
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

/** Starts `exporter` with these targets and answers its talk, line by line. */
function startExporter(targets: string, ...more: string[]) {
  const file = join(mkdtempSync(join(command.work, "exporter-")), "targets.yaml");
  writeFileSync(file, targets);
  const args = [command.file, "exporter", file, "--listen", "127.0.0.1:0", ...more];
  const child = spawn(process.execPath, args, {
    cwd: command.work,
    env: { PATH: "/usr/bin:/bin", HOME: command.work, TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A test that fails leaves it running.
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const talk = createInterface(child.stderr)[Symbol.asyncIterator]();
  const line = async () => String((await talk.next()).value);
  return {
    child,
    /** Puts another text into its targets file. */
    rewrite: (targets: string) => writeFileSync(file, targets),
    data: text(child.stdout),
    ended: once(child, "close"),
    line,
    /** Its address, once it serves. */
    async url() {
      const said = await line();
      const [, url] = /^metrics of \d+ targets? at (http:\S+)\/metrics; Ctrl-C stops$/.exec(said) ?? [];
      if (url === undefined) throw new Error(said);
      return url;
    },
  };
}

const twoTargets = () =>
  `targets: [{ service: dcs, instances: [a, late-b], project: p, baseUrl: "${mock.urls.dcs}" }]\n`;

/** Begins a scrape and reads nothing of its answer yet. */
const scrapeHalf = (url: string) =>
  new Promise<IncomingMessage>((answered, failed) => get(`${url}/metrics`, answered).on("error", failed));

/** What is answered there, or null where nobody listens. */
const statusOf = (url: string) =>
  fetch(url).then(
    ({ status }) => status,
    () => null,
  );

test.each(sampleOf(["SIGTERM", "SIGINT"] as const, 2))(
  "an exporter serves until %s, and ends in good order",
  async (signal) => {
    const exporter = startExporter(twoTargets());
    const url = await exporter.url();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await exporter.line()).toMatch(/^2 targets in \d+m?s: all checked$/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(/^backup_records_verdict\{target="[^"]*late-b",.*verdict="late"\} 1$/m);
    exporter.child.kill(signal);
    expect(await exporter.line()).toBe("stopped");
    expect([await exporter.line(), await exporter.data, ...(await exporter.ended)]).toEqual([
      "undefined",
      "",
      0,
      null,
    ]);
  },
);

test.skipIf(!wholeRound)(
  "a scrape that is under way at SIGTERM is answered to its end, and the round given up",
  {
    timeout: 60_000,
  },
  async () => {
    // A service that never ends an answer, and more to scrape than any buffer on the way takes.
    const own = await startMock({ services: ["dcs"], mode: "simulate", faults: ["stall"] });
    const labels = `{ long: ${"x".repeat(20_000)} }`;
    const ids = Array.from({ length: 1000 }, (_, at) => `i-${at}`).join(", ");
    const exporter = startExporter(
      `targets: [{ service: dcs, instances: [${ids}], project: p, baseUrl: "${own.urls.dcs}", labels: ${labels} }]\n`,
    );
    const url = await exporter.url();
    const response = await scrapeHalf(url);
    exporter.child.kill("SIGTERM");
    // It no longer listens: the signal has come.
    while ((await statusOf(`${url}/readyz`)) === 503);
    expect(await statusOf(`${url}/readyz`)).toBe(null);
    const scraped = await text(response);
    expect(scraped.match(/^backup_records_target_info\{/gm)).toHaveLength(1000);
    expect(scraped).toMatch(/\n$/);
    expect(await exporter.line()).toBe("stopped");
    expect(await exporter.ended).toEqual([0, null]);
    await own.stop();
  },
);

const connections: readonly [string, string][] = [
  ["sends nothing", ""],
  ["sends half a request line", "GET /met"],
  ["sends half the headers", "GET /metrics HTTP/1.1\r\nhost: localhost\r\n"],
  [
    "announces a body and sends none",
    "POST /metrics HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n",
  ],
  ["is kept after a response", "GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n"],
];
test.each(sampleOf(connections, 4))("a connection that %s does not outlive SIGTERM", async (_, text) => {
  const exporter = startExporter(twoTargets());
  const url = await exporter.url();
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  const closed = once(socket.on("error", () => {}).resume(), "close");
  await once(socket, "connect");
  if (text !== "") await new Promise((sent) => socket.write(text, sent));
  // By then the server has read what was sent before it.
  expect(await statusOf(`${url}/healthz`)).toBe(200);
  exporter.child.kill("SIGTERM");
  expect(await exporter.ended).toEqual([0, null]);
  await closed;
});

test("on a loopback address, only requests for this machine are served", async () => {
  const exporter = startExporter(twoTargets());
  const url = await exporter.url();
  const statusFor = async (host: string) => {
    const request = get(`${url}/metrics`, { headers: { host } });
    const [response] = await once(request, "response");
    response.resume();
    return response.statusCode;
  };
  for (const host of ["localhost", "LOCALHOST:1", "127.0.0.1:9464", "[::1]:9464"]) {
    expect([host, await statusFor(host)]).toEqual([host, 200]);
  }
  for (const host of ["evil.example", "127.0.0.1.evil.example:9464", "localhost.evil.example", "[::2]"]) {
    expect([host, await statusFor(host)]).toEqual([host, 403]);
  }
  exporter.child.kill("SIGTERM");
  await exporter.ended;
});

test("what was known stays when the service fails, and says how old it is", async () => {
  const own = await startMock({ services: ["dcs"], mode: "simulate" });
  const exporter = startExporter(
    `targets: [{ service: dcs, instance: a, project: p, baseUrl: "${own.urls.dcs}" }]\n`,
    "--interval=1s",
    "--attempts=1",
  );
  const url = await exporter.url();
  expect(await exporter.line()).toMatch(/all checked$/);
  await own.stop();
  expect(await exporter.line()).toMatch(/^1 target in \d+m?s: 1 could not be checked$/);
  expect(await exporter.line()).toMatch(/^not checked: a: .* ECONNREFUSED/);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string) =>
    Number(new RegExp(`^backup_records_${name}.* (\\S+)$`, "m").exec(metrics)?.[1]);
  expect(value("target_up")).toBe(0);
  expect(value('verdict\\{.*verdict="ok"')).toBe(1);
  expect(value("good_backups_left")).toBeGreaterThan(0);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  exporter.child.kill("SIGTERM");
  expect(await exporter.ended).toEqual([0, null]);
});

test("SIGHUP has it read its targets file again, and a file with a mistake changes nothing", async () => {
  const exporter = startExporter(twoTargets());
  const url = await exporter.url();
  expect(await exporter.line()).toMatch(/^2 targets in \d+m?s: all checked$/);
  exporter.rewrite("targets: []\nx: 1\n");
  exporter.child.kill("SIGHUP");
  expect(await exporter.line()).toMatch(/^backup-records: .*targets\.yaml:1:10: targets is an empty list/);
  expect(await exporter.line()).toMatch(/^backup-records: .*targets\.yaml:2:1: .* has no key "x"/);
  expect(await exporter.line()).toBe("2 mistakes; nothing was checked");
  expect(await exporter.line()).toBe("the targets stay as they were");
  const served = async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    return [...metrics.matchAll(/^backup_records_target_info\{target="([^"]*)"/gm)].map(([, name]) => name);
  };
  expect(await served()).toEqual(["a", "late-b"]);
  exporter.rewrite(twoTargets().replace("late-b", "missing-c"));
  exporter.child.kill("SIGHUP");
  expect(await exporter.line()).toMatch(/^read .*targets\.yaml again: 2 targets$/);
  expect(await served()).toEqual(["a", "missing-c"]);
  expect(await exporter.line()).toMatch(/^2 targets in \d+m?s: 1 could not be checked$/);
  expect(await exporter.line()).toMatch(/^not checked: missing-c: instance missing-c: dcs .* 404 /);
  exporter.child.kill("SIGTERM");
  expect(await exporter.line()).toBe("stopped");
  expect(await exporter.ended).toEqual([0, null]);
});

test("its log says once why targets cannot be checked, however many they are, and once that they can be again", async () => {
  let status = 200;
  const refusal = { error_code: "DCS.4009", error_msg: "You do not have the required permissions." };
  const service = createServer((_, response) => {
    response.writeHead(status, { "content-type": "application/json", "x-request-id": "req-1" });
    response.end(JSON.stringify(status === 200 ? { backup_record_response: [], total_num: 0 } : refusal));
  });
  onTestFinished(() => {
    service.close();
  });
  await once(service.listen(0, "127.0.0.1"), "listening");
  const address = service.address();
  const port = typeof address === "object" ? address?.port : "";
  const ids = Array.from({ length: 22 }, (_, at) => `i-${at}`);
  const exporter = startExporter(
    `targets: [{ service: dcs, instances: [${ids}], project: p, baseUrl: "http://127.0.0.1:${port}" }]\n`,
    "--interval=1s",
    "--attempts=1",
  );
  const lines = async (count: number) => {
    const all: string[] = [];
    while (all.length < count) all.push(await exporter.line());
    return all;
  };
  await exporter.url();
  expect(await lines(1)).toEqual([expect.stringMatching(/all checked$/)]);
  status = 403;
  const refused = await lines(22);
  expect(refused[0]).toMatch(/: \d+ could not be checked$/);
  expect(refused.slice(1, 21)).toEqual(
    Array(20).fill(
      expect.stringMatching(/^not checked: i-\d+: .*403 DCS\.4009.*required permissions.*req-1/),
    ),
  );
  expect(refused[21]).toMatch(/^not checked for the same reason: i-\d+, i-\d+$/);
  status = 200;
  const again = await lines(22);
  expect(again[0]).toMatch(/all checked$/);
  expect(again.slice(1, 21)).toEqual(Array(20).fill(expect.stringMatching(/^checked again: i-\d+$/)));
  expect(again[21]).toMatch(/^checked again: i-\d+, i-\d+$/);
  exporter.child.kill("SIGTERM");
  expect(await exporter.line()).toBe("stopped");
});

test("its help says what it serves, and where", async () => {
  const { stdout, stderr, exit } = await run(command, ["exporter", "--help"]);
  expect({ stderr, exit }).toEqual({ stderr: "", exit: 0 });
  for (const word of ["/metrics", "/healthz", "/readyz", "127.0.0.1:9464", "targets.yaml", "deploy/"])
    expect(stdout).toContain(word);
});
