import { gzipSync } from "node:zlib";
import { openChunks, reply, responseBytes, sendAndEnd, sendAndStall } from "../../support/fault-server.js";
import type { Fault, Outcome, Stage } from "../fault.js";

/** Unreadable for good: one request, and no more. */
const unreadable: Outcome = { error: "ContractError", fields: { status: 200 }, requests: 1 };
/** On a busy machine, parsing a megabyte can take long. */
const heavy = { withinMs: 10_000 };
const gzipped = { "content-encoding": "gzip" };
const small = () => ({ maxResponseBytes: 1_000 });

/** A page of one record, whose text can be bent. */
const bent = (bend: (json: string) => string | Uint8Array) => (stage: Stage) => [
  reply(200, bend(stage.wire.page(["a"]))),
];

/** What can be wrong with the bytes, the text and the JSON of a response. */
export const bodyFaults: readonly Fault[] = [
  { behaviour: "an empty body", serve: () => [reply(200)], outcome: { ...unreadable, says: /empty/ } },
  {
    behaviour: "a web page with status 200",
    serve: () => [reply(200, "<html><body>Please log in</body></html>", { "content-type": "text/html" })],
    outcome: { ...unreadable, says: /\bJSON\b/ },
  },
  {
    behaviour: "JSON that ends early, at its stated length",
    serve: bent((json) => json.slice(0, -4)),
    outcome: { ...unreadable, says: /\bJSON\b/ },
  },
  {
    behaviour: "JSON with more behind it",
    serve: bent((json) => `${json}{}`),
    outcome: { ...unreadable, says: /\bJSON\b/ },
  },
  {
    behaviour: "two records of JSON, of which the second is no JSON",
    serve: bent((json) => json.replace('"a"', "NaN")),
    outcome: { ...unreadable, says: /\bJSON\b/ },
  },
  {
    behaviour: "a byte-order mark before the JSON",
    serve: bent((json) => `\ufeff${json}`),
    outcome: { returns: ["a"], requests: 1 },
  },
  {
    behaviour: "UTF-16 instead of UTF-8",
    serve: bent((json) => Buffer.from(`\ufeff${json}`, "utf16le")),
    outcome: unreadable,
  },
  {
    behaviour: "a byte that is no UTF-8",
    serve: bent((json) => Buffer.from(json.replace('"a"', '"\u00e9"'), "latin1")),
    outcome: { returns: ["\ufffd"], requests: 1 },
  },
  {
    behaviour: "__proto__ as a key",
    serve: bent((json) => json.replace(/^\{/, '{"__proto__":{"polluted":1},"constructor":{"prototype":{}},')),
    outcome: {
      returns: ["a"],
      requests: 1,
      also: () => {
        if ("polluted" in {}) throw new Error("the prototype of all objects was reached");
      },
    },
  },
  {
    behaviour: "duplicate keys",
    serve: bent((json) => json.replace(/"(\w+)":"a"/, '"$1":"first","$1":"last"')),
    outcome: { returns: ["last"], requests: 1 },
  },
  {
    behaviour: "a million arrays, one in another",
    slow: true,
    serve: bent((json) => json.replace('"a"', `${"[".repeat(1e6)}${"]".repeat(1e6)}`)),
    outcome: { ...unreadable, ...heavy, says: /nested deeper than/ },
  },
  {
    behaviour: "a million arrays that never close",
    slow: true,
    serve: () => [reply(200, "[".repeat(1e6))],
    outcome: { ...unreadable, ...heavy, says: /\bJSON\b/ },
  },
  {
    behaviour: "a million arrays in an error",
    slow: true,
    serve: () => [reply(500, "[".repeat(1e6))],
    outcome: { error: "ServerError", fields: { status: 500, code: "" }, requests: 1, ...heavy },
  },
  {
    behaviour: "an integer of a hundred thousand digits",
    serve: bent((json) => json.replace('"a"', "9".repeat(1e5))),
    outcome: { ...unreadable, says: /digits/ },
  },
  {
    behaviour: "an id that is an integer beyond 2^53",
    serve: bent((json) => json.replace('"a"', "9007199254740993")),
    outcome: { returns: [9007199254740993n], requests: 1 },
  },
  {
    behaviour: "a list where an object belongs",
    serve: () => [reply(200, "[]")],
    outcome: unreadable,
  },
  {
    behaviour: "null where an object belongs",
    serve: () => [reply(200, "null")],
    outcome: unreadable,
  },
  {
    behaviour: "an object where the list of records belongs",
    serve: bent((json) => json.replace(/\[.*\]/, '{"a":1}')),
    outcome: { ...unreadable, says: /no list of records/ },
  },
  {
    behaviour: "bytes that claim to be gzip",
    serve: ({ wire }) => [reply(200, wire.page(["a"]), gzipped)],
    outcome: { ...unreadable, says: /cannot be decompressed \(Z_DATA_ERROR\)/ },
  },
  {
    behaviour: "gzip that turns bad in its middle",
    serve: ({ wire }) => {
      const bytes = gzipSync(wire.page(Array.from({ length: 999 }, (_, i) => String(i * 7919))));
      const middle = bytes.length >> 1;
      bytes.fill(0xff, middle, middle + 64);
      return [reply(200, bytes, gzipped)];
    },
    // Where the damage still makes a legal stream, it is the JSON that is broken.
    outcome: unreadable,
  },
  {
    behaviour: "gzip that ends early, at its stated length",
    serve: ({ wire }) => {
      const bytes = gzipSync(wire.page(Array.from({ length: 999 }, (_, i) => String(i * 7919))));
      return [reply(200, bytes.subarray(0, bytes.length >> 1), gzipped)];
    },
    // Some runtimes hand out what could be inflated, others fail.
    outcome: {
      error: ["ContractError", "ConnectionError"],
      requests: { atMost: 3 },
    },
  },
  {
    behaviour: "an encoding that nobody knows around plain JSON",
    serve: ({ wire }) => [reply(200, wire.page(["a"]), { "content-encoding": "zebra" })],
    outcome: { returns: ["a"], requests: 1 },
  },
  {
    behaviour: "a response of the wrong media type",
    serve: ({ wire }) => [reply(200, wire.page(["a"]), { "content-type": "image/png" })],
    outcome: { returns: ["a"], requests: 1 },
  },
  {
    behaviour: "a stated length beyond the limit, and then no end of bytes",
    serve: () => [
      (socket) => {
        socket.write(responseBytes(200, "x".repeat(5_000), { "content-length": "999999999" }));
      },
    ],
    options: small,
    outcome: { ...unreadable, says: /larger than 1000 bytes/ },
  },
  {
    behaviour: "an endless chunked body",
    serve: () => [
      (socket) => {
        const chunk = `${(4096).toString(16)}\r\n${" ".repeat(4096)}\r\n`;
        const more = () => {
          while (!socket.destroyed && socket.write(chunk));
        };
        socket.write(openChunks());
        socket.on("drain", more);
        more();
      },
    ],
    options: () => ({ maxResponseBytes: 100_000 }),
    outcome: { ...unreadable, says: /larger than 100000 bytes/ },
  },
  {
    behaviour: "nine megabytes, if nothing else was allowed",
    slow: true,
    serve: ({ wire }) => [reply(200, gzipSync(wire.page(["a"]).padEnd(9 * 2 ** 20)), gzipped)],
    outcome: { ...unreadable, ...heavy, says: /larger than 8388608 bytes/ },
  },
  {
    behaviour: "three million arrays, one in another",
    slow: true,
    serve: () => [reply(200, gzipSync("[".repeat(3e6)), gzipped)],
    outcome: { ...unreadable, ...heavy, says: /nested deeper than/ },
  },
  {
    behaviour: "ten megabytes in ten kilobytes of gzip",
    serve: () => [reply(200, gzipSync(Buffer.alloc(1e7, " ")), gzipped)],
    options: () => ({ maxResponseBytes: 100_000 }),
    outcome: { ...unreadable, says: /larger than 100000 bytes/ },
  },
  {
    behaviour: "a refusal beyond the limit",
    serve: ({ wire }) => [reply(403, wire.error("X.1", "x".repeat(5_000)))],
    options: small,
    outcome: { error: "PermissionError", fields: { status: 403, code: "X.1" }, requests: 1 },
  },
  {
    behaviour: "a 503 whose gzip is none, before a good response",
    serve: ({ wire, good }) => [
      reply(503, wire.error("X.1", "busy"), { ...gzipped, "retry-after": "0" }),
      good,
    ],
    outcome: { returns: ["a", "b"], requests: 2 },
  },
  {
    behaviour: "a 429 beyond the limit, before a good response",
    serve: ({ wire, good }) => [
      reply(429, wire.error("X.1", "x".repeat(5_000)), { "retry-after": "0" }),
      good,
    ],
    options: small,
    outcome: { returns: ["a", "b"], requests: 2 },
  },
  {
    behaviour: "a body exactly as long as the limit",
    serve: bent((json) => json.padEnd(1_000)),
    options: small,
    outcome: { returns: ["a"], requests: 1 },
  },
  {
    behaviour: "a response over the limit behind one that stalls",
    serve: () => [sendAndStall(), sendAndEnd(responseBytes(200, "x".repeat(5_000)))],
    options: () => ({ maxResponseBytes: 1_000, timeout: 300 }),
    outcome: { ...unreadable, requests: 2, atLeastMs: 295 },
  },
];
