import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the package says of itself. */
export interface PackageFacts {
  /** Folder that holds package.json. */
  readonly root: string;
  readonly version: string;
  /** Where to report a bug. */
  readonly bugs: string | undefined;
}

/** Looks for the package that this file belongs to, from its own folder upwards. */
export function packageFacts(): PackageFacts {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest !== undefined) return { root: folder, ...manifest };
    if (dirname(folder) === folder) return { root: folder, version: "unknown", bugs: undefined };
  }
}

function manifestIn(folder: string): Omit<PackageFacts, "root"> | undefined {
  try {
    const { name, version, bugs }: { name?: string; version?: string; bugs?: string | { url?: string } } =
      JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (name !== "backup-records") return undefined;
    return { version: version ?? "unknown", bugs: typeof bugs === "string" ? bugs : bugs?.url };
  } catch {
    return undefined;
  }
}
