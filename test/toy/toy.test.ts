import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { createClientSet } from "../../src/audit/client-set.js";
import { defaultObjective } from "../../src/audit/objective.js";
import { runAudit } from "../../src/audit/run.js";
import type { Target } from "../../src/audit/target.js";
import { run } from "../../src/cli/run.js";
import { token } from "../../src/index.js";
import { mockServices } from "../../src/mock/services.js";
import { startMockServices } from "../../src/mock/start-mock.js";
import { textTerminal } from "../cli/support/text-terminal.js";
import { toyMock } from "../mock/support/toy.js";
import { wholeRound } from "../support/round.js";
import { createToyClient, toyEntry } from "./service.js";

// One line more in the list of services, as DCS has one.
vi.mock(import("../../src/services.js"), async (original) => {
  const [{ services }, { toyEntry }] = await Promise.all([original(), import("./service.js")]);
  return { services: [...services, toyEntry] };
});

const mock = await startMockServices([...mockServices, toyMock], {
  mode: "simulate",
  services: ["toy"],
  records: 30,
});
const baseUrl = String(mock.urls["toy"]);
const folder = mkdtempSync(join(tmpdir(), "backup-records-toy-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mock.stop();
});

/** Runs a command line of the whole program. */
async function command(...words: readonly string[]) {
  const { terminal, stdout, stderr } = textTerminal(
    { BACKUP_RECORDS_TOY_URL: baseUrl },
    folder,
    Buffer.alloc(0),
  );
  const exit = await run(words, terminal);
  return { exit, stdout: stdout(), stderr: stderr() };
}

test("the toy's client lists snapshots, page by page and unified", async () => {
  const client = createToyClient({ baseUrl, projectId: "p", auth: token("fake-token-of-the-toy") });
  const page = await client.listSnapshots({ box_id: "box-1", limit: 7 });
  expect([page.items.length, page.total]).toEqual([7, 30]);
  const records = await client.listSnapshots({ box_id: "box-1" }).records().toArray({ max: 100 });
  expect(records).toHaveLength(30);
  expect(records[0]).toMatchObject({ service: "toy", state: expect.any(String) });
});

test("`list` knows it, its help included", async () => {
  expect((await command("list", "--help")).stdout).toMatch(/"cbr",?\s+"toy"/);
  // The toy takes no larger pages.
  const box = ["list", "toy", "--instance", "box-1", "--page-size", "50"];
  const { exit, stdout, stderr } = await command(...box, "--format", "ndjson");
  expect([exit, stderr]).toEqual([0, ""]);
  expect(stdout.trim().split("\n")).toHaveLength(30);
  const table = await command(...box, "--format", "table", "--max", "1");
  expect(table.stdout).toMatch(/BACKUP\s+STATE\s+CREATED\s+FINISHED/);
  expect((await command("list", "toy", "--policy", "x")).stderr).toContain("toy lists by --instance");
});

test("the audit checks it", async () => {
  const target: Target = {
    ...{ name: "box", service: toyEntry.name, api: null, account: "default", cloud: "otc", region: null },
    ...{ baseUrl, projectId: "p", resource: { type: "instance", id: "box-1" }, group: null, labels: {} },
    objective: defaultObjective,
  };
  const clients = createClientSet({ auth: token("fake-token-of-the-toy") });
  const results = [];
  for await (const result of runAudit({ targets: [target], clientsOf: () => clients })) results.push(result);
  expect(results).toMatchObject([{ failure: null, assessment: { verdict: expect.any(String) } }]);
});

test.skipIf(!wholeRound)(
  "`docs` builds its documentation",
  async () => {
    const { exit, stderr } = await command("docs", "toy", "--out", "pages");
    expect([exit, stderr]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "pages", "toy.html"), "utf8")).toContain("ListSnapshots");
  },
  60_000,
);
