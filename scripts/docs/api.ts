import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  Application,
  Comment,
  Converter,
  DeclarationReflection,
  OptionDefaults,
  PageEvent,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
  SignatureReflection,
} from "typedoc";
import { methodName, operationsOf } from "../generate/contract.js";
import { type ExportNote, SiteTheme } from "./api-theme.js";
import { type ServiceContract, serviceName } from "./contracts.js";
import type { Publication } from "./publication.js";
import type { SearchEntry } from "./search.js";

/** What each entry point has, by the name that it is imported by. */
const ENTRY_POINTS: Readonly<Record<string, string>> = {
  "backup-records":
    "The clients, credentials, errors, schedules and the unified record. Most programs need no other.",
  "backup-records/dcs": "The client of DCS alone, and its records as types.",
  "backup-records/cbr": "The client of CBR alone, and its records as types.",
  "backup-records/vbs": "The client of VBS alone, and its records as types.",
  "backup-records/starrocks": "The client of EMR Serverless StarRocks alone, and its records as types.",
  "backup-records/auth": "The signing schemes and tokens alone.",
  "backup-records/audit": "Targets, discovery and verdicts: an audit within a program.",
  "backup-records/validate": "Checks responses against their contracts.",
  "backup-records/node": "What needs Node, such as credentials from the environment.",
  "backup-records/mock": "The simulator, for tests.",
};

/** The package's entry points that are written in TypeScript, as its manifest names them. */
async function entryPoints(): Promise<string[]> {
  const { exports } = JSON.parse(await readFile("package.json", "utf8")) as {
    exports: Record<string, unknown>;
  };
  return Object.keys(exports)
    .map((name) => `src/${name === "." ? "index" : `${name.slice(2)}/index`}.ts`)
    .filter((file) => existsSync(file));
}

/**
 * Writes the reference of the API, generated from the doc comments, into `out`, and returns its entries for the
 * search.
 * @throws Error if a comment has an unknown tag or a broken link
 */
export async function buildApiReference(
  out: string,
  contracts: readonly ServiceContract[],
  publication: Publication,
): Promise<SearchEntry[]> {
  const app = await Application.bootstrap({
    entryPoints: await entryPoints(),
    tsconfig: "docs/site/tsconfig.json",
    // Types are checked by `npm run typecheck`; checking them again here doubles the time.
    skipErrorChecking: true,
    name: "API reference",
    readme: "docs/site/api.md",
    lightHighlightTheme: "github-light-high-contrast",
    darkHighlightTheme: "github-dark-high-contrast",
    useFirstParagraphOfCommentAsSummary: true,
    jsDocCompatibility: { defaultTag: false },
    kindSortOrder: ["Module", "Function", "Class", "Interface", "TypeAlias", "Variable"],
    groupOrder: ["Functions", "Classes", "Interfaces", "Type Aliases", "Variables", "*", "References"],
    ...sources(publication),
    excludePrivate: true,
    // The members of every Error are documented elsewhere.
    excludeExternals: true,
    includeHierarchySummary: false,
    githubPages: false,
    blockTags: [...OptionDefaults.blockTags, "@description", "@constant"],
    notRenderedTags: [...OptionDefaults.notRenderedTags, "@constant"],
    validation: { notExported: false, invalidLink: true, notDocumented: false },
    logLevel: "Warn",
  });
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => describe(reflection));
  const notes = contractNotes(contracts);
  app.renderer.defineTheme(
    "site",
    class extends SiteTheme {
      override notes = notes;
      override publication = publication;
    },
  );
  app.options.setValue("theme", "site");
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    removeContractTypes(project);
    nameModules(project);
  });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => linkSources(project, publication));
  const urls = new Map<Reflection, string>();
  app.renderer.on(PageEvent.BEGIN, ({ model, url }) => {
    if (model instanceof DeclarationReflection) urls.set(model, url);
  });
  const project = await app.convert();
  if (project === undefined) throw new Error("TypeDoc cannot read the sources");
  app.validate(project);
  await app.generateDocs(project, out);
  if (app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error("TypeDoc reports errors (see above)");
  await removeUnused(join(out, "assets"));
  return entriesOf(project, urls);
}

/** Sources are linked where the release has set the repository's address; otherwise nothing is said of them. */
function sources({ repository }: Publication) {
  if (repository === undefined) return { disableSources: true };
  // TypeDoc wants a template where it may not ask git; its paths do not begin at the root.
  return { disableGit: true, basePath: process.cwd(), gitRevision: "-", sourceLinkTemplate: "{path}" };
}

/** Links each export to its source at the version's tag; links of its members would lead next to it. */
function linkSources({ reflections }: ProjectReflection, { repository, version }: Publication): void {
  for (const one of Object.values(reflections)) {
    if (!(one instanceof DeclarationReflection || one instanceof SignatureReflection)) continue;
    const owner = one instanceof SignatureReflection ? one.parent : one;
    if (owner.parent?.kindOf(ReflectionKind.Module) !== true) delete one.sources;
    for (const source of one.sources ?? [])
      source.url = `${repository}/blob/v${version}/${source.fileName}#L${source.line}`;
  }
}

/** Calls each module what a program imports. @throws Error if nothing says what an entry point has */
function nameModules({ children = [] }: ProjectReflection): void {
  for (const module of children) {
    // With sources, TypeDoc's names begin at the root of the repository.
    const place = module.name.replace(/^src(\/|$)/, "").replace(/^index$/, "");
    module.name = place === "" ? "backup-records" : `backup-records/${place}`;
    const text = ENTRY_POINTS[module.name];
    if (text === undefined) throw new Error(`scripts/docs/api.ts does not say what ${module.name} has`);
    module.comment = new Comment([{ kind: "text", text }]);
  }
}

/** The generated types have `@description` in place of the summary of a doc comment. */
function describe({ comment }: Reflection): void {
  const description = comment?.getTag("@description");
  if (!comment || !description) return;
  comment.summary = [...comment.summary, ...Comment.cloneDisplayParts(description.content)];
  comment.removeTags("@description");
}

/** Text from the contracts about exports whose types say little: fields of a schema, methods of a client. */
function contractNotes(contracts: readonly ServiceContract[]): Map<string, ExportNote[]> {
  const notes = new Map<string, ExportNote[]>();
  for (const { service, en } of contracts) {
    for (const name of Object.keys(en.components?.schemas ?? {})) {
      const text = "field by field, and which document says so";
      notes.set(name, [{ name, href: `ledger/${service}.html#${name}`, text }]);
    }
    const methods = operationsOf(en).map(({ operation }) => ({
      name: `${methodName(operation.operationId)}()`,
      href: `ledger/${service}.html#${operation.operationId}`,
      text: operation.summary ?? operation.operationId,
    }));
    notes.set(`${typePrefix(service)}Client`, methods);
  }
  return notes;
}

/** openapi-typescript's whole contracts as types: the pages of the contracts show them better. */
function removeContractTypes(project: ProjectReflection): void {
  for (const module of project.children ?? []) {
    for (const item of [...(module.children ?? [])]) {
      if (["components", "operations", "paths"].includes(item.name)) project.removeReflection(item);
    }
  }
}

/** The pages use only one of TypeDoc's own assets: the colours of code. */
async function removeUnused(assets: string): Promise<void> {
  for (const name of await readdir(assets)) if (name !== "highlight.css") await rm(join(assets, name));
}

function entriesOf(project: ProjectReflection, urls: ReadonlyMap<Reflection, string>): SearchEntry[] {
  return (project.children ?? [])
    .flatMap((module) => [module, ...(module.children ?? [])])
    .flatMap((item) => {
      const url = urls.get(item);
      if (url === undefined) return [];
      const comment = item.comment ?? item.signatures?.[0]?.comment;
      return [
        {
          title: item.name,
          kind: `API, ${ReflectionKind.singularString(item.kind).toLowerCase()}`,
          href: `api/${url}`,
          text: Comment.combineDisplayParts(comment?.summary ?? []),
        },
      ];
    });
}

/** The spelling of a service in the names of its types: `Dcs`, `StarRocks`. */
function typePrefix(service: string): string {
  const name = serviceName(service);
  return name === name.toUpperCase() ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}
