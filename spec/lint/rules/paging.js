import { eachOperation } from "../support/operations.js";
import { patterns, strings } from "../support/options.js";
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
const STYLES = ["start", "offset", "page"];
const KEYS = ["style", "parameters", "total", "items", "id", "conflicts"];

/**
 * Every operation that can be asked for a number of records says how its pages are read, by `x-paging`, and what
 * that says is true: its parameters exist, its pointers find an array, a number and an id in the answer.
 * Options: `limits`, regular expressions of the parameters that make an operation a listing; `styles`, what
 * `x-paging.style` may say.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const paging = (options) => {
  const limits = patterns("paging", options, "limits", LIMITS);
  const styles = strings("paging", options, "styles", STYLES);

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
          "Add x-paging: { style, parameters: { position, limit }, total, items, id }.",
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
    const success = successSchema(operation, location.source.absoluteRef, resolve);
    if (success !== undefined) {
      checkPointers(rule, success, resolve, complain);
      return;
    }
    report({
      message: `${where} has x-paging but no successful answer with a schema. Add one, or drop x-paging.`,
      location: place.key(),
    });
  });
};

/** The parameters that an x-paging names, and where in it. @param {unknown} rule */
function mentioned(rule) {
  const conflicts = field(rule, "conflicts") ?? [];
  return [
    ...["position", "limit"].map((key) => ({
      path: ["parameters", key],
      name: field(field(rule, "parameters"), key),
    })),
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
      complain([key], `${key} points to nothing in the answer. Give the JSON pointer of a field.`);
    } else if (!types.some((type) => actual.has(type))) {
      const what = actual.size > 0 ? quoted(actual) : "something of no type";
      complain([key], `${key} points to ${what} where ${quoted(types)} is needed. Correct the pointer.`);
    }
    return found;
  };
  find("total", [answer], ["integer", "number"]);
  const records = itemsOf(find("items", [answer], ["array"]), resolve);
  find("id", records, ["string", "integer"]);
}

/**
 * The schema of the first successful answer that has one.
 * @param {unknown} operation @param {string} file @param {Context["resolve"]} resolve
 * @returns {Place | undefined}
 */
function successSchema(operation, file, resolve) {
  for (const [status, declared] of entries(field(operation, "responses"))) {
    if (!/^2/.test(status)) continue;
    const response = follow(declared, file, resolve);
    for (const [, body] of entries(field(response.node, "content"))) {
      const schema = field(body, "schema");
      if (isObject(schema)) return { node: schema, from: response.from };
    }
  }
  return undefined;
}
