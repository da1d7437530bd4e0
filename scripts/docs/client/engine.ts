import MiniSearch, { type Query, type SearchResult } from "minisearch";
import { synonymsOf, type Word, wantedWords, wordsOf } from "./words.js";

/** One entry of the search. */
export interface SearchEntry {
  readonly title: string;
  readonly kind: string;
  /** Below the site's root. */
  readonly href: string;
  readonly text: string;
  /** The same in Chinese, if there is one. */
  readonly chinese?: string | undefined;
  /** Further words under which it is found, e.g. the message that a service sends with a code. */
  readonly keywords?: string | undefined;
}

/** How much an entry counts by the first word of its kind: an answer before a row of a table. */
const WEIGHTS: Readonly<Record<string, number>> = {
  Page: 2,
  Guide: 1.5,
  Command: 1.6,
  Contract: 1.5,
  Error: 1.4,
  Operation: 1.2,
  Option: 1.1,
  Changelog: 0.9,
  Erratum: 0.6,
  API: 0.8,
  Schema: 0.7,
  Field: 0.5,
};

/** Below so many entries with all words, entries with some of them are offered: at most so many. */
const FEW = 4;
const FURTHER = 20;

/** All entries, ready to be searched: a word is also found in another form, and with a typing error. */
export class SiteSearch {
  readonly #entries: readonly SearchEntry[];
  readonly #index: MiniSearch<SearchEntry & { id: number }>;

  constructor(entries: readonly SearchEntry[]) {
    this.#entries = entries;
    this.#index = new MiniSearch({
      fields: ["title", "keywords", "text", "chinese"],
      tokenize: (text) => wordsOf(text).flatMap(({ whole, parts, loose }) => [whole, loose, ...parts]),
      processTerm: (term) => term,
      searchOptions: { tokenize: (term) => [term] },
    });
    this.#index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  }

  /** The entries for a query, the best first: those with all of its words, then some with a part if they are few. */
  find(query: string): SearchEntry[] {
    const words = wantedWords(query);
    if (words.length === 0) return [];
    const queries = words.map(formsOf);
    const all = this.#search({ combineWith: "AND", queries }, query);
    if (all.length >= FEW || queries.length === 1) return all;
    const some = this.#search({ combineWith: "OR", queries }, query).filter((entry) => !all.includes(entry));
    return [...all, ...some.slice(0, FURTHER)];
  }

  #search(query: Query, text: string): SearchEntry[] {
    const wanted = plain(text);
    const hits = this.#index.search(query, {
      boost: { title: 4, keywords: 3 },
      boostDocument: (id) => WEIGHTS[this.#entry(id).kind.split(/[ ,]/)[0] ?? ""] ?? 1,
    });
    const inChinese = /\p{Script=Han}/u.test(text);
    const score = ({ id, score }: SearchResult) => {
      const { title, href } = this.#entry(id);
      // The row of a field is called after its schema and itself.
      const named = plain(title) === wanted ? 10 : title.endsWith(`.${text.trim()}`) ? 4 : 1;
      return score * named * (href.includes(".zh-CN.") && !inChinese ? 0.5 : 1);
    };
    return hits
      .map((hit) => ({ entry: this.#entry(hit.id), score: score(hit) }))
      .sort((one, other) => other.score - one.score)
      .map(({ entry }) => entry);
  }

  #entry(id: number): SearchEntry {
    const entry = this.#entries[id];
    if (entry === undefined) throw new Error(`the search has no entry ${id}`);
    return entry;
  }
}

/** A title or a query without case and signs, as two of them are compared. */
function plain(text: string): string {
  return wordsOf(text)
    .map(({ loose }) => loose)
    .join(" ");
}

/** A word, or its code, or all of its parts, or another word for it. */
function formsOf({ whole, parts, loose }: Word): Query {
  // A digit more or less is another code, not a typing error.
  const tolerant = { prefix: whole.length > 1, fuzzy: /\d/.test(whole) || whole.length < 4 ? false : 0.25 };
  const exact = { prefix: false, fuzzy: false };
  const queries: Query[] = [{ ...tolerant, queries: [...new Set([whole, loose])] }];
  const others = synonymsOf(whole);
  if (others.length > 0) queries.push({ ...exact, queries: [...others] });
  if (parts.length > 0) queries.push({ ...exact, combineWith: "AND", queries: [...parts] });
  return { combineWith: "OR", queries, weights: { fuzzy: 0.3, prefix: 0.6 } };
}
