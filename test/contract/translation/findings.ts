import type { Contract } from "../../../scripts/generate/contract.js";
import type { Overlay, OverlayAction } from "../../../scripts/generate/overlay.js";
import { translate } from "../../../scripts/generate/translation.js";
import type { Term } from "./glossary.js";
import type { Translated } from "./load.js";
import { mapTexts, type Text, withoutCode } from "./texts.js";

/** Texts that are not translated. There are no exceptions: names and codes stand inside sentences. */
export function untranslated(texts: readonly Text[]): string[] {
  return texts
    .filter(({ en, zh }) => zh === en || !/\p{Script=Han}/u.test(zh))
    .map(({ place, en }) => `${place}: not translated: ${en}`);
}

/**
 * Where the English is no longer what was translated, or the overlay does not say what it translates. What it
 * recorded, laid over the contract, has to change nothing.
 */
export async function staleFindings({
  contract,
  translation,
}: Pick<Translated, "contract" | "translation">): Promise<string[]> {
  const before = await translate(contract, {
    shared: recorded(translation.shared),
    own: recorded(translation.own),
  });
  return [
    ...unrecorded(translation.shared),
    ...unrecorded(translation.own),
    ...differences(before, contract).map(
      ({ way, left, right }) => `${way}: translated from ${show(left)}, but the contract says ${show(right)}`,
    ),
  ];
}

function recorded(overlay: Overlay): Overlay {
  const record = ({ update, ...action }: OverlayAction): OverlayAction =>
    update === undefined ? action : { ...action, update: action["x-source"] ?? {} };
  return { ...overlay, actions: overlay.actions.map(record) };
}

function unrecorded({ actions }: Overlay): string[] {
  const leaves = (tree: unknown): string => JSON.stringify(tree, (_, node) => (isObject(node) ? node : ""));
  return actions
    .filter(({ update, "x-source": source }) => leaves(update) !== leaves(source))
    .map(({ target }) => `${target}: x-source is not what update translates`);
}

/** Where a translation changes more than texts. */
export function shapeFindings({ contract, chinese }: Pick<Translated, "contract" | "chinese">): string[] {
  const shape = (document: Contract) => mapTexts(document, () => "text");
  return differences(shape(contract), shape(chinese)).map(
    ({ way, left, right }) => `${way}: ${show(left)} became ${show(right)}`,
  );
}

/** Where a link of Markdown leads. */
const address = /\]\([^)]*\)/g;

/** Code, addresses and numbers of the English that the Chinese lacks, and the other way round. */
export function factFindings(texts: readonly Text[]): string[] {
  const facts = (text: string) =>
    [
      ...(text.match(/`[^`]+`/g) ?? []),
      ...(text.match(address) ?? []),
      ...(withoutCode(text).replaceAll(address, "").match(/\d+/g) ?? []),
    ]
      .sort()
      .join(" ");
  return texts
    .filter(({ en, zh }) => facts(en) !== facts(zh))
    .map(({ place, en, zh }) => `${place}: has ${facts(zh)} instead of ${facts(en)}`);
}

/** Chinese that is not typeset as Chinese. A document's own terms stand as the document has them. */
export function styleFindings(texts: readonly Text[], glossary: readonly Term[]): string[] {
  const verbatim = glossary.flatMap(({ zh, source }) =>
    source !== undefined && zh.includes(" ") ? [zh] : [],
  );
  return texts.flatMap(({ place, en, zh }) => {
    const prose = verbatim.reduce((rest, phrase) => rest.replaceAll(phrase, "文"), zh);
    const text = withoutCode(prose).replaceAll(address, "]");
    const ends = (sentence: string, stop: string) => sentence.trimEnd().endsWith(stop);
    const bold = [...zh.matchAll(/\*\*(.+?)\*\*/g)].map(([, inner = ""]) => inner);
    const rules: [boolean, string][] = [
      [/[,;:!?()]|\p{Script=Han}\.|\.$/u.test(text), "half-width punctuation"],
      [/\p{Script=Han} [\w`]|[\w`] \p{Script=Han}/u.test(text), "a space beside a Chinese character"],
      [ends(en, ".") !== ends(zh, "。"), "only one of the languages ends in a full stop"],
      // CommonMark takes such asterisks for text where a letter follows them.
      [bold.some((inner) => /^\p{P}|\p{P}$/u.test(inner)), "bold that begins or ends with punctuation"],
    ];
    return rules.flatMap(([broken, rule]) => (broken ? [`${place}: ${rule}: ${zh}`] : []));
  });
}

interface Difference {
  way: string;
  left: unknown;
  right: unknown;
}

function differences(left: unknown, right: unknown, way = ""): Difference[] {
  if (!isObject(left) || !isObject(right)) return Object.is(left, right) ? [] : [{ way, left, right }];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
    differences(left[key], right[key], `${way}/${key}`),
  );
}

const show = (value: unknown): string => JSON.stringify(value) ?? "nothing";

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
