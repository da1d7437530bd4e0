import { nearest } from "../suggest.js";
import type { Entry } from "./entry.js";

/** What a look-up gave: entries, or the nearest codes if there is none. */
export interface Found {
  readonly entries: readonly Entry[];
  readonly nearest: readonly string[];
}

/**
 * Looks a code up: letter for letter, else without regard to letter case, else to separators and leading
 * zeros, so that `DCS.8.8` finds dcs.08.0008 and `e6` finds E06. `exit 5` is the exit code 5.
 */
export function find(code: string, entries: readonly Entry[]): Found {
  const wanted = code.trim().replace(/^exit(?: code)? (?=\d+$)/i, "");
  for (const same of [exactly, withoutCase, loosely]) {
    const found = entries.filter((entry) => same(entry.code) === same(wanted));
    if (found.length > 0) return { entries: found, nearest: [] };
  }
  const codes = entries.map((entry) => entry.code);
  const exits = exitsLike(code.trim(), entries);
  return { entries: [], nearest: exits.length > 0 ? exits : nearest(wanted, codes, 3) };
}

/** The exit codes, as they are looked up, that `exit5`, or `exit` alone, can mean. */
function exitsLike(word: string, entries: readonly Entry[]): string[] {
  const [, number] = /^exit(?:[ _-]?code)?[ _-]*(\d*)$/i.exec(word) ?? [];
  if (number === undefined) return [];
  const exits = entries.filter(({ kind }) => kind === "exit code").map(({ code }) => `exit ${code}`);
  const meant = `exit ${number}`;
  return exits.includes(meant) ? [meant] : exits;
}

function exactly(code: string): string {
  return code;
}

function withoutCase(code: string): string {
  return code.toLowerCase();
}

function loosely(code: string): string {
  return code
    .toLowerCase()
    .replace(/(?<!\d)0+(?=\d)/g, "")
    .replaceAll(/[\s._-]+/g, ".")
    .replace(/(?<=[a-z])\.(?=[a-z])/g, "");
}
