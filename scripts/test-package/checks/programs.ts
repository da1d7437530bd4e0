import { cp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type Check, Failure, refuseProblems } from "../check.js";
import { installRuntime, runtimes } from "../runtimes.js";
import { serve } from "../server.js";
import { mustRun, npm } from "../shell.js";
import type { Subject } from "../subject.js";

/** Where the programs are, and the variables that lead them to the mock. */
interface Place {
  readonly project: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The programs of examples/ that need what is too heavy for everybody's `npm ci`: each compiles and runs as its comment
 * says, with the packed package, against the mock.
 */
export const programs: Check = {
  name: "programs",
  async run(subject) {
    const project = await makeProject(subject);
    const { startMock, fakeCredentials } = await import(
      pathToFileURL(join(subject.installed, "dist/mock.js")).href
    );
    const mock = await startMock({ services: ["dcs"], auth: "verify" });
    const place: Place = { project, env: { ...mock.env, OS_TOKEN: fakeCredentials.token } };
    try {
      await onDeno(subject, place);
      await onBun(subject, place);
      await inWorkerd(place);
      await inNext(place);
    } finally {
      await mock.stop();
    }
    await rm(project, { recursive: true });
    return "Deno, Bun, workerd and Next.js run theirs against the mock";
  },
};

/** The programs, with what they need installed as the lockfile says. */
async function makeProject({ repository, tarball, project: consumer }: Subject): Promise<string> {
  const project = join(dirname(consumer), "programs");
  await cp(join(repository, "test/package/fixtures/programs"), project, { recursive: true });
  await npm(["ci", "--ignore-scripts"], project);
  await npm(["install", "--no-save", "--ignore-scripts", tarball], project);
  for (const name of ["bun.ts", "deno.ts", "nextjs", "worker.ts"])
    await cp(join(repository, "examples", name), join(project, name), { recursive: true });
  return project;
}

/** Deno's own compiler checks its program, which has no more permissions than its comment names. */
async function onDeno({ repository }: Subject, { project, env }: Place): Promise<void> {
  const deno = await runtimeOf("deno", repository);
  await mustRun(deno, ["check", "deno.ts"], { cwd: project });
  const permissions = ["--allow-net", "--allow-env=OS_TOKEN,OS_PROJECT_ID,BACKUP_RECORDS_DCS_URL"];
  const output = await mustRun(deno, ["run", ...permissions, "deno.ts", "never-1"], { cwd: project, env });
  const lines = output.trim().split("\n");
  if (lines.length < 5 || !lines.every((line) => /^20\d\d-.*Z backup_\d{14} \S/.test(line)))
    throw new Failure(`deno.ts prints other than failed backups:\n${output}`);
}

async function onBun({ repository }: Subject, { project, env }: Place): Promise<void> {
  const options = ["--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022"];
  const strict = ["--strict", "--noEmit", "--skipLibCheck", "--types", "bun"];
  await mustRun("node_modules/.bin/tsc", [...options, ...strict, "bun.ts"], { cwd: project });
  const bun = await runtimeOf("bun", repository);
  await probe("bun.ts", bun, ["run", "bun.ts"], { project, env }, /(http:\S+)/, (origin) => origin);
}

/** The worker, bundled under the conditions that Cloudflare's own tool sets. */
async function inWorkerd({ project, env }: Place): Promise<void> {
  await build({
    entryPoints: [join(project, "worker.ts")],
    absWorkingDir: project,
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    target: "es2022",
    outfile: join(project, "worker.js"),
  });
  const args = ["serve", "worker.capnp", "--control-fd=1"];
  const workerd = "node_modules/.bin/workerd";
  const place = { project, env };
  await probe("worker.ts", workerd, args, place, /"port":(\d+)/, (port) => `http://127.0.0.1:${port}`);
}

/** A production build of an app that has the route alone. */
async function inNext({ project, env }: Place): Promise<void> {
  const next = join(project, "node_modules/.bin/next");
  const quiet = { NEXT_TELEMETRY_DISABLED: "1" };
  // As in an app of its own: without the credentials, which are there when it runs.
  await mustRun(next, ["build", "nextjs"], { cwd: project, env: quiet });
  const args = ["start", "nextjs", "--port", "0", "--hostname", "127.0.0.1"];
  const place = { project, env: { ...env, ...quiet } };
  const address = (id: string) => `/api/backups?instance=${id}`;
  await probe("nextjs", next, args, place, /Local: +(http:\S+)/, (origin) => origin, address);
}

/** Starts a server, and compares its responses with what each program of examples/ promises. */
async function probe(
  name: string,
  command: string,
  args: readonly string[],
  { project, env }: Place,
  ready: RegExp,
  originOf: (said: string) => string,
  address = (id: string) => `/instances/${id}/latest-backup`,
): Promise<void> {
  const server = await serve(command, args, { cwd: project, env: { ...env, PORT: "0" } }, ready);
  try {
    const problems: string[] = [];
    for (const [id, status, body] of expected) {
      const signal = AbortSignal.timeout(30_000);
      const response = await fetch(originOf(server.said) + address(id), { signal });
      const text = await response.text();
      if (response.status !== status || !body.test(text)) problems.push(`${id}: ${response.status} ${text}`);
    }
    refuseProblems(`${name} responds otherwise`, problems);
  } finally {
    await server.stop();
  }
}

/** Instances of the mock, and how a program responds for each. */
const expected: readonly [id: string, status: number, body: RegExp][] = [
  ["an-instance", 200, /^\{"id":"[0-9a-f-]{36}","name":"backup_\d{14}","finishedAt":"20\d\d-[^"]+Z"\}$/],
  ["never-1", 404, /^\{"error":"no good backup"\}$/],
  ["missing-1", 404, /^\{"error":"no such instance"\}$/],
  // The cloud's own status and words are for the log.
  ["forbidden-1", 502, /^\{"error":"the cloud did not respond as it should"\}$/],
];

function runtimeOf(name: string, repository: string): Promise<string> {
  const runtime = runtimes.find((one) => one.name.startsWith(name));
  if (runtime === undefined) throw new Failure(`no runtime ${name}`);
  return installRuntime(runtime, join(repository, ".tmp/runtimes"));
}
