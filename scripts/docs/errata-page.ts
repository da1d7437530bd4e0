import { type Contract, operationsOf } from "../generate/contract.js";
import type { ServiceContract } from "./contracts.js";
import { html, type Markup, prose } from "./html.js";
import type { SitePage } from "./layout.js";
import type { Erratum } from "./register.js";
import { tocNavigation } from "./toc.js";

const PATH = "errata.html";

/** The page of the errata, each with its anchor and with links to the places that it concerns. */
export function errataPage(errata: readonly Erratum[], contracts: readonly ServiceContract[]): SitePage {
  return {
    path: PATH,
    language: "en",
    section: "errata",
    source: "spec/errata.yaml",
    title: "Known contradictions",
    description: "Every contradiction and gap in the vendors’ pages, and what the contracts do about it.",
    body: html`<div class="columns">${tocNavigation(errata.map(({ id, title }) => ({ id, title: `${id} ${title}` })))}
<main class="page" id="content" tabindex="-1">
<h1>Known contradictions</h1>
<p class="lead">The vendors’ pages contradict themselves and each other, or leave something out, in ${errata.length}
places. Each is an erratum with a number that stays: what the source pages state, and what the contracts do about it.</p>
${errata.map((erratum) => section(erratum, contracts))}
</main></div>`,
  };
}

function section(erratum: Erratum, contracts: readonly ServiceContract[]): Markup {
  const { id, title, sources, statement, contract, affects } = erratum;
  return html`<section class="erratum" aria-labelledby="${id}">
<h2 id="${id}"><a class="self" href="#${id}">${id} ${title}</a></h2>
<dl><dt>Source pages</dt><dd>${sources.map(
    (source, at) => html`${at === 0 ? "" : ", "}<a href="ledger/index.html#${source}">${source}</a>`,
  )}</dd>
<dt>They state</dt><dd>${prose(statement)}</dd>
<dt>The contract</dt><dd>${prose(contract)}</dd>
<dt>Touches</dt><dd>${affects.map((place, at) => html`${at === 0 ? "" : ", "}${touched(place, contracts)}`)}</dd></dl>
</section>`;
}

/** Returns a place such as `dcs/schemas/DcsBackupRecord/size` as a link into the ledger. */
function touched(place: string, contracts: readonly ServiceContract[]): Markup {
  const [service = "", kind = "", name = "", ...way] = place.split("/");
  const contract = contracts.find((candidate) => candidate.service === service)?.en;
  if (contract === undefined) throw new Error(`the errata name ${place}, whose service has no contract`);
  const anchor = anchorOf(contract, kind, name, way);
  if (anchor === undefined) throw new Error(`the errata name ${place}, which the ledger does not show`);
  const label = [name, ...way.filter((part) => part !== "responses")].join(".");
  return html`<a href="ledger/${service}.html#${anchor}"><code>${label}</code></a>`;
}

function anchorOf(
  contract: Contract,
  kind: string,
  name: string,
  way: readonly string[],
): string | undefined {
  if (kind === "examples") return `example-${name}`;
  if (kind === "schemas") return [name, ...way].join(".");
  if (kind === "operations") return [name, ...way.slice(1)].join(".");
  const reference = `#/components/${kind}/${name}`;
  for (const { operation } of operationsOf(contract)) {
    if (
      kind === "parameters" &&
      operation.parameters?.some((one) => "$ref" in one && one.$ref === reference)
    ) {
      const parameter = contract.components?.["parameters"] as Record<string, { name: string }>;
      return `${operation.operationId}.${parameter[name]?.name}`;
    }
    const status = Object.entries(operation.responses).find(
      ([, one]) => "$ref" in one && one.$ref === reference,
    );
    if (kind === "responses" && status !== undefined) return `${operation.operationId}.${status[0]}`;
  }
  return undefined;
}
