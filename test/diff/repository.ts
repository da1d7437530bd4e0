import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "../../scripts/diff/main.js";

/** A git repository in a temporary folder. */
export interface Repository {
  readonly path: string;
  write(files: Readonly<Record<string, unknown>>): void;
  remove(...files: string[]): void;
  /** Commits whatever is there and answers the commit's id. */
  commit(): string;
  /** The gate as `npm run diff` runs it here. */
  diff(...args: string[]): Promise<{ code: number; out: string; talk: string[] }>;
  dispose(): void;
}

export function createRepository({ git: isRepository = true } = {}): Repository {
  const path = mkdtempSync(join(tmpdir(), "diff-repository-"));
  const git = (...args: string[]) =>
    // Nothing here has to outlive a failure of power: no waiting for the disk.
    execFileSync("git", ["-c", "core.fsync=none", ...args], {
      cwd: path,
      encoding: "utf8",
      // What the machine's owner configured must not change the outcome.
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    }).trim();
  if (isRepository) git("init", "--quiet", "--initial-branch=main", "--template=");
  return {
    path,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), typeof content === "string" ? content : JSON.stringify(content));
      }
    },
    remove(...files) {
      for (const file of files) rmSync(join(path, file), { recursive: true });
    },
    commit() {
      git("add", "--all");
      const author = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.net"];
      git(...author, "commit", "--quiet", "--no-verify", "--message=A state", "--allow-empty");
      return git("rev-parse", "HEAD");
    },
    async diff(...args) {
      const printed: string[] = [];
      const talk: string[] = [];
      const code = await main(args, {
        cwd: path,
        out: (text) => printed.push(text),
        talk: (line) => talk.push(line),
      });
      return { code, out: printed.join(""), talk };
    },
    dispose: () => rmSync(path, { recursive: true }),
  };
}
