import { execFile } from "node:child_process";

/** Reads from one commit of the repository that `cwd` lies in; paths are relative to `cwd`. */
export interface Commit {
  /** The paths of all files below a folder. */
  list(folder: string): Promise<string[]>;
  /** A file's text; undefined where the commit has no such file. */
  read(path: string): Promise<string | undefined>;
}

/**
 * Opens the commit that a ref names.
 * @throws Error, its message one line, outside of a repository, without git, or where the ref names no commit.
 */
export async function openCommit(cwd: string, ref: string): Promise<Commit> {
  if ((await git(cwd, "rev-parse", "--is-inside-work-tree")) === undefined) {
    throw new Error(`${cwd} is not in a git repository`);
  }
  const id = (await git(cwd, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`))?.trim();
  if (id === undefined) throw new Error(`unknown git ref "${ref}"; if it is a remote's, fetch it first`);
  return {
    async list(folder) {
      const names = await git(cwd, "ls-tree", "-r", "-z", "--name-only", id, "--", `${folder}/`);
      return (names ?? "").split("\0").filter((name) => name !== "");
    },
    read: (path) => git(cwd, "show", `${id}:./${path}`),
  };
}

/** What git prints; undefined where it fails. */
function git(cwd: string, ...args: string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    execFile("git", args, { cwd, maxBuffer: 1 << 28 }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else if (error.code === "ENOENT") reject(new Error("git is not installed, or not on the PATH"));
      else resolve(undefined);
    });
  });
}
