import type { Change, Rating } from "./change.js";
import { difference, isObject, keysOf, lacking } from "./json.js";
import type { ReportedChange } from "./redocly-diff.js";

/**
 * A change that Redocly reports, rated for clients with open enumerations and exported type names; undefined
 * where it is of no consequence. Redocly's `major` is breaking and its `minor` additive; its `patch` is
 * documentation only where it touches words alone, and additive where more is accepted or promised.
 */
export function rate(reported: ReportedChange): Change | undefined {
  const pointer = placeOf(reported);
  // Names of schemas are compared apart: Redocly finds renaming them harmless.
  if (/^\/components\/schemas\/[^/]+$/.test(pointer) && isNaming(reported)) return undefined;
  const own = stricter(reported);
  if (own !== undefined) return { ...own, pointer };
  const verdicts = reported.verdicts.filter(({ impact }) => impact === "major");
  const remaining = verdicts.filter(({ ruleId }) => !(ruleId === "enum-values-added" && isOpen(pointer)));
  const verdict = remaining[0] ?? reported.verdicts[0];
  return {
    rating:
      verdicts.length > 0 ? (remaining.length > 0 ? "breaking" : "additive") : harmless(reported, pointer),
    pointer,
    message: verdict === undefined ? describe(reported, pointer) : verdict.message.replace(/\.$/, ""),
    rule: verdict?.ruleId ?? ruleOf(reported),
  };
}

/** Where it is defined: in the revision if the changed key is there, else in the base. */
function placeOf({ base, revision }: ReportedChange): string {
  const place = revision !== undefined && ("value" in revision || base === undefined) ? revision : base;
  return (place?.pointer ?? "#").slice(1).replace(/^\/$/, "");
}

function isNaming({ kind, property }: ReportedChange): boolean {
  return kind !== "modified" || property === "key";
}

/** A named enumeration is generated as an open type: a new value compiles and passes. */
function isOpen(pointer: string): boolean {
  return /^\/components\/schemas\/[^/]+(\/enum)?$/.test(pointer);
}

/** What breaks a generated client although Redocly does not say so. */
function stricter(reported: ReportedChange): Omit<Change, "pointer"> | undefined {
  const { typeName, kind, property, base, revision } = reported;
  if (typeName === "Response" && kind === "added" && /\/responses\/[23]..$/.test(placeOf(reported))) {
    return {
      rating: "breaking",
      rule: "success-added",
      message: `response \`${keysOf(placeOf(reported)).at(-1)}\` was added: clients take no other status for a success`,
    };
  }
  // Redocly takes a body that comes for an offer, and asks of a property that goes only whether a response had it.
  if (typeName === "RequestBody" && kind === "added" && isRequired(revision?.value)) {
    return {
      rating: "breaking",
      rule: "request-body-added-required",
      message: "a required request body was added",
    };
  }
  if (typeName === "ServerList" && kind === "removed") {
    return { rating: "breaking", rule: "server-removed", message: "the servers were removed" };
  }
  const [parent, name] = keysOf(placeOf(reported)).slice(-2);
  const [before, after] = [base?.value, revision?.value];
  if (typeName === "Schema" && parent === "properties" && !isMajor(reported)) {
    const said = { rating: "breaking", rule: "property-removed" } as const;
    if (kind === "removed") return { ...said, message: `property \`${name}\` was removed` };
    if (property === "key") return { ...said, message: `property \`${before}\` was renamed to \`${after}\`` };
  }
  if (typeName === "SchemaProperties" && kind === "removed" && isObject(before) && !isMajor(reported)) {
    const names = Object.keys(before).map((key) => `\`${key}\``);
    const message = `${names.length === 1 ? "property" : "properties"} ${names.join(", ")} ${names.length === 1 ? "was" : "were"} removed`;
    return { rating: "breaking", rule: "property-removed", message };
  }
  if (kind !== "modified") return undefined;
  if (typeName === "Schema" && property === "format" && after === "int64") {
    return {
      rating: "breaking",
      rule: "int64-widened",
      message: `\`format\` ${difference(before, after)}: the type becomes \`number | bigint\``,
    };
  }
  if (typeName === "Parameter" && property === "name" && reported.verdicts.length === 0) {
    return {
      rating: "breaking",
      rule: "parameter-renamed",
      message: `the parameter's name ${difference(before, after)}`,
    };
  }
  if (typeName === "PathItem" && property === "key") {
    return { rating: "breaking", rule: "path-template-changed", message: "the path's template changed" };
  }
  if (typeName === "ServerVariable" && property === "enum" && Array.isArray(before) && Array.isArray(after)) {
    const lost = lacking(before, after);
    if (lost.length > 0) {
      return {
        rating: "breaking",
        rule: "server-value-removed",
        message: `the server lost ${lost.join(", ")}`,
      };
    }
  }
  // A patch of OpenAPI changes no tool; a minor version is one that a tool may not read.
  if (typeName === "Root" && property === "openapi" && minorOf(before) !== minorOf(after)) {
    return {
      rating: "breaking",
      rule: "openapi-changed",
      message: `\`openapi\` ${difference(before, after)}`,
    };
  }
  return undefined;
}

function isMajor({ verdicts }: ReportedChange): boolean {
  return verdicts.some(({ impact }) => impact === "major");
}

function isRequired(body: unknown): boolean {
  return isObject(body) && body["required"] === true;
}

function minorOf(version: unknown): string {
  return String(version).split(".").slice(0, 2).join(".");
}

const wordTypes = new Set([
  "Info",
  "Contact",
  "License",
  "Tag",
  "ExternalDocs",
  "Example",
  "ExamplesMap",
  "SpecExtension",
]);
const words = new Set([
  "summary",
  "description",
  "title",
  "example",
  "examples",
  "externalDocs",
  "tags",
  "$comment",
]);

function harmless({ impact, typeName, property }: ReportedChange, pointer: string): Rating {
  if (wordTypes.has(typeName)) return "documentation";
  if (impact === "minor") return "additive";
  const isWord = property !== undefined && (words.has(property) || property.startsWith("x-"));
  return isWord || keysOf(pointer).some((key) => key.startsWith("x-")) ? "documentation" : "additive";
}

function ruleOf({ typeName, kind, property }: ReportedChange): string {
  if (typeName === "SpecExtension" || property?.startsWith("x-") === true) return "annotation-changed";
  const name = kind === "modified" ? (property ?? typeName) : typeName;
  return `${name.replace(/(?<=[a-z])[A-Z]/g, "-$&").toLowerCase()}-${kind === "modified" ? "changed" : kind}`;
}

function describe({ typeName, kind, property, base, revision }: ReportedChange, pointer: string): string {
  if (kind === "modified") return `\`${property ?? typeName}\` ${difference(base?.value, revision?.value)}`;
  const type = typeName.replace(/(?<=[a-z])[A-Z]/g, " $&").toLowerCase();
  return `${type} \`${nameOf(typeName, (revision ?? base)?.value) ?? keysOf(pointer).at(-1) ?? ""}\` was ${kind}`;
}

function nameOf(typeName: string, value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  if (typeName === "SecurityRequirement") return Object.keys(value).join(" and ") || "none";
  const name = value[typeName === "Server" ? "url" : "name"];
  return typeof name === "string" ? name : undefined;
}
