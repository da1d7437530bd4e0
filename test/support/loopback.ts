import { createServer, type IncomingMessage } from "node:http";
import type { ReceivedRequest, Reply } from "./signing/received.js";

/** A server on 127.0.0.1, on a port that the system chose. */
export interface Loopback {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Responds to every request, after it has arrived in full, with what `respond` returns. */
export async function startLoopback(
  respond: (request: ReceivedRequest) => Reply | Promise<Reply>,
): Promise<Loopback> {
  const server = createServer((incoming, outgoing) => {
    void receive(incoming)
      .then(respond)
      .catch((error: unknown) => ({
        status: 500,
        body: { error_msg: String(error), error_code: "TEST.0500" },
      }))
      .then((reply: Reply) => {
        const raw = typeof reply.body === "string";
        outgoing.writeHead(reply.status, {
          ...(reply.body !== undefined && !raw && { "content-type": "application/json" }),
          ...reply.headers,
        });
        outgoing.end(raw ? reply.body : reply.body === undefined ? "" : JSON.stringify(reply.body));
      });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? "",
    target: incoming.url ?? "",
    rawHeaders: incoming.rawHeaders,
    body: Buffer.concat(chunks),
  };
}
