import { cp, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { installRuntime, runtimes } from "../runtimes.js";
import { mustRun, npm } from "../shell.js";
import type { Subject } from "../subject.js";

/** A folder with the tools of others, the contracts of the installed package, and the programs that use both. */
export interface Workshop {
  readonly folder: string;
  /** The names of the contracts' files: `dcs.json`, and `dcs.zh-CN.json` for the Chinese one. */
  readonly contracts: readonly string[];
  /** Runs a program of the folder on the Node of the tools and returns what it prints. */
  node(...args: readonly string[]): Promise<string>;
}

/** Most of the tools need a newer Node than the package does. */
const NODE = "node 24";

const workshops = new WeakMap<Subject, Promise<Workshop>>();

/** Installs the tools as their lock file says, once for each subject. */
export function workshopOf(subject: Subject): Promise<Workshop> {
  const workshop = workshops.get(subject) ?? install(subject);
  workshops.set(subject, workshop);
  return workshop;
}

async function install({ repository, project, installed }: Subject): Promise<Workshop> {
  const folder = join(dirname(project), "tools");
  await cp(join(repository, "test/package/fixtures/tools"), folder, { recursive: true });
  await npm(["ci", "--ignore-scripts"], folder);
  const runtime = runtimes.find(({ name }) => name.startsWith(NODE));
  if (runtime === undefined) throw new Error(`there is no runtime ${NODE}`);
  const program = await installRuntime(runtime, join(repository, ".tmp/runtimes"));
  const contracts: string[] = [];
  for (const service of await readdir(join(installed, "generated"))) {
    for (const language of ["", ".zh-CN"]) {
      const contract = `${service}${language}.json`;
      await cp(join(installed, `generated/${service}/openapi${language}.json`), join(folder, contract));
      contracts.push(contract);
    }
  }
  const node = (...args: readonly string[]) => mustRun(program, args, { cwd: folder });
  return { folder, contracts, node };
}
