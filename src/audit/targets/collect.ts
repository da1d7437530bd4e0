import { idProblem } from "../../core/request.js";
import type { Account, Target, TargetResource } from "../target.js";
import { accountEnvironment } from "./account.js";
import { AccountBook } from "./accounts.js";
import { shown } from "./echo.js";
import { type FoundId, idsOfText } from "./ids.js";
import type { Problems } from "./problems.js";
import type { CredentialsNeed, FoundPlace, ReadTargetsOptions, TargetsFile } from "./read.js";
import type { Placed } from "./readers.js";
import { settle } from "./resolve.js";
import type { FileFields, IdsField, TargetFields } from "./shape.js";

/** Most targets that one file can stand for: what it names is kept in memory. */
const MOST_TARGETS = 1_000_000;

/** Keys that hold many ids. */
export const MANY = ["instances", "policies", "clusters"] as const;

const SUBJECTS = [
  { one: "instance", many: "instances" },
  { one: "policy", many: "policies" },
  { one: "cluster", many: "clusters" },
] as const;

/** Makes the targets of a file: one for each id. */
export function collect(file: FileFields, options: ReadTargetsOptions, problems: Problems): TargetsFile {
  const accounts = new AccountBook(file, options.env, problems);
  const findCredentials = options.findCredentials ?? ((need) => placeOf(need, options));
  const texts = new Texts(options, problems);
  const targets: Target[] = [];
  const taken = new Map<string, FoundId>();
  let many = false;
  for (const placed of file.targets?.value ?? []) {
    const common = settle(placed, file, { accounts, findCredentials }, problems);
    const { name } = placed.value;
    for (const { type, single, ids } of subjectsOf(placed.value, texts)) {
      for (const found of ids) {
        const problem = idProblem(found.id);
        if (problem !== null) report(found, `this id ${problem}`, problems);
        const own = single ? (name?.value ?? found.id) : name ? `${name.value}/${found.id}` : found.id;
        const at = single && name ? { ...found, at: name.at } : found;
        const before = taken.get(own);
        if (before === undefined) taken.set(own, at);
        else reportTaken(own, at, before, problems);
        if (targets.length >= MOST_TARGETS) {
          if (!many) problems.add(placed.at, `this file stands for more than ${MOST_TARGETS} targets`);
          many = true;
          break;
        }
        if (common !== undefined) targets.push({ name: own, ...common, resource: { type, id: found.id } });
      }
      if (many) break;
    }
    if (many) break;
  }
  return { targets, accounts: new Map<string, Account>(accounts.all) };
}

interface Subject {
  readonly type: TargetResource["type"];
  /** Named by itself, so that the target's name is its own. */
  readonly single: boolean;
  readonly ids: Iterable<FoundId>;
}

function* subjectsOf(target: TargetFields, texts: Texts): Generator<Subject, void, undefined> {
  for (const { one, many } of SUBJECTS) {
    const id = target[one];
    const ids = target[many];
    if (id) yield { type: one, single: true, ids: [{ id: id.value, at: id.at, elsewhere: null }] };
    if (ids) yield { type: one, single: false, ids: idsOf(ids, one, texts) };
  }
}

function idsOf({ at, value }: Placed<IdsField>, what: string, texts: Texts): Iterable<FoundId> {
  if (value === "stdin") return texts.stdin(at, what);
  if ("file" in value) return texts.file(value.file, what);
  return value.map((id) => ({ id: id.value, at: id.at, elsewhere: null }));
}

/** What ids are read from besides the file itself. */
class Texts {
  readonly #options: ReadTargetsOptions;
  readonly #problems: Problems;
  #stdinTakenAt: number | undefined;

  constructor(options: ReadTargetsOptions, problems: Problems) {
    this.#options = options;
    this.#problems = problems;
  }

  stdin(at: number, what: string): Iterable<FoundId> {
    const { stdin } = this.#options;
    const takenAt = this.#stdinTakenAt;
    this.#stdinTakenAt ??= at;
    // An alias repeats the place, and the mistake.
    if (takenAt !== undefined) {
      const { line } = this.#problems.place(takenAt);
      const hint = "it can be read once; put the ids in a file";
      this.#problems.add(at, `standard input is already taken by line ${line}`, { hint });
      return [];
    }
    if (stdin === undefined) {
      this.#problems.add(at, "there is no standard input to take ids from", { hint: "write a file of ids" });
      return [];
    }
    return this.#some({ name: "standard input", text: stdin }, at, what);
  }

  file({ at, value: path }: Placed<string>, what: string): Iterable<FoundId> {
    const { readIds } = this.#options;
    if (readIds === undefined) {
      this.#problems.add(at, "files of ids cannot be read here", { hint: "list the ids" });
      return [];
    }
    try {
      return this.#some(readIds(path), at, what);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      const missing = code === "ENOENT" || code === "ENOTDIR";
      const reason = missing ? "does not exist" : `cannot be read${code && ` (${code})`}`;
      const hint = missing ? "its path is relative to this file" : undefined;
      this.#problems.add(at, `the file of ids ${reason}`, { hint });
      return [];
    }
  }

  #some(source: { name: string; text: string }, at: number, what: string): Iterable<FoundId> {
    const ids = [...idsOfText(source, at)];
    if (ids.length === 0) {
      this.#problems.add(at, `${source.name} holds no ${what} id`, { hint: "write one id a line" });
    }
    return ids;
  }
}

function report({ at, elsewhere }: FoundId, message: string, problems: Problems, hint?: string): void {
  if (elsewhere === null) problems.add(at, message, { hint });
  else problems.addElsewhere({ ...elsewhere, message, ...(hint !== undefined && { hint }) }, at);
}

function reportTaken(name: string, found: FoundId, before: FoundId, problems: Problems): void {
  const { file, line } = before.elsewhere ?? problems.place(before.at);
  const here = found.elsewhere ?? problems.place(found.at);
  const where = file === here.file ? `line ${line}` : `${file}:${line}`;
  const hint = "leave one out, or give its target another name";
  report(found, `the name ${shown(name)} is already taken by ${where}`, problems, hint);
}

/** Without credentials: what the variables of an account say of the place. */
function placeOf({ account, service, cloud }: CredentialsNeed, { env }: ReadTargetsOptions): FoundPlace {
  if (service === "starrocks") return {};
  const seen = accountEnvironment(account, env);
  if (cloud !== "otc" && (seen["HUAWEICLOUD_SDK_AK"] || seen["HUAWEICLOUD_SDK_PROJECT_ID"])) {
    return { cloud: "huaweicloud", projectId: seen["HUAWEICLOUD_SDK_PROJECT_ID"] || undefined };
  }
  return {
    ...(cloud !== null && { cloud }),
    region: seen["OS_REGION_NAME"] || undefined,
    projectId: seen["OS_PROJECT_ID"] || undefined,
  };
}
