import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type ClientsOf, createClientSet, runAudit } from "../../../src/audit/index.js";
import { readPlaces } from "../../../src/audit/targets/node.js";
import { token } from "../../../src/auth/token.js";
import { changesSince } from "../../../src/cli/audit/changes.js";
import { findLandscape } from "../../../src/cli/audit/landscape.js";
import { toRow } from "../../../src/cli/audit/row.js";
import { type AuditState, nextState, readState, writeState } from "../../../src/cli/audit/state.js";
import { openSinks } from "../../../src/cli/output-path.js";
import { startMock } from "../../../src/mock/index.js";
import { fakeClock } from "../../support/fake-clock.js";
import { textTerminal } from "../support/text-terminal.js";

const NOW = Date.parse("2026-11-25T12:23:00Z");

/** Nights over one mock: each finds its landscape, checks it, and remembers it in a state file. */
async function nights() {
  const clock = fakeClock(NOW);
  const mock = await startMock({ gaps: true, services: ["vbs", "dcs"], clock, records: 10 });
  onTestFinished(() => mock.stop());
  const cwd = mkdtempSync(join(tmpdir(), "landscape-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const terminal = { ...textTerminal({}, cwd, Buffer.alloc(0)).terminal, now: () => clock.now() };
  const env = { OS_TOKEN: "fake-token" };
  let refused = false;
  const fetch: typeof globalThis.fetch = async (...call) =>
    refused
      ? new Response('{"error":{"message":"no","code":"VBS.0010"}}', { status: 403 })
      : globalThis.fetch(...call);
  let state: AuditState | null = null;
  return {
    clock,
    refuse: (value: boolean) => {
      refused = value;
    },
    async night(names: readonly string[] = ["*-1"]) {
      const content = { service: "vbs", baseUrl: mock.urls.vbs, projects: ["p"], names: [...names] } as const;
      const file = await readPlaces([content], { env });
      const clients = createClientSet({ auth: token("fake-token"), retry: { attempts: 1 }, clock, fetch });
      const clientsOf: ClientsOf = () => clients;
      const { signal } = new AbortController();
      const before = state;
      const landscape = await findLandscape(file, before, { clientsOf, signal, terminal });
      const results = [...landscape.results];
      for await (const result of runAudit({ targets: landscape.targets, clientsOf, clock }))
        results.push(result);
      const rows = results.map((result, at) =>
        toRow(result, at, before?.targets.get(result.target.name)?.verdict ?? null),
      );
      const kept = rows.filter(({ target }) => landscape.names.has(target.name));
      const [sink] = await openSinks(
        [{ option: "--state", path: "state.json", regular: true }],
        [],
        terminal,
      );
      if (sink === undefined) throw new Error("there is no sink");
      await writeState(sink, nextState(before, kept, landscape.names, clock.now()));
      state = readState("state.json", terminal);
      const verdicts = Object.fromEntries(rows.map(({ target, status }) => [target.name, status]));
      const changes =
        before &&
        changesSince(before, rows, new Set([...landscape.names, ...rows.map(({ target }) => target.name)]));
      return { verdicts, changes, remembered: [...(state?.targets.keys() ?? [])].sort() };
    },
  };
}

test("what was found and is not listed any more is told once as gone, and then forgotten", async () => {
  const { night, clock } = await nights();
  const first = await night();
  expect(first.remembered).toContain("gone-1");
  clock.jump(2 * 60_000);
  const second = await night();
  expect(second.verdicts["gone-1"]).toBe("gone");
  expect(second.changes?.filter(({ name }) => name === "gone-1")).toMatchObject([{ now: "gone" }]);
  expect(second.remembered).not.toContain("gone-1");
  const third = await night();
  expect(third.verdicts["gone-1"]).toBeUndefined();
  expect(third.changes?.filter(({ name }) => name === "gone-1")).toEqual([]);
});

test("a place that cannot be listed is a row, and what was found there before is remembered", async () => {
  const { night, clock, refuse } = await nights();
  const first = await night();
  clock.jump(2 * 60_000);
  refuse(true);
  const second = await night();
  expect(second.verdicts).toEqual({ "vbs in eu-de, project p": "not-checked" });
  expect(second.remembered).toEqual(first.remembered);
  refuse(false);
  clock.jump(2 * 60_000);
  const third = await night();
  expect(third.verdicts["gone-1"]).toBe("gone");
  expect(third.verdicts["missed-1"]).toBeDefined();
});

test("what a filter leaves out from now on has only left, and is not gone", async () => {
  const { night } = await nights();
  await night();
  const second = await night(["missed-*"]);
  expect(Object.keys(second.verdicts)).toEqual(["missed-1"]);
  expect(second.changes?.map(({ kind, name, now }) => [kind, name, now])).toContainEqual([
    "gone",
    "off-1",
    null,
  ]);
});
