import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { readTargetsFile } from "../../src/audit/targets/node.js";
import { startMock } from "../../src/mock/index.js";
import { sampleOf, wholeRound } from "../support/round.js";
import { type BuiltCommand, installCommand } from "./support/command.js";
import { run } from "./support/run.js";
import { type Services, startServices } from "./support/services.js";
import { plain, startSession } from "./support/session.js";

let command: BuiltCommand;
let services: Services;
let live: string;
let stuck: string;
beforeAll(async () => {
  command = installCommand();
  services = await startServices();
  const { LIVE_DCS = "", FIXTURE = "" } = services.env;
  const file = (name: string, lines: readonly string[]) => {
    const head = `defaults: { service: dcs, project: local, baseUrl: "${LIVE_DCS}", objective: { maxAge: 30h } }\ntargets:\n`;
    writeFileSync(join(command.work, name), `${head}${lines.map((line) => `  - ${line}\n`).join("")}`);
    return name;
  };
  live = file("live.yaml", ["{ instances: [well, late-1] }"]);
  stuck = file("stuck.yaml", [
    "{ instance: late-1 }",
    `{ instance: silent, baseUrl: "${FIXTURE}/stall+audit" }`,
  ]);
});
afterAll(async () => {
  await services.stop();
  command.clean();
});

/** Runs an audit of which one target never responds, and interrupts it after the first result. */
async function interruptAudit(...options: string[]) {
  const args = [command.file, "audit", stuck, ...options];
  const child = spawn(process.execPath, args, { cwd: command.work, env: { HOME: command.work, TZ: "UTC" } });
  const stderr = text(child.stderr);
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (data: string) => {
    if (stdout === "") child.kill("SIGINT");
    stdout += data;
  });
  const [code] = await once(child, "close");
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { code, lines, stderr: await stderr };
}

const inWork = (name: string) => readFileSync(join(command.work, name), "utf8");

test("Ctrl-C writes what is known, whole, says what was not checked, and remembers the rest", async () => {
  const { code, lines, stderr } = await interruptAudit("--state", "known.json", "--report", "known.html");
  expect(code).toBe(130);
  expect(lines.map(({ target, verdict }) => [target, verdict])).toEqual([
    ["late-1", "late"],
    ["silent", "not-checked"],
    [undefined, undefined],
  ]);
  expect(lines.at(-1)?.summary).toMatchObject({ wanted: 2, checked: 1, interrupted: true });
  expect(stderr).toBe(
    "known.json: begun with 1 target\n" +
      "ended after 1 of 2 targets; 2 targets: 1 late, 1 not-checked; 1 request\n",
  );
  expect(Object.keys(JSON.parse(inWork("known.json")).targets)).toEqual(["late-1"]);
  expect(inWork("known.html")).toContain("1 of 2 targets were checked");
  expect(readdirSync(command.work).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test.skipIf(!wholeRound)(
  "the report of an interrupted audit replaces a complete one only on request",
  async () => {
    writeFileSync(join(command.work, "last-night.html"), "complete");
    const { stderr } = await interruptAudit("--report", "last-night.html");
    expect(inWork("last-night.html")).toBe("complete");
    expect(stderr).toContain(
      "last-night.html: kept as it was, because the audit was ended early; --partial replaces it\n",
    );
    await interruptAudit("--report", "last-night.html", "--partial");
    expect(inWork("last-night.html")).toContain("1 of 2 targets were checked");
  },
);

test("results go into an open file of the process, a report to standard output", async () => {
  const args = [command.file, "audit", live, "--output", "/dev/fd/3", "--format", "junit", "--report", "-"];
  const child = spawn(process.execPath, args, {
    cwd: command.work,
    env: { HOME: command.work },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [, out, , third] = child.stdio;
  if (!(out instanceof Readable && third instanceof Readable)) throw new Error("the process has no pipes");
  const [html, xml] = await Promise.all([text(out), text(third)]);
  expect(html).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  expect(xml).toMatch(/^<\?xml [\s\S]*<\/testsuites>\n$/);
});

test("a reader that goes away leaves nothing half written behind", async () => {
  const args = [command.file, "audit", live, "--state", "unread.json", "--report", "unread.html"];
  const child = spawn(process.execPath, args, { cwd: command.work, env: { HOME: command.work } });
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(readdirSync(command.work).filter((name) => name.startsWith("unread"))).toEqual([]);
});

const refused: readonly [string[], string][] = [
  [["--output", "own"], "--output own is the same as the targets file own"],
  [["--output", "same", "--report", "same"], "--report same is the same as --output same"],
  [["--report", "-"], "--report - is the same as standard output"],
  [["--state", "-"], "--state -: is not a regular file, and it is read as well as written"],
];
test.each(sampleOf(refused, 2))("%j is refused before anything is asked", async (options, message) => {
  let asked = 0;
  const server = createServer((_, response) => void response.end(String(asked++)));
  onTestFinished(() => void server.close());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const targets = `targets: [{ service: dcs, project: p, instance: i, baseUrl: "http://127.0.0.1:${port}" }]\n`;
  writeFileSync(join(command.work, "own"), targets);
  const { stdout, stderr, exit } = await run(command, ["audit", "own", ...options]);
  expect({ stdout, exit, asked }).toEqual({ stdout: "", exit: 2, asked: 0 });
  expect(stderr).toContain(`backup-records: ${message}`);
  expect(readFileSync(join(command.work, "own"), "utf8")).toBe(targets);
  expect(readdirSync(command.work)).not.toContain("same");
});

test("a terminal sees how far it has come, then a coloured table that fits", async () => {
  const session = startSession(`backup-records audit ${live} --utc`, command, {});
  expect(await session.ended).toBe(1);
  const drawn = session.drawn();
  expect(drawn).toMatch(/░.* of 2/);
  expect(drawn).toContain("\u001b[33mlate\u001b[39m");
  // The bar is wiped off the line on which the table begins.
  const text = plain(drawn);
  const table = text.slice(text.indexOf("VERDICT")).split("\n");
  expect(table.join("\n")).toMatch(/VERDICT +TARGET +LAST GOOD +AGE/);
  expect(table.every((line) => line.length <= 80)).toBe(true);
  expect(table.join("\n")).toContain("2 targets: 1 late, 1 ok; 2 requests");
});

test("audit init asks on a terminal, and writes a file that an audit reads", async () => {
  const { LIVE_DCS = "" } = services.env;
  const env = { BACKUP_RECORDS_DCS_URL: LIVE_DCS, BACKUP_RECORDS_CBR_URL: LIVE_DCS, OS_TOKEN: "fake-token" };
  const asked = { ...env, BACKUP_RECORDS_VBS_URL: LIVE_DCS, OS_PROJECT_ID: "local" };
  const session = startSession("backup-records audit init asked.yaml", command, asked);
  const answers: [asked: RegExp, answer: string][] = [
    [/Which services/, "dsc"],
    [/There is no service dsc here: [\s\S]*Did you mean\s+dcs\?[\s\S]*Which services/, ""],
    [/Which cloud: .*\?/, "otk"],
    [/There is no cloud otk here: [\s\S]*Did you mean\s+otc\?[\s\S]*Which cloud/, "otc"],
    [/Which regions/, "eu-ed"],
    [/eu-ed: otc has no such region\. Did you mean eu-de\?[\s\S]*Which regions/, "eu-de, eu-nl"],
    [/Which projects/, ""],
    [/When is a backup due/, "27"],
    [/This is neither an age[\s\S]*When is a backup due/, "26h"],
  ];
  for (const [asking, answer] of answers) {
    await session.saw(asking);
    session.type(`${answer}\r`);
  }
  // This service knows DCS alone, so the other places could not be listed.
  expect(await session.ended).toBe(5);
  expect(inWork("asked.yaml")).toContain(
    '  - service: "dcs"\n    cloud: "otc"\n    regions: ["eu-de","eu-nl"]\n',
  );
  expect(inWork("asked.yaml")).toContain("  schedule: none\n  objective: { maxAge: 26h }\n");
  expect(plain(session.drawn())).toMatch(/asked\.yaml: written, \d+ targets found/);
  const { stdout } = await run(command, ["audit", "asked.yaml", "--format", "json"], asked);
  expect(JSON.parse(stdout).summary.wanted).toBeGreaterThan(2);
});

test("audit init takes ids and a time, and asks nothing that follows from the service", async () => {
  const env = {
    BACKUP_RECORDS_VBS_URL: services.env["LIVE_DCS"] ?? "",
    OS_TOKEN: "fake",
    OS_PROJECT_ID: "p",
  };
  const session = startSession("backup-records audit init ids.yaml", command, env);
  for (const [asking, answer] of [
    [/Which services/, "vbs"],
    [/Which regions/, ""],
    [/Which projects/, "p-1"],
    [/Which policy ids/, "one, two"],
    [/When is a backup due/, "0 1 * * *"],
  ] as const) {
    await session.saw(asking);
    session.type(`${answer}\r`);
  }
  expect(await session.ended).toBe(0);
  expect(plain(session.drawn())).not.toContain("Which cloud");
  expect(inWork("ids.yaml")).toMatch(
    /project: "p-1"\n[\s\S]*policies: \["one","two"\]\n[\s\S]*cron: "0 1 \* \* \*"/,
  );
  const { targets } = await readTargetsFile(join(command.work, "ids.yaml"), { env });
  expect(targets.map(({ name, projectId }) => `${name} ${projectId}`)).toEqual(["one p-1", "two p-1"]);
});

test.each([
  ["Ctrl-C", "\u0003"],
  ["Ctrl-D", "\u0004"],
])("%s ends the questions of audit init, and nothing is written", async (_, key) => {
  const session = startSession("exec backup-records audit init ended.yaml", command, {});
  await session.saw(/Which services[\s\S]*> /);
  session.type("dcs\r");
  await session.saw(/Which cloud[\s\S]*> /);
  session.type(key);
  expect(await session.ended).toBe(130);
  expect(plain(session.drawn())).toMatch(/nothing was written/);
  expect(existsSync(join(command.work, "ended.yaml"))).toBe(false);
});

test.skipIf(!wholeRound)("what is said meanwhile stands on lines of its own, above the bar", async () => {
  const session = startSession(
    `backup-records audit ${live} --debug --format json --output live.json`,
    command,
    {},
  );
  expect(await session.ended).toBe(1);
  const before = session.drawn().split("debug:").slice(0, -1);
  expect(before.length).toBeGreaterThan(2);
  // The style of the line may come between.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what a terminal is told.
  for (const drawn of before) expect(drawn).toMatch(/(\n|\r\u001b\[K)(\u001b\[\d+m)*$/);
});

test.each(sampleOf(["audit", "exporter"], 2))(
  "%s asks nobody where the file has a mistake, and tells all of them",
  async (name) => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end("{}");
    });
    onTestFinished(() => void server.close());
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const good = `{ service: dcs, project: p, instance: i-1, baseUrl: "http://127.0.0.1:${port}" }`;
    const bad = "{ service: vbs, policy: p-1, polcy: p-2 }\n  - { service: vsb }";
    writeFileSync(join(command.work, "bad.yaml"), `targets:\n  - ${good}\n  - ${bad}\n`);
    const { stdout, stderr, exit } = await run(command, [name, "bad.yaml"]);
    expect({ stdout, exit, asked }).toEqual({ stdout: "", exit: 2, asked: 0 });
    expect(stderr.replaceAll(/(\d): .*/g, "$1").split("\n")).toEqual([
      "backup-records: bad.yaml:3:34",
      "backup-records: bad.yaml:4:5",
      "backup-records: bad.yaml:4:16",
      "3 mistakes; nothing was checked",
      "",
    ]);
  },
);

test("an audit of the example's targets file has a verdict of each target, and a report", async () => {
  const mock = await startMock({ mode: "simulate" });
  onTestFinished(() => mock.stop());
  const ports = { dcs: 4010, vbs: 4011, starrocks: 4012 };
  const args = "audit examples/audit/targets.yaml --report report.html --state state.json";
  let file = readFileSync("examples/audit/targets.yaml", "utf8");
  for (const service of ["dcs", "vbs", "starrocks"] as const) {
    file = file.replace(`http://127.0.0.1:${ports[service]}`, mock.urls[service]);
  }
  // A port that the system chose may begin with the same digits.
  expect(file).not.toMatch(/:401\d\b/);
  const folder = join(command.work, "examples/audit");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "targets.yaml"), file);
  const { stdout, stderr, exit } = await run(command, args.split(" "), mock.env);
  const lines = stdout.trimEnd().split("\n");
  const verdicts = lines.slice(0, -1).map((line) => JSON.parse(line).verdict);
  expect(verdicts).toHaveLength(6);
  expect(verdicts).toContain("ok");
  expect(verdicts).not.toContain("not-checked");
  expect(exit).toBe(verdicts.every((verdict) => verdict === "ok") ? 0 : 1);
  expect(stderr).toMatch(/^6 targets: .*; \d+ requests$/m);
  expect(readFileSync(join(command.work, "report.html"), "utf8")).toContain("sessions");
  expect(
    Object.keys(JSON.parse(readFileSync(join(command.work, "state.json"), "utf8")).targets),
  ).toHaveLength(6);
});
