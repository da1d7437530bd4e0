import { describe, expect, it } from "vitest";
import { nodesAt } from "../../scripts/generate/overlay.js";
import { loadErrata, servicesOf } from "./ledger/load.js";
import {
  factFindings,
  shapeFindings,
  staleFindings,
  styleFindings,
  untranslated,
} from "./translation/findings.js";
import { coverageFindings, slipFindings, sourcesOf, termFindings } from "./translation/glossary.js";
import { loadGlossary, loadTranslated } from "./translation/load.js";

const services = await servicesOf();
const subjects = await Promise.all(services.map(loadTranslated));
const glossary = await loadGlossary();
const texts = subjects.flatMap((subject) => subject.texts);

it("translates every service", () => {
  expect(services).toEqual(["cbr", "dcs", "starrocks", "vbs"]);
  expect(texts.length).toBeGreaterThan(450);
  expect(new Set(texts.map(({ place }) => place)).size).toBe(texts.length);
});

describe.each(subjects)("the Chinese contract of $service", (subject) => {
  it("leaves no text in English", () => {
    expect(untranslated(subject.texts)).toEqual([]);
  });

  it("translates what the contract says now", async () => {
    expect(await staleFindings(subject)).toEqual([]);
  });

  it("differs from the English one in its texts alone", () => {
    expect(shapeFindings(subject)).toEqual([]);
  });

  it("keeps code and numbers", () => {
    expect(factFindings(subject.texts)).toEqual([]);
  });

  it("is typeset as Chinese", () => {
    expect(styleFindings(subject.texts, glossary)).toEqual([]);
  });

  it("takes over every row of a Chinese document in its own terms", () => {
    expect(coverageFindings(subject, glossary)).toEqual([]);
  });
});

describe("the glossary", () => {
  it("has each term once in a service", () => {
    const known = glossary.flatMap(({ zh, services = ["any"] }) => services.map((name) => `${zh} ${name}`));
    expect(new Set(known).size).toBe(known.length);
  });

  it("takes the terms of the Chinese document, row by row", () => {
    const rows = glossary.filter((term) => sourcesOf(term).includes("dcs-hwc-zh"));
    expect(rows.length).toBeGreaterThan(45);
    for (const zh of ["备份记录", "缓存实例", "起始序号", "备份中", "备份成功", "已手动删除备份文件"]) {
      expect(rows.some((term) => term.zh.includes(zh))).toBe(true);
    }
  });

  it("is kept to everywhere", () => {
    expect(termFindings(texts, glossary)).toEqual([]);
  });

  it("corrects a slip of the vendor only if an erratum quotes it", async () => {
    expect(glossary.filter(({ slip }) => slip !== undefined)).toHaveLength(3);
    expect(slipFindings(texts, glossary, await loadErrata())).toEqual([]);
  });

  // One test a term, so that a report names the term and its place.
  it.each(glossary.flatMap(({ zh, at = [] }) => at.map((place) => ({ zh, place }))))(
    "$zh stands at $place",
    ({ zh, place }) => {
      expect(texts.find((text) => text.place === place)?.zh).toContain(zh);
    },
  );
});

describe("the shared overlay", () => {
  it("has actions", () => {
    expect(subjects[0]?.translation.shared.actions.length).toBeGreaterThan(0);
  });

  it.each((subjects[0]?.translation.shared.actions ?? []).map(({ target }) => target))(
    "%s is in two contracts",
    (target) => {
      const sharers = subjects.filter(({ contract }) => nodesAt(contract, target).length > 0);
      expect(sharers.length).toBeGreaterThan(1);
    },
  );
});
