import type { Language } from "../contracts.js";
import { escapeHtml } from "../escape.js";

/** A page that the start page leads to. */
export interface Page {
  readonly file: string;
  readonly language: Language;
  readonly title: string;
}

/** The start page: a list of the others. */
export function indexPage(pages: readonly Page[]): string {
  const items = pages
    .map(
      ({ file, language, title }) => `<li><a href="${file}" lang="${language}">${escapeHtml(title)}</a></li>`,
    )
    .join("\n");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Backup records</title>
<style>body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
<main>
<h1>Backup records</h1>
<ul>
${items}
</ul>
</main>
</html>
`;
}
