import { createHash } from "node:crypto";
import { escapeHtml } from "./escape.js";
import { packageFacts } from "./package.js";

/** What a page has of its own. */
export interface PageParts {
  readonly title: string;
  readonly style: string;
  /** Its only script; a page without one runs none. */
  readonly script?: string;
  /** Whether the style has colours for a dark scheme, too. */
  readonly dark?: boolean;
}

/** A page up to its body. It may load nothing, and run and use only its own script and style. */
export function pageHead({ title, style, script, dark = false }: PageParts): string {
  const scripts = script === undefined ? "" : ` script-src ${hash(script)};`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hash(style)};${scripts} base-uri 'none'; form-action 'none'">
${dark ? '<meta name="color-scheme" content="light dark">\n' : ""}<meta name="generator" content="backup-records ${escapeHtml(packageFacts().version)}">
<title>${title}</title>
<style>${style}</style>
</head>
`;
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
