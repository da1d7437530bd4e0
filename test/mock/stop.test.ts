import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { startMock } from "../../src/mock/index.js";
import { sampleOf, wholeRound } from "../support/round.js";
import { type HangingConnections, openHangingConnections } from "./support/connections.js";
import { sendRequest } from "./support/send-request.js";

const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function hang(url: string): Promise<HangingConnections> {
  const connections = await openHangingConnections(url);
  cleanups.push(connections.destroy);
  return connections;
}

// A connection that is left open keeps these tests waiting until they fail.

test("stop() closes silent, half-sent, dripping, idle and unread connections", async () => {
  const mock = await startMock({ mode: "simulate", services: ["starrocks"], records: 1000 });
  const connections = await hang(mock.urls.starrocks);
  await mock.stop();
  await connections.closed();
  await expect(sendRequest(mock.urls.starrocks)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

test("stop() closes stalled and delayed responses", async () => {
  const mock = await startMock({ mode: "simulate", faults: ["dcs/stall", "starrocks/latency=3600000"] });
  const pending = [mock.urls.dcs, mock.urls.starrocks].map((url) => hang(url));
  const connections = await Promise.all(pending);
  await mock.stop();
  await Promise.all(connections.map(({ closed }) => closed()));
});

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  /** What was written to standard error. */
  said(): string;
}

/** Starts the command `mock` and waits for the URL of its service. */
async function startCommand(...further: readonly string[]): Promise<Running> {
  const args = ["mock", "starrocks", "--port", "0", "--records", "1000", ...further];
  const child = spawn(process.execPath, ["dist/cli/main.js", ...args]);
  cleanups.push(() => child.kill("SIGKILL"));
  let [text, said] = ["", ""];
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  for await (const chunk of child.stdout) {
    text += chunk;
    const [, url] = /BACKUP_RECORDS_STARROCKS_URL='(.*)'/.exec(text) ?? [];
    if (url !== undefined) return { child, url, said: () => said };
  }
  throw new Error(said);
}

describe.each(sampleOf(["SIGTERM", "SIGINT"] as const, 2))("the command, on %s", (signal) => {
  // A command takes seconds to start on a busy machine.
  test("ends with code 0 although connections are open", { timeout: 40_000 }, async () => {
    const { child, url, said } = await startCommand();
    const connections = await hang(url);
    const exit = once(child, "close");
    child.kill(signal);
    expect(await exit).toEqual([0, null]);
    expect(said()).toMatch(/stopped\n$/);
    await connections.closed();
  });
});

test.skipIf(!wholeRound)(
  "the command ends although nobody reads the pipe that it records to",
  { timeout: 40_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "mock-"));
    cleanups.push(() => rmSync(folder, { recursive: true }));
    const pipe = join(folder, "calls");
    execFileSync("sh", ["-c", 'mkfifo "$1"', "sh", pipe]);
    // Open for both, so that there is a reader, which reads nothing.
    const reader = openSync(pipe, "r+");
    cleanups.push(() => closeSync(reader));
    const { child, url, said } = await startCommand("--record", pipe);
    await sendRequest(`${url}/webapi/backup/manage/describe?PageSize=1000`, { method: "POST" });
    const exit = once(child, "close");
    child.kill("SIGTERM");
    expect(await exit).toEqual([2, null]);
    expect(said()).toContain(`--record ${pipe}: nobody read the rest; the recording is incomplete`);
  },
);
