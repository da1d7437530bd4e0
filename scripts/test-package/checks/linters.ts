import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { type Check, refuseProblems } from "../check.js";
import { entries } from "../entries.js";
import { run } from "../shell.js";

/** publint finds no problem and has no suggestion. */
export const publintClean: Check = {
  name: "publint",
  async run({ tarball, manifest }) {
    const bytes = await readFile(tarball);
    const tarballBytes = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const { messages } = await publint({
      pack: { tarball: tarballBytes },
      strict: true,
      level: "suggestion",
    });
    refuseProblems(
      "publint found",
      messages.map((message) => `${message.type}: ${formatMessage(message, manifest, { color: false })}`),
    );
    return "no error, warning or suggestion";
  },
};

/** attw finds nothing wrong with the types under its ESM-only profile. */
export const attwClean: Check = {
  name: "attw",
  async run({ repository, tarball }) {
    const program = join(repository, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const options = ["--profile", "esm-only", "--format", "json", "--exclude-entrypoints", ...untyped];
    const { code, stdout, stderr } = await run(process.execPath, [program, tarball, ...options], {
      cwd: repository,
    });
    if (code !== 0) refuseProblems("attw found", [...problemsIn(stdout), `${stderr}exit code ${code}`]);
    return "no problem under the profile esm-only";
  },
};

/** Files that other tools read have no types. */
const untyped = entries
  .filter(({ kind }) => kind === "file")
  .map(({ specifier }) => specifier.replace("backup-records", "."));

/** The problems that the profile does not ignore, a line each. */
function problemsIn(json: string): string[] {
  const { problems }: { problems: Record<string, AttwProblem[]> } = JSON.parse(json);
  return Object.values(problems)
    .flat()
    .filter(({ resolutionKind = "" }) => !["node10", "node16-cjs"].includes(resolutionKind))
    .map(({ kind, entrypoint = "", resolutionKind = "" }) =>
      `${kind} ${entrypoint} ${resolutionKind}`.trimEnd(),
    );
}

interface AttwProblem {
  readonly kind: string;
  readonly entrypoint?: string;
  readonly resolutionKind?: string;
}
