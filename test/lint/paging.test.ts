import { describe, expect, test } from "vitest";
import { answering, lintWith, messages, withOperation } from "./lint.js";

const query = (...names: string[]) =>
  names.map((name) => ({ name, in: "query", schema: { type: "integer" } }));
const page = {
  type: "object",
  properties: {
    total: { type: "integer" },
    records: { type: "array", items: { type: "object", properties: { id: { type: "string" } } } },
  },
};
const rule = {
  style: "offset",
  parameters: { position: "offset", limit: "limit" },
  total: "/total",
  items: "/records",
  id: "/id",
};
const listing = (paging: object, schema: object = page) =>
  answering(schema, { parameters: query("offset", "limit", "marker"), "x-paging": { ...rule, ...paging } });

describe("which operations", () => {
  test("one without a limit need not say", async () => {
    expect(await messages("paging", withOperation({ parameters: query("offset") }))).toEqual([]);
  });

  test.each(["limit", "PageSize", "page_size", "pageSize", "per_page", "maxResults"])(
    "one with %s has to",
    async (name) => {
      expect(await lintWith("paging", withOperation({ parameters: query(name) }))).toEqual([
        {
          message:
            `GET /backups has the parameter "${name}", so it is read page by page, but does not say how. ` +
            "Add x-paging: { style, parameters: { position, limit }, items, id }.",
          pointer: "#/paths/~1backups/get",
        },
      ]);
    },
  );

  test("a parameter of the path item, by reference, counts", async () => {
    const document = {
      ...withOperation({}, { parameters: { Limit: query("limit")[0] } }),
      paths: {
        "/backups": {
          parameters: [{ $ref: "#/components/parameters/Limit" }],
          get: { operationId: "ListBackups", responses: {} },
        },
      },
    };
    expect(await messages("paging", document)).toHaveLength(1);
  });

  test("a limit that is no query parameter does not, nor one of another name", async () => {
    const header = { name: "limit", in: "header", schema: { type: "integer" } };
    expect(await messages("paging", withOperation({ parameters: [header] }))).toEqual([]);
    expect(
      await messages("paging", withOperation({ parameters: query("limit") }), { limits: ["^anzahl$"] }),
    ).toEqual([]);
  });
});

describe("what x-paging says", () => {
  test("passes where it is true", async () => {
    expect(await messages("paging", listing({ conflicts: ["marker"] }))).toEqual([]);
  });

  test("is followed through references and branches", async () => {
    const branches = {
      anyOf: [{ allOf: [page] }, { type: "object", properties: { code: { type: "string" } } }],
    };
    expect(await messages("paging", listing({}, branches))).toEqual([]);
  });

  test.each([
    [
      "an unknown style",
      { style: "bookmark" },
      'no known style. Use one of "start", "offset", "page", "cursor", "link".',
      "style",
    ],
    [
      "a parameter that is not there",
      { parameters: { position: "page", limit: "limit" } },
      'parameters/position names no query parameter of the operation. It has "offset", "limit", "marker".',
      "parameters/position",
    ],
    [
      "a parameter left out",
      { parameters: { position: "offset" } },
      'parameters/limit names no query parameter of the operation. It has "offset", "limit", "marker".',
      "parameters/limit",
    ],
    [
      "a conflict that is not there",
      { conflicts: ["marke"] },
      'conflicts/0 names no query parameter of the operation. It has "offset", "limit", "marker".',
      "conflicts/0",
    ],
    [
      "a key that is not known",
      { conflict: ["marker"] },
      '"conflict" is not known. Use "style", "parameters", "total", "items", "id", "next", "conflicts".',
      "conflict",
    ],
    [
      "a pointer to nothing",
      { total: "/count" },
      "total points to nothing in the response. Give the JSON pointer of a field.",
      "total",
    ],
    [
      "a pointer that is none",
      { id: "id" },
      "id points to nothing in the response. Give the JSON pointer of a field.",
      "id",
    ],
    [
      "a total that is no number",
      { total: "/records" },
      'total points to "array" where "integer", "number" is needed. Correct the pointer.',
      "total",
    ],
  ])("%s is reported at its place", async (_, wrong, message, path) => {
    expect(await lintWith("paging", listing(wrong))).toEqual([
      { message: `x-paging of GET /backups: ${message}`, pointer: `#/paths/~1backups/get/x-paging/${path}` },
    ]);
  });

  test("a place of no type is no number", async () => {
    const untyped = { ...page, properties: { ...page.properties, total: { description: "All of them." } } };
    expect(await messages("paging", listing({}, untyped))).toEqual([
      'x-paging of GET /backups: total points to something of no type where "integer", "number" is needed. Correct the pointer.',
    ]);
  });

  test("items that are no list leave the id without a place, too", async () => {
    expect(await messages("paging", listing({ items: "/total" }))).toEqual([
      'x-paging of GET /backups: items points to "integer" where "array" is needed. Correct the pointer.',
      "x-paging of GET /backups: id points to nothing in the response. Give the JSON pointer of a field.",
    ]);
  });

  test("an answer without a schema leaves nothing to point into", async () => {
    const failure = { description: "Failed", content: { "application/json": { schema: page } } };
    const responses = { "204": { description: "None" }, "400": failure };
    const document = withOperation({ parameters: query("offset", "limit"), "x-paging": rule, responses });
    expect(await messages("paging", document)).toEqual([
      "GET /backups has x-paging but no successful response with a schema. Add one, or drop x-paging.",
    ]);
  });

  test("a total is optional", async () => {
    expect(await messages("paging", listing({ total: undefined }))).toEqual([]);
  });

  test("another style can be allowed", async () => {
    expect(await messages("paging", listing({ style: "bookmark" }), { styles: ["bookmark"] })).toEqual([]);
  });
});

describe("cursors and links", () => {
  const records = page.properties.records;
  const cursors = { type: "object", properties: { records, next: { type: ["string", "null"] } } };
  const cursor = { style: "cursor", parameters: { position: "marker" }, items: "/records", id: "/id" };
  const link = { style: "link", items: "/records", id: "/id" };
  const read = (paging: object, schema: object = cursors) =>
    answering(schema, { parameters: query("limit", "marker"), "x-paging": paging });

  test.each([
    ["the cursor of the answer", cursor, { next: "/next" }],
    ["the id of the last record", cursor, {}],
    ["a size of the page", cursor, { parameters: { position: "marker", limit: "limit" } }],
    ["a link in the answer", link, { next: "/next" }],
  ])("%s", async (_, paging, more) => {
    expect(await messages("paging", read({ ...paging, ...more }))).toEqual([]);
  });

  test.each([
    [
      "a cursor without its parameter",
      { ...cursor, parameters: {} },
      'parameters/position names no query parameter of the operation. It has "limit", "marker".',
    ],
    [
      "a limit that is none",
      { ...link, next: "/next", parameters: { limit: "count" } },
      'parameters/limit names no query parameter of the operation. It has "limit", "marker".',
    ],
    [
      "a next that is no cursor",
      { ...cursor, next: "/records" },
      'next points to "array" where "string", "integer" is needed. Correct the pointer.',
    ],
    [
      "a link that nothing holds",
      link,
      "nothing holds the link. Declare the header Link of the response, or give the pointer of a field as next.",
    ],
  ])("%s is reported", async (_, paging, message) => {
    expect(await messages("paging", read(paging))).toEqual([`x-paging of GET /backups: ${message}`]);
  });

  test("the header Link of an answer holds the link", async () => {
    const content = { "application/json": { schema: cursors } };
    const headers = { link: { schema: { type: "string" } } };
    const responses = { "200": { description: "Fine", content, headers } };
    const document = withOperation({ parameters: query("limit"), "x-paging": link, responses });
    expect(await messages("paging", document)).toEqual([]);
  });
});
