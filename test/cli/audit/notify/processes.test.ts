import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { selfSigned } from "../../../support/certificate.js";
import { sampleOf, wholeRound } from "../../../support/round.js";
import { type BuiltCommand, installCommand } from "../../support/command.js";
import { type Heard, receive, startWatched, type Watched } from "./watched.js";

let command: BuiltCommand;
let watched: Watched;
let folder: string;
beforeAll(async () => {
  command = installCommand();
  watched = await startWatched();
});
afterAll(async () => {
  await watched.stop();
  command.clean();
});
beforeEach(() => {
  folder = mkdtempSync(join(command.work, "night-"));
  watched.heard.length = 0;
  watched.late.clear();
  watched.arrived = () => 200;
  watched.responded = () => {};
  const target = `service: dcs, project: p, baseUrl: "${watched.url}/dcs", objective: { maxAge: 30h }`;
  writeFileSync(join(folder, "targets.yaml"), `targets: [{ ${target}, instances: [${INSTANCES}] }]\n`);
});

const INSTANCES = Array.from({ length: 12 }, (_, at) => `instance-${at}`);

interface Run {
  readonly code: number | null;
  readonly stderr: string;
}

/** Runs an audit; `started` gets the process. */
async function audit(
  options: readonly string[],
  { env = {}, limit = "", started = () => {} }: AuditRun = {},
): Promise<Run> {
  const child = spawn(
    "/bin/sh",
    ["-c", `${limit} exec "$@"`, "sh", process.execPath, command.file, "audit", ...options],
    {
      cwd: folder,
      env: { PATH: "/usr/bin:/bin", HOME: folder, TZ: "UTC", ...env },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  started(child);
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  return { code, stderr };
}

interface AuditRun {
  readonly env?: Readonly<Record<string, string>>;
  /** A command of the shell before the audit. */
  readonly limit?: string;
  readonly started?: (child: ChildProcess) => void;
}

const both = () => [
  "--state",
  "state.json",
  "--notify",
  `${watched.url}/notify`,
  "--ping",
  `${watched.url}/ping`,
];
const soon = ["--attempts", "1"];

const isMessage = ({ url }: Heard) => url.startsWith("/notify");
const pings = () => watched.heard.filter((one) => !isMessage(one)).map(({ url }) => url);
const messages = () =>
  watched.heard.filter(isMessage).map(({ body }): { id: string; what: string } => {
    const { id, data } = JSON.parse(body);
    return { id, what: `${data.target} ${data.previous ?? undefined} ${data.verdict ?? undefined}` };
  });

/** The verdicts of the state file, which is whole at any time. */
function verdicts(): Map<string, string> {
  let text: string;
  try {
    text = readFileSync(join(folder, "state.json"), "utf8");
  } catch {
    return new Map();
  }
  const { targets }: { targets: Record<string, { verdict: string }> } = JSON.parse(text);
  return new Map(Object.entries(targets).map(([name, { verdict }]) => [name, verdict]));
}

function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].flatMap(([name, to]) => {
    const from = before.get(name);
    return from === to || (from === undefined && to === "ok") ? [] : [`${name} ${from} ${to}`];
  });
}

/** Other targets each night: the even ones begin late, and change every night, every other night, and so on. */
const isLate = (number: number, night: number) => Math.floor(night / (1 + (number % 5))) % 2 === number % 2;

/** What goes wrong in a night: when the process is killed, or what it cannot reach. */
const nights = [
  "nothing",
  "killed when the start arrives",
  "killed when a backup is listed",
  "killed when a message arrives",
  "killed when a message was taken",
  "killed when a file is written",
  "killed when a file is renamed",
  "killed when the end arrives",
  "full disk",
  "no receiver",
] as const;
type Trouble = (typeof nights)[number];

/** Kills the process at the moment that a night names. */
function killAt(trouble: Trouble, child: ChildProcess): () => void {
  const kill = () => void child.kill("SIGKILL");
  watched.arrived = (path) => {
    const isEnd = /^\/ping(\/fail)?$/.test(path);
    if (trouble === "killed when the start arrives" && path === "/ping/start") kill();
    if (trouble === "killed when a backup is listed" && path.startsWith("/dcs")) kill();
    if (trouble === "killed when a message arrives" && path === "/notify") kill();
    if (trouble === "killed when the end arrives" && isEnd) kill();
    return trouble === "no receiver" && path === "/notify" ? 503 : 200;
  };
  watched.responded = (path) => {
    if (trouble === "killed when a message was taken" && path === "/notify") kill();
  };
  const watcher = watch(folder, (event, name) => {
    if (trouble === "killed when a file is written" && event === "change" && name?.endsWith(".tmp")) kill();
    if (trouble === "killed when a file is renamed" && name === "state.json") kill();
  });
  return () => watcher.close();
}

test("twenty nights with kills and full disks: each change is heard, and repeats have the same id", async () => {
  const due: string[] = [];
  for (const [at, trouble] of sampleOf([...nights, ...nights], 5).entries()) {
    // Other targets are late every night, so that every night has something to tell.
    watched.late.clear();
    for (const [number, name] of INSTANCES.entries()) if (isLate(number, at)) watched.late.add(name);
    const before = verdicts();
    const heardBefore = watched.heard.length;
    let release = () => {};
    const { code, stderr } = await audit([...both(), ...soon], {
      limit: trouble === "full disk" ? "ulimit -f 1;" : "",
      started: (child) => {
        release = killAt(trouble, child);
      },
    });
    release();
    due.push(...changesBetween(before, verdicts()));
    const heard = watched.heard.slice(heardBefore);
    if (trouble === "nothing" || trouble === "no receiver") {
      expect({ code, last: heard.at(-1)?.url }, stderr).toEqual({ code: 1, last: "/ping/fail" });
    } else if (trouble === "full disk") {
      expect({ code, messages: heard.filter(isMessage) }, stderr).toEqual({ code: 2, messages: [] });
      expect(stderr).toContain("state.json: would be larger than this process may write");
      expect(heard.at(-1)).toMatchObject({
        url: "/ping/fail",
        body: expect.stringContaining("state.json: "),
      });
    } else if (!trouble.includes("a file")) expect(code, `${trouble}: ${stderr}`).toBe(null);
  }
  watched.arrived = () => 200;
  watched.responded = () => {};
  const before = verdicts();
  expect((await audit(both())).code).toBe(1);
  due.push(...changesBetween(before, verdicts()));
  const heard = messages();
  const once = new Map(heard.map(({ id, what }) => [id, what]));
  expect([...once.values()].sort()).toEqual(due.sort());
  expect(due.length).toBeGreaterThan(wholeRound ? 60 : 8);
  expect(JSON.parse(readFileSync(join(folder, "state.json"), "utf8")).pending).toEqual([]);
}, 120_000);

test("without trouble, a watcher hears the start and the end, and each change is told once", async () => {
  watched.late.add("instance-0");
  const first = await audit(both());
  watched.late.clear();
  const second = await audit(both());
  const third = await audit(both());
  expect([first.code, second.code, third.code]).toEqual([1, 0, 0]);
  expect(pings()).toEqual(["/ping/start", "/ping/fail", "/ping/start", "/ping", "/ping/start", "/ping"]);
  expect(messages().map(({ what }) => what)).toEqual(["instance-0 undefined late", "instance-0 late ok"]);
  const [ended] = watched.heard.filter(({ url }) => url === "/ping/fail");
  expect(ended?.body).toMatch(
    /^12 targets: 1 late, 11 ok; \d+ requests\nlate {2}instance-0: the last good backup/,
  );
  const [told] = watched.heard.filter(isMessage);
  expect(told?.type).toBe("application/cloudevents+json; charset=utf-8");
});

test("three audits at once with one state and one history tell each change once, and break no chain", async () => {
  const options = [...both(), "--history", "history.ndjson"];
  expect((await audit(options)).code).toBe(0);
  watched.late.add("instance-0").add("instance-1");
  const codes = await Promise.all([audit(options), audit(options), audit(options)]);
  expect(codes.map(({ code }) => code)).toEqual([1, 1, 1]);
  const told = new Map(messages().map(({ id, what }) => [id, what]));
  expect([...told.values()].sort()).toEqual(["instance-0 ok late", "instance-1 ok late"]);
  const report = spawn(process.execPath, [command.file, "report", "history.ndjson", "--format", "csv"], {
    cwd: folder,
    stdio: "ignore",
  });
  expect(await once(report, "close")).toEqual([0, null]);
  expect(readdirSync(folder).sort()).toEqual(["history.ndjson", "state.json", "targets.yaml"]);
});

test("what a receiver does not take is sent at the next run, and the audit has its own exit code", async () => {
  watched.late.add("instance-0");
  watched.arrived = (path) => (path === "/notify" ? 503 : path === "/ping/start" ? 404 : 200);
  const { code, stderr } = await audit([...both(), ...soon]);
  expect(code).toBe(1);
  const { host } = new URL(watched.url);
  expect(stderr).toContain(
    `--notify: ${host} did not take 1 of 1 message: it responded 503; the next audit sends them again\n`,
  );
  expect(stderr).toContain(`--ping: /start was not sent to ${host}: it responded 404\n`);
  watched.arrived = () => 200;
  expect((await audit(both())).code).toBe(1);
  const [first, second, ...others] = messages();
  expect([second, others]).toEqual([first, []]);
});

test("a history grows by a line for each target, or by none if the disk is full", async () => {
  const history = () => readFileSync(join(folder, "history.ndjson"), "utf8");
  const options = ["--history", "history.ndjson", "--ping", `${watched.url}/ping`];
  const first = await audit(options);
  expect(first.code, first.stderr).toBe(0);
  const before = history();
  expect(before.trimEnd().split("\n")).toHaveLength(INSTANCES.length);
  const hash = JSON.parse(before.trimEnd().split("\n").at(-1) ?? "").hash;
  expect(watched.heard.at(-1)?.body).toMatch(new RegExp(`\\nthe history ends with ${hash}$`));
  // More than what is there, and less than what is to come; a block of 512 or 1024 bytes.
  const full = await audit(options, { limit: `ulimit -f ${Math.ceil(before.length / 512) + 1};` });
  expect({ code: full.code, same: history() === before }, full.stderr).toEqual({ code: 2, same: true });
  expect(full.stderr).toContain("history.ndjson: would be larger than this process may write");
  expect((await audit(options)).code).toBe(0);
  expect(history().startsWith(before)).toBe(true);
  expect(history().trimEnd().split("\n")).toHaveLength(2 * INSTANCES.length);
});

test.skipIf(!wholeRound)(
  "a watcher and a receiver that never respond do not keep an interrupted audit",
  async () => {
    const silent = createHttpServer(() => {});
    await listen(silent);
    onTestFinished(() => void silent.close().closeAllConnections());
    const url = `http://127.0.0.1:${portOf(silent)}`;
    watched.late.add("instance-0");
    let interrupted = 0;
    silent.on("request", (request) => {
      if (request.url !== "/notify") return;
      interrupted = Date.now();
      child?.kill("SIGINT");
    });
    let child: ChildProcess | undefined;
    const options = ["--state", "state.json", "--notify", `${url}/notify`, "--ping", `${url}/ping`];
    const { stderr } = await audit(options, {
      started: (started) => {
        child = started;
      },
    });
    expect(interrupted).toBeGreaterThan(0);
    expect(Date.now() - interrupted, stderr).toBeLessThan(8000);
    expect(JSON.parse(readFileSync(join(folder, "state.json"), "utf8")).pending).toHaveLength(1);
  },
);

const { key, cert } = selfSigned("hooks.example.com", "0.0.0.0");

test("both go through a proxy, to a receiver with a private authority, and show no secret", async () => {
  const far: Heard[] = [];
  const service = createHttpsServer({ key, cert }, (incoming, outgoing) => {
    void receive({ heard: far }, incoming).then(() => outgoing.end("ok"));
  });
  const tunnels: (string | undefined)[] = [];
  const proxy = createHttpServer().on("connect", (request, client: Socket) => {
    tunnels.push(request.url);
    const upstream = connect(portOf(service), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      client.pipe(upstream).pipe(client);
    });
    for (const socket of [client, upstream]) socket.on("error", () => {});
  });
  await Promise.all([listen(service), listen(proxy)]);
  onTestFinished(() => void [service, proxy].map((server) => server.close().closeAllConnections()));
  writeFileSync(join(folder, "ca.pem"), cert);
  watched.late.add("instance-0");
  const url = "https://fake-user:fake-secret@hooks.example.com/fake-path";
  const options = ["--state", "state.json", "--notify", url, "--ping", url, "--debug", ...soon];
  const env = { HTTPS_PROXY: `http://127.0.0.1:${portOf(proxy)}` };
  const doubted = await audit(options, { env });
  expect(doubted.code).toBe(1);
  expect(doubted.stderr).toContain("authority of your own, name that in NODE_EXTRA_CA_CERTS");
  expect(far).toEqual([]);
  const { code, stderr } = await audit(options, {
    env: { ...env, NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") },
  });
  expect(code, stderr).toBe(1);
  expect(far.map(({ url }) => url)).toEqual(["/fake-path/start", "/fake-path", "/fake-path/fail"]);
  expect(new Set(far.map(({ authorization }) => authorization))).toEqual(
    new Set([`Basic ${Buffer.from("fake-user:fake-secret").toString("base64")}`]),
  );
  expect(new Set(tunnels)).toEqual(new Set(["hooks.example.com:443"]));
  expect(doubted.stderr + stderr).not.toMatch(/fake-(user|secret|path)/);
  expect(stderr).not.toContain("--notify:");
});

function listen(server: Server): Promise<void> {
  return new Promise((done) => server.listen(0, "127.0.0.1", done));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
