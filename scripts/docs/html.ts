/** A piece of HTML. Every other value in a template is text, and is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Value = Markup | string | number | undefined | readonly (Markup | string)[];

/** Makes HTML from a template: markup stays as it is, text is escaped, lists are joined, undefined is empty. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(strings.reduce((text, part, at) => text + render(values[at - 1]) + part));
}

/** Existing HTML, e.g. of the Markdown renderer. */
export function raw(text: string): Markup {
  return new Markup(text);
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Text with its `code spans` marked up, as the contracts and the errata write them. */
export function prose(text: string): Markup {
  const parts = text.trim().split(/`([^`]+)`|\*\*([^*]+)\*\*/);
  return raw(
    parts
      .map((part, at) => {
        if (part === undefined) return "";
        const escaped = escapeHtml(part);
        return at % 3 === 0
          ? escaped
          : at % 3 === 1
            ? `<code>${escaped}</code>`
            : `<strong>${escaped}</strong>`;
      })
      .join(""),
  );
}

function render(value: Value): string {
  if (value === undefined) return "";
  if (value instanceof Markup) return value.text;
  return typeof value === "object" ? value.map(render).join("") : escapeHtml(String(value));
}
