import { html, type Markup } from "./html.js";

/** The list of a page's sections, beside the text on a wide screen and above it on a narrow one. */
export function tocNavigation(sections: readonly { readonly id: string; readonly title: string }[]): Markup {
  return tocFrame(
    "On this page",
    html`<ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul>`,
  );
}

/** A list beside the text; on a narrow screen it is folded above the text, once the page's script runs. */
export function tocFrame(title: string, list: Markup): Markup {
  return html`<nav class="toc" aria-label="${title}"><details open><summary>${title}</summary>${list}</details></nav>`;
}
