import { describe, expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "../../src/core/cursor.js";
import { InvalidRequestError } from "../../src/core/errors.js";
import type { Position } from "../../src/core/pagination.js";

const path = "/v1.0/p/instances/i/backups";
const query = { limit: "10", beginTime: "20260101000000" };
const listing = { operation: "ListBackupRecordsV1", path, query, parameter: "start" };
const encode = (position: Position) => encodeCursor(listing, position);
const decode = (cursor: string) => decodeCursor(listing, cursor);

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
    expect(() => decodeCursor({ ...listing, operation: "ListBackupRecords" }, cursor)).toThrow(other);
    expect(() => decodeCursor({ ...listing, path: `${path}x` }, cursor)).toThrow(other);
    expect(() => decodeCursor({ ...listing, query: { ...query, limit: "20" } }, cursor)).toThrow(other);
    expect(() => decodeCursor({ ...listing, parameter: "marker" }, cursor)).toThrow(other);
    const swapped = { start: "5", beginTime: query.beginTime, limit: query.limit };
    expect(decodeCursor({ ...listing, query: swapped }, cursor)).toEqual({
      at: 11,
      rows: 10,
      total: 25,
    });
  });

  test("belongs to one of many windows of time", () => {
    const days = Array.from({ length: 20 }, (_, day) => `202601${day + 10}000000`);
    const cursors = days.flatMap((beginTime) =>
      days.map((endTime) =>
        encodeCursor({ ...listing, query: { beginTime, endTime } }, { at: 11, rows: 10, total: 25 }),
      ),
    );
    expect(new Set(cursors).size).toBe(400);
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
