import {
  type Contract,
  componentName,
  operationsOf,
  type Parameter,
  resolve,
} from "../../../scripts/generate/contract.js";
import type { Erratum } from "../ledger/errata.js";
import { type Entry, entriesOf } from "../ledger/ledger.js";
import type { Subject } from "../ledger/load.js";
import { type Text, withoutCode } from "./texts.js";

/** A term of `glossary.zh-CN.yaml`, which explains the keys. */
export interface Term {
  readonly zh: string;
  readonly or?: string;
  readonly en?: readonly string[];
  readonly services?: readonly string[];
  readonly source?: string | readonly string[];
  readonly slip?: string;
  readonly erratum?: string;
  readonly at?: readonly string[];
}

/** The documents that a term is taken from. */
export const sourcesOf = ({ source = [] }: Term): readonly string[] => [source].flat();

/** Texts that lack a term: where a term is bound to a place, and wherever the English speaks of the thing. */
export function termFindings(texts: readonly Text[], glossary: readonly Term[]): string[] {
  const byPlace = new Map(texts.map((text) => [text.place, text]));
  const words = new Map(texts.map((text) => [text, wordsOf(text.en)]));
  return glossary.flatMap((term) => {
    const { zh, en = [], services, source, at = [] } = term;
    const bound = at.map((place) => byPlace.get(place) ?? { place, en: "", zh: "" });
    const pattern = patternOf(en);
    const spoken = texts.filter(
      (text) =>
        en.length > 0 &&
        (services === undefined || services.includes(serviceOf(text))) &&
        pattern.test(words.get(text) ?? ""),
    );
    return [
      ...(source !== undefined && at.length === 0 ? [`${zh}: from ${source}, but bound to no place`] : []),
      ...(at.length + spoken.length === 0 ? [`${zh}: used nowhere`] : []),
      ...bound.filter((text) => !text.zh.includes(zh)).map(({ place }) => `${place}: lacks ${zh}`),
      ...spoken
        .filter((text) => ![zh, term.or ?? zh].some((form) => text.zh.includes(form)))
        .map((text) => `${text.place}: lacks ${zh} for ${en.join(" or ")}: ${text.zh}`),
    ];
  });
}

/** Terms that correct a slip which no erratum of their documents quotes, and texts that still have a slip. */
export function slipFindings(
  texts: readonly Text[],
  glossary: readonly Term[],
  errata: readonly Pick<Erratum, "id" | "sources" | "statement">[],
): string[] {
  return glossary.flatMap((term) => {
    const { zh, slip, erratum } = term;
    if (slip === undefined && erratum === undefined) return [];
    const known = errata.find(({ id }) => id === erratum);
    if (slip === undefined || known === undefined) return [`${zh}: a slip needs an erratum that quotes it`];
    const unnamed = sourcesOf(term).filter((source) => !known.sources.includes(source));
    return [
      ...(known.statement.includes(slip) ? [] : [`${zh}: ${known.id} does not quote ${slip}`]),
      ...unnamed.map((source) => `${zh}: ${known.id} does not name ${source}`),
      ...texts.filter((text) => text.zh.includes(slip)).map(({ place }) => `${place}: has the slip ${slip}`),
    ];
  });
}

/** Rows of a Chinese document whose words no term of the glossary takes over. */
export function coverageFindings({ service, contract, ledger, sources }: Subject, glossary: readonly Term[]) {
  return sources
    .filter(({ language }) => language === "zh-CN")
    .flatMap(({ id }) => {
      const bound = new Set(
        glossary.flatMap((term) => (sourcesOf(term).includes(id) ? (term.at ?? []) : [])),
      );
      const tables = ledger.tables.filter(({ source }) => source === id);
      return entriesOf({ tables }).flatMap((entry) =>
        placesOf(contract, entry)
          .map((place) => `${service}/${place}`)
          .filter((place) => !bound.has(place))
          .map((place) => `${entry.where}: the glossary has no term at ${place}`),
      );
    });
}

/** The places of a row's text and of its values' meanings, without the service. */
function placesOf(contract: Contract, { kind, target, row }: Entry): string[] {
  const operation = operationsOf(contract).find((entry) => entry.operation.operationId === target)?.operation;
  if (kind === "operation") {
    const refs = (operation?.parameters ?? []).filter((parameter) => "$ref" in parameter);
    const own = refs.filter((ref) => resolve<Parameter>(contract, ref).name === row.name);
    return own.map(({ $ref }) => `parameters/${componentName($ref)}`);
  }
  if (kind === "responses") {
    const response = operation?.responses[row.name];
    return response !== undefined && "$ref" in response ? [`responses/${componentName(response.$ref)}`] : [];
  }
  const property = contract.components?.schemas?.[target]?.properties?.[row.name];
  const values = property?.$ref ?? property?.anyOf?.[0]?.$ref ?? "";
  return [
    `schemas/${target}/${row.name}`,
    ...(row.values ?? []).map((value) => `schemas/${componentName(values)}/${value}`),
  ];
}

/** Finds one of these phrases, in the singular or the plural. */
function patternOf(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<![\\w-])(?:${phrases.join("|")})s?(?![\\w-])`, "i");
}

const wordsOf = (text: string): string => withoutCode(text).replaceAll(/\s+/g, " ");
const serviceOf = ({ place }: Text): string => place.split("/")[0] ?? "";
