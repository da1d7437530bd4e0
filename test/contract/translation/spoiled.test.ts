import { describe, expect, it } from "vitest";
import type { OverlayAction } from "../../../scripts/generate/overlay.js";
import { sampleOf } from "../../support/round.js";
import { schemaIn } from "../ledger/change.js";
import { factFindings, shapeFindings, staleFindings, styleFindings, untranslated } from "./findings.js";
import { coverageFindings, slipFindings, type Term, termFindings } from "./glossary.js";
import { loadGlossary, loadTranslated, type Translated, withTranslation } from "./load.js";

const [sound, ...others] = await Promise.all([
  loadTranslated("dcs"),
  loadTranslated("vbs"),
  loadTranslated("starrocks"),
  loadTranslated("cbr"),
]);
const glossary = await loadGlossary();
const otherTexts = others.flatMap((subject) => subject.texts);
const texts = [...sound.texts, ...otherTexts];
const status = "$.components.schemas.DcsBackupStatus";

describe("a spoiled translation of DCS is found out", () => {
  it("where an action of its own matches nothing", async () => {
    await expect(
      spoiled(({ translation }) => {
        action(translation.own.actions, status).target += "Code";
      }),
    ).rejects.toThrow(`nothing in the contract matches\n  ${status}Code`);
  });

  const actions = (["shared", "own"] as const).flatMap((part) =>
    sound.translation[part].actions.map(({ target }, index) => ({ part, target, index })),
  );

  it.each(sampleOf(actions, 25))("without the $part action for $target", async ({ part, index }) => {
    const copy = structuredClone(sound);
    copy.translation[part].actions.splice(index, 1);
    expect(untranslated((await withTranslation(copy)).texts)).not.toEqual([]);
  });

  it.each<[string, (copy: Translated) => void, string]>([
    [
      "an English sentence that has changed",
      (copy) => {
        schemaIn(copy, "DcsBackupStatus").description = "Another sentence.";
      },
      '/components/schemas/DcsBackupStatus/description: translated from "State of a backup',
    ],
    [
      "a changed sentence of a shared component",
      (copy) => {
        schemaIn(copy, "GatewayErrorBody").description = "Another sentence.";
      },
      'GatewayErrorBody/description: translated from "What the API gateway',
    ],
    [
      "a value of an enumeration that has come",
      (copy) => {
        Object.assign(schemaIn(copy, "DcsBackupStatus")["x-enumDescriptions"] ?? {}, {
          paused: "The backup rests.",
        });
      },
      "dcs/schemas/DcsBackupStatus/paused: not translated: The backup rests.",
    ],
    [
      "a property that has gone",
      (copy) => {
        delete schemaIn(copy, "DcsBackupRecord").properties?.["execution_at"];
      },
      "/components/schemas/DcsBackupRecord/properties/execution_at: nothing became",
    ],
    [
      "a sentence outside of the known keys",
      (copy) => {
        schemaIn(copy, "DcsBackupStatus")["x-note"] = "Read this first.";
      },
      "dcs/schemas/DcsBackupStatus/x-note: not translated",
    ],
    [
      "a text left in English",
      (copy) => update(copy, status, { description: "State of a backup." }),
      "dcs/schemas/DcsBackupStatus: not translated",
    ],
    [
      "a translation that does not say of what",
      (copy) => {
        delete action(copy.translation.own.actions, status)["x-source"];
      },
      `${status}: x-source is not what update translates`,
    ],
    [
      "a translated name",
      (copy) => update(copy, "$.components.parameters.Start", { name: "起始序号" }),
      '/components/parameters/Start/name: "start" became "起始序号"',
    ],
    [
      "a lost field name",
      (copy) => respell(copy, "原因见`error_code`", "原因见错误码"),
      "dcs/schemas/DcsBackupStatus/failed: has  instead of `error_code`",
    ],
    [
      "another number",
      (copy) => respell(copy, "允许1到1000", "允许1到100"),
      "dcs/parameters/LimitV2: has 1 10 100 instead of 1 10 1000",
    ],
    [
      "half-width punctuation",
      (copy) => respell(copy, "等待中，备份尚未开始", "等待中, 备份尚未开始"),
      "dcs/schemas/DcsBackupStatus/waiting: half-width punctuation",
    ],
    [
      "a space between the scripts",
      (copy) => respell(copy, "项目ID，即", "项目ID 即"),
      "dcs/parameters/ProjectId: a space beside a Chinese character",
    ],
    [
      "a missing full stop",
      (copy) => respell(copy, "等待中，备份尚未开始。", "等待中，备份尚未开始"),
      "dcs/schemas/DcsBackupStatus/waiting: only one of the languages ends in a full stop",
    ],
    [
      "bold that Markdown cannot read",
      (copy) => respell(copy, "**已过时**：", "**已过时。**"),
      "dcs/operations/ListBackupRecordsV1: bold that begins or ends with punctuation",
    ],
    [
      "another word for a term of the document",
      (copy) => respell(copy, "备份中。", "正在备份。"),
      "dcs/schemas/DcsBackupStatus/backuping: lacks 备份中",
    ],
    ["another word for a term of ours", (copy) => respell(copy, "厂商", "供应商"), "lacks 厂商 for vendor"],
  ])("%s", async (_, change, expected) => {
    expect((await spoiled(change)).join("\n")).toContain(expected);
  });

  it("a term of the document that is changed in the glossary", () => {
    const wrong = changed("已手动删除备份文件", { zh: "已删除备份文件" });
    expect(termFindings(texts, wrong)).toEqual(["dcs/schemas/DcsBackupStatus/deleted: lacks 已删除备份文件"]);
  });

  it("a corrected slip that no erratum of the document quotes, or that still stands in a text", () => {
    const slip = "已手动删除备份文件";
    const erratum = { id: "E01", sources: ["dcs-hwc-zh"], statement: `The page says ${slip}.` };
    const all = changed(slip, { zh: "备份文件已被手动删除", slip, erratum: "E01" });
    const corrected = all.filter((term) => term.slip === slip);
    expect(slipFindings(texts, corrected, [erratum])).toEqual([
      `dcs/schemas/DcsBackupStatus/deleted: has the slip ${slip}`,
    ]);
    expect(slipFindings([], corrected, [])).toEqual([
      "备份文件已被手动删除: a slip needs an erratum that quotes it",
    ]);
    expect(slipFindings([], corrected, [{ ...erratum, statement: "Nothing.", sources: [] }])).toEqual([
      `备份文件已被手动删除: E01 does not quote ${slip}`,
      "备份文件已被手动删除: E01 does not name dcs-hwc-zh",
    ]);
  });

  it("a row of the document that the glossary leaves out", () => {
    expect(coverageFindings(sound, changed("备份进度", { at: [] }))).toEqual([
      "dcs-hwc-zh, 表 3, progress: the glossary has no term at dcs/schemas/DcsBackupRecord/progress",
    ]);
  });

  it("a term that is used nowhere, or from a document and bound to no place", () => {
    expect(termFindings(texts, [{ zh: "存储桶", en: ["no such phrase"] }])).toEqual(["存储桶: used nowhere"]);
    expect(termFindings(texts, changed("备份进度", { at: [] }))).toContain(
      "备份进度: from dcs-hwc-zh, but bound to no place",
    );
  });

  /** Every finding about a copy of DCS that has been spoiled. */
  async function spoiled(change: (copy: Translated) => void): Promise<string[]> {
    const copy = structuredClone(sound);
    change(copy);
    const result = await withTranslation(copy);
    return [
      ...untranslated(result.texts),
      ...(await staleFindings(result)),
      ...shapeFindings(result),
      ...factFindings(result.texts),
      ...styleFindings(result.texts, glossary),
      ...termFindings([...otherTexts, ...result.texts], glossary),
    ];
  }

  function action(actions: OverlayAction[], target: string): OverlayAction {
    const found = actions.find((known) => known.target === target);
    if (found === undefined) throw new Error(`no action for ${target}`);
    return found;
  }

  function update({ translation }: Translated, target: string, change: Record<string, unknown>): void {
    Object.assign(action(translation.own.actions, target).update ?? {}, change);
  }

  function respell({ translation }: Translated, from: string, to: string): void {
    const text = JSON.stringify(translation.own);
    if (!text.includes(from)) throw new Error(`the overlay does not say ${from}`);
    translation.own = JSON.parse(text.replaceAll(from, to));
  }

  function changed(zh: string, change: Partial<Term>): Term[] {
    return glossary.map((term) => (term.zh === zh ? { ...term, ...change } : term));
  }
});
