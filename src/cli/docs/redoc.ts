import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Contract } from "../contracts.js";
import { scriptJson } from "../escape.js";
import { Problem } from "../problem.js";
import { reasonOf, runRedocly } from "../redocly.js";

/** The parts of a page that Redocly has built. */
export interface RedocPage {
  /** Redoc itself, a script that defines `Redoc`: the same for every page. */
  readonly script: string;
  /** The contract as Redocly bundled it, without references to other files. */
  readonly contract: Contract;
  /** The statements that pass the page's contract to Redoc's `hydrate`. */
  readonly start: string;
}

/** How Redoc shows a contract; the lint rules of a configuration play no part. */
const configuration = {
  telemetry: "off",
  openapi: {
    schemasExpansionLevel: "all",
    jsonSamplesExpandLevel: 4,
    maxDisplayedEnumValues: 40,
    hideDownloadButtons: true,
    // Redoc shows no sample of a language that is not listed: `takeApart` lists those of the contract.
    codeSamples: { languages: [] },
  },
};

/** How a contract is built: where, and with which further settings of Redoc. */
export interface RedocOptions {
  /** An empty folder for files that are needed meanwhile. */
  readonly work: string;
  /** Extensions to show, e.g. `["x-errata"]`. @default none */
  readonly showExtensions?: readonly string[];
  /** Whether what the contract refers to over http may be fetched. @default false */
  readonly remoteRefs?: boolean;
}

/**
 * Builds the page of a contract with `redocly build-docs`, with an inline script, and splits it, so that all pages
 * share one copy of Redoc. The HTML that Redocly renders in advance is left out: it has no operation, and its links lead
 * to the root of a server.
 * @throws Problem with the reason that Redocly gives
 * @throws Error if Redocly's output has an unexpected form
 */
export async function buildRedoc(contract: string, options: RedocOptions): Promise<RedocPage> {
  const { work, showExtensions, remoteRefs = false } = options;
  const [config, output] = [join(work, "redocly.yaml"), join(work, "page.html")];
  const openapi = { ...configuration.openapi, ...(showExtensions === undefined ? {} : { showExtensions }) };
  await writeFile(config, JSON.stringify({ ...configuration, openapi }));
  const { code, talk } = await runRedocly(
    ["build-docs", contract, `--output=${output}`, "--inlineBundle", `--config=${config}`],
    { cwd: work, purpose: "docs", remoteRefs },
  );
  if (code !== 0) throw new Problem(reasonOf(talk));
  return takeApart(await readFile(output, "utf8"));
}

/** The strings at which Redocly's output is split; another release may have others. */
const BEFORE_BUNDLE = '<script type="module">';
const EXPORT = "export{RedocStandalone,hydrate,init};";
const DEFINITION = "const __redoc_definition = ";
const NO_LANGUAGES = '"languages":[]';
const LOGO = /`https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg`/g;
const NO_IMAGE = `"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/%3E"`;

/** Splits a page that Redocly wrote. */
export function takeApart(page: string): RedocPage {
  const [, script] = cut(page, BEFORE_BUNDLE);
  const [bundle, rest] = cut(script, EXPORT);
  const [, definition] = cut(rest, DEFINITION);
  const [json, then] = cut(definition, ";\n");
  const [statements] = cut(then, "</script>");
  if (!statements.includes('"disableTelemetry":true')) throw new Error("Redoc would send telemetry");
  const silent = bundle.replaceAll(LOGO, NO_IMAGE);
  if (silent === bundle) throw new Error("Redoc requests an unexpected logo");
  const contract: Contract = JSON.parse(json);
  const [before, after] = cut(statements.trim(), NO_LANGUAGES);
  const options = `${before}"languages":${scriptJson(sampleLanguages(contract))}${after}`;
  const start = `${DEFINITION}${scriptJson(contract)};\n${options}`;
  return { script: classicScript(silent), contract, start };
}

/** The languages of a contract's samples, by their labels, as Redoc knows them. */
function sampleLanguages(contract: Contract): readonly object[] {
  const languages = new Map<string, object>();
  JSON.stringify(contract, (key, value) => {
    for (const sample of key === "x-codeSamples" && Array.isArray(value) ? value : []) {
      const { lang, label = lang } = Object(sample) as { lang?: unknown; label?: unknown };
      if (typeof lang === "string" && typeof label === "string") languages.set(label, { lang, label });
    }
    return value;
  });
  return [...languages.values()];
}

/** A module as a classic script: a page on disk cannot load a module. */
function classicScript(bundle: string): string {
  // Used only as the last way to start a worker, which a classic script does not have.
  const module = bundle.replaceAll(/import\.meta\.(?:url|dirname)/g, '""');
  return `var Redoc = (() => {\n"use strict";\n${module}\nreturn { hydrate };\n})();\n`;
}

function cut(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`redocly build-docs wrote no ${mark}: src/cli/docs/redoc.ts must follow it`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
