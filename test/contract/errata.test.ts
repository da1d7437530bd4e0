import { describe, expect, it } from "vitest";
import { referencesOf } from "./ledger/errata.js";
import { loadErrata, loadSources, loadSubject, servicesOf } from "./ledger/load.js";

const services = await servicesOf();
const errata = await loadErrata();
const sources = new Set((await loadSources()).map(({ id }) => id));
const references = (await Promise.all(services.map(loadSubject))).flatMap(({ service, contract }) =>
  referencesOf(service, contract),
);

describe("the errata", () => {
  it("are numbered in a row", () => {
    const ids = Array.from({ length: errata.length }, (_, index) => `E${String(index + 1).padStart(2, "0")}`);
    expect(errata.map(({ id }) => id)).toEqual(ids);
  });

  it("have a title of their own each", () => {
    expect(new Set(errata.map(({ title }) => title)).size).toBe(errata.length);
  });

  it("are known wherever a contract refers to one", () => {
    const known = new Set(errata.map(({ id }) => id));
    expect(references.filter(({ id }) => !known.has(id))).toEqual([]);
  });

  it("are referred to by every contract", () => {
    expect(new Set(references.map(({ place }) => place.split("/")[0]))).toEqual(new Set(services));
  });
});

describe.each(errata)("$id", (erratum) => {
  const { id, affects, unreferenced } = erratum;

  it("has every key and no other", () => {
    expect(Object.keys(erratum).filter((key) => key !== "unreferenced")).toEqual(
      "id title sources statement contract affects".split(" "),
    );
  });

  it("says something, in words of its own", () => {
    for (const text of [erratum.title, erratum.statement, erratum.contract]) {
      expect(text.trim()).toMatch(/^\S.{8,}/);
      expect(text).not.toMatch(/["“”«»「」]/);
    }
  });

  it("names sources that exist, of the service that it affects", () => {
    expect(erratum.sources.length).toBeGreaterThan(0);
    for (const source of erratum.sources) expect(sources).toContain(source);
    const service = (name: string) => name.split(/[-/]/)[0];
    expect([...new Set(affects.map(service))]).toEqual(
      affects.length > 0 ? [...new Set(erratum.sources.map(service))] : [],
    );
  });

  it("lists exactly the places that refer to it, or says why there are none", () => {
    const places = references.filter((reference) => reference.id === id).map(({ place }) => place);
    expect([...affects].sort()).toEqual(places.sort());
    expect(unreferenced === undefined).toBe(places.length > 0);
  });
});
