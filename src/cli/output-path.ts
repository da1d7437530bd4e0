import { randomUUID } from "node:crypto";
import {
  constants,
  createReadStream,
  createWriteStream,
  fstatSync,
  openSync,
  rmSync,
  type Stats,
} from "node:fs";
import { type FileHandle, mkdtemp, open, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fileProblem, Problem } from "./problem.js";
import type { Terminal } from "./terminal.js";

/** Where a command writes text. */
export interface Sink {
  /** Whether it is the standard output of the command. */
  readonly isStandardOutput: boolean;
  /** Whether a regular file was there before; `commit` replaces it. */
  readonly replaces: boolean;
  write(text: string): Promise<void>;
  /** Ends the output. A regular file is seen from now on, whole. */
  commit(): Promise<void>;
  /** Ends the output. A regular file stays as it was. */
  discard(): Promise<void>;
}

/** An option that names an output, and its path; `-` is standard output. */
export interface OutputPath {
  readonly option: string;
  readonly path: string;
  /** Whether only a regular file will do, because the command reads it, too. */
  readonly regular?: boolean;
  /** Whether a regular file is written as text comes, in place of the former one, and not at the end. */
  readonly live?: boolean;
}

/** A file that a command reads, which no output may overwrite. */
export interface InputPath {
  readonly what: string;
  readonly path: string;
}

type OutputContext = Pick<Terminal, "cwd" | "out" | "err" | "say">;

/**
 * Opens all outputs of a command, so that each can be written before anything is sent. Symbolic links are
 * followed. Devices, pipes and `/dev/fd/N` are written to as they are; a regular file is replaced at the end and
 * keeps its mode.
 * @throws Problem if one of them cannot be written, or two of them, or one and an input, are the same
 */
export async function openSinks(
  outputs: readonly OutputPath[],
  inputs: readonly InputPath[],
  context: OutputContext,
): Promise<Sink[]> {
  const places: Place[] = [];
  for (const output of outputs) places.push(await locate(output, context));
  const taken = new Map<string, string>();
  for (const { what, path } of inputs) {
    const there = await stat(resolve(context.cwd, path)).catch(() => null);
    if (there) taken.set(identity(there), `${what} ${path}`);
  }
  for (const { key, label } of places) {
    const other = taken.get(key);
    if (other !== undefined) {
      throw new Problem(`${label} is the same as ${other}: give each a path of its own`);
    }
    taken.set(key, label);
  }
  const sinks: Sink[] = [];
  try {
    for (const place of places) sinks.push(await place.open());
    return sinks;
  } catch (error) {
    await Promise.all(sinks.map((sink) => sink.discard()));
    throw error;
  }
}

/** What a path leads to. */
interface Place {
  /** Equal for two paths that lead to the same. */
  readonly key: string;
  readonly label: string;
  open(): Promise<Sink>;
}

async function locate(output: OutputPath, context: OutputContext): Promise<Place> {
  const { option, path: name, regular = false, live = false } = output;
  if (name === "") throw new Problem(`${option} is empty: write the path of a file`);
  const guarded = guard(name);
  const target = name === "-" ? 1 : await guarded(follow(resolve(context.cwd, name)));
  const there = typeof target === "string" ? await guarded(existing(target)) : null;
  if (regular && (there === null ? typeof target === "number" : !there.isFile())) {
    throw new Problem(`${option} ${name}: is not a regular file, and it is read as well as written`);
  }
  if (there?.isDirectory()) throw new Problem(`${name}: is a folder, not a file`);
  if (target === 1) return standardOutput(name, option, context);
  const label = `${option} ${name}`;
  if (typeof target === "number") {
    const stats = await guarded((async () => fstatSync(target))());
    const stream = () => (target === 2 ? context.err.stream : descriptorStream(target, stats));
    return { key: identity(stats), label, open: async () => streamSink(stream(), name, target !== 2) };
  }
  const key = there === null ? target : identity(there);
  if (there?.isFIFO()) {
    return { key, label, open: async () => streamSink(await openPipe(target, name, context), name) };
  }
  if (live || (there && !there.isFile())) {
    return {
      key,
      label,
      open: async () => streamSink((await guarded(open(target, "w"))).createWriteStream(), name),
    };
  }
  return { key, label, open: () => fileSink(target, there, name) };
}

const MOST_LINKS = 40;

/** The path behind all symbolic links, which need not exist, or the number of an open file of this process. */
async function follow(path: string): Promise<string | number> {
  let at = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    const descriptor = descriptorOf(at);
    if (descriptor !== null) return descriptor;
    at = join(await realpath(dirname(at)), basename(at));
    const own = descriptorOf(at);
    if (own !== null) return own;
    const link = await readlink(at).catch(() => null);
    if (link === null) return at;
    at = resolve(dirname(at), link);
  }
  throw Object.assign(new Error("too many symbolic links"), { code: "ELOOP" });
}

/** Opening such a path would open the file behind it again, and write over what others have written there. */
function descriptorOf(path: string): number | null {
  const [, owner, number] = /^\/(dev|proc\/(?:self|thread-self|\d+))\/fd\/(\d{1,9})$/.exec(path) ?? [];
  if (owner === undefined || number === undefined) return null;
  const ours = !/\d/.test(owner) || owner === `proc/${process.pid}`;
  return ours ? Number(number) : null;
}

async function existing(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

function identity({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function guard(name: string) {
  return async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (error) {
      throw error instanceof Problem ? error : fileProblem(name, error);
    }
  };
}

function standardOutput(name: string, option: string, { out }: OutputContext): Place {
  const fd: unknown = "fd" in out.stream ? out.stream.fd : undefined;
  const stats = typeof fd === "number" ? fstatSync(fd) : null;
  return {
    // A shell may have led standard output to the file that another option names.
    key: stats?.isFile() ? identity(stats) : "standard output",
    label: option === "" ? "standard output" : `${option} ${name}`,
    open: async () => ({
      isStandardOutput: true,
      replaces: false,
      write: (text) => out.write(text),
      commit: async () => {},
      discard: async () => {},
    }),
  };
}

function descriptorStream(fd: number, stats: Stats): Writable {
  return stats.isFIFO() || stats.isSocket()
    ? new Socket({ fd, readable: false, writable: true })
    : createWriteStream("", { fd, autoClose: false });
}

const BETWEEN_TRIES = 50;
const TRIES_IN_SILENCE = 20;

/**
 * Opens a named pipe once somebody reads it, as a shell does. It is opened without blocking: a thread that waits
 * for a reader would keep the process from ending.
 */
async function openPipe(path: string, name: string, { say }: OutputContext): Promise<Writable> {
  for (let tries = 1; ; tries++) {
    try {
      const fd = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
      return new Socket({ fd, readable: false, writable: true });
    } catch (error) {
      if (codeOf(error) !== "ENXIO") throw fileProblem(name, error);
    }
    if (tries === TRIES_IN_SILENCE) say(`${name}: waiting for a reader of this pipe`);
    await pause(BETWEEN_TRIES);
  }
}

function streamSink(stream: Writable, name: string, ends = true): Sink {
  let failure: unknown;
  stream.on("error", (error) => {
    failure ??= error;
  });
  const settle = (act: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((done, fail) =>
      act((error) => (error ? fail(fileProblem(name, failure ?? error)) : done())),
    );
  return {
    isStandardOutput: false,
    replaces: false,
    write: (text) => settle((done) => stream.write(text, done)),
    commit: () => (ends ? settle((done) => stream.end(done)) : Promise.resolve()),
    discard: async () => {
      if (ends) stream.destroy();
    },
  };
}

/** Failures of a rename that a file which may be written does not have: it is mounted alone, or its folder is not ours. */
const NOT_TO_BE_RENAMED = ["EBUSY", "EXDEV", "EPERM", "EACCES", "EROFS"];

async function fileSink(path: string, there: Stats | null, name: string): Promise<Sink> {
  const guarded = guard(name);
  // What may be replaced need not be what may be written: that would be told only once all the work is done.
  if (there) await (await guarded(open(path, constants.O_WRONLY))).close();
  const draft = await openDraft(path, there, name);
  return {
    isStandardOutput: false,
    replaces: there !== null,
    write: (text) => guarded(draft.handle.appendFile(text)),
    async commit() {
      await guarded(draft.handle.close());
      try {
        await rename(draft.path, path);
      } catch (error) {
        if (!there || !NOT_TO_BE_RENAMED.includes(codeOf(error))) throw fileProblem(name, error);
        await guarded(pipeline(createReadStream(draft.path), createWriteStream(path)));
      }
      await draft.remove();
    },
    async discard() {
      await draft.handle.close().catch(() => {});
      await draft.remove();
    },
  };
}

interface Draft {
  readonly path: string;
  readonly handle: FileHandle;
  /** Removes what is left of it. */
  remove(): Promise<void>;
}

/** The text until it is whole: beside the file, or, if that folder takes no new file, among the temporary ones. */
async function openDraft(path: string, there: Stats | null, name: string): Promise<Draft> {
  // Two containers that share a folder may have the same process id.
  const beside = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  const mode = there === null ? 0o666 : there.mode & 0o777;
  try {
    const handle = await open(beside, "wx", mode);
    const remove = removeAtExit(beside);
    if (there) await keepOwnerAndMode(handle, there);
    return { path: beside, handle, remove };
  } catch (error) {
    if (!there || !NOT_TO_BE_RENAMED.includes(codeOf(error))) throw fileProblem(name, error);
  }
  const folder = await mkdtemp(join(tmpdir(), "backup-records-"));
  const remove = removeAtExit(folder);
  const draft = join(folder, "draft");
  const handle = await open(draft, "wx", 0o600);
  return { path: draft, handle, remove };
}

/** What is removed if the process ends before its time, as it does if the reader of its output goes away. */
const drafts = new Set<string>();

function removeDrafts(): void {
  for (const path of drafts) rmSync(path, { recursive: true, force: true });
}

/** Has a draft removed if the process ends. Returns what removes it before. */
function removeAtExit(path: string): () => Promise<void> {
  if (drafts.size === 0) process.once("exit", removeDrafts);
  drafts.add(path);
  return async () => {
    await rm(path, { recursive: true, force: true });
    if (drafts.delete(path) && drafts.size === 0) process.off("exit", removeDrafts);
  };
}

async function keepOwnerAndMode(handle: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await handle.stat();
  // Only root may give a file away; others who may write it keep it.
  if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid).catch(() => {});
  await handle.chmod(mode & 0o7777);
}
