import { openChunks, reply, responseBytes, sendAndEnd, sendAndReset } from "../../support/fault-server.js";
import type { Fault, Outcome } from "../fault.js";
import { secrets } from "../wire.js";

/** Three attempts, and then the last one's failure. */
const lost: Outcome = { error: "ConnectionError", fields: { attempts: 3 }, requests: 3 };
const head = (fields: string) => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${fields}\r\n\r\n`;

/** What can happen to a connection, and to the bytes that frame a response. */
export const connectionFaults: readonly Fault[] = [
  {
    behaviour: "nothing listens",
    serve: () => null,
    outcome: {
      error: "ConnectionError",
      fields: { code: "ECONNREFUSED", attempts: 3 },
      says: /^\w+ \w+: no response came from 127\.0\.0\.1:\d+ \(attempt 3, ECONNREFUSED\): connect ECONNREFUSED/,
      requests: 0,
    },
  },
  {
    behaviour: "every connection is reset as it is made",
    serve: ({ good }) => [good],
    onConnection: (socket) => {
      socket.resetAndDestroy();
      return true;
    },
    outcome: { error: "ConnectionError", fields: { attempts: 3 }, says: /no response came/, requests: 0 },
  },
  {
    behaviour: "the first connection is reset as it is made",
    serve: ({ good }) => [good],
    onConnection: (socket, count) => {
      if (count === 1) socket.resetAndDestroy();
      return count === 1;
    },
    outcome: { returns: ["a", "b"], requests: 1, waits: [[0, "backoff"]] },
  },
  {
    behaviour: "the connection is reset before the headers, every time",
    serve: () => [sendAndReset()],
    outcome: { ...lost, says: /no response came/ },
  },
  {
    behaviour: "the connection is reset before the headers, twice",
    serve: ({ good }) => [sendAndReset(), sendAndReset(), good],
    outcome: { returns: ["a", "b"], requests: 3 },
  },
  {
    behaviour: "the connection is reset before the headers, if one attempt is allowed",
    serve: ({ good }) => [sendAndReset(), good],
    options: () => ({ retry: { attempts: 1 } }),
    outcome: { error: "ConnectionError", fields: { attempts: 1 }, requests: 1 },
  },
  {
    behaviour: "the connection is closed without a byte",
    serve: () => [sendAndEnd("")],
    outcome: { ...lost, says: /no response came/ },
  },
  {
    behaviour: "the connection is closed within the status line",
    serve: () => [sendAndEnd("HTTP/1.1 20")],
    outcome: lost,
  },
  {
    behaviour: "the connection is reset within the headers",
    serve: () => [sendAndReset("HTTP/1.1 200 OK\r\ncontent-type: appl")],
    outcome: { ...lost, says: /no response came/ },
  },
  {
    behaviour: "the connection is reset between the headers and the body",
    serve: () => [sendAndReset(head("content-length: 90"))],
    outcome: { ...lost, says: /the response broke off/ },
  },
  {
    behaviour: "the connection is reset in the body, every time",
    serve: ({ wire }) => [sendAndReset(responseBytes(200, wire.page(["a"])).subarray(0, -5))],
    outcome: { ...lost, says: /the response broke off/ },
  },
  {
    behaviour: "the connection is reset in the body, once",
    serve: ({ wire, good }) => [sendAndReset(responseBytes(200, wire.page(["x"])).subarray(0, -5)), good],
    outcome: { returns: ["a", "b"], requests: 2 },
  },
  {
    behaviour: "the connection is reset in the body of an error that is not worth a retry",
    serve: ({ wire }) => [sendAndReset(responseBytes(403, wire.error("X.1", "no")).subarray(0, -5))],
    outcome: { error: "PermissionError", fields: { status: 403, code: "X.1" }, requests: 1 },
  },
  {
    behaviour: "Content-Length promises more than comes, and the connection closes",
    serve: ({ wire }) => [reply(200, wire.page(["a"]), { "content-length": "9999" })],
    outcome: { ...lost, says: /the response broke off/ },
  },
  {
    behaviour: "Content-Length cuts the body short",
    serve: ({ wire }) => [reply(200, wire.page(["a"]), { "content-length": "20" })],
    outcome: { error: "ContractError", fields: { status: 200 }, says: /\bJSON\b/, requests: 1 },
  },
  {
    behaviour: "Content-Length cuts the body short, and its rest meets the next call on the connection",
    serve: ({ wire, good }) => [
      reply(200, wire.page(["a"]), { "content-length": "20", connection: "keep-alive" }),
      good,
    ],
    ask: async ({ list, ids }) => {
      const first = await ids(list()).catch((error: Error) => error.name);
      return [first, await ids(list())];
    },
    outcome: { returns: ["ContractError", ["a", "b"]], requests: { atMost: 3 } },
  },
  {
    behaviour: "two responses come to one request",
    serve: ({ wire, good }) => [
      sendAndEnd(
        Buffer.concat([
          responseBytes(200, wire.page(["a"]), { connection: "keep-alive" }),
          responseBytes(200, wire.page(["forged"])),
        ]),
      ),
      good,
    ],
    ask: async ({ list, ids }) => [await ids(list()), await ids(list())],
    outcome: { returns: [["a"], ["a", "b"]], requests: { atMost: 3 } },
  },
  {
    behaviour: "two Content-Lengths contradict each other",
    serve: () => [sendAndEnd(`${head("content-length: 2\r\ncontent-length: 3")}{} `)],
    outcome: lost,
  },
  {
    behaviour: "Content-Length is no number",
    serve: () => [sendAndEnd(`${head("content-length: many")}{}`)],
    outcome: lost,
  },
  {
    behaviour: "Content-Length stands beside a chunked body",
    serve: () => [
      sendAndEnd(`${head("content-length: 2\r\ntransfer-encoding: chunked")}2\r\n{}\r\n0\r\n\r\n`),
    ],
    outcome: lost,
  },
  {
    behaviour: "a body without a length ends with the connection",
    serve: ({ wire }) => [sendAndEnd(`HTTP/1.1 200 OK\r\n\r\n${wire.page(["a"])}`)],
    outcome: { returns: ["a"], requests: 1 },
  },
  {
    behaviour: "a chunked body is cut short, politely",
    serve: ({ wire }) => [sendAndEnd(openChunks(wire.page(["a"])))],
    outcome: { ...lost, says: /the response broke off/ },
  },
  {
    behaviour: "a chunked body is cut short by a reset, once",
    serve: ({ wire, good }) => [sendAndReset(openChunks(wire.page(["x"]))), good],
    outcome: { returns: ["a", "b"], requests: 2 },
  },
  {
    behaviour: "a chunk's size is no number",
    serve: () => [sendAndEnd(`${head("transfer-encoding: chunked")}zz\r\n{}\r\n0\r\n\r\n`)],
    outcome: lost,
  },
  {
    behaviour: "another protocol responds",
    serve: () => [sendAndEnd("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n")],
    outcome: { ...lost, says: /no response came/ },
  },
  {
    behaviour: "a header has a NUL in it",
    serve: () => [sendAndEnd(`${head("x-y: a\0b\r\ncontent-length: 2")}{}`)],
    outcome: lost,
  },
  {
    behaviour: "the headers are 70 KB long",
    serve: ({ wire }) => [reply(200, wire.page(["a"]), { "x-long": "x".repeat(70_000) })],
    outcome: lost,
  },
  {
    behaviour: "early hints come before the response",
    serve: ({ wire }) => [
      sendAndEnd(
        Buffer.concat([
          Buffer.from("HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n"),
          responseBytes(200, wire.page(["a"])),
        ]),
      ),
    ],
    outcome: { returns: ["a"], requests: 1 },
  },
  {
    behaviour: "the server switches to another protocol",
    serve: () => [
      sendAndEnd("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    ],
    outcome: lost,
  },
  {
    behaviour: "a kept connection is closed under the second page",
    serve: ({ wire }) => {
      const first = reply(200, wire.page(["a", "b"], 3), { connection: "keep-alive" });
      return [first, sendAndReset(), reply(200, wire.page(["c"], 3))];
    },
    outcome: { returns: ["a", "b", "c"], requests: 3 },
  },
  {
    behaviour: "a redirect leads to another origin",
    serve: ({ elsewhere }) => [
      reply(302, "", { location: `${elsewhere.url}/login?next=${encodeURIComponent(secrets.token)}` }),
    ],
    outcome: {
      error: "ConnectionError",
      fields: { code: "redirect_refused", attempts: 1 },
      says: /redirects to http:\/\/127\.0\.0\.1:\d+; credentials do not follow a redirect/,
      requests: 1,
      also: ({ elsewhere }) => {
        if (elsewhere.accepted > 0) throw new Error("the redirect was followed");
      },
    },
  },
  {
    behaviour: "a redirect leads to another path of the same origin",
    serve: ({ good }) => [reply(307, "", { location: "/elsewhere" }), good],
    outcome: { error: "ConnectionError", fields: { code: "redirect_refused" }, requests: 1 },
  },
  {
    behaviour: "a redirect leads nowhere and has an endless body",
    serve: () => [
      (socket) => {
        socket.write("HTTP/1.1 301 -\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n");
      },
    ],
    outcome: {
      error: "ConnectionError",
      fields: { code: "redirect_refused" },
      says: /an unnamed place/,
      requests: 1,
    },
  },
];
