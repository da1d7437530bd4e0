import { resolvePointer } from "../../../core/pointer.js";
import type { Contract, Language } from "../../contracts.js";
import { escapeHtml, escapeHtmlLines } from "../../escape.js";
import { operationPlace, tagPlace } from "../places.js";
import { markdownHtml } from "./markdown.js";
import {
  type Context,
  componentSchema,
  fieldsOf,
  listOf,
  type Node,
  nodeOf,
  type Row,
  refName,
  table,
  target,
  textOf,
  typeOf,
} from "./schema.js";
import { words } from "./words.js";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly node: Node;
  readonly parameters: readonly Node[];
}

/**
 * A contract as HTML that needs no script: what is read until Redoc has drawn the page, on paper, and without
 * JavaScript. Operations have the addresses that Redoc gives them.
 */
export function staticContract(contract: Contract, language: Language): string {
  const context: Context = { contract, words: words[language] };
  const operations = operationsOf(context);
  const tags = listOf(resolvePointer(contract, "/tags")).map(nodeOf);
  const named = [...new Set([...tags.map(({ name }) => textOf(name)), ...operations.map(({ tag }) => tag)])];
  const groups = named.map((name) => ({
    name,
    title: textOf(tags.find((tag) => tag["name"] === name)?.["x-displayName"]) || name,
    description: textOf(tags.find((tag) => tag["name"] === name)?.["description"]),
    operations: operations.filter(({ tag }) => tag === name).sort(outdatedLast),
  }));
  const shared = sharedSchemas(operations, context);
  const info = nodeOf(resolvePointer(contract, "/info"));
  return `<div class="static">
<nav class="toc" aria-label="${context.words.operations}"><p>${context.words.operations}</p><ul>${groups
    .map(
      ({ name, title, operations }) =>
        `<li><a href="#/${tagPlace(name)}">${escapeHtml(title)}</a><ul>${operations.map((operation) => `<li><a href="#/${escapeHtml(placeOf(operation))}">${escapeHtml(titleOf(operation))}</a></li>`).join("")}</ul></li>`,
    )
    .join("")}</ul></nav>
<main class="page wide">
<h1>${escapeHtml(textOf(info["title"]))} <span class="version">${context.words.version} ${escapeHtml(textOf(info["version"]))}</span></h1>
<p class="interactive" hidden><button type="button">${context.words.interactive}</button></p>
${markdownHtml(textOf(info["description"]))}
${groups
  .filter(({ operations }) => operations.length > 0)
  .map(
    ({ name, title, description, operations }) =>
      `<section><h2 id="/${tagPlace(name)}">${self(`/${tagPlace(name)}`, title)}</h2>
${markdownHtml(description)}
${operations.map((operation) => operationHtml(operation, shared, context)).join("\n")}</section>`,
  )
  .join("\n")}
${schemasHtml(shared, context)}
${serversHtml(context)}
</main></div>`;
}

function operationsOf(context: Context): Operation[] {
  const paths = nodeOf(resolvePointer(context.contract, "/paths"));
  return Object.entries(paths).flatMap(([path, value]) => {
    const item = target(context, value);
    return METHODS.flatMap((method): Operation[] => {
      if (item[method] === undefined) return [];
      const node = nodeOf(item[method]);
      const parameters = [...listOf(item["parameters"]), ...listOf(node["parameters"])].map((one) =>
        target(context, one),
      );
      const id = textOf(node["operationId"]) || `${method} ${path}`;
      // Redoc's own name for operations without a tag.
      const tag = textOf(listOf(node["tags"])[0]) || "other";
      return [{ id, method: method.toUpperCase(), path, tag, node, parameters }];
    });
  });
}

function outdatedLast(one: Operation, other: Operation): number {
  return Number(one.node["deprecated"] === true) - Number(other.node["deprecated"] === true);
}

function placeOf({ tag, id }: Operation): string {
  return operationPlace(tag, id);
}

function titleOf({ node, id }: Operation): string {
  return textOf(node["summary"]) || id;
}

function self(id: string, title: string): string {
  return `<a class="self" href="#${escapeHtml(id)}">${escapeHtml(title)}</a>`;
}

function heading(level: number, id: string, title: string): string {
  return `<h${level} id="${escapeHtml(id)}">${self(id, title)}</h${level}>`;
}

function operationHtml(operation: Operation, shared: ReadonlySet<string>, context: Context): string {
  const { words } = context;
  const { method, path, node, parameters } = operation;
  const place = `/${placeOf(operation)}`;
  const deprecated = node["deprecated"] === true ? ` <span class="flag">${words.deprecated}</span>` : "";
  const rows = parameters.map(
    (parameter): Row => ({
      name: `${textOf(parameter["name"])} (${textOf(parameter["in"])})`,
      schema: parameter["schema"],
      required: parameter["required"] === true,
      description: textOf(parameter["description"]),
      example: parameter["example"],
    }),
  );
  const body = target(context, node["requestBody"]);
  const samples = listOf(node["x-codeSamples"]).map(nodeOf);
  return `<section class="operation"><h3 id="${escapeHtml(place)}">${self(place, titleOf(operation))}${deprecated}</h3>
<p class="call"><code>${method} ${escapeHtml(path).replaceAll("/", "/<wbr>")}</code></p>
${markdownHtml(textOf(node["description"]))}
${rows.length === 0 ? "" : `${heading(4, `${place}/parameters`, words.parameters)}\n${table(rows, context)}`}
${node["requestBody"] === undefined ? "" : `${heading(4, `${place}/body`, words.body)}\n${markdownHtml(textOf(body["description"]))}${contentHtml(body, new Set(), context)}`}
${samples.length === 0 ? "" : heading(4, `${place}/code`, words.samples)}
${samples.map((sample) => `<p class="note">${escapeHtml(textOf(sample["label"]) || textOf(sample["lang"]))}</p>\n${block(textOf(sample["source"]))}`).join("\n")}
${heading(4, `${place}/responses`, words.responses)}
${Object.entries(nodeOf(node["responses"]))
  .map(([status, value]) => responseHtml(place, status, target(context, value), shared, context))
  .join("\n")}
</section>`;
}

function responseHtml(
  place: string,
  status: string,
  response: Node,
  shared: ReadonlySet<string>,
  context: Context,
): string {
  return `<div class="response">${heading(5, `${place}/${status}`, status)}
${markdownHtml(textOf(response["description"]))}${contentHtml(response, shared, context)}</div>`;
}

/** The bodies of a request or a response: the fields here, unless the schema stands below for several responses. */
function contentHtml(holder: Node, shared: ReadonlySet<string>, context: Context): string {
  return Object.entries(nodeOf(holder["content"]))
    .map(([media, value]) => {
      const { schema, examples, example } = nodeOf(value);
      const names = namesIn(schema, context);
      const links = names
        .filter((name) => shared.has(name))
        .map((name) => `<a href="#schema-${escapeHtml(name)}"><code>${escapeHtml(name)}</code></a>`);
      const fields = links.length > 0 ? "" : table(fieldsOf(schema, context), context);
      const type =
        links.length > 0
          ? links.join(context.words.oneOf)
          : `<code>${escapeHtml(typeOf(schema, context))}</code>`;
      const [first] = Object.values(nodeOf(examples));
      const shown = example ?? target(context, first)["value"];
      return `<p class="note">${escapeHtml(media)}: ${type}</p>
${fields}${shown === undefined ? "" : `<p class="note">${context.words.example}</p>\n${block(JSON.stringify(shown, null, 2))}`}`;
    })
    .join("\n");
}

/** The names of the schemas that a body is one of. */
function namesIn(schema: unknown, context: Context): string[] {
  const name = refName(schema);
  if (name !== undefined) return [name];
  const node = target(context, schema);
  return [...listOf(node["anyOf"]), ...listOf(node["oneOf"])].flatMap((part) => namesIn(part, context));
}

/** The bodies of refusals, which many responses share: they stand once, below the operations. */
function sharedSchemas(operations: readonly Operation[], context: Context): ReadonlySet<string> {
  const names = operations.flatMap(({ node }) =>
    Object.entries(nodeOf(node["responses"])).flatMap(([status, value]) =>
      /^2/.test(status)
        ? []
        : Object.values(nodeOf(target(context, value)["content"])).flatMap((content) =>
            namesIn(nodeOf(content)["schema"], context),
          ),
    ),
  );
  return new Set(names);
}

function schemasHtml(names: ReadonlySet<string>, context: Context): string {
  if (names.size === 0) return "";
  const sections = [...names].map((name) => {
    const schema = componentSchema(context, name);
    const reference = { $ref: `#/components/schemas/${name}` };
    return `<h3 id="schema-${escapeHtml(name)}">${self(`schema-${name}`, name)}</h3>
${markdownHtml(textOf(nodeOf(schema)["description"]))}${table(fieldsOf(reference, context), context)}`;
  });
  return `<section><h2 id="schemas">${self("schemas", context.words.schemas)}</h2>
${sections.join("\n")}</section>`;
}

function serversHtml(context: Context): string {
  const servers = listOf(resolvePointer(context.contract, "/servers")).map(nodeOf);
  if (servers.length === 0) return "";
  const items = servers.map(
    ({ url, description }) =>
      `<li><code>${escapeHtml(textOf(url))}</code>${markdownHtml(textOf(description))}</li>`,
  );
  return `<section><h2 id="servers">${self("servers", context.words.servers)}</h2>
<ul>${items.join("")}</ul></section>`;
}

function block(text: string): string {
  return `<pre tabindex="0"><code>${escapeHtmlLines(text)}</code></pre>`;
}
