import type { FileContent } from "../../../generated/audit/targets-types.js";
import { type Rules, rules, validate } from "../../../generated/audit/targets-validator.js";
import { didYouMean, oneOf, quote } from "../../node/quote.js";
import { UNRESOLVED, type YamlNode } from "../../node/yaml-tree.js";
import { SUBJECT_KEYS } from "./ids.js";
import { child, entryOf, keysOf, type ProblemOptions, type Problems } from "./problems.js";

/**
 * Checks a file with its JSON Schema and reports one mistake for each place. Returns what is right of the file:
 * a wrong value is left out, and a list has a hole in its place. Returns undefined if nothing is right.
 */
export function validateTargets(root: YamlNode, problems: Problems): FileContent | undefined {
  if (validate(root.value)) return root.value;
  const violations = validate.errors ?? [];
  const unknown = violations.filter(({ keyword }) => keyword === "additionalProperties");
  const withUnknownKeys = new Set(unknown.map(({ instancePath }) => instancePath));
  const wrong = new Set<string>();
  for (const { instancePath: pointer, keyword, params } of violations) {
    const place = locate(root, pointer);
    if (keyword === "additionalProperties") {
      reportUnknownKey(pointer, params.additionalProperty ?? "", place, problems);
    } else if (keyword === "propertyNames") {
      const key = child(pointer, params.propertyName ?? "");
      const expected = place.rules.propertyNames?.title;
      problems.add(key, `a key of ${place.what} must be ${expected}`, { atKey: true });
    } else if (SHAPE.has(keyword)) {
      const problem = shapeProblem(keyword, place);
      // What is missing may be what is misspelt.
      if (problem && !(problem.absent && withUnknownKeys.has(pointer)))
        problems.add(pointer, problem.message, problem);
    } else if (keyword === "minItems") {
      problems.add(pointer, `${place.what} is an empty list`, { hint: "name at least one" });
    } else if (!TEXT.has(keyword) || place.node.kind === "scalar") {
      wrong.add(pointer);
      problems.markInvalid(pointer.slice(0, pointer.lastIndexOf("/")));
      if (place.node.value !== UNRESOLVED) reportValue(pointer, place, problems);
    }
  }
  if (wrong.has("")) return undefined;
  return keepRight(root.value, rules, "", wrong) as FileContent;
}

/** Keywords about which keys a mapping has. */
const SHAPE = new Set(["required", "oneOf", "minProperties", "maxProperties"]);

/** Keywords about texts. In a mapping they are about its keys, which `propertyNames` reports as well. */
const TEXT = new Set(["pattern", "minLength", "maxLength"]);

/** A value, the rules that it must follow, and what messages call it. */
interface Place {
  readonly node: YamlNode;
  readonly rules: Rules;
  readonly what: string;
}

function locate(root: YamlNode, pointer: string): Place {
  return keysOf(pointer).reduce<Place>(
    ({ node, rules: above, what }, key) => {
      const found = entryOf(node, key)?.node ?? node;
      if (node.kind === "list") {
        const { items = {} } = above;
        // The title of a text says what it must be, not what it is.
        const name = items.type === "string" && items.title ? `each of ${what}` : items.title;
        return { node: found, rules: items, what: name ?? what };
      }
      const own = above.properties?.[key];
      return own
        ? { node: found, rules: own, what: key }
        : { node: found, rules: above.additionalProperties ?? {}, what: `${quote(key)} of ${what}` };
    },
    { node: root, rules, what: rules.title ?? "" },
  );
}

function reportUnknownKey(pointer: string, key: string, place: Place, problems: Problems): void {
  const { type, title, properties = {} } = place.rules;
  const owner = type === "object" ? (title ?? place.what) : place.what;
  const keys = Object.keys(properties);
  const hint =
    didYouMean(key, keys) ??
    (/secret|password|token|^(ak|sk)$|key/i.test(key)
      ? "credentials stay out of this file: an account's environment names the variables that hold them"
      : `its keys are ${keys.join(", ")}`);
  problems.add(child(pointer, key), `${owner} has no key ${quote(key)}`, { hint, atKey: true });
  problems.markInvalid(pointer);
}

/** Why the keys of a mapping do not go together, and what to do; undefined if another violation says it. */
function shapeProblem(
  keyword: string,
  { node, rules: { required, examples }, what }: Place,
): (ProblemOptions & { readonly message: string }) | undefined {
  if (node.kind !== "map") return undefined;
  if (keyword === "oneOf") {
    const named = SUBJECT_KEYS.filter((key) => node.entries.has(key));
    if (named.length > 1) {
      return { message: `this target has ${named.join(" and ")}`, hint: "make a target of each" };
    }
    const hint = "give it an instance, a policy or a cluster, or a list of them";
    return { message: "this target names nothing that is backed up", hint, absent: true };
  }
  if (keyword !== "required") {
    const hint = "write a list, { file: ids.txt }, or - for standard input";
    return { message: "ids come either from a file or from standard input", hint, absent: true };
  }
  // Each branch of `oneOf` requires a key.
  if (required === undefined) return undefined;
  const [first, ...others] = required;
  if (examples === undefined)
    return { message: `there are no ${first}`, hint: `list them under ${first}:`, absent: true };
  const needed = others.length === 0 ? first : `both ${required.join(" and ")}`;
  return { message: `${what} needs ${needed}`, hint: `write ${examples[0]}`, absent: true };
}

function reportValue(pointer: string, { node, rules, what }: Place, problems: Problems): void {
  const kind = kindOf(node);
  const expected = expectedOf(rules);
  const message = `${what} must be ${expected}`;
  if (rules.enum && typeof node.value === "string") {
    const hint = didYouMean(node.value, rules.enum);
    problems.add(pointer, `${message}, not ${quote(node.value)}`, { hint });
  } else if (kindsOf(rules).includes(kind)) problems.add(pointer, message);
  else {
    // Quotes do not help a number of a duration without a unit.
    const quotable =
      rules.type === "string" &&
      (kind === "a number" || kind === "true or false") &&
      new RegExp(rules.pattern ?? "", "u").test(String(node.value));
    const empty = kind === "nothing" ? "give it a value, or leave the key out" : undefined;
    problems.add(pointer, `${message}, not ${kind}`, { hint: quotable ? "put it in quotes" : empty });
  }
}

function kindOf(node: YamlNode): string {
  if (node.kind !== "scalar") return node.kind === "map" ? "a mapping" : "a list";
  if (node.value === null) return "nothing";
  return KINDS[typeof node.value] ?? "a text";
}

function kindsOf({ type = [], const: constant }: Rules): string[] {
  const types = constant === undefined ? [type].flat() : [typeof constant];
  return types.map((name) => KINDS[name] ?? "");
}

/** What messages call the types of JSON Schema and of JavaScript. */
const KINDS: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  integer: "a number",
  number: "a number",
  object: "a mapping",
  string: "a text",
};

function expectedOf({ enum: words, const: constant, type, title, minimum, maximum }: Rules): string {
  if (words) return oneOf(words);
  if (constant !== undefined) return String(constant);
  if (type === "integer") return `a whole number from ${minimum} to ${maximum}`;
  if (type === "string" || Array.isArray(type)) return title ?? "a text";
  return KINDS[String(type)] ?? "";
}

/** A copy without the wrong values. What has no rules, such as anchors under `x-`, is not copied. */
function keepRight(
  value: unknown,
  { properties, items, additionalProperties }: Rules,
  at: string,
  wrong: ReadonlySet<string>,
): unknown {
  if (typeof value !== "object" || value === null) return value;
  const kept: [string, unknown][] = [];
  for (const [key, below] of Object.entries(value)) {
    const own = Array.isArray(value) ? items : (properties?.[key] ?? additionalProperties);
    const pointer = child(at, key);
    if (own && !wrong.has(pointer)) kept.push([key, keepRight(below, own, pointer, wrong)]);
  }
  return Array.isArray(value) ? Object.assign([], Object.fromEntries(kept)) : Object.fromEntries(kept);
}
