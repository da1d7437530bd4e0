import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";

/** The parts of a page that Redocly has built. */
export interface RedocPage {
  /** Redoc itself, a module, the same for every page. */
  readonly bundle: string;
  /** The statements that pass the page's contract to the module's `hydrate`. */
  readonly start: string;
}

/**
 * Builds the page of a contract with `redocly build-docs`, with an inline script, and splits it, so that all pages
 * share one copy of Redoc. The HTML that Redocly renders in advance is left out: its links lead to the root of a
 * server, and the script replaces it when it renders the page itself.
 * @throws Error if Redocly fails, or its output has an unexpected form
 */
export async function buildRedoc(contract: string, output: string): Promise<RedocPage> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
    "bin/cli.js",
  );
  await promisify(execFile)(
    process.execPath,
    [cli, "build-docs", contract, "--output", output, "--inlineBundle", "--config=docs/site/redocly.yaml"],
    { env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
  );
  return takeApart(await readFile(output, "utf8"));
}

/** The strings at which Redocly's output is split; another release may have others. */
const BEFORE_BUNDLE = '<script type="module">';
const EXPORT = "export{RedocStandalone,hydrate,init};";
const DEFINITION = "const __redoc_definition = ";
const LOGO = /`https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg`/g;
const NO_IMAGE = `"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/%3E"`;

/** Splits a page that Redocly wrote. */
export function takeApart(page: string): RedocPage {
  const [, script] = cut(page, BEFORE_BUNDLE);
  const [bundle, rest] = cut(script, EXPORT);
  const [, definition] = cut(rest, DEFINITION);
  const [statements] = cut(definition, "</script>");
  if (!statements.includes('"disableTelemetry":true')) throw new Error("Redoc would send telemetry");
  const silent = bundle.replaceAll(LOGO, NO_IMAGE);
  if (silent === bundle) throw new Error("Redoc requests an unexpected logo");
  return { bundle: silent + EXPORT, start: DEFINITION + statements.trim() };
}

function cut(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`redocly build-docs wrote no ${mark}: scripts/docs/redoc.ts must follow it`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

/** Returns Redoc as a classic script that defines `Redoc`: a page on disk cannot load a module. */
export async function classicScript(bundle: string): Promise<string> {
  const { code } = await transform(bundle, {
    format: "iife",
    globalName: "Redoc",
    minify: true,
    target: "es2022",
    charset: "utf8",
    // Used only as the last way to start a worker, which a classic script does not have.
    define: { "import.meta.url": '""', "import.meta.dirname": '""' },
  });
  return code;
}
