import { html, type Markup } from "./html.js";

/** The list of a page's sections, beside the text on a wide screen and above it on a narrow one. */
export function tocNavigation(sections: readonly { readonly id: string; readonly title: string }[]): Markup {
  return html`<nav class="toc" aria-label="On this page"><p>On this page</p><ul>${sections.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ul></nav>`;
}
