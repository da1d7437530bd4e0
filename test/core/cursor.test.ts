import { describe, expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "../../src/core/cursor.js";
import { InvalidRequestError } from "../../src/core/errors.js";
import type { Position } from "../../src/core/pager.js";

const path = "/v1.0/p/instances/i/backups";
const query = { limit: "10", beginTime: "20260101000000" };
const encode = (position: Position) => encodeCursor("ListBackupRecordsV1", path, query, position);
const decode = (cursor: string) => decodeCursor("ListBackupRecordsV1", path, query, cursor);

describe("a cursor", () => {
  test.each<Position>([
    { at: 11, rows: 10, total: 25 },
    { at: 0, rows: 0, total: 0 },
    { at: 3, rows: null, total: null },
    { at: -9, rows: -10, total: null },
    { at: "id.with-dots.and ünicode", rows: null, total: 3 },
  ])("brings back position %o", (position) => {
    expect(decode(encode(position))).toEqual(position);
  });

  test("belongs to its operation, path and filters, in whatever order those are given", () => {
    const cursor = encode({ at: 11, rows: 10, total: 25 });
    const other = /belongs to another listing/;
    expect(() => decodeCursor("ListBackupRecords", path, query, cursor)).toThrow(other);
    expect(() => decodeCursor("ListBackupRecordsV1", `${path}x`, query, cursor)).toThrow(other);
    expect(() => decodeCursor("ListBackupRecordsV1", path, { ...query, limit: "20" }, cursor)).toThrow(other);
    const swapped = { beginTime: query.beginTime, limit: query.limit };
    expect(decodeCursor("ListBackupRecordsV1", path, swapped, cursor)).toEqual({
      at: 11,
      rows: 10,
      total: 25,
    });
  });

  test.each(["", "nonsense", "ListBackupRecordsV1", "ListBackupRecordsV1.x.1"])(
    "is refused as %j",
    (cursor) => {
      expect(() => decode(cursor)).toThrow(InvalidRequestError);
    },
  );

  test.each(["%", "[1", "7", '["a"]', "[1,0]", '[1,0,"2"]', "[1.5,0]", '[1,"0"]', "[null,0]"])(
    "is refused with its position damaged to %j",
    (damage) => {
      const [operation, mark] = encode({ at: 1, rows: 0, total: null }).split(".");
      expect(() => decode(`${operation}.${mark}.${damage}`)).toThrow(/the cursor is damaged/);
    },
  );
});
