import { expect, test, vi } from "vitest";
import { checkTarget } from "../../src/audit/check.js";
import { createClientSet } from "../../src/audit/client-set.js";
import { run } from "../../src/cli/run.js";
import { token } from "../../src/index.js";
import { target } from "../audit/run-double.js";
import { textTerminal } from "../cli/support/text-terminal.js";

// The line of DCS taken out of the list of services.
vi.mock(import("../../src/services.js"), async (original) => {
  const { services } = await original();
  return { services: services.filter(({ name }) => name !== "dcs") };
});

async function command(...words: readonly string[]) {
  const { terminal, stdout, stderr } = textTerminal({}, process.cwd(), Buffer.alloc(0));
  return { exit: await run(words, terminal), stdout: stdout(), stderr: stderr() };
}

test("without its line, the command line does not know DCS", async () => {
  expect((await command("list", "--help")).stdout).toMatch(/choices: "vbs", "starrocks"/);
  expect(await command("list", "dcs", "--instance", "i")).toMatchObject({ exit: 2 });
  expect((await command("explain", "DCS.3022")).exit).not.toBe(0);
  expect((await command("explain", "AutoBackup.0002")).exit).toBe(0);
});

test("nor does the audit", async () => {
  const { failure } = await checkTarget(
    target("t"),
    createClientSet({ auth: token("fake-token-of-a-test") }),
  );
  expect(failure?.message).toBe("there is no service dcs; there are vbs, starrocks, cbr");
});
