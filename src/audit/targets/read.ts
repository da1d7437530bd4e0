import type { FileContent, TargetContent } from "../../../generated/audit/targets-types.js";
import { idProblem } from "../../core/request.js";
import { loadServices } from "../../load-service.js";
import { quote } from "../../node/quote.js";
import { parseYaml, type YamlProblem } from "../../node/yaml-tree.js";
import type { Service } from "../../records/service.js";
import type { Account, Target, TargetResource } from "../target.js";
import { AccountBook, type FindCredentials } from "./accounts.js";
import { type Discovery, discoveriesOf } from "./discovery.js";
import { TargetsFileError } from "./error.js";
import { type FoundId, type IdSourceOptions, IdSources, isStdin, SUBJECTS } from "./ids.js";
import { child, Problems } from "./problems.js";
import { type Resolving, resolveTarget } from "./resolve.js";
import { validateTargets } from "./validate.js";

/** What a targets file says. */
export interface TargetsFile {
  /** In the order of the file, one for each id. */
  readonly targets: readonly Target[];
  /** Where further targets are found. */
  readonly discoveries: readonly Discovery[];
  /** By name: the accounts of the file, and `default` if a target names none. */
  readonly accounts: ReadonlyMap<string, Account>;
}

/** What targets are resolved with. */
export interface ResolveOptions extends IdSourceOptions {
  /** Variables; an empty one counts as not set. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly findCredentials: FindCredentials;
  readonly services: readonly Service[];
}

/** A text that was parsed and checked. */
export interface ParsedTargets {
  /** What is right of the file; undefined if that is not enough to go on. */
  readonly file: FileContent | undefined;
  readonly problems: Problems;
  /** Whether ids are to be read from standard input. */
  readonly wantsStdin: boolean;
  /** Where the text has the first `${NAME}`, which is no mistake by itself. */
  readonly variable: YamlProblem | undefined;
}

/** Parses the text of a targets file and checks it with the schema. `name` is the file's name, for messages. */
export function parseTargets(text: string, name: string): ParsedTargets {
  const yaml = parseYaml(text);
  const variable = findVariable(text);
  const problems = new Problems(name, yaml);
  for (const problem of yaml.problems) problems.addAt(problem);
  const file = yaml.root && validateTargets(yaml.root, problems);
  const [broken] = yaml.syntaxErrors;
  if (broken !== undefined) {
    // What was found behind it may be its consequence.
    problems.keepBefore(broken.at);
    for (const problem of yaml.syntaxErrors) problems.addAt(problem);
    return { file: undefined, problems, wantsStdin: false, variable };
  }
  if (yaml.root === undefined) {
    problems.add("", "this file is empty", { hint: "list what is to be audited under targets:" });
  }
  const wantsStdin = (file?.targets ?? []).some((target) =>
    SUBJECTS.some(({ many }) => isStdin(target[many])),
  );
  return { file, problems, wantsStdin, variable };
}

/** The first `${NAME}` outside of comments: who writes one expects its value there. */
function findVariable(text: string): YamlProblem | undefined {
  const [, before = "", name] = /^([^#\n]*?)(\$\{\w+\})/m.exec(text) ?? [];
  if (name === undefined) return undefined;
  return {
    at: text.indexOf(before + name) + before.length,
    message: `${name} is not replaced: no variable is read here`,
    hint: "write the value, or have envsubst write the file; accounts: names the variables of credentials",
  };
}

/** Maximum number of targets of a file: they are kept in memory. */
const MAX_TARGETS = 1_000_000;

/**
 * Makes the targets of a parsed file: what is checked, by which objective, with which account. Sends nothing.
 * @throws TargetsFileError with every mistake in the file
 */
export function resolveTargets(
  { file, problems, variable }: ParsedTargets,
  options: ResolveOptions,
): TargetsFile {
  if (file !== undefined) {
    const accounts = new AccountBook(file, options.env, options.findCredentials, problems);
    const context = { file, accounts, services: options.services, problems, env: options.env };
    const targets = [...targetsOf(context, new IdSources(options, problems))];
    const discoveries = discoveriesOf(context);
    const hint = "list them under targets:, or where to look for them under discover:";
    if (file.targets === undefined && file.discover === undefined && !problems.isInvalid(""))
      problems.add("", "there are no targets", { hint, absent: true });
    if (!problems.any) return { targets, discoveries, accounts: accounts.all };
  }
  if (variable !== undefined) problems.addAt(variable);
  throw new TargetsFileError(problems.list());
}

/** Options of `readTargets`: without files of ids, standard input or credentials. */
export interface TextOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  readonly env: ResolveOptions["env"];
}

/**
 * Reads the text of a targets file that comes from elsewhere than a file of the user's: it takes no ids from files,
 * and looks for no credentials.
 * @throws TargetsFileError with every mistake in it
 */
export async function readTargets(text: string, { file, env }: TextOptions): Promise<TargetsFile> {
  return resolveTargets(parseTargets(text, file), {
    env,
    services: await loadServices(),
    readIds: () => ({ problem: "cannot be read here" }),
    findCredentials: () => ({}),
  });
}

function* targetsOf(context: Resolving, sources: IdSources): Generator<Target, void, undefined> {
  const { file, problems } = context;
  const taken = new Map<string, FoundId>();
  let count = 0;
  for (const [at, target] of Object.entries(file.targets ?? [])) {
    const pointer = child("/targets", at);
    const common = resolveTarget(target, pointer, context)?.common;
    for (const { type, name, found, named } of idsOf(target, pointer, sources)) {
      const problem = idProblem(found.id);
      if (problem !== null) report(found, `this id ${problem}`, problems);
      const before = taken.get(name);
      if (before === undefined) taken.set(name, named);
      else reportTaken(name, named, before, problems);
      count += 1;
      if (count > MAX_TARGETS) {
        problems.add(pointer, `this file stands for more than ${MAX_TARGETS} targets`);
        return;
      }
      if (common !== undefined) yield { name, ...common, resource: { type, id: found.id } };
    }
  }
}

interface NamedId {
  readonly type: TargetResource["type"];
  /** Of the target. */
  readonly name: string;
  readonly found: FoundId;
  /** Where the name stands. */
  readonly named: FoundId;
}

/** The ids of a target. A target with one id of its own keeps its name; otherwise each id is called name/id. */
function* idsOf(
  target: TargetContent,
  pointer: string,
  sources: IdSources,
): Generator<NamedId, void, undefined> {
  const { name } = target;
  for (const { type, many } of SUBJECTS) {
    const id = target[type];
    if (id !== undefined) {
      const found = { id, pointer: child(pointer, type), elsewhere: null };
      const named = name === undefined ? found : { ...found, pointer: child(pointer, "name") };
      yield { type, name: name ?? id, found, named };
    }
    const ids = target[many];
    if (ids === undefined) continue;
    for (const found of sources.read(ids, child(pointer, many), type)) {
      yield { type, name: name === undefined ? found.id : `${name}/${found.id}`, found, named: found };
    }
  }
}

function report({ pointer, elsewhere }: FoundId, message: string, problems: Problems, hint?: string): void {
  if (elsewhere === null) problems.add(pointer, message, { hint });
  else problems.addElsewhere({ ...elsewhere, message, ...(hint !== undefined && { hint }) }, pointer);
}

function reportTaken(name: string, found: FoundId, before: FoundId, problems: Problems): void {
  const { file, line } = before.elsewhere ?? problems.place(before.pointer);
  const here = found.elsewhere ?? problems.place(found.pointer);
  const where = file === here.file ? `line ${line}` : `${file}:${line}`;
  const hint = "leave one out, or give its target another name";
  report(found, `the name ${quote(name)} is already taken by ${where}`, problems, hint);
}
