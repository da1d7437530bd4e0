/**
 * A server of fixed bytes in a process of its own. It reads just enough of HTTP to count what the sides of a row
 * are compared by, so that the client is what is measured, not this. Counts are had from a second port.
 */
import { readFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { ready } from "../lib/process.js";
import { type Seen, schemeOf, sortedTarget } from "../lib/work.js";

/** By path: the file whose bytes are answered. */
const files: Readonly<Record<string, string>> = JSON.parse(process.argv[2] ?? "{}");
const answers = new Map(Object.entries(files).map(([path, file]) => [path, answer(200, readFileSync(file))]));
const unknown = answer(404, Buffer.from('{"error_code":"404","error_msg":"no such path"}'));

let methods: Record<string, number> = {};
let targets: Record<string, number> = {};
let statuses: Record<string, number> = {};
let authorization: Record<string, number> = {};
let requests = 0;
let answerBytes = 0;
let sockets = 0;
let lastHead = "";

const data = createServer({ noDelay: true }, (socket) => {
  sockets++;
  let pending = "";
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk) => {
    pending += chunk.toString("latin1");
    for (let end = pending.indexOf("\r\n\r\n"); end >= 0; end = pending.indexOf("\r\n\r\n")) {
      const head = pending.slice(0, end);
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (pending.length < end + 4 + length) return;
      pending = pending.slice(end + 4 + length);
      respond(socket, head);
    }
  });
});

function respond(socket: Socket, head: string): void {
  const [method = "", target = ""] = head.slice(0, head.indexOf("\r\n")).split(" ", 2);
  const found = answers.get(target.split("?", 1)[0] ?? "") ?? unknown;
  requests++;
  answerBytes += found.bodyBytes;
  count(methods, method);
  count(targets, target);
  count(statuses, String(found.status));
  count(authorization, schemeOf(/\r\nauthorization: *([^\r]*)/i.exec(head)?.[1]));
  lastHead = head;
  socket.write(found.bytes);
}

function count(tally: Record<string, number>, key: string): void {
  tally[key] = (tally[key] ?? 0) + 1;
}

function answer(status: number, body: Buffer) {
  const head = `HTTP/1.1 ${status} ${status === 200 ? "OK" : "Not Found"}\r\nContent-Type: application/json\r\nX-Request-Id: 8b1f4c6e0d2a4f5b9c7e3a1d5f6b8c90\r\nConnection: keep-alive\r\nContent-Length: ${body.length}\r\n\r\n`;
  return { status, bodyBytes: body.length, bytes: Buffer.concat([Buffer.from(head), body]) };
}

const control = createHttpServer((request, response) => {
  if (request.url === "/head") return void response.end(JSON.stringify(lastHead.split("\r\n")));
  const sorted: Record<string, number> = {};
  for (const [target, times] of Object.entries(targets)) {
    sorted[sortedTarget(target)] = (sorted[sortedTarget(target)] ?? 0) + times;
  }
  const seen: Seen = {
    requests,
    methods,
    targets: sorted,
    statuses,
    answerBytes,
    authorization,
    sockets,
    mostInFlight: 0,
  };
  methods = {};
  targets = {};
  statuses = {};
  authorization = {};
  requests = answerBytes = sockets = 0;
  response.end(JSON.stringify(seen));
});

const listen = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    });
  });

ready({ url: await listen(data), control: await listen(control) });
