import { optionsOf } from "../support/options.js";
import { isCondition, itemsOf, typesOf, variants } from "../support/schemas.js";
import { entries, field, isObject, quoted } from "../support/values.js";

/**
 * @typedef {import("@redocly/openapi-core").UserContext} Context
 */

const NAMES = ["(^|_)(at|time|timestamp)$", "(Time|Timestamp)$", "[a-z]At$", "^(since|until)$"];
const UNITS = ["yyyyMMddHHmmss", "iso", "iso-seconds", "iso-without-zone", "s", "ms"];

/**
 * Every time says in which unit or notation and in which zone: `x-time: { format, zone }` on its schema.
 * A time is what has `format: date-time` or a name that looks like one. `format: date-time` says both by itself: RFC
 * 3339 writes the offset into each value.
 * Options: `names` and `except`, lists of regular expressions of names; `formats`, the values of a schema's `format`
 * that need no `x-time`; `units` and `zones`, what `x-time` may say.
 * @type {import("@redocly/openapi-core").Oas3Rule}
 */
export const timeUnit = (options) => {
  const read = optionsOf("time-unit", options, ["names", "except", "formats", "units", "zones"]);
  const names = read.patterns("names", NAMES);
  const except = read.patterns("except", []);
  const formats = read.strings("formats", ["date-time"]);
  const units = read.strings("units", UNITS);
  const zones = read.strings("zones", ["UTC"]);

  /** @param {object} schema */
  const isStated = (schema) => {
    const format = field(schema, "format");
    return field(schema, "x-time") !== undefined || (typeof format === "string" && formats.includes(format));
  };

  /** @param {string} name @param {unknown} schema @param {Context["location"]} place @param {Context} context */
  const check = (name, schema, place, { report, resolve, location }) => {
    if (except.some((pattern) => pattern.test(name))) return;
    const whole = variants(schema, location.source.absoluteRef, resolve);
    const parts = [...whole, ...itemsOf(whole, resolve)];
    const types = typesOf(parts);
    const scalar = ["string", "integer", "number"].some((type) => types.has(type));
    const looksSo = scalar && !types.has("object") && names.some((pattern) => pattern.test(name));
    const saysSo = parts.some(({ node }) => field(node, "format") === "date-time");
    if (!(looksSo || saysSo) || parts.some(({ node }) => isStated(node))) return;
    report({
      message:
        `"${name}" is a time, but of no stated unit and zone. ` +
        `Add x-time: { format, zone } to its schema, or its name to "except" if it is no time.`,
      location: place.key(),
    });
  };

  return {
    Parameter: (node, context) =>
      check(String(field(node, "name")), field(node, "schema"), context.location.child("schema"), context),
    Header: (node, context) =>
      check(String(context.key), field(node, "schema"), context.location.child("schema"), context),
    Schema: (schema, context) => {
      if (isCondition(context.location.pointer)) return;
      for (const [name, property] of entries(field(schema, "properties"))) {
        check(name, property, context.location.child(["properties", name]), context);
      }
    },
    SpecExtension: (value, { key, parent, report, location }) => {
      if (key !== "x-time") return;
      const unit = field(value, "format");
      const zone = field(value, "zone");
      if (typeof unit !== "string" || !units.includes(unit)) {
        report({ message: `x-time has no known format. Use one of ${quoted(units)}.`, location });
      }
      if (typeof zone !== "string" || !zones.includes(zone)) {
        report({ message: `x-time has no known zone. Use one of ${quoted(zones)}.`, location });
      }
      const types = isObject(parent)
        ? typesOf([{ node: parent, from: location.source.absoluteRef }])
        : new Set();
      const wrong =
        unit === "s" || unit === "ms" ? types.has("string") : types.has("integer") || types.has("number");
      if (wrong && typeof unit === "string" && UNITS.includes(unit)) {
        report({
          message: `x-time says "${unit}", which does not fit the type ${quoted(types)}. Correct one of the two.`,
          location,
        });
      }
    },
  };
};
