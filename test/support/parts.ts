import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that tests start and that a machine with Node may lack: their Debian packages, and the names they may have. */
export const parts = {
  bash: { package: "bash", names: ["bash"] },
  chromium: { package: "chromium", names: ["chromium", "chromium-browser", "google-chrome"] },
  curl: { package: "curl", names: ["curl"] },
  fish: { package: "fish", names: ["fish"] },
  git: { package: "git", names: ["git"] },
  prometheus: { package: "prometheus", names: ["prometheus"] },
  promtool: { package: "prometheus", names: ["promtool"] },
  python3: { package: "python3", names: ["python3"] },
  "redis-server": { package: "redis-server", names: ["redis-server"] },
  zsh: { package: "zsh", names: ["zsh"] },
} as const;

export type Part = keyof typeof parts;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The path of a part on the PATH.
 * @throws Error that says what to install
 */
export function pathOf(part: Part, env: Environment = process.env): string {
  const path = find(part, env);
  if (path === undefined) throw new Error(missing(part));
  return path;
}

/**
 * Returns whether a part is missing, and says so in the output: `describe.skipIf(lacks("git"))`.
 * @throws Error under `CI`, where no test may be skipped for this reason
 */
export function lacks(part: Part, env: Environment = process.env): boolean {
  if (find(part, env) !== undefined) return false;
  if (env["CI"]) throw new Error(`${missing(part)}; CI is set, so this test must run`);
  console.warn(`skipped: needs ${part}`);
  return true;
}

function missing(part: Part): string {
  return `${part} is not on the PATH (install Debian's package ${parts[part].package})`;
}

function find(part: Part, { PATH = "" }: Environment): string | undefined {
  const files = PATH.split(delimiter).flatMap((folder) =>
    parts[part].names.map((name) => join(folder, name)),
  );
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
