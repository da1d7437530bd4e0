// Turns the pending changesets into a version and a section of CHANGELOG.md, and brings the lockfile along.
import { spawnSync } from "node:child_process";

for (const [command, ...args] of [
  ["npx", "--no", "changeset", "version"],
  ["npm", "install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"],
]) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
