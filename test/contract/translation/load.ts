import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { Contract } from "../../../scripts/generate/contract.js";
import { loadTranslation, type Translation, translate } from "../../../scripts/generate/translation.js";
import { loadSubject, type Subject } from "../ledger/load.js";
import type { Term } from "./glossary.js";
import { type Text, textsOf } from "./texts.js";

/** A service's contract, the overlays that translate it, and what comes of them. */
export interface Translated extends Subject {
  readonly translation: Translation;
  readonly chinese: Contract;
  readonly texts: readonly Text[];
}

/** Loads a contract and translates it; a service without a translation is an error. */
export async function loadTranslated(service: string): Promise<Translated> {
  const translation = await loadTranslation("spec", service);
  if (translation === undefined) throw new Error(`spec/${service} has no zh-CN.overlay.yaml`);
  return withTranslation({ ...(await loadSubject(service)), translation });
}

/** Translates anew, as after a change to the contract or to its overlays. */
export async function withTranslation(
  subject: Subject & Pick<Translated, "translation">,
): Promise<Translated> {
  const chinese = await translate(subject.contract, subject.translation);
  return { ...subject, chinese, texts: textsOf(subject.service, subject.contract, chinese) };
}

export async function loadGlossary(): Promise<Term[]> {
  const terms: Term[] = parse(await readFile("spec/glossary.zh-CN.yaml", "utf8"));
  return terms;
}
