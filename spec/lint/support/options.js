import { field, isObject, quoted } from "./values.js";

/** What Redocly itself reads of a rule's settings. */
const REDOCLYS = ["severity", "message"];

/**
 * Readers of a rule's options. Each returns the default if the option is absent. An option of another name or type
 * throws an Error that names it, so that a slip in redocly.yaml is not silently ignored.
 * @template {string} Name
 * @param {string} rule @param {object} options @param {readonly Name[]} names the options that the rule has
 */
export function optionsOf(rule, options, names) {
  /** @type {readonly string[]} */
  const known = [...REDOCLYS, ...names];
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const has = names.length === 0 ? "It has none" : `Use ${quoted(names)}`;
    throw new Error(`redocly.yaml: backup-records/${rule} has no option "${name}". ${has}.`);
  }

  /** @param {Name} name @param {string} expected */
  const refuse = (name, expected) =>
    new Error(`redocly.yaml: option "${name}" of backup-records/${rule} must be ${expected}.`);

  /** @param {Name} name @param {readonly string[]} fallback */
  const strings = (name, fallback) => {
    const value = field(options, name);
    if (value === undefined) return fallback;
    if (!isStrings(value)) throw refuse(name, "a list of strings");
    return value;
  };

  return {
    strings,

    /** @param {Name} name @param {string} fallback */
    string: (name, fallback) => {
      const value = field(options, name) ?? fallback;
      if (typeof value !== "string" || value === "") throw refuse(name, "a string");
      return value;
    },

    /** One of a few words. @template {string} Word @param {Name} name @param {readonly Word[]} words @param {Word} fallback */
    choice: (name, words, fallback) => {
      const value = field(options, name) ?? fallback;
      const word = words.find((one) => one === value);
      if (word === undefined) throw refuse(name, `one of ${quoted(words)}`);
      return word;
    },

    /** Regular expressions; letter case counts. @param {Name} name @param {readonly string[]} fallback */
    patterns: (name, fallback) =>
      strings(name, fallback).map((source) => {
        try {
          return new RegExp(source);
        } catch {
          throw refuse(name, `a list of regular expressions, and "${source}" is none`);
        }
      }),

    /** HTTP statuses, as strings. @param {Name} name @param {readonly string[]} fallback */
    statuses: (name, fallback) => {
      const value = field(options, name) ?? fallback;
      if (!Array.isArray(value) || !value.every((item) => /^[1-5]\d\d$/.test(String(item)))) {
        throw refuse(name, "a list of HTTP statuses");
      }
      return value.map(String);
    },

    /** @param {Name} name @returns {Map<string, string>} */
    stringMap: (name) => {
      const value = field(options, name) ?? {};
      if (!isObject(value)) throw refuse(name, "a map of strings");
      return new Map(
        Object.entries(value).map(([key, item]) => {
          if (typeof item !== "string") throw refuse(name, "a map of strings");
          return [key, item];
        }),
      );
    },
  };
}

/** @param {unknown} value @returns {value is string[]} */
function isStrings(value) {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
