import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Mock, startMock } from "../../../src/mock/index.js";
import { sampleOf, wholeRound } from "../../support/round.js";
import { type BuiltCommand, installCommand } from "../support/command.js";
import { type Agent, startAgent } from "./agent.js";
import { type Fleet, startFleet } from "./fleet.js";
import { questions } from "./questions.js";

let command: BuiltCommand;
beforeAll(() => {
  command = installCommand();
});
afterAll(() => command.clean());

/** Most characters of a result: a hundred targets. */
const MAX_RESULT = 200_000;

describe.each(wholeRound ? [1001, 4000, 12_000] : [1001])("over a fleet of %i records", (size) => {
  let fleet: Fleet;
  let agent: Agent;
  const results: string[] = [];

  beforeAll(async () => {
    fleet = await startFleet(size, Date.now());
    const file = join(command.work, `targets-${size}.yaml`);
    writeFileSync(file, fleet.targets);
    agent = await startAgent(command, [file], fleet.mock.env);
    const { call } = agent;
    agent.call = async (...args) => {
      const result = await call(...args);
      results.push(result.text);
      return result;
    };
  }, 60_000);

  afterAll(async () => {
    await agent.close();
    await fleet.mock.stop();
  });

  test("there are thirty questions", () => {
    expect(questions.length).toBe(30);
    expect(fleet.instances.reduce((sum, { backups }) => sum + backups.length, 0)).toBe(size);
  });

  test.each(sampleOf(questions, 3))("$question", { timeout: 120_000 }, async ({ found, truth }) => {
    expect(await found(agent, fleet)).toEqual(truth(fleet));
  });

  test("no result is without bounds, or has a secret in it", () => {
    expect(results.length).toBeGreaterThan(wholeRound ? 25 : 8);
    expect(Math.max(...results.map(({ length }) => length))).toBeLessThan(MAX_RESULT);
    const secrets = Object.values(fleet.mock.env).filter((value) => /secret|token|password/i.test(value));
    expect(secrets.length).toBeGreaterThan(1);
    expect(secrets.filter((secret) => results.some((result) => result.includes(secret)))).toEqual([]);
  });
});

describe("the server", () => {
  async function simulated(options: Parameters<typeof startMock>[0]) {
    const mock = await startMock(options);
    const agent = await startAgent(command, [], mock.env);
    onTestFinished(async () => {
      await agent.close();
      await mock.stop();
    });
    return { mock, agent };
  }

  test("offers three tools that only read, each with a schema of its arguments", async () => {
    const { agent } = await simulated({ services: ["dcs"] });
    const { tools } = await agent.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["audit", "list_backups", "explain"]);
    for (const { annotations, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
    }
    expect(agent.client.getInstructions()).toContain("audit");
  });

  test("finds the targets itself, says how far it is, and sends no more once a call is cancelled", async () => {
    const { mock, agent } = await simulated({ services: ["dcs"], healthy: 600, faults: ["latency=10"] });
    const abort = new AbortController();
    agent.onProgress = () => {
      // Discovery is over, and some targets are checked.
      if ((agent.progress.at(-1) ?? 0) > 0) abort.abort();
    };
    const cancelled = agent.call("audit", { cloud: "otc", regions: ["eu-de"] }, abort.signal);
    await expect(cancelled).rejects.toThrow(/abort/i);
    // The answer to a later call: the server has read the cancellation by then.
    await agent.call("explain", { code: "429" });
    const about = () => mock.requests.filter(({ url }) => /healthy-/.test(url)).length;
    const before = about();
    for (let round = 0; round < 30; round += 1) {
      await agent.call("list_backups", { service: "dcs", cloud: "otc", id: mock.resources.dcs, limit: 1 });
    }
    // Those that were under way when the call was cancelled may still be noted.
    expect(about() - before).toBeLessThanOrEqual(16);
    expect(about()).toBeLessThan(600);
  });

  test("keeps the last digits of a large size", async () => {
    const { mock, agent } = await simulated({ services: ["dcs"], bigSizes: true });
    const url = `${mock.urls.dcs}/v2/p/instances/${mock.resources.dcs}/backups?limit=100`;
    const wire = await (await fetch(url, { headers: { "x-auth-token": "fake" } })).text();
    const args = { service: "dcs", cloud: "otc", id: mock.resources.dcs, limit: 100 };
    const { data } = await agent.call("list_backups", args);
    const sizes: unknown[] = data.backups.map(({ sizeBytes }: { sizeBytes: unknown }) => sizeBytes);
    const large = sizes.filter((size): size is string => typeof size === "string");
    expect(large.length).toBeGreaterThan(3);
    expect(large.filter((size) => !wire.includes(`:${size},`))).toEqual([]);
  });

  const initialize = {
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
  };
  const callOf = (id: number, name: string, args: object) => ({
    ...{ jsonrpc: "2.0", id, method: "tools/call" },
    params: { name, arguments: args },
  });

  /** What the server answers to these lines, after which its input ends. */
  async function serve(lines: readonly object[], args: readonly string[] = [], env = {}) {
    const child = spawn(process.execPath, [command.file, "mcp", ...args], {
      cwd: command.work,
      env: { HOME: command.work, ...env },
    });
    child.stdin.on("error", () => {});
    child.stdin.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const exited = new Promise<number | null>((done) => child.on("close", done));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
    return {
      code,
      err,
      replies: out
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    };
  }

  test("answers an error to a line that is too long, and goes on", async () => {
    const long = callOf(2, "explain", { code: "x".repeat(11 * 2 ** 20) });
    const { code, err, replies } = await serve([initialize, long, callOf(3, "explain", { code: "429" })]);
    expect(code).toBe(0);
    const message = "a request has more than 8 MiB in one line; it was not read";
    expect(replies).toContainEqual({ jsonrpc: "2.0", id: null, error: { code: -32_600, message } });
    expect(replies.map(({ id }) => id).sort()).toEqual([1, 3, null]);
    expect(err).toContain(message);
  });

  test("ends the calls under way before it ends with its input", async () => {
    const mock = await startMock({ services: ["dcs"], faults: ["latency=300"] });
    onTestFinished(() => mock.stop());
    const args = { service: "dcs", cloud: "otc", id: mock.resources.dcs, limit: 1 };
    const { code, replies } = await serve([initialize, callOf(2, "list_backups", args)], [], mock.env);
    expect(code).toBe(0);
    const reply = replies.find(({ id }) => id === 2);
    expect(reply?.result.structuredContent.backups).toHaveLength(1);
  });

  test("reads a targets file that is named before it serves", async () => {
    writeFileSync(join(command.work, "typing.yaml"), 'targets: [{ service: dcs, instances: "-" }]');
    for (const [file, words] of [
      ["nosuch.yaml", /^backup-records: nosuch\.yaml: there is no such file/],
      ["typing.yaml", /mcp reads its requests from standard input: name a file of ids/],
    ] as const) {
      const { code, err, replies } = await serve([initialize], [file], {
        OS_TOKEN: "fake",
        OS_PROJECT_ID: "p",
      });
      expect([file, code, replies]).toEqual([file, 2, []]);
      expect(err).toMatch(words);
      expect(err).not.toMatch(/\n\s+at /);
    }
  });

  test("ends with its input, and has written nothing but the protocol", async () => {
    const { code, replies } = await serve([initialize]);
    expect(code).toBe(0);
    expect(replies).toMatchObject([{ id: 1, result: { serverInfo: { name: "backup-records" } } }]);
  });
});

test("a name that no target has is one of the tool's own argument", async () => {
  const mock = await startMock({ services: ["dcs"] });
  const agent = await startAgent(command, [], mock.env);
  onTestFinished(async () => {
    await agent.close();
    await mock.stop();
  });
  const given = { cloud: "otc", services: ["dcs"], regions: ["eu-de"] };
  const { text } = await agent.call("audit", { ...given, names: ["nosuch"] });
  expect(text).toBe("backup-records: names nosuch: there is no such target");
  expect((await agent.call("audit", { ...given, groups: ["nosuch"] })).text).toBe(
    "backup-records: groups nosuch: there is no such group",
  );
});

describe("before anything is sent", () => {
  let mock: Mock<"dcs">;
  let agent: Agent;
  beforeAll(async () => {
    mock = await startMock({ services: ["dcs"] });
    agent = await startAgent(command, [], mock.env);
  });
  afterAll(async () => {
    await agent.close();
    await mock.stop();
  });

  test.each([
    ["audit", { clod: "otc" }, "there is no argument clod. Did you mean cloud?"],
    ["audit", { limit: 1000 }, "limit is wrong: expected an integer from 1 to 100."],
    ["audit", { verdicts: ["lat"] }, "or ok. Did you mean late?"],
    ["audit", {}, "there is no targets.yaml here: give cloud or services, to look for targets there"],
    ["audit", { cursor: "x:1" }, "cursor is of no audit that is still kept; call audit without it"],
    ["audit", { regions: ["eu-de"] }, "regions does not say what to look for: give cloud, services, or both"],
    [
      "audit",
      { cloud: "otc", regions: ["eu-dee"] },
      "regions eu-dee: otc has no such region. Did you mean eu-de?",
    ],
    [
      "list_backups",
      { service: "starrocks", id: "c", cloud: "otc" },
      "cloud otc does not have starrocks: it is in alibabacloud alone",
    ],
    ["list_backups", {}, "service is missing: expected"],
    ["list_backups", { service: "dcs" }, "dcs lists the backups of one instance: give its id"],
    ["list_backups", { service: "dcs", id: "a", from: "soon" }, "from soon is not a time"],
    ["list_backups", { service: "dcs", id: "a", cursor: "x" }, "cursor is wrong"],
    ["explain", { code: "429", search: "429" }, "give code or search, not both"],
    ["explane", {}, "there is no tool explane. Did you mean explain?"],
  ])("%s refuses %j", async (tool, args, words) => {
    const { isError, text } = await agent.call(tool, args);
    expect([isError, mock.requests.length]).toEqual([true, 0]);
    expect(text).toContain(words);
    expect(text).not.toMatch(/\n\s+at /);
  });
});
