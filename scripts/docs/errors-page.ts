import type { Entry } from "../../src/cli/explain/entry.js";
import { withoutNotes } from "../../src/cli/notes.js";
import { toApiError } from "../../src/core/error-response.js";
import { operationsOf, resolve } from "../generate/contract.js";
import { contractPath, type ServiceContract, serviceName } from "./contracts.js";
import { type ErrorCodeGroup, explanations } from "./error-codes.js";
import { html, type Markup, prose } from "./html.js";
import type { SitePage } from "./layout.js";
import { tocNavigation } from "./toc.js";

const PATH = "errors.html";

/** The package's own words that `explain` knows, and how their anchors begin. */
const OWN_WORDS = [
  { kind: "verdict of an audit", prefix: "verdict", title: "Verdicts of an audit" },
  { kind: "exit code", prefix: "exit-code", title: "Exit codes of the command line" },
  { kind: "class of an error", prefix: "error-class", title: "Classes of errors" },
  { kind: "code of a connection", prefix: "connection-code", title: "Codes of connections" },
  { kind: "code of the simulator", prefix: "simulator-code", title: "Codes of the simulator" },
] as const;

/** The page of all error codes and statuses, each with its anchor. */
export function errorsPage(
  contracts: readonly ServiceContract[],
  groups: readonly ErrorCodeGroup[],
): SitePage {
  const sections = [
    ...groups.map((group) => ({ id: group.schema, title: titleOf(group), body: groupSection(group) })),
    { id: "http-statuses", title: "HTTP statuses: cause and remedy", body: explained("HTTP status") },
    ...contracts.map((contract) => ({
      id: `${contract.service}-statuses`,
      title: `${serviceName(contract.service)}: HTTP statuses`,
      body: statusSection(contract),
    })),
    { id: "backup-statuses", title: "Statuses of backups", body: explained("backup status of") },
    { id: "unified-states", title: "States of the unified record", body: explained("unified state") },
    ...OWN_WORDS.map(({ kind, prefix, title }) => ({ id: `${prefix}s`, title, body: explained(kind) })),
  ];
  return {
    path: PATH,
    language: "en",
    section: "errors",
    source: "src/cli/explain/tables/api-errors.ts",
    title: "Error codes",
    description: "Every error code and status: what it means, how it comes about and what to do about it.",
    body: html`<div class="columns">${tocNavigation(sections)}
<main class="page" id="content" tabindex="-1">
<h1>Error codes</h1>
<p class="lead">What each code and status means, how it comes about, what to do about it, and what the client makes
of it. <code>backup-records explain CODE</code> prints the same. Link to a code with <code>#CODE</code>.</p>
<p class="note">No source page states causes and remedies: they are this project’s own.</p>
${sections.map(({ id, title, body }) => html`<section aria-labelledby="${id}"><h2 id="${id}"><a class="self" href="#${id}">${title}</a></h2>${body}</section>`)}
</main></div>`,
  };
}

export function titleOf({ schema, services }: ErrorCodeGroup): string {
  const TITLES: Record<string, string> = {
    DcsJobErrorCode: "DCS: why a backup failed",
    DcsApiErrorCode: "DCS: refused calls",
    GatewayErrorCode: "Gateway of Huawei Cloud and Open Telekom Cloud",
    VbsApiErrorCode: "VBS: refused calls",
    StarRocksErrorCode: "StarRocks: refused calls",
    CbrTaskErrorCode: "CBR: why a backup failed",
    CbrApiErrorCode: "CBR: refused calls",
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
<p class="note">Schema <code>${schema}</code>; what the source pages state: ${places}.</p>
<dl class="codes">${codes.map(
    ({ code, meaning, chinese, cause, remedy }) => html`
<div id="${code}"><dt><a class="self" href="#${code}"><code>${code}</code></a></dt>
<dd>${prose(meaning)}</dd>
<dd lang="zh-CN">${prose(chinese)}</dd>
${background(cause, remedy)}</div>`,
  )}</dl>`;
}

function background(cause: string, remedy: string): Markup {
  return html`<dd class="advice"><span>Cause</span> ${prose(cause)}</dd>
<dd class="advice"><span>What to do</span> ${prose(remedy)}</dd>`;
}

/** The anchor of a status: its kind, its service if there is one, and the status itself. */
export function statusAnchor({ code, kind }: Entry): string {
  const service = /^backup status of (\w+)/.exec(kind)?.[1];
  if (service !== undefined) return `status-${service}-${code}`;
  const own = OWN_WORDS.find((one) => kind === one.kind);
  if (own !== undefined) return `${own.prefix}-${code.replaceAll(/\s+/g, "-")}`;
  return kind === "HTTP status" ? `http-${code}` : `state-${code}`;
}

/** Whether `statusAnchor` has a place for an entry: for all but the error codes and the errata. */
export function hasPlace({ kind }: Entry): boolean {
  return (
    /^(HTTP status|backup status of|unified state)/.test(kind) || OWN_WORDS.some((one) => one.kind === kind)
  );
}

/** What `explain` says of statuses: those whose kind begins with some words. */
function explained(kind: string): Markup {
  const entries = explanations.filter((entry) => entry.kind.startsWith(kind));
  return html`<dl class="codes">${entries.map((entry) => {
    const { code, meaning, cause, remedy } = entry;
    const id = statusAnchor(entry);
    // The meaning of an HTTP status differs by operation: the tables below have it.
    const own = kind === "HTTP status" ? undefined : meaning.map((text) => html`<dd>${prose(text)}</dd>`);
    return html`
<div id="${id}"><dt><a class="self" href="#${id}"><code>${code}</code></a> ${ownerOf(entry)}</dt>
${own}${background(cause, remedy)}</div>`;
  })}</dl>`;
}

function ownerOf({ kind }: Entry): string {
  const [, service = "", state = ""] = /^backup status of (\w+), in the unified words (\w+)/.exec(kind) ?? [];
  return service === "" ? "" : `of ${serviceName(service)}: ${state}`;
}

function statusSection({ service, en }: ServiceContract): Markup {
  return html`${operationsOf(en).map(({ operation }) => {
    const rows = Object.entries(operation.responses).map(([status, response]) => {
      const id = `${service}-${operation.operationId}-${status}`;
      const description = withoutNotes(resolve(en, response).description);
      return html`<tr id="${id}"><th scope="row"><a href="#http-${status}">${status}</a></th>
<td data-label="Meaning">${prose(description)}</td>
<td data-label="Client">${outcome(service, operation.operationId, Number(status))}</td></tr>`;
    });
    return html`<h3 id="${service}-${operation.operationId}"><a class="self" href="#${service}-${operation.operationId}"><code>${operation.operationId}</code></a></h3>
<p class="note">In the <a href="${contractPath(service, "en")}">contract</a> and
<a href="ledger/${service}.html#${operation.operationId}.responses">compared with the source pages</a>.</p>
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
