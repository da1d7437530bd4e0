import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { WITHOUT_TEXT } from "../../build/plugins.js";
import { type Check, refuseProblems } from "../check.js";
import { findLeaks, SECRET_FILES } from "../secrets.js";
import { compareWithSnapshot } from "../snapshot.js";
import type { Subject } from "../subject.js";

/** All files that the tarball may contain. */
const ALLOWED = [
  /^(?:README\.md|LICENSE|THIRD_PARTY_NOTICES|CHANGELOG\.md|package\.json)$/,
  /^dist\/(?:[\w.-]+\/)*[\w.-]+\.(?:js|js\.map|d\.ts)$/,
  /^dist\/[a-z]+\/types\.(?:cjs|d\.cts)$/,
  /^dist\/site\//,
  /^generated\/[a-z]+\/openapi(?:\.zh-CN)?\.json$/,
  /^spec\/lint\/(?:[\w.-]+\/)*[\w.-]+\.(?:js|d\.ts|yaml|md)$/,
  /^spec\/audit\/targets\.schema\.json$/,
  /^skills\/backup-records\/SKILL\.md$/,
];

/** The tarball contains what the snapshot says, no file that only this repository uses, and no secret. */
export const contents: Check = {
  name: "contents",
  async run(subject) {
    const { files, snapshots } = subject;
    refuseProblems("not to be published", [
      ...files.filter((file) => !ALLOWED.some((form) => form.test(file))),
      ...files.filter(
        (file) => SECRET_FILES.test(file) || /\.(?:test|spec)\.|(?:^|\/)(?:test|fixtures)\//.test(file),
      ),
    ]);
    refuseProblems("leaks", await leaks(subject));
    refuseProblems("source maps", await mapProblems(subject));
    const lines = new Set(files.map(stable));
    await compareWithSnapshot(snapshots, "files.txt", [...lines].sort());
    return `${files.length} files as in the snapshot, no source, test or secret among them`;
  },
};

/**
 * Returns a name that does not depend on the bundler's chunks: all chunks of a folder get one name. The bundler adds
 * a digit after the hash if two chunks would have the same name.
 */
export function stable(file: string): string {
  return file.replace(/^(dist\/(?:\w+\/)*)[\w.-]+-[\w-]{8}\d?(\.(?:js|d\.ts)(?:\.map)?)$/, "$1<chunk>$2");
}

async function leaks({ files, installed, repository }: Subject): Promise<string[]> {
  const texts = await Promise.all(files.map((file) => readFile(join(installed, file), "utf8")));
  return files.flatMap((file, index) =>
    findLeaks(texts[index] ?? "", [repository]).map(({ what, line }) => `${file}:${line} contains ${what}`),
  );
}

/** The package's own code that needs a source map: not the bundled libraries, nor the mock, which is not minified. */
const MAPPED = /^dist\/(?!(?:yaml|mock)\.js$)[^/]+\.js$/;

/** A map must be named by its code, and must contain the sources, because they are not published. */
async function mapProblems({ files, installed }: Subject): Promise<string[]> {
  const problems: string[] = [];
  for (const file of files.filter((name) => MAPPED.test(name))) {
    const code = await readFile(join(installed, file), "utf8");
    const named = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
    if (named === undefined) {
      if (hasOwnCode(code)) problems.push(`${file} has no map`);
      continue;
    }
    const text = await readFile(join(installed, "dist", named), "utf8").catch(() => "{}");
    const { sources = [], sourcesContent = [] }: SourceMap = JSON.parse(text);
    const bare = sources.filter(
      (source, index) => !WITHOUT_TEXT.test(source) && typeof sourcesContent[index] !== "string",
    );
    if (sources.length === 0) problems.push(`${file} names no map, or an empty one`);
    if (bare.length > 0) problems.push(`the map of ${file} lacks the text of ${bare.join(", ")}`);
  }
  return problems;
}

interface SourceMap {
  readonly sources?: readonly string[];
  readonly sourcesContent?: readonly unknown[];
}

/** Whether a chunk contains more than the bundler's own code and re-exports. */
function hasOwnCode(code: string): boolean {
  const glue = /^(?:(?:import|export) .*;|\/\/.*|)$/;
  return code
    .replaceAll(/\/\/#region \\0rolldown[\s\S]*?\/\/#endregion/g, "")
    .split("\n")
    .some((line) => !glue.test(line));
}
