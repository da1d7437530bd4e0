import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Failure } from "./check.js";
import { documents, modules } from "./entries.js";
import { mustRun, npm } from "./shell.js";
import type { Snapshots } from "./snapshot.js";

/** The part of package.json that the checks read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly type?: string;
  readonly sideEffects?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** The package under test: its tarball, and a project that has only this package installed. */
export interface Subject {
  readonly repository: string;
  readonly tarball: string;
  /** Bytes of the tarball. */
  readonly size: number;
  /** Paths in the tarball, sorted. */
  readonly files: readonly string[];
  /** A project with the installed tarball and the consumers' programs. */
  readonly project: string;
  /** The folder of the installed package. */
  readonly installed: string;
  readonly manifest: Manifest;
  readonly snapshots: Snapshots;
  /** Makes another clean project with the tarball and these packages installed. */
  cleanProject(name: string, ...packages: readonly string[]): Promise<string>;
  /** Removes all temporary files. */
  remove(): Promise<void>;
}

/** How to make the package. */
export interface SubjectOptions {
  /** An existing tarball; otherwise one is packed. */
  readonly tarball?: string;
  /** Whether `npm pack` builds first, as it does when the package is published. */
  readonly build: boolean;
  /** Whether snapshots are written instead of compared. */
  readonly update: boolean;
}

/** The folder of the consumers' programs and the snapshots. */
const TESTS = "test/package";

/** The specifiers that the consumers' programs import. */
const specifiers = {
  modules: modules.map(({ specifier }) => specifier),
  documents: documents.map(({ specifier }) => specifier),
};

/** Packs the package, unless a tarball is given, and installs it into a project in a temporary folder. */
export async function makeSubject(repository: string, options: SubjectOptions): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), "backup-records-package-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const tarball = resolve(repository, options.tarball ?? (await pack(repository, folder, options.build)));
    const cleanProject = async (name: string, ...packages: readonly string[]) => {
      const project = join(folder, name);
      await mkdir(project);
      await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
      await npm(["install", tarball, ...packages], project);
      await cp(resolve(repository, TESTS, "fixtures/consumer"), project, { recursive: true });
      await writeFile(join(project, "entries.json"), JSON.stringify(specifiers));
      return project;
    };
    const project = await cleanProject("consumer");
    const installed = join(project, "node_modules/backup-records");
    return {
      repository,
      tarball,
      size: (await stat(tarball)).size,
      files: await filesIn(tarball),
      project,
      installed,
      manifest: JSON.parse(await readFile(join(installed, "package.json"), "utf8")),
      snapshots: { folder: resolve(repository, TESTS), update: options.update },
      cleanProject,
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function pack(repository: string, folder: string, build: boolean): Promise<string> {
  const scripts = build ? [] : ["--ignore-scripts"];
  await npm(["pack", "--pack-destination", folder, ...scripts], repository);
  const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Failure("npm pack made no tarball");
  return join(folder, tarball);
}

async function filesIn(tarball: string): Promise<string[]> {
  const list = await mustRun("tar", ["-tzf", tarball], { cwd: dirname(tarball) });
  return list
    .trim()
    .split("\n")
    .filter((path) => !path.endsWith("/"))
    .map((path) => path.replace(/^package\//, ""))
    .sort();
}
