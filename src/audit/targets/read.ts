import type { BackupService } from "../../records/record.js";
import type { Account, Target } from "../target.js";
import { collect, MANY } from "./collect.js";
import { TargetsFileError } from "./error.js";
import { parse } from "./parse.js";
import { targetsFile } from "./shape.js";

/** What a targets file says. */
export interface TargetsFile {
  /** In the order of the file, one for each id. */
  readonly targets: readonly Target[];
  /** By name: those of the file, and `default` where a target names none. */
  readonly accounts: ReadonlyMap<string, Account>;
}

/** Text that ids are read from, and the name by which messages call it. */
export interface IdsText {
  readonly name: string;
  readonly text: string;
}

/** Whose credentials are looked for, and what for. */
export interface CredentialsNeed {
  readonly account: Account;
  readonly service: BackupService;
  readonly cloud: Target["cloud"];
  readonly baseUrl: string | null;
}

/** What an account's environment says besides credentials. */
export interface FoundPlace {
  readonly cloud?: Target["cloud"] | undefined;
  readonly region?: string | undefined;
  readonly projectId?: string | undefined;
  /** Whether the credentials can do nothing without a region. */
  readonly needsRegion?: boolean | undefined;
}

/** What a targets file is read with. */
export interface ReadTargetsOptions {
  /** The file's name, for messages. */
  readonly file: string;
  /** Variables; an empty one counts as not set. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads a file of ids, its path as the targets file has it. What it throws is reported at that path. */
  readonly readIds?: ((path: string) => IdsText) | undefined;
  /** What came on standard input, where the file takes ids from there. */
  readonly stdin?: string | undefined;
  /**
   * Finds an account's credentials before anything is asked, and what stands with them. A `ConfigurationError`
   * of it is reported at the account. Left out, only the account's variables are looked at.
   */
  readonly findCredentials?: ((need: CredentialsNeed) => FoundPlace) | undefined;
}

/**
 * Reads a targets file: what is to be judged, by which objective, and who asks. Asks nothing of a network.
 * @throws TargetsFileError with every mistake in it
 */
export function readTargets(text: string, options: ReadTargetsOptions): TargetsFile {
  const { problems, tree, broken } = parse(text, options.file);
  const file = tree && targetsFile(tree, "a targets file", problems);
  if (broken[0] !== undefined) {
    // What was found behind it may be its doing.
    problems.keepBefore(broken[0].at);
    for (const { at, message, hint } of broken) problems.add(at, message, { hint });
  } else if (tree === undefined) {
    problems.add(0, "this file is empty", { hint: "list what is to be audited under targets:" });
  } else if (file) {
    const read = collect(file, options, problems);
    if (!problems.any) return read;
  }
  throw new TargetsFileError(problems.list());
}

/** Whether a file takes ids from standard input, as far as it can be read. */
export function wantsStdin(text: string): boolean {
  const { problems, tree } = parse(text, "");
  const targets = (tree && targetsFile(tree, "", problems))?.targets?.value ?? [];
  return targets.some(({ value }) => MANY.some((key) => value[key]?.value === "stdin"));
}
