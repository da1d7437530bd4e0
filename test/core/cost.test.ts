import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Loopback, startLoopback } from "../support/loopback.js";
import { wholeRound } from "../support/round.js";

// What reading a response may cost, however it is made up: ten times its size of memory, and 5 s of a processor.

// A busy machine gives a process less than a whole processor.
vi.setConfig({ testTimeout: 60_000 });

const MIB = 2 ** 20;
const SECONDS = 5;

const record = JSON.stringify({ backup_id: "b", backup_name: "x".repeat(300), status: "succeed" });
const listOf = (item: string) => (bytes: number) =>
  `{"total_num":1,"backup_record_response":[${`${item},`.repeat(bytes / (item.length + 1) - 100)}${item}]}`;

/** Texts of at most so many bytes. */
const bodies: Readonly<Record<string, (bytes: number) => string>> = {
  "honest records": listOf(record),
  "empty records": listOf("{}"),
  "records that are none": listOf("[1]"),
  "integers beyond doubles": (bytes) =>
    `{"error_code":"x","backup_record_response":[],"more":[${"12345678901234567,".repeat(bytes / 18 - 10)}1]}`,
  "lists of nothing, elsewhere": (bytes) =>
    `{"total_num":0,"backup_record_response":[],"more":[${"[],".repeat(bytes / 3 - 100)}1]}`,
  "as many long integers as are read": (bytes) =>
    `{"backup_record_response":[],"more":[${"12345678901234567,".repeat(99_999)}"${"x".repeat(bytes - 2_000_000)}"]}`,
  "nested lists": (bytes) => "[".repeat(bytes / 2) + "]".repeat(bytes / 2),
  "a record of many fields": (bytes) => {
    const fields = Array.from({ length: bytes / 13 - 10 }, (_, at) => `"f${at}":1`);
    return `{"backup_record_response":[{${fields.join(",")}}]}`;
  },
};

let server: Loopback;
beforeAll(async () => {
  server = await startLoopback(({ target }) => {
    const [, status, size, name = ""] = decodeURIComponent(target).split("/");
    return { status: Number(status), body: bodies[name]?.(Number(size) * MIB) ?? "" };
  });
});
afterAll(() => server.close());

const program = `
import { createDcsClient, token } from ${JSON.stringify(new URL("../../dist/index.js", import.meta.url))};
const before = process.cpuUsage();
const options = { projectId: "p", auth: token("fake-token"), retry: { attempts: 1 }, onDrift() {} };
const client = createDcsClient({ ...options, baseUrl: process.argv[1] });
const outcome = await client.listBackupRecordsV1({ instance_id: "i" }).then(() => "read", ({ name }) => name);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ outcome, seconds: (user + system) / 1e6 }));`;

/** Reads a response in a process that has no more memory than is allowed for its size. */
async function read(status: number, mib: number, name: string) {
  const url = `${server.url}/${status}/${mib}/${encodeURIComponent(name)}`;
  const flags = [`--max-old-space-size=${10 * mib}`, "--input-type=module", "--eval", program, url];
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  expect(code, /FATAL.*/.exec(stderr)?.[0] ?? stderr).toBe(0);
  const { outcome, seconds }: { outcome: string; seconds: number } = JSON.parse(stdout);
  expect(seconds).toBeLessThan(SECONDS);
  return outcome;
}

/** The rest is in `npm run test:whole`, which has the time. */
const round = test.skipIf(!wholeRound);

round.each(["honest records", "empty records"])("32 MiB of %s are refused", async (name) => {
  expect(await read(200, 32, name)).toBe("ContractError");
});

// The most that is read by default.
test("8 MiB of empty records cost no more", async () => {
  expect(await read(200, 8, "empty records")).toBe("ContractError");
});

round.each([
  ["honest records", "read"],
  ["records that are none", "ContractError"],
  ["integers beyond doubles", "ContractError"],
  ["lists of nothing, elsewhere", "ContractError"],
  ["as many long integers as are read", "read"],
  ["nested lists", "ContractError"],
  ["a record of many fields", "read"],
])("8 MiB of %s cost no more", async (name, outcome) => {
  expect(await read(200, 8, name)).toBe(outcome);
});

test("an error of 32 MiB costs no more, and says its code", async () => {
  expect(await read(400, 32, "integers beyond doubles")).toBe("ApiError");
});
