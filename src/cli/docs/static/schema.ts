import { resolvePointer } from "../../../core/pointer.js";
import { type Contract, dereference } from "../../contracts.js";
import { escapeHtml } from "../../escape.js";
import { markdownHtml } from "./markdown.js";
import type { Words } from "./words.js";

/** A part of a contract: nothing is known of it but that it may have members. */
export type Node = Readonly<Record<string, unknown>>;

/** A contract, and the words of its page. */
export interface Context {
  readonly contract: Contract;
  readonly words: Words;
}

/** The value as a part of a contract; empty if it is none. */
export function nodeOf(value: unknown): Node {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Node) : {};
}

/** The value as a list; empty if it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as a text; empty if it is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What a reference leads to, with what stands beside it; anything else as it is. */
export function target({ contract }: Context, value: unknown): Node {
  let node = nodeOf(value);
  // A reference that leads to itself leads nowhere.
  for (let steps = 0; typeof node["$ref"] === "string" && steps < 8; steps += 1) {
    const { $ref: _, ...beside } = node;
    node = { ...nodeOf(dereference(contract, node)), ...beside };
  }
  return node;
}

/** The name of the component that a reference leads to; undefined if the value is no reference. */
export function refName(value: unknown): string | undefined {
  return textOf(nodeOf(value)["$ref"]).split("/").at(-1) || undefined;
}

/** A table of fields or parameters, as HTML; each row is name, schema, whether it is required, and description. */
export interface Row {
  readonly name: string;
  readonly schema: unknown;
  readonly required: boolean;
  readonly description: string;
  readonly example?: unknown;
}

/** The table of the rows; empty if there are none. */
export function table(rows: readonly Row[], context: Context): string {
  const { words } = context;
  if (rows.length === 0) return "";
  const cells = rows.map(({ name, schema, required, description, example }) => {
    const facts = [
      `<strong>${escapeHtml(typeOf(schema, context))}</strong>`,
      required ? words.required : words.optional,
      ...factsOf(schema, context),
    ];
    return `<tr><th scope="row"><code>${breakable(name)}</code></th>
<td data-label="${words.type}">${facts.join(", ")}</td>
<td data-label="${words.description}">${markdownHtml(description)}${valuesOf(schema, context)}${exampleOf(schema, example, context)}</td></tr>`;
  });
  return `<div class="table"><table><thead><tr><th scope="col">${words.name}</th><th scope="col">${words.type}</th><th scope="col">${words.description}</th></tr></thead>
<tbody>
${cells.join("\n")}
</tbody></table></div>`;
}

/** Every field of a schema, those of its parts included, with the way to each as its name. */
export function fieldsOf(schema: unknown, context: Context, way = "", above: readonly string[] = []): Row[] {
  const name = refName(schema);
  if (name !== undefined && above.includes(name)) return [];
  const inside = name === undefined ? above : [...above, name];
  const node = target(context, schema);
  const parts = [...listOf(node["allOf"]), ...listOf(node["anyOf"]), ...listOf(node["oneOf"])];
  const required = listOf(node["required"]);
  const own = Object.entries(nodeOf(node["properties"])).flatMap(([property, value]): Row[] => {
    const place = way === "" ? property : `${way}.${property}`;
    const description = textOf(target(context, value)["description"]);
    return [
      { name: place, schema: value, required: required.includes(property), description },
      ...fieldsOf(value, context, place, inside),
    ];
  });
  const items = node["items"] === undefined ? [] : fieldsOf(node["items"], context, `${way}[]`, inside);
  const further = parts.flatMap((part) => fieldsOf(part, context, way, inside));
  const extra = nodeOf(node["additionalProperties"]);
  const others = Object.keys(extra).length === 0 ? [] : fieldsOf(extra, context, `${way}.*`, inside);
  const seen = new Set(own.map((row) => row.name));
  return [...own, ...items, ...further.filter((row) => !seen.has(row.name)), ...others];
}

/** A type in words, e.g. `list of DcsBackupRecord`. */
export function typeOf(schema: unknown, context: Context): string {
  const { words } = context;
  const node = target(context, schema);
  const choices = [...listOf(node["anyOf"]), ...listOf(node["oneOf"])];
  if (node["type"] === "array" || node["items"] !== undefined)
    return words.listOf(typeOf(node["items"], context));
  if (choices.length > 0 && node["properties"] === undefined) {
    return [...new Set(choices.map((choice) => typeOf(choice, context)))].join(words.oneOf);
  }
  const name = refName(schema);
  const type = [node["type"] ?? []].flat().map(String).join(words.oneOf);
  if (type === "object" || type === "") return name ?? (type || "any");
  return type;
}

function factsOf(schema: unknown, context: Context): string[] {
  const node = target(context, schema);
  const { words } = context;
  const facts: string[] = [];
  if (typeof node["format"] === "string") facts.push(escapeHtml(node["format"]));
  if (node["default"] !== undefined) facts.push(`${words.byDefault} ${code(node["default"])}`);
  if (node["const"] !== undefined) facts.push(code(node["const"]));
  const [from, to] = [node["minimum"], node["maximum"]];
  if (from !== undefined && to !== undefined)
    facts.push(`${escapeHtml(String(from))}–${escapeHtml(String(to))}`);
  else if (from !== undefined) facts.push(`≥ ${escapeHtml(String(from))}`);
  else if (to !== undefined) facts.push(`≤ ${escapeHtml(String(to))}`);
  if (typeof node["pattern"] === "string") facts.push(`<code>${escapeHtml(node["pattern"])}</code>`);
  return facts;
}

/** The values of an enumeration, each with its meaning if the contract states one. */
function valuesOf(schema: unknown, context: Context): string {
  const items = enumerationsIn(schema, context).flatMap((node) => {
    const meanings = nodeOf(node["x-enumDescriptions"]);
    return listOf(node["enum"]).map((value) => {
      const meaning = textOf(meanings[String(value)]);
      return `<li>${code(value)}${meaning === "" ? "" : ` ${inline(meaning)}`}</li>`;
    });
  });
  return items.length === 0 ? "" : `<p>${context.words.values}</p><ul class="values">${items.join("")}</ul>`;
}

/** The schemas with an enumeration among a schema, its alternatives and its items. */
function enumerationsIn(schema: unknown, context: Context, above: readonly string[] = []): Node[] {
  const name = refName(schema);
  if (name !== undefined && above.includes(name)) return [];
  const inside = name === undefined ? above : [...above, name];
  const node = target(context, schema);
  const items = node["items"] === undefined ? [] : [node["items"]];
  const parts = [...listOf(node["anyOf"]), ...listOf(node["oneOf"]), ...listOf(node["allOf"]), ...items];
  const own = node["enum"] === undefined ? [] : [node];
  return [...own, ...parts.flatMap((part) => enumerationsIn(part, context, inside))];
}

function exampleOf(schema: unknown, given: unknown, context: Context): string {
  const node = target(context, schema);
  const example = given ?? listOf(node["examples"])[0] ?? node["example"];
  return example === undefined || typeof example === "object"
    ? ""
    : `<p class="note">${context.words.example} ${code(example)}</p>`;
}

function inline(text: string): string {
  return markdownHtml(text)
    .trim()
    .replace(/^<p>([\s\S]*)<\/p>$/, "$1");
}

function code(value: unknown): string {
  return `<code>${escapeHtml(typeof value === "string" ? value : JSON.stringify(value))}</code>`;
}

function breakable(name: string): string {
  return name
    .split(/(?<=[._\]])/)
    .map(escapeHtml)
    .join("<wbr>");
}

/** A schema of the contract's components by its name. */
export function componentSchema({ contract }: Context, name: string): unknown {
  return nodeOf(resolvePointer(contract, "/components/schemas"))[name];
}
