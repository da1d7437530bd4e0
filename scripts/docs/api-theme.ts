import {
  Comment,
  type DeclarationReflection,
  DefaultTheme,
  DefaultThemeRenderContext,
  JSX,
  type Options,
  type PageEvent,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
  type RenderTemplate,
} from "typedoc";
import { html, type Markup, raw } from "./html.js";
import { layout, toRoot } from "./layout.js";
import type { Publication } from "./publication.js";
import { tocFrame } from "./toc.js";

/** A link from an export to its place in a contract. */
export interface ExportNote {
  readonly name: string;
  /** Below the site's root. */
  readonly href: string;
  readonly text: string;
}

/**
 * Puts TypeDoc's pages into the site's own layout: its texts, signatures and links, without its scripts, icons and
 * accordions. Links in the summary of an accordion cannot be reached by keyboard.
 */
export class SiteTheme extends DefaultTheme {
  /** Further text about an export, by its name. */
  notes: ReadonlyMap<string, readonly ExportNote[]> = new Map();
  publication: Publication = { version: "", homepage: undefined, repository: undefined };

  override getRenderContext(page: PageEvent<Reflection>): SiteContext {
    return new SiteContext(this.router, this, page, this.application.options, this.notes, this.publication);
  }
}

class SiteContext extends DefaultThemeRenderContext {
  readonly #notes: ReadonlyMap<string, readonly ExportNote[]>;
  readonly #publication: Publication;

  constructor(
    router: DefaultTheme["router"],
    theme: SiteTheme,
    page: PageEvent<Reflection>,
    options: Options,
    notes: ReadonlyMap<string, readonly ExportNote[]>,
    publication: Publication,
  ) {
    super(router, theme, page, options);
    this.#notes = notes;
    this.#publication = publication;
  }

  override get icons() {
    const nothing = () => JSX.createElement(JSX.Fragment, null);
    const icons = { ...super.icons };
    for (const name in icons) Object.assign(icons, { [name]: nothing });
    return { ...icons, anchor: () => JSX.createElement("span", { "aria-hidden": "true" }, "#") };
  }

  override reflectionIcon = () => JSX.createElement(JSX.Fragment, null);
  override reflectionFlags = () => JSX.createElement(JSX.Fragment, null);
  override hierarchy = () => undefined;
  override index = () => JSX.createElement(JSX.Fragment, null);
  override breadcrumbs = () => JSX.createElement(JSX.Fragment, null);

  override defaultLayout = (template: RenderTemplate<PageEvent<Reflection>>, page: PageEvent<Reflection>) => {
    const start = page.url === "index.html";
    const name = start ? "API reference" : page.model.name;
    const rendered = template(page);
    const content = typeof rendered === "string" ? rendered : JSX.renderElement(rendered);
    const text = layout(
      {
        path: `api/${page.url}`,
        language: "en",
        section: "api",
        title: start ? name : `${name} · API reference`,
        description: start ? "Every export of the package." : `${name} in the API of backup-records.`,
        head: html`<link rel="stylesheet" href="${this.relativeURL("assets/highlight.css")}">
`,
        body: html`<div class="columns">${this.exportList(page)}
<main class="page wide api" id="content" tabindex="-1">${raw(JSX.renderElement(this.header(page)))}
${importLine(page)}
${raw(flatten(content))}
${start ? this.moduleList(page) : undefined}${this.noteList(page)}</main></div>`,
      },
      this.#publication,
    );
    return JSX.createElement(JSX.Raw, { html: text.replace(/^<!doctype html>\n/, "") });
  };

  private noteList({ url, model }: PageEvent<Reflection>): Markup | undefined {
    const notes = model.kindOf(ReflectionKind.TypeAlias) ? this.#notes.get(model.name) : undefined;
    if (notes === undefined) return undefined;
    const root = toRoot(`api/${url}`);
    return html`<h2>In the contract</h2><ul>${notes.map(
      ({ name, href, text }) => html`<li><a href="${root}${href}"><code>${name}</code></a>: ${text}</li>`,
    )}</ul>`;
  }

  /** The entry points, and the exports of the current one without its re-exports. */
  private exportList({ project, model }: PageEvent<Reflection>): Markup {
    const modules = modulesOf(project);
    const current = modules.find((module) => isWithin(model, module)) ?? modules[0];
    return tocFrame(
      "Exports",
      html`<ul>${modules.map((module) => {
        const groups = (module === current ? (module.groups ?? []) : []).filter(
          ({ title }) => title !== "References",
        );
        return html`<li>${this.exportLink(module, model)}${groups.map(
          ({ title, children }) =>
            html`<p>${title}</p><ul>${children.map((item) => html`<li>${this.exportLink(item, model)}</li>`)}</ul>`,
        )}</li>`;
      })}</ul>`,
    );
  }

  /** The entry points, with what each has. */
  private moduleList({ project }: PageEvent<Reflection>): Markup {
    return html`<p>To learn how the parts play together, start with the <a href="../guide/index.html">guide</a>.</p>
<ul class="cards">${modulesOf(project).map(
      (module) =>
        html`<li><a href="${this.urlTo(module)}"><code>${module.name}</code></a><p>${Comment.combineDisplayParts(module.comment?.summary ?? [])}</p></li>`,
    )}</ul>`;
  }

  private exportLink(item: Reflection, shown: Reflection): Markup {
    const here = item === shown ? html` aria-current="page"` : undefined;
    return html`<a href="${this.urlTo(item)}"${here}>${item.name}</a>`;
  }
}

function modulesOf(project: Reflection): readonly DeclarationReflection[] {
  return (project as ProjectReflection).children ?? [];
}

/** How a program gets an export. */
function importLine({ model }: PageEvent<Reflection>): Markup | undefined {
  const module = model.parent;
  if (!module?.kindOf(ReflectionKind.Module)) return undefined;
  const type = model.kindOf([ReflectionKind.Interface, ReflectionKind.TypeAlias]) ? "type " : "";
  return html`<p class="import"><code>import ${type}{ ${model.name} } from "${module.name}";</code></p>`;
}

function isWithin(reflection: Reflection | undefined, module: Reflection): boolean {
  for (let at = reflection; at !== undefined; at = at.parent) if (at === module) return true;
  return false;
}

/** Gives each heading a level that is at most one below that of the heading before it; the title has the first. */
function withoutSkippedLevels(content: string): string {
  let level = 1;
  return content.replaceAll(/<(\/?)h([1-6])\b/g, (_, end: string, own: string) => {
    if (end === "") level = Math.min(Number(own), level + 1);
    return `<${end}h${level}`;
  });
}

/** Keeps accordions open, and closes the gaps that TypeDoc leaves between the levels of headings. */
function flatten(content: string): string {
  const flat = content
    .replaceAll(/<details class="([^"]*)"[^>]*>/g, '<section class="$1">')
    .replaceAll("</details>", "</section>")
    .replaceAll(/<summary[^>]*>/g, "<div>")
    .replaceAll("</summary>", "</div>")
    .replaceAll("<pre>", '<pre tabindex="0">');
  return withoutSkippedLevels(flat);
}
