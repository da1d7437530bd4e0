import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { wholeRound } from "./support/round.js";
import { startSignatureServer } from "./support/signature-server.js";

const run = promisify(execFile);

async function start(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return command([resolve("scripts/start.js"), ...args]);
}

async function command(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await run(process.execPath, args)) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

const sourcePages = [
  "dcs-hwc-en",
  "dcs-otc-en",
  "dcs-hwc-zh",
  "dcs-otc-list-backups",
  "vbs-otc-en",
  "starrocks-en",
  "cbr-otc-operation-logs",
  "cbr-hwc-operation-logs",
];
const names = [
  "backup_20190510163116",
  "backup_20180415230000",
  "backup_20180414230000",
  "backup_20180413230000",
  "backup_20180412230001",
  "autobk_a61d",
  "autobk_e6d2",
  "bt-12sui21312dd",
  "manualbk_backup",
];

function documentedResponse(id: string): unknown {
  const [service] = id.split("-");
  const example: { value: unknown } = parse(readFileSync(`spec/${service}/examples/${id}.yaml`, "utf8"));
  return example.value;
}

describe("npm start", () => {
  let printed = { code: 0, stdout: "", stderr: "" };

  beforeAll(async () => {
    printed = await start();
  });

  test("prints the records of every source page under a heading of its own", () => {
    const { code, stdout, stderr } = printed;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const headings = stdout.split("\n").filter((line) => / · (GET|POST) \//.test(line));
    expect(headings.map((line) => line.split(" ")[0])).toEqual(sourcePages);
    for (const name of names) expect(stdout).toContain(name);
    expect(stdout.split("backup_20190510163116")).toHaveLength(4);
    expect(stdout).toContain("859.6 KiB");
    expect(stdout).toContain("12 documented records, 9 distinct");
  });

  test("prints what the guide shows", () => {
    const shown = readFileSync("docs/guide/documented-records.md", "utf8")
      .split("```text\n")[1]
      ?.split("\n```")[0];
    expect(shown).toBe(printed.stdout.trimEnd());
  });

  test("keeps its table within a terminal's width, one line a record", () => {
    const { stdout } = printed;
    const widest = Math.max(...stdout.split("\n").map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(120);
    expect(stdout.split("\n").filter((line) => names.some((name) => line.includes(name)))).toHaveLength(12);
  });

  test("sends signed calls, whose signatures a server can compute again", async () => {
    const server = await startSignatureServer({
      // Two source pages have the same request, and a date of whole seconds gives both the same signature.
      allowReplays: true,
      keys: { FAKEACCESSKEYID: { secret: "fake-secret-access-key" } },
      handler: ({ rawHeaders }) => {
        const id = /example=([\w-]+)/.exec(rawHeaders.join("\n"))?.[1] ?? "";
        return { status: 200, body: documentedResponse(id) };
      },
    });
    onTestFinished(() => server.close());
    const { code, stdout } = await start("--at", server.url);
    expect(code).toBe(0);
    for (const name of names) expect(stdout).toContain(name);
    expect(server.refused).toEqual([]);
    expect(server.accepted.map(({ scheme }) => scheme)).toEqual([
      "access",
      "scoped",
      "access",
      "scoped",
      "scoped",
      "acs3",
      "scoped",
      "access",
    ]);
  });

  // Prism takes seconds to load: `npm run test:whole` has the time for it.
  test.skipIf(!wholeRound)("says in one line that a port is in use", async () => {
    const taken = createServer();
    await new Promise<void>((done) => {
      taken.listen(0, "127.0.0.1", done);
    });
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { code, stdout, stderr } = await start("--port", String(port));
    taken.close();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^.*${port}.*in use.*\n$`));
  });

  test("says in one line what is wrong with its options", async () => {
    const { code, stderr } = await start("--prot", "1");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^.*--prot.*\n$/);
  });

  test.skipIf(!wholeRound)("says in one line that there is no build", async () => {
    const folder = mkdtempSync(join(tmpdir(), "start-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const name of ["scripts", "package.json", "spec"])
      cpSync(resolve(name), join(folder, name), { recursive: true });
    cpSync(resolve("node_modules/yaml"), join(folder, "node_modules/yaml"), { recursive: true });
    const unpacked = await command([join(folder, "scripts/start.js")]);
    expect(unpacked.code).toBe(2);
    expect(unpacked.stderr).toMatch(
      /^npm start cannot begin: Cannot find package 'cli-table3'.*Run npm ci first\.\n$/,
    );
    for (const name of [
      "cli-table3",
      "string-width",
      "emoji-regex",
      "is-fullwidth-code-point",
      "strip-ansi",
      "ansi-regex",
      "@colors",
    ]) {
      cpSync(resolve("node_modules", name), join(folder, "node_modules", name), { recursive: true });
    }
    const unbuilt = await command([join(folder, "scripts/start.js")]);
    expect(unbuilt).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "there is no build in dist/; run npm run build\n",
    });
  });

  test.skipIf(!wholeRound)("says in one line that Node is too old", async () => {
    const old =
      'Object.defineProperty(process.versions, "node", { value: "18.20.4" }); await import(process.argv[1]);';
    const { code, stdout, stderr } = await command([
      "--input-type=module",
      "-e",
      old,
      resolve("scripts/start.js"),
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe("Node 18.20.4 is too old: backup-records needs 20.19 or later.\n");
  });
});
