import { withoutNotes } from "../../src/cli/notes.js";
import { toApiError } from "../../src/core/error-response.js";
import { operationsOf, resolve } from "../generate/contract.js";
import { contractPath, type ServiceContract, serviceName } from "./contracts.js";
import type { ErrorCodeGroup } from "./error-codes.js";
import { html, type Markup, prose } from "./html.js";
import { layout } from "./layout.js";
import { tocNavigation } from "./toc.js";

const PATH = "errors.html";

/** The page of all error codes and statuses, each with its anchor. */
export function errorsPage(
  contracts: readonly ServiceContract[],
  groups: readonly ErrorCodeGroup[],
): [path: string, text: string] {
  const sections = [
    ...groups.map((group) => ({ id: group.schema, title: titleOf(group), body: groupSection(group) })),
    ...contracts.map((contract) => ({
      id: `${contract.service}-statuses`,
      title: `${serviceName(contract.service)}: HTTP statuses`,
      body: statusSection(contract),
    })),
  ];
  const text = layout({
    path: PATH,
    language: "en",
    section: "errors",
    otherLanguage: "index.zh-CN.html",
    title: "Error codes",
    description: "Every error code and status of the three services: what it means and what to do about it.",
    body: html`<div class="columns">${tocNavigation(sections)}
<main class="page" id="content" tabindex="-1">
<h1>Error codes</h1>
<p class="lead">What each code and status means, what to do about it, and what the client makes of it.
The address of a code is this page’s with <code>#</code> and the code behind it.</p>
${sections.map(({ id, title, body }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`)}
</main></div>`,
  });
  return [PATH, text];
}

function titleOf({ schema, services }: ErrorCodeGroup): string {
  const TITLES: Record<string, string> = {
    DcsJobErrorCode: "DCS: why a backup failed",
    DcsApiErrorCode: "DCS: refused calls",
    GatewayErrorCode: "Gateway of Huawei Cloud and Open Telekom Cloud",
    VbsApiErrorCode: "VBS: refused calls",
    StarRocksErrorCode: "StarRocks: refused calls",
  };
  return TITLES[schema] ?? `${services.join(", ")}: ${schema}`;
}

function groupSection({ schema, description, beyond, services, codes }: ErrorCodeGroup): Markup {
  const places = services.map((service, at) => {
    const separator = at === 0 ? "" : ", ";
    return html`${separator}<a href="ledger/${service}.html#${schema}">${serviceName(service)}</a>`;
  });
  return html`<p>${prose(description)}</p>
${beyond === undefined ? undefined : html`<p class="note"><strong>Beyond the source pages.</strong> ${prose(beyond)}</p>`}
<p class="note">Schema <code>${schema}</code>, in the ledger of ${places}.</p>
<dl class="codes">${codes.map(
    ({ code, meaning, chinese, advice }) => html`
<div id="${code}"><dt><a class="self" href="#${code}"><code>${code}</code></a></dt>
<dd>${prose(meaning)}</dd>
<dd lang="zh-CN">${prose(chinese)}</dd>
${advice === undefined ? undefined : html`<dd class="advice"><span>What to do</span> ${prose(advice)}</dd>`}</div>`,
  )}</dl>`;
}

function statusSection({ service, en }: ServiceContract): Markup {
  return html`${operationsOf(en).map(({ operation }) => {
    const rows = Object.entries(operation.responses).map(([status, response]) => {
      const id = `${service}-${operation.operationId}-${status}`;
      const description = withoutNotes(resolve(en, response).description);
      return html`<tr id="${id}"><th scope="row"><a class="self" href="#${id}">${status}</a></th>
<td data-label="Meaning">${prose(description)}</td>
<td data-label="Client">${outcome(service, operation.operationId, Number(status))}</td></tr>`;
    });
    return html`<h3 id="${service}-${operation.operationId}"><code>${operation.operationId}</code></h3>
<p class="note">In the <a href="${contractPath(service, "en")}">contract</a> and
<a href="ledger/${service}.html#${operation.operationId}.responses">beside the source pages</a>.</p>
<div class="table"><table><thead><tr><th scope="col">Status</th><th scope="col">Meaning</th><th scope="col">What the client makes of it</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  })}`;
}

/** Uses the client's own table, so that this page cannot contradict it. */
function outcome(service: string, operation: string, status: number): Markup {
  if (status < 300) return html`a page`;
  const error = toApiError(
    { status, attempt: 1, header: () => null, redact: (words: string) => words, text: "" },
    { service, operation },
    0,
  );
  return html`<code>${error.name}</code>${error.retryable ? ", tried again" : ""}`;
}
