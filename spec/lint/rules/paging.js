import { eachOperation } from "../support/operations.js";
import { optionsOf } from "../support/options.js";
import { follow } from "../support/references.js";
import { itemsOf, schemasAt, typesOf } from "../support/schemas.js";
import { entries, field, isObject, items, quoted } from "../support/values.js";

/**
 * @typedef {import("@redocly/openapi-core").UserContext} Context
 * @typedef {import("../support/schemas.js").Place} Place
 * @typedef {(path: (string | number)[], message: string) => void} Complain `path` within the x-paging
 */

const LIMITS = [
  "^(limit|top|first)$",
  "^([Pp]age|[Mm]ax|[Pp]er)_?([Ss]ize|[Pp]age|[Ll]imit|[Rr]esults|[Ii]tems)$",
];
const STYLES = ["start", "offset", "page", "cursor", "link"];
const KEYS = ["style", "parameters", "total", "items", "id", "next", "conflicts"];

/**
 * The parameters that a style cannot do without. With a cursor or a link, the service can choose the size of a page,
 * and a link is followed as it is.
 */
const NEEDED = new Map([
  ["cursor", ["position"]],
  ["link", []],
]);

/**
 * Every operation that can be asked for a number of records says how its pages are read, by `x-paging`, and what
 * that says is true: its parameters exist, its pointers find an array, a number, an id and a cursor in the response.
 * Options: `limits`, regular expressions of the parameters that make an operation a listing; `styles`, what
 * `x-paging.style` may say.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const paging = (options) => {
  const read = optionsOf("paging", options, ["limits", "styles"]);
  const limits = read.patterns("limits", LIMITS);
  const styles = read.strings("styles", STYLES);

  return eachOperation((operation, { where, item }, { report, location, resolve }) => {
    const names = [...items(field(item, "parameters")), ...items(field(operation, "parameters"))]
      .map((parameter) => follow(parameter, location.source.absoluteRef, resolve).node)
      .filter((parameter) => field(parameter, "in") === "query")
      .map((parameter) => String(field(parameter, "name")));
    const rule = field(operation, "x-paging");
    if (rule === undefined) {
      const limit = names.find((name) => limits.some((pattern) => pattern.test(name)));
      if (limit === undefined) return;
      report({
        message:
          `${where} has the parameter "${limit}", so it is read page by page, but does not say how. ` +
          "Add x-paging: { style, parameters: { position, limit }, items, id }.",
        location: location.key(),
      });
      return;
    }

    const place = location.child("x-paging");
    /** @type {Complain} */
    const complain = (path, message) =>
      report({ message: `x-paging of ${where}: ${message}`, location: place.child(path) });

    for (const [key] of entries(rule)) {
      if (!KEYS.includes(key)) complain([key], `"${key}" is not known. Use ${quoted(KEYS)}.`);
    }
    const style = field(rule, "style");
    if (typeof style !== "string" || !styles.includes(style)) {
      complain(["style"], `no known style. Use one of ${quoted(styles)}.`);
    }
    for (const { path, name } of mentioned(rule)) {
      if (typeof name === "string" && names.includes(name)) continue;
      const have = names.length > 0 ? `It has ${quoted(names)}.` : "It has none.";
      complain(path, `${path.join("/")} names no query parameter of the operation. ${have}`);
    }
    const success = successAnswer(operation, location.source.absoluteRef, resolve);
    if (success === undefined) {
      report({
        message: `${where} has x-paging but no successful response with a schema. Add one, or drop x-paging.`,
        location: place.key(),
      });
      return;
    }
    checkPointers(rule, success.schema, resolve, complain);
    if (style === "link" && field(rule, "next") === undefined && !success.headers.includes("link")) {
      complain(
        ["style"],
        "nothing holds the link. Declare the header Link of the response, or give the pointer of a field as next.",
      );
    }
  });
};

/** The parameters that an x-paging names or has to name, and where in it. @param {unknown} rule */
function mentioned(rule) {
  const conflicts = field(rule, "conflicts") ?? [];
  const parameters = field(rule, "parameters");
  const needed = NEEDED.get(String(field(rule, "style"))) ?? ["position", "limit"];
  return [
    ...["position", "limit"]
      .filter((key) => needed.includes(key) || field(parameters, key) !== undefined)
      .map((key) => ({ path: ["parameters", key], name: field(parameters, key) })),
    ...(Array.isArray(conflicts) ? conflicts : [conflicts]).map((name, index) => ({
      path: ["conflicts", index],
      name,
    })),
  ];
}

/** @param {unknown} rule @param {Place} answer @param {Context["resolve"]} resolve @param {Complain} complain */
function checkPointers(rule, answer, resolve, complain) {
  /** @param {string} key @param {Place[]} roots @param {string[]} types */
  const find = (key, roots, types) => {
    const pointer = field(rule, key);
    const found =
      typeof pointer === "string" && pointer.startsWith("/")
        ? roots.flatMap(({ node, from }) => schemasAt(node, from, pointer, resolve))
        : [];
    const actual = typesOf(found);
    if (found.length === 0) {
      complain([key], `${key} points to nothing in the response. Give the JSON pointer of a field.`);
    } else if (!types.some((type) => actual.has(type))) {
      const what = actual.size > 0 ? quoted(actual) : "something of no type";
      complain([key], `${key} points to ${what} where ${quoted(types)} is needed. Correct the pointer.`);
    }
    return found;
  };
  if (field(rule, "total") !== undefined) find("total", [answer], ["integer", "number"]);
  if (field(rule, "next") !== undefined) find("next", [answer], ["string", "integer"]);
  const records = itemsOf(find("items", [answer], ["array"]), resolve);
  find("id", records, ["string", "integer"]);
}

/**
 * The first successful response that has a schema, and the names of its headers in lower case.
 * @param {unknown} operation @param {string} file @param {Context["resolve"]} resolve
 * @returns {{ schema: Place, headers: string[] } | undefined}
 */
function successAnswer(operation, file, resolve) {
  for (const [status, declared] of entries(field(operation, "responses"))) {
    if (!/^2/.test(status)) continue;
    const response = follow(declared, file, resolve);
    const headers = entries(field(response.node, "headers")).map(([name]) => name.toLowerCase());
    for (const [, body] of entries(field(response.node, "content"))) {
      const schema = field(body, "schema");
      if (isObject(schema)) return { schema: { node: schema, from: response.from }, headers };
    }
  }
  return undefined;
}
