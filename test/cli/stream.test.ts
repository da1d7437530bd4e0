import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dcsRecord } from "../support/dcs-records.js";
import { sampleOf, wholeRound } from "../support/round.js";
import { type BuiltCommand, installCommand } from "./support/command.js";

const PAGE = 1000;
const template = JSON.stringify(dcsRecord(1, { backup_id: "NUMBER", backup_name: "NUMBER" }));

/** Called with the number of each requested page, from 1; the page is sent when the promise resolves. */
let gate: (page: number) => Promise<void> = async () => {};
let pages = 1;

const server = createServer((incoming, outgoing) => {
  const start = Number(new URL(incoming.url ?? "", "http://localhost").searchParams.get("offset")) + 1;
  void gate((start - 1) / PAGE + 1).then(() => respond(start, outgoing));
});

function respond(start: number, outgoing: ServerResponse): void {
  const records = Array.from({ length: PAGE }, (_, at) =>
    template.replaceAll("NUMBER", `backup-${start + at}`),
  );
  outgoing.writeHead(200, { "content-type": "application/json" });
  outgoing.end(`{"backup_record_response":[${records.join(",")}],"total_num":${pages * PAGE}}`);
}

let command: BuiltCommand;
beforeAll(async () => {
  command = installCommand();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  command.clean();
});

function list(format: string, node: readonly string[] = [], more: readonly string[] = []) {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = [
    "--base-url",
    url,
    "--instance",
    "i-1",
    "--page-size",
    String(PAGE),
    "--format",
    format,
    ...more,
  ];
  const child = spawn(process.execPath, [...node, command.file, "list", "dcs", ...options], {
    cwd: command.work,
    env: { PATH: "/usr/bin:/bin", HOME: command.work, TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, stderr: text(child.stderr), ended: once(child, "close") };
}

test.each(sampleOf(["table", "csv", "json", "ndjson"], 4))("%s is written page by page", async (format) => {
  pages = 2;
  const requested: number[] = [];
  let sendPage2 = () => {};
  const page2 = new Promise<void>((resolve) => {
    sendPage2 = resolve;
  });
  gate = async (page) => {
    requested.push(page);
    if (page === 2) await page2;
  };
  const { child, stderr, ended } = list(format);
  let written = "";
  child.stdout.on("data", (chunk: Buffer) => {
    written += chunk;
    // The whole first page is written before the second page is sent.
    if (written.includes("backup-1000")) sendPage2();
  });
  const [code] = await ended;
  expect({ code, requested, stderr: await stderr }).toEqual({ code: 0, requested: [1, 2], stderr: "" });
  expect(written).toContain("backup-2000");
});

test.skipIf(!wholeRound)("a listing of many pages needs as much memory as one page", async () => {
  pages = 120;
  gate = async () => {};
  // All records together need several times as much memory.
  const { child, stderr, ended } = list("ndjson", ["--max-old-space-size=24", "--max-semi-space-size=2"]);
  let lines = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines += 1;
  });
  const [code] = await ended;
  expect({ code, lines, stderr: await stderr }).toEqual({ code: 0, lines: pages * PAGE, stderr: "" });
});

test("Ctrl-C ends a listing at once even if its output is not read", async () => {
  pages = 50;
  gate = async () => {};
  const { child, stderr, ended } = list("ndjson");
  // A page is larger than the pipe's buffer, so the command waits once the buffer is full.
  await once(child.stdout, "readable");
  child.kill("SIGINT");
  const [code] = await ended;
  expect(code).toBe(130);
  expect(await stderr).toMatch(
    /^interrupted after 0 backups and some of the next 1000; to go on: backup-records list dcs /,
  );
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s closes a listing in JSON, and ends it with %i", async (signal, expected) => {
  pages = 50;
  let send3 = () => {};
  const page3 = new Promise<void>((resolve) => {
    send3 = resolve;
  });
  gate = async (page) => {
    if (page !== 3) return;
    child.kill(signal);
    await page3;
  };
  const { child, stderr, ended } = list("json");
  const stdout = await text(child.stdout);
  const [code] = await ended;
  send3();
  expect(code).toBe(expected);
  expect(JSON.parse(stdout)).toHaveLength(2 * PAGE);
  expect(await stderr).toMatch(
    /^interrupted after 2,000 of 50,000 backups; to go on: backup-records list dcs /,
  );
});

test("a listing in JSON that an error ends is closed", async () => {
  pages = 50;
  gate = async (page) => {
    if (page === 3) server.closeAllConnections();
  };
  const { child, ended } = list("json", [], ["--attempts", "1"]);
  const stdout = await text(child.stdout);
  const [code] = await ended;
  expect(code).toBe(5);
  expect(JSON.parse(stdout)).toHaveLength(2 * PAGE);
});

test("a listing ends without an error if the reader closes the pipe", async () => {
  pages = 50;
  gate = async () => {};
  const { child, stderr, ended } = list("ndjson");
  child.stdout.once("data", () => child.stdout.destroy());
  const [code] = await ended;
  expect({ code, stderr: await stderr }).toEqual({ code: 0, stderr: "" });
});
