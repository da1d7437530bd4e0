/**
 * A server of fixed bytes in a process of its own. It reads just enough of HTTP to count what the sides of a row are
 * compared by, so that the client is measured and not the server. A second port returns the counts.
 */
import { readFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer, type Socket } from "node:net";
import { ready } from "../lib/process.js";
import { listen } from "../lib/servers.js";
import { SeenCounter } from "../lib/work.js";

/** By path: the file whose bytes are the response. */
const files: Readonly<Record<string, string>> = JSON.parse(process.argv[2] ?? "{}");
const responses = new Map(
  Object.entries(files).map(([path, file]) => [path, response(200, "OK", readFileSync(file))]),
);
const unknown = response(404, "Not Found", Buffer.from('{"error_code":"404","error_msg":"no such path"}'));
const seen = new SeenCounter();

const data = createServer({ noDelay: true }, (socket) => {
  seen.connected();
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
  const { status, responseBytes, bytes } = responses.get(target.split("?", 1)[0] ?? "") ?? unknown;
  const authorization = /\r\nauthorization: *([^\r]*)/i.exec(head)?.[1];
  seen.exchanged({ method, target, status, responseBytes, authorization });
  socket.write(bytes);
}

function response(status: number, reason: string, body: Buffer) {
  const head = `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json\r\nX-Request-Id: 8b1f4c6e0d2a4f5b9c7e3a1d5f6b8c90\r\nConnection: keep-alive\r\nContent-Length: ${body.length}\r\n\r\n`;
  return { status, responseBytes: body.length, bytes: Buffer.concat([Buffer.from(head), body]) };
}

const control = createHttpServer((_, response) => response.end(JSON.stringify(seen.take())));

ready({ url: await listen(data), control: await listen(control) });
