import { field, isObject } from "./values.js";

/**
 * Readers of a rule's options. Each answers the default where the option is absent and throws an Error that
 * names rule and option where it has another type, so that a slip in redocly.yaml is not silently ignored.
 */

/** @param {string} rule @param {string} name @param {string} expected */
function refuse(rule, name, expected) {
  return new Error(`redocly.yaml: option "${name}" of backup-records/${rule} must be ${expected}.`);
}

/** @param {unknown} value @returns {value is string[]} */
function isStrings(value) {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** @param {string} rule @param {object} options @param {string} name @param {readonly string[]} fallback */
export function strings(rule, options, name, fallback) {
  const value = field(options, name);
  if (value === undefined) return fallback;
  if (!isStrings(value)) throw refuse(rule, name, "a list of strings");
  return value;
}

/** @param {string} rule @param {object} options @param {string} name @param {string} fallback */
export function string(rule, options, name, fallback) {
  const value = field(options, name) ?? fallback;
  if (typeof value !== "string" || value === "") throw refuse(rule, name, "a string");
  return value;
}

/** Regular expressions, matched with regard to case. @param {string} rule @param {object} options @param {string} name @param {readonly string[]} fallback */
export function patterns(rule, options, name, fallback) {
  return strings(rule, options, name, fallback).map((source) => {
    try {
      return new RegExp(source);
    } catch {
      throw refuse(rule, name, `a list of regular expressions, and "${source}" is none`);
    }
  });
}

/** HTTP statuses, as strings. @param {string} rule @param {object} options @param {string} name @param {readonly string[]} fallback */
export function statuses(rule, options, name, fallback) {
  const value = field(options, name) ?? fallback;
  if (!Array.isArray(value) || !value.every((item) => /^[1-5]\d\d$/.test(String(item)))) {
    throw refuse(rule, name, "a list of HTTP statuses");
  }
  return value.map(String);
}

/** @param {string} rule @param {object} options @param {string} name @returns {Map<string, string>} */
export function stringMap(rule, options, name) {
  const value = field(options, name) ?? {};
  if (!isObject(value)) throw refuse(rule, name, "a map of strings");
  return new Map(
    Object.entries(value).map(([key, item]) => {
      if (typeof item !== "string") throw refuse(rule, name, "a map of strings");
      return [key, item];
    }),
  );
}
