import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountEnvironment } from "../../../src/audit/targets/accounts.js";
import { TargetsFileError } from "../../../src/audit/targets/error.js";
import { readTargetsFile } from "../../../src/audit/targets/node.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "targets-"));
  mkdirSync(join(folder, "ids"));
  writeFileSync(join(folder, "ids", "a.txt"), "one\n..\n");
  writeFileSync(join(folder, "ids", "b.txt"), "three\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function message(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "no error";
  }
}

const env = { OS_TOKEN: "fake-token", OS_PROJECT_ID: "p", OS_REGION_NAME: "eu-nl", HOME: "/nowhere" };
async function* stdin() {
  yield new TextEncoder().encode("se\u00e9").slice(0, 3);
  yield new TextEncoder().encode("se\u00e9\nsix").slice(3);
}
// biome-ignore lint/correctness/useYield: it must not be read.
async function* untouched(): AsyncGenerator<string, void, undefined> {
  throw new Error("standard input was read");
}

describe("a targets file on disk", () => {
  test("finds files of ids beside it, and reads standard input only where it says so", async () => {
    const a = write("a.yaml", "targets: [{ service: vbs, policies: { file: ids/b.txt } }]");
    const b = write("b.yaml", "targets: [{ service: vbs, policies: { stdin: true } }]");
    const ids = async (path: string, input: AsyncIterable<string | Uint8Array>) =>
      (await readTargetsFile(path, { env, stdin: input })).targets.map(({ resource }) => resource.id);
    expect(await ids(a, untouched())).toEqual(["three"]);
    expect(await ids(b, stdin())).toEqual(["se\u00e9", "six"]);
  });

  test("names a file of ids as one would from here", async () => {
    const path = relative(".", write("c.yaml", "targets: [{ service: vbs, policies: { file: ids/a.txt } }]"));
    const inside = join(relative(".", folder), "ids", "a.txt");
    expect(await message(readTargetsFile(path, { env }))).toBe(
      `${inside}:2:1: this id is "..", which would change the path`,
    );
  });

  test("that is not there is said in a line", async () => {
    const path = join(folder, "none.yaml");
    expect(await message(readTargetsFile(path, { env }))).toBe(
      `${path}: there is no such file; give the path of a targets file`,
    );
  });

  test.each([
    ["/dev/zero", "/dev/zero: it is neither a file nor a pipe; give the path of a targets file"],
    [".", ".: it is a directory; give the path of a targets file"],
  ])("cannot be %s", async (path, said) => {
    expect(await message(readTargetsFile(path, { env }))).toBe(said);
  });

  test("is refused if it is too large", async () => {
    const path = write("large.yaml", `#${" ".repeat(16 * 2 ** 20)}`);
    expect(await message(readTargetsFile(path, { env }))).toBe(
      `${path}: it is larger than 16 MiB, the maximum; give the path of a targets file`,
    );
  });

  test.each([
    ["/dev/zero", "the file of ids is neither a file nor a pipe"],
    [".", "the file of ids is a directory"],
    ["ids/none.txt", "the file of ids does not exist; its path is relative to this file"],
  ])("takes no ids from %s", async (ids, said) => {
    const path = write("ids.yaml", `targets: [{ service: vbs, policies: { file: ${ids} } }]`);
    expect(await message(readTargetsFile(path, { env }))).toBe(`${path}:1:45: ${said}`);
  });

  test("takes no ids from a standard input without end", async () => {
    const path = write("stdin.yaml", 'targets: [{ service: vbs, policies: "-" }]');
    const line = `${"x".repeat(2 ** 20 - 1)}\n`;
    let lines = 0;
    async function* endless() {
      for (;;) {
        lines += 1;
        yield line;
      }
    }
    expect(await message(readTargetsFile(path, { env, stdin: endless() }))).toBe(
      "standard input is larger than 64 MiB, the maximum",
    );
    expect(lines).toBe(65);
  });

  test("may be a pipe, and so may a file of ids", async () => {
    const text = write("piped.yaml", "targets: [{ service: vbs, policies: { file: ids-pipe } }]");
    const pipes = [join(folder, "pipe.yaml"), join(folder, "ids-pipe")] as const;
    execFileSync("sh", ["-c", 'mkfifo "$@"', "sh", ...pipes]);
    const writing = spawn("sh", ["-c", 'cat "$0" > "$1"; echo one > "$2"', text, ...pipes]);
    const { targets } = await readTargetsFile(pipes[0], { env });
    expect(targets.map(({ name }) => name)).toEqual(["one"]);
    await new Promise((resolve) => writing.on("close", resolve));
  });

  test("takes region and project from where the credentials are", async () => {
    const path = write("d.yaml", "targets: [{ service: dcs, instance: i }]");
    const { targets } = await readTargetsFile(path, { env });
    expect(targets[0]).toMatchObject({ cloud: "otc", region: "eu-nl", projectId: "p" });
  });

  test("reports accounts without credentials where they are defined, all at once", async () => {
    const path = write(
      "e.yaml",
      `accounts:
  none: { environment: { HUAWEICLOUD_SDK_PROJECT_ID: A_PROJECT } }
  half: { environment: { OS_ACCESS_KEY: A_KEY } }
targets:
  - { service: dcs, cloud: huaweicloud, region: eu-west-101, account: none, instance: i }
  - { service: vbs, account: half, policy: p, project: p }
  - { service: vbs, account: half, policy: q, region: eu-nl }
`,
    );
    const said = (
      await message(readTargetsFile(path, { env: { ...env, A_PROJECT: "p", A_KEY: "fake" } }))
    ).split("\n");
    expect(said).toEqual([
      expect.stringMatching(
        /:2:3: account "none": No credentials for dcs in the environment: set HUAWEICLOUD_SDK_AK/,
      ),
      expect.stringMatching(/:3:3: account "half": environment: OS_SECRET_KEY is missing/),
      expect.stringMatching(/:7:55: vbs has no endpoint in region "eu-nl" of otc/),
    ]);
  });

  test("needs a region where the access key signs one", async () => {
    const path = write("f.yaml", `targets: [{ service: dcs, baseUrl: "https://example.com", instance: i }]`);
    const keys = { OS_ACCESS_KEY: "fake", OS_SECRET_KEY: "fake", OS_PROJECT_ID: "p" };
    const reading = readTargetsFile(path, { env: keys });
    await expect(reading).rejects.toBeInstanceOf(TargetsFileError);
    expect(await message(reading)).toContain(
      "1:11: this target has no region, which its account's access key signs",
    );
  });

  test("of the examples works as it stands", async () => {
    const { targets } = await readTargetsFile("examples/audit/targets.yaml", { env: {} });
    expect(targets.map(({ name }) => name)).toEqual([
      "sessions",
      "carts/cart-1",
      "carts/cart-2",
      "carts/empty-cart",
      "nightly",
      "orders",
    ]);
  });
});

test("an account that maps variables sees no other account's", () => {
  const all = { OS_TOKEN: "other", HUAWEICLOUD_SDK_AK: "other", A_TOKEN: "own", HOME: "/home" };
  const account = { name: "a", environment: { OS_TOKEN: "A_TOKEN" }, rateLimit: null };
  const { A_TOKEN, HOME } = all;
  expect(accountEnvironment(account, all)).toEqual({ OS_TOKEN: A_TOKEN, A_TOKEN, HOME });
  expect(accountEnvironment({ ...account, environment: {} }, all)).toBe(all);
});
