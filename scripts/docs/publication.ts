import { readFileSync } from "node:fs";

/** What the pages say about the package, and where the site and the repository are. */
export interface Publication {
  readonly version: string;
  /** The address of the site's root, with a slash at its end; undefined until the release sets it. */
  readonly homepage: string | undefined;
  /** The repository's page, without a slash at its end; undefined until the release sets it. */
  readonly repository: string | undefined;
}

interface Manifest {
  readonly version: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

/** Reads version, homepage and repository from package.json: the one place where a release sets them. */
export function readPublication(file = "package.json"): Publication {
  const { version, homepage, repository } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const url = typeof repository === "object" ? repository.url : repository;
  return {
    version,
    homepage: homepage === undefined ? undefined : `${homepage.replace(/#.*$/, "").replace(/\/$/, "")}/`,
    repository: url
      ?.replace(/^git\+/, "")
      .replace(/\.git$/, "")
      .replace(/\/$/, ""),
  };
}
