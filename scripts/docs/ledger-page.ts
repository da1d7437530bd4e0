import { withoutNotes } from "../../src/cli/notes.js";
import { operationsOf } from "../generate/contract.js";
import { contractPath, type ServiceContract, serviceName } from "./contracts.js";
import { html, type Markup, prose } from "./html.js";
import type { SitePage } from "./layout.js";
import type { LedgerRow, LedgerSection, Statement } from "./ledger.js";
import type { Source } from "./register.js";
import { tocNavigation } from "./toc.js";

const KINDS = {
  operation: "Parameters of",
  responses: "Statuses of",
  schema: "Fields of",
  values: "Values of",
};

/** The page that compares a service's contract with its source pages, item by item. */
export function ledgerPage(
  { service, en }: ServiceContract,
  sections: readonly LedgerSection[],
  sources: readonly Source[],
): SitePage {
  const path = `ledger/${service}.html`;
  const examples = Object.entries((en.components?.["examples"] ?? {}) as Record<string, Example>);
  const toc = [
    ...sections.map(({ id, kind, name }) => ({ id, title: `${KINDS[kind]} ${name}` })),
    { id: "examples", title: "Examples" },
  ];
  return {
    path,
    language: "en",
    section: "ledger",
    source: `spec/${service}/documented.yaml`,
    title: `Source pages of ${serviceName(service)}`,
    description: `What each source page states about ${en.info.title}, and where they differ.`,
    body: html`<div class="columns">${tocNavigation(toc)}
<main class="page wide" id="content" tabindex="-1">
<h1>Source pages: ${en.info.title}</h1>
<p class="lead">Each parameter, status, field and value of the <a href="../${contractPath(service, "en")}">contract</a>,
with what each of the vendors’ pages states about it. <span class="flag differs">differs</span> marks where the pages
of one call do not agree, <span class="flag beyond">not stated</span> what none of them states.</p>
${sections.map((section) => sectionMarkup(section, sources))}
<section aria-labelledby="examples"><h2 id="examples"><a class="self" href="#examples">Examples</a></h2>
<p>The examples of the source pages, value for value, named after their page, and those that no page has
(<code>beyond-…</code>).</p>
${examples.map(([id, example]) => exampleMarkup(id, example))}</section>
</main></div>`,
  };
}

/** The page of the source pages, with links to the ledgers. */
export function sourcesPage(sources: readonly Source[], contracts: readonly ServiceContract[]): SitePage {
  const path = "ledger/index.html";
  return {
    path,
    language: "en",
    section: "ledger",
    source: "spec/sources.yaml",
    title: "Source pages",
    description: "The vendors’ pages that the contracts are written from, and what each of them states.",
    body: html`<main class="page" id="content" tabindex="-1">
<h1>Source pages</h1>
<p class="lead">The contracts are written from ${sources.length} pages of three vendors. The tables of these pages are
kept as data, and compared with the contracts row by row. A test checks both directions: no row is missing, and nothing
is added without a reason.</p>
<ul class="cards">${contracts.map(
      ({ service, en }) => html`<li><a href="${service}.html">${en.info.title}</a>
<p>${operationsOf(en).map(({ operation }, at) => html`${at === 0 ? "" : ", "}<code>${operation.operationId}</code>`)}</p></li>`,
    )}</ul>
<h2 id="documents"><a class="self" href="#documents">The vendors’ pages</a></h2>
${sources.map(
  (
    source,
  ) => html`<section class="erratum" aria-labelledby="${source.id}"><h3 id="${source.id}"><a class="self" href="#${source.id}"><code>${source.id}</code></a></h3>
<dl><dt>Title</dt><dd lang="${source.language}"><a href="${source.address}">${source.title}</a></dd>
<dt>Publisher</dt><dd>${source.publisher}</dd>
<dt>Found in</dt><dd>${source.place}</dd>
<dt>Call</dt><dd><code>${source.call}</code></dd>
<dt>Revision</dt><dd>${prose(source.revision)}</dd>
<dt>Read</dt><dd>${source.read}</dd></dl></section>`,
)}
</main>`,
  };
}

function sectionMarkup(section: LedgerSection, pages: readonly Source[]): Markup {
  const { id, kind, name, description, beyond, errata, sources, rows } = section;
  const isThing = kind === "operation" || kind === "schema";
  const head = html`<tr><th scope="col">Name</th><th scope="col">${kind === "values" || kind === "responses" ? "Meaning" : "Contract"}</th>
${sources.map((source) => html`<th scope="col"><a href="index.html#${source}">${source}</a> ${vendorLink(source, pages)}</th>`)}</tr>`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}"><a class="self" href="#${id}">${KINDS[kind]} <code>${name}</code></a></h2>
${description === "" ? undefined : html`<p>${firstParagraph(description)}</p>`}
${beyond === undefined ? undefined : html`<p class="note"><span class="flag beyond">not stated</span> ${prose(beyond)}</p>`}
${errata.length === 0 ? undefined : html`<p class="note">Errata ${errataLinks(errata)}</p>`}
${
  rows.length === 0
    ? html`<p class="note">${isThing ? "It has none of its own." : "None."}</p>`
    : html`<div class="table"><table><thead>${head}</thead>
<tbody>${rows.map((row) => rowMarkup(row, sources))}</tbody></table></div>`
}
</section>`;
}

/** A link to the vendor's page itself. */
function vendorLink(id: string, pages: readonly Source[]): Markup {
  const page = pages.find((one) => one.id === id);
  if (page === undefined) throw new Error(`spec/sources.yaml has no ${id}`);
  return html`<a class="vendor" href="${page.address}" title="${page.title} (${page.publisher})">page<span class="for"> ${id} of the vendor</span></a>`;
}

function rowMarkup(row: LedgerRow, sources: readonly string[]): Markup {
  const { id, name, facts, description, statements, differs, errata, beyond } = row;
  const undocumented = statements.length === 0;
  return html`<tr id="${id}"><th scope="row"><a class="self" href="#${id}"><code>${name}</code></a>
${differs ? html`<span class="flag differs">differs</span>` : undefined}
${undocumented ? html`<span class="flag beyond">not stated</span>` : undefined}
${errata.length === 0 ? undefined : html`<span class="errata">${errataLinks(errata)}</span>`}</th>
<td data-label="Contract">${
    facts === undefined
      ? undefined
      : html`<p><strong>${facts.reference === undefined ? facts.type : html`<a href="#${facts.reference}">${facts.type}</a>`}</strong>, ${facts.others.join(", ")}</p>`
  }<p>${firstParagraph(description)}</p>${beyond === undefined ? undefined : html`<p class="note">${prose(beyond)}</p>`}</td>
${sources.map((source) => {
  const own = statements.filter((statement) => statement.source === source);
  return html`<td data-label="${source}">${own.length === 0 ? html`<span class="absent">not there</span>` : own.map(said)}</td>`;
})}</tr>`;
}

/** The statement of a source page, in its own words. */
function said({ place, row }: Statement): Markup {
  const { name: _, contract: __, example, type, mandatory, ...others } = row;
  const facts = [
    ...(type === undefined ? [] : [type]),
    ...(mandatory === undefined ? [] : [mandatory ? "mandatory" : "optional"]),
    ...Object.entries(others).map(
      ([key, value]) => `${key} ${Array.isArray(value) ? value.join(", ") : value}`,
    ),
  ];
  return html`<p>${facts.length === 0 ? "listed" : facts.join(", ")}</p>
${example === undefined ? undefined : html`<p class="note">e.g. <code>${String(example)}</code></p>`}
<p class="note">${place}</p>`;
}

interface Example {
  readonly summary?: string;
  readonly description?: string;
  readonly value?: unknown;
  readonly "x-errata"?: readonly string[];
}

function exampleMarkup(id: string, example: Example): Markup {
  const errata = example["x-errata"] ?? [];
  const text = withoutNotes(example.description ?? "");
  return html`<section class="example" aria-labelledby="example-${id}"><h3 id="example-${id}"><a class="self" href="#example-${id}"><code>${id}</code></a></h3>
<p>${prose(example.summary ?? "")}</p>
${text === "" ? undefined : html`<p>${prose(text)}</p>`}
${errata.length === 0 ? undefined : html`<p class="note">Errata ${errataLinks(errata)}</p>`}
<details><summary>Show the body</summary><pre tabindex="0"><code>${JSON.stringify(example.value, null, 2)}</code></pre></details></section>`;
}

function errataLinks(ids: readonly string[]): Markup[] {
  return ids.map((id, at) => html`${at === 0 ? "" : " "}<a href="../errata.html#${id}">${id}</a>`);
}

function firstParagraph(text: string): Markup {
  return prose(text.trim().split(/\n\s*\n/)[0] ?? "");
}
