import { exitCodes } from "./exit.js";

/**
 * What ends a command although nothing is wrong with the program: the message is one line that says what
 * was wrong, where, and what to do. If several things are, each is an item, and is told on a line of its own.
 */
export class Problem extends Error {
  readonly exitCode: number;
  /** What is told before the items. */
  readonly head: string;
  readonly items: readonly string[];

  override get name(): "Problem" {
    return "Problem";
  }

  constructor(
    message: string,
    exitCode: number = exitCodes.usage,
    options: ErrorOptions & { readonly items?: readonly string[] } = {},
  ) {
    const { items = [], ...others } = options;
    super(items.length === 0 ? message : `${message}: ${items.join("; ")}`, others);
    this.exitCode = exitCode;
    this.head = message;
    this.items = items;
  }
}

/** What an operating system's error means for a file that was to be read or written. */
export function fileProblem(file: string, error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reasons: Record<string, string> = {
    ENOENT: "no such file or folder",
    EISDIR: "is a folder, not a file",
    ENOTDIR: "is a file, not a folder",
    EACCES: "no permission",
    EROFS: "is in a read-only file system",
    ELOOP: "is a symbolic link that leads back to itself",
    ENXIO: "is a socket, or a device that is not there",
    EBADF: "is not open, or not open for this",
    EPIPE: "its reader has gone away",
    ENOSPC: "no space is left for it",
    EEXIST: "is in the way",
    EFBIG: "would be larger than this process may write (ulimit -f)",
    EDQUOT: "the quota leaves no space for it",
  };
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return new Problem(`${file}: ${reason}`, exitCodes.usage, { cause: error });
}
