import { Marked } from "marked";
import { escapeHtml, withoutSteering } from "../../escape.js";

/** Addresses that a description may lead to: another page, a place on this one, or a web page. */
const SAFE = /^(?:https?:\/\/|mailto:|#|\.{0,2}\/|[\w.-]+(?:[/#?]|$))/i;

/** HTML in a description is shown as it is written, and so is a link that could run a script. */
const marked = new Marked({
  async: false,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      return SAFE.test(href) ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
    },
    // A page requests nothing from elsewhere.
    image: ({ text }) => escapeHtml(text),
    // The headings of the page are its own: those of a description are emphasized.
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
    },
  },
});

/** A description of a contract as HTML. */
export function markdownHtml(text: string): string {
  return String(marked.parse(withoutSteering(text)));
}
