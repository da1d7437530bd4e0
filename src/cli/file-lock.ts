import { open, readFile, realpath, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

const BETWEEN_TRIES = 50;
/** What it takes to write a file is much shorter. */
const MAX_TRIES = 600;

/**
 * Runs work while no other process runs such work on the same file, and waits until it may. The lock is a file beside it
 * for the time of the work, with the machine's name and the process id. One whose process is not there any more is
 * removed at once, and any other after 30 seconds: the process of another machine may have been killed. Without a lock the
 * work runs if the folder takes no new file, e.g. if the file is mounted alone.
 */
export async function withFileLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const lock = `${await realpath(path).catch(() => path)}.lock`;
  const own = await take(lock);
  try {
    return await work();
  } finally {
    // Not that of another process which took this one for left behind.
    if (own !== null && (await identityOf(lock)) === own) await rm(lock, { force: true }).catch(() => {});
  }
}

/** Makes the lock, and returns what tells it from others; null if none can be made. */
async function take(lock: string): Promise<string | null> {
  let [seen, tries]: [string | null, number] = [null, 0];
  for (;;) {
    try {
      const handle = await open(lock, "wx");
      // On a full disk it says nothing, and is a lock all the same.
      await handle.writeFile(`${hostname()} ${process.pid}\n`).catch(() => {});
      await handle.close();
      return await identityOf(lock);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) return null;
    }
    const there = await identityOf(lock);
    tries = there === seen ? tries + 1 : 0;
    seen = there;
    if (tries >= MAX_TRIES || (await isLeft(lock))) {
      try {
        await rm(lock, { force: true });
      } catch {
        return null;
      }
    }
    await pause(BETWEEN_TRIES);
  }
}

/** Whether a process of this machine made the lock, and has ended. */
async function isLeft(lock: string): Promise<boolean> {
  const text = await readFile(lock, "utf8").catch(() => "");
  const [machine, id = ""] = text.trim().split(" ");
  if (machine !== hostname() || !/^\d+$/.test(id)) return false;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

async function identityOf(path: string): Promise<string | null> {
  const there = await stat(path, { bigint: true }).catch(() => null);
  return there && `${there.dev}:${there.ino}:${there.mtimeNs}`;
}
