import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  createReadStream,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { open, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type InputPath, type OutputPath, openSinks, type Sink } from "../../src/cli/output-path.js";
import { textTerminal } from "./support/text-terminal.js";

// Only so that a test can have a rename, or the making of a file, fail; both do what they do otherwise.
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return { ...real, rename: vi.fn(real.rename), open: vi.fn(real.open) };
});

let cwd: string;
let said: () => string;
let printed: () => string;
let context: Parameters<typeof openSinks>[2];
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "output-path-"));
  const { terminal, stdout, stderr } = textTerminal({}, cwd, Buffer.alloc(0));
  [context, printed, said] = [terminal, stdout, stderr];
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const here = (name: string) => join(cwd, name);
const read = (name: string) => readFileSync(here(name), "utf8");

async function openOne(path: string, more: Partial<OutputPath> = {}): Promise<Sink> {
  const [sink] = await openSinks([{ option: "--output", path, ...more }], [], context);
  if (sink === undefined) throw new Error("nothing was opened");
  return sink;
}

async function write(path: string, content = "new", more: Partial<OutputPath> = {}): Promise<void> {
  const sink = await openOne(path, more);
  await sink.write(content);
  await sink.commit();
}

const refused = (code: string) => Object.assign(new Error(code), { code });

describe("a regular file", () => {
  test("is seen whole or not at all", async () => {
    writeFileSync(here("out"), "before");
    const sink = await openOne("out");
    await sink.write("half");
    expect(read("out")).toBe("before");
    await sink.commit();
    expect(read("out")).toBe("half");
    const other = await openOne("out");
    await other.write("more");
    await other.discard();
    expect(read("out")).toBe("half");
    expect(readdirSync(cwd)).toEqual(["out"]);
  });

  test("is whole, although two commands write it at once", async () => {
    const sinks = [await openOne("out"), await openOne("out")];
    for (const [at, sink] of sinks.entries()) await sink.write(`by ${at}`);
    for (const sink of sinks) await sink.commit();
    expect(read("out")).toBe("by 1");
    expect(readdirSync(cwd)).toEqual(["out"]);
  });

  test("says whether it replaces another", async () => {
    const sinks = [await openOne("new")];
    writeFileSync(here("old"), "");
    sinks.push(await openOne("old"));
    expect(sinks.map(({ replaces }) => replaces)).toEqual([false, true]);
    await Promise.all(sinks.map((sink) => sink.discard()));
  });

  test.each([0o600, 0o640, 0o666, 0o755])("keeps the mode %o", async (mode) => {
    writeFileSync(here("out"), "before");
    chmodSync(here("out"), mode);
    await write("out");
    expect([read("out"), statSync(here("out")).mode & 0o7777]).toEqual(["new", mode]);
  });

  test.skipIf(process.getuid?.() !== 0)("keeps its owner where root writes it", async () => {
    writeFileSync(here("out"), "before");
    execFileSync("chown", ["1234:4321", here("out")]);
    await write("out");
    const { uid, gid } = statSync(here("out"));
    expect([read("out"), uid, gid]).toEqual(["new", 1234, 4321]);
  });

  test("that is new gets the mode of the process", async () => {
    const mask = process.umask();
    await write("out");
    expect(statSync(here("out")).mode & 0o777).toBe(0o666 & ~mask);
  });

  test.each(["EBUSY", "EXDEV", "EPERM"])(
    "that cannot be renamed (%s) is written where it is",
    async (code) => {
      writeFileSync(here("out"), "before, and longer");
      const { ino } = statSync(here("out"));
      vi.mocked(rename).mockRejectedValueOnce(refused(code));
      await write("out");
      expect([read("out"), statSync(here("out")).ino, readdirSync(cwd)]).toEqual(["new", ino, ["out"]]);
    },
  );

  test("in a folder that takes no other is written where it is", async () => {
    writeFileSync(here("out"), "before");
    const { ino } = statSync(here("out"));
    const real = await vi.importActual<typeof import("node:fs/promises")>("node:fs/promises");
    vi.mocked(open).mockImplementation((path, ...more) =>
      String(path).startsWith(`${here("out")}.`)
        ? Promise.reject(refused("EROFS"))
        : real.open(path, ...more),
    );
    vi.mocked(rename).mockRejectedValueOnce(refused("EXDEV"));
    await write("out");
    vi.mocked(open).mockImplementation(real.open);
    expect([read("out"), statSync(here("out")).ino]).toEqual(["new", ino]);
  });

  test("is written as text comes if it is live, from its beginning", async () => {
    writeFileSync(here("out"), "before");
    const sink = await openOne("out", { live: true });
    await sink.write("first");
    expect(read("out")).toBe("first");
    await sink.commit();
  });
});

describe("a symbolic link", () => {
  test.each([
    ["to a file", "volume/real", "volume/real"],
    ["to a link", "other-link", "volume/real"],
    ["to a file that is not there yet", "volume/new", "volume/new"],
  ])("%s is followed, and stays", async (_, target, written) => {
    mkdirSync(here("volume"));
    writeFileSync(here("volume/real"), "before");
    symlinkSync("volume/real", here("other-link"));
    symlinkSync(target, here("link"));
    await write("link");
    expect([readlinkSync(here("link")), read(written)]).toEqual([target, "new"]);
    expect(readdirSync(cwd).sort()).toEqual(["link", "other-link", "volume"]);
  });

  test("is relative to the folder that it really stands in", async () => {
    mkdirSync(here("a/b"), { recursive: true });
    symlinkSync("../target", here("a/b/link"));
    symlinkSync("a/b", here("short"));
    await write("short/link");
    expect(read("a/target")).toBe("new");
  });

  test("that leads to itself is told", async () => {
    symlinkSync("one", here("two"));
    symlinkSync("two", here("one"));
    await expect(write("one")).rejects.toThrow("one: is a symbolic link that leads back to itself");
  });
});

describe("what is no regular file is written to, never replaced", () => {
  test("a pipe, once somebody reads it", async () => {
    execFileSync("mkfifo", [here("pipe")]);
    const done = write("pipe", "x".repeat(200_000));
    const content = await text(createReadStream(here("pipe")));
    await done;
    expect(content).toHaveLength(200_000);
    expect(lstatSync(here("pipe")).isFIFO()).toBe(true);
    expect(readdirSync(cwd)).toEqual(["pipe"]);
  });

  test("a pipe whose reader goes away", async () => {
    execFileSync("mkfifo", [here("pipe")]);
    const opening = openOne("pipe");
    const reader = createReadStream(here("pipe"));
    reader.resume();
    const sink = await opening;
    await sink.write("a line\n");
    await once(reader.destroy(), "close");
    await expect(sink.write("another\n")).rejects.toThrow("pipe: its reader has gone away");
    await sink.discard();
  });

  test("a device, also by a link", async (context) => {
    try {
      execFileSync("mknod", [here("null"), "c", "1", "3"], { stdio: "ignore" });
    } catch {
      context.skip("no device can be made here");
    }
    symlinkSync("null", here("link"));
    await write("null");
    await write("link");
    expect(lstatSync(here("null")).isCharacterDevice()).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(["link", "null"]);
  });

  test("an open file of the process, from where it stands", async () => {
    writeFileSync(here("log"), "first\n");
    const fd = openSync(here("log"), "a");
    symlinkSync(`/proc/self/fd/${fd}`, here("link"));
    await write(`/dev/fd/${fd}`, "second\n");
    await write("link", "third\n");
    closeSync(fd);
    expect(read("log")).toBe("first\nsecond\nthird\n");
  });

  test.each(["-", "/dev/stdout", "/dev/fd/1"])("%s is standard output", async (path) => {
    const sink = await openOne(path);
    expect(sink.isStandardOutput).toBe(true);
    await sink.write("a line\n");
    await sink.commit();
    expect([printed(), readdirSync(cwd)]).toEqual(["a line\n", []]);
  });

  test("standard error", async () => {
    await write("/dev/stderr", "a line\n");
    expect(said()).toBe("a line\n");
  });
});

describe("before anything is done", () => {
  const openAll = (paths: readonly string[], inputs: readonly InputPath[] = []) =>
    openSinks(
      paths.map((path, at) => ({ option: `--o${at}`, path })),
      inputs,
      context,
    );

  test.each([
    ["by its name", "same", "same"],
    ["by another spelling", "same", "./folder/../same"],
    ["by a symbolic link", "same", "link"],
    ["by a hard link", "same", "twin"],
    ["that is not there yet", "new", "new"],
    ["as standard output", "-", "/dev/stdout"],
  ])("a place that is named twice is refused: %s", async (_, one, other) => {
    mkdirSync(here("folder"));
    writeFileSync(here("same"), "before");
    symlinkSync("same", here("link"));
    linkSync(here("same"), here("twin"));
    await expect(openAll([one, "different", other])).rejects.toThrow(
      `--o2 ${other} is the same as --o0 ${one}: give each a path of its own`,
    );
    expect(readdirSync(cwd).sort()).toEqual(["folder", "link", "same", "twin"]);
  });

  test("an input is not overwritten", async () => {
    writeFileSync(here("in.yaml"), "targets: []");
    await expect(openAll(["./in.yaml"], [{ what: "the targets file", path: "in.yaml" }])).rejects.toThrow(
      "--o0 ./in.yaml is the same as the targets file in.yaml: give each a path of its own",
    );
  });

  test("a path that cannot be written is told, and nothing is left behind", async () => {
    await expect(openAll(["fine", "no/such/folder/out"])).rejects.toThrow(
      "no/such/folder/out: no such file or folder",
    );
    await expect(openAll(["fine", "."])).rejects.toThrow(".: is a folder, not a file");
    await expect(openAll([""])).rejects.toThrow("--o0 is empty: write the path of a file");
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("a file that may be replaced, but not written, is told", async () => {
    writeFileSync(here("out"), "before");
    vi.mocked(open).mockRejectedValueOnce(refused("EACCES"));
    await expect(openAll(["out"])).rejects.toThrow("out: no permission");
    expect(readdirSync(cwd)).toEqual(["out"]);
  });

  test("what is read as well as written has to be a regular file", async () => {
    execFileSync("mkfifo", [here("pipe")]);
    for (const path of ["-", "pipe", "/dev/fd/3"]) {
      await expect(openOne(path, { regular: true })).rejects.toThrow(
        `--output ${path}: is not a regular file, and it is read as well as written`,
      );
    }
  });
});
