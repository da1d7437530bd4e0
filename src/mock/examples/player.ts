import { Agent, request as send } from "node:http";
import type { MockContract } from "../contract.js";
import type { Answerer, MockReply, MockRequest } from "../message.js";
import { type Prism, startPrism } from "./prism.js";

/** A contract whose examples are played. */
export interface Player {
  readonly answer: Answerer;
  close(): Promise<void>;
}

/**
 * Plays a contract's examples: every request is handed to a Prism of its own as it came.
 * @throws ConfigurationError where Prism is not installed
 */
export async function createPlayer(contract: MockContract, log: (line: string) => void): Promise<Player> {
  const prism = await startPrism(contract.document, log);
  const agent = new Agent({ keepAlive: true });
  return {
    answer: (request) => forward(prism, agent, request),
    close: async () => {
      agent.destroy();
      await prism.close();
    },
  };
}

/** Headers of one connection, which mean nothing on the next. */
const HOP = new Set(["connection", "keep-alive", "transfer-encoding", "content-length", "date"]);

function forward(prism: Prism, agent: Agent, request: MockRequest): Promise<MockReply> {
  const { method, path, query, body } = request;
  const headers = without(request.headers);
  if (body !== "") headers["content-length"] = String(Buffer.byteLength(body));
  return new Promise((resolve, reject) => {
    const options = { method, agent, headers, path: query === "" ? path : `${path}?${query}` };
    const outgoing = send(prism.url, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: incoming.statusCode ?? 502, headers: without(incoming.headers), body: text });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function without(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP.has(name)) kept[name] = String(value);
  }
  return kept;
}
