import { Agent, request as send } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ConfigurationError } from "../core/errors.js";
import { type MockContract, ownLocation } from "./contract.js";
import type { MockRequest, MockResponse, Responder } from "./messages.js";

/** Responds to requests with the examples of a contract. */
export interface ExamplePlayer {
  readonly respond: Responder;
  close(): Promise<void>;
}

/**
 * Plays a contract's examples: each request goes to a Prism of its own, unchanged.
 * @throws ConfigurationError if Prism is not installed
 */
export async function createExamplePlayer(
  { document }: MockContract,
  log: (line: string) => void,
): Promise<ExamplePlayer> {
  const prism = await startPrism(document, log);
  const agent = new Agent({ keepAlive: true });
  return {
    respond: (request) => forward(prism, agent, request),
    close: async () => {
      agent.destroy();
      await prism.close();
    },
  };
}

/** Headers of one connection, which mean nothing on the next. */
const CONNECTION_HEADERS = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "date",
]);

function forward(prism: Prism, agent: Agent, request: MockRequest): Promise<MockResponse> {
  const { method, path, query, body } = request;
  const headers = forwardedHeaders(request.headers);
  if (body !== "") headers["content-length"] = String(Buffer.byteLength(body));
  return new Promise((resolve, reject) => {
    const options = { method, agent, headers, path: query === "" ? path : `${path}?${query}` };
    const outgoing = send(prism.url, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const status = incoming.statusCode ?? 502;
        resolve({ status, headers: forwardedHeaders(incoming.headers), body: text });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function forwardedHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !CONNECTION_HEADERS.has(name)) kept[name] = String(value);
  }
  return kept;
}

/** A running Prism. */
export interface Prism {
  readonly url: string;
  close(): Promise<void>;
}

/** The part of `@stoplight/prism-http` and `-http-server` that is used here. */
interface PrismPackages {
  getHttpOperationsFromSpec(document: object): Promise<unknown>;
  createServer(
    operations: unknown,
    options: { readonly cors: boolean; readonly config: object; readonly components: object },
  ): { listen(port: number, host: string): Promise<string>; close(): Promise<void> };
}

/**
 * Runs Prism with a contract, in this process, on a free port of 127.0.0.1.
 * @throws ConfigurationError if `@stoplight/prism-cli` is not installed
 */
export async function startPrism(document: object, log: (line: string) => void): Promise<Prism> {
  const { getHttpOperationsFromSpec, createServer } = await loadPrism();
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const config = {
    isProxy: false,
    mock: { dynamic: false },
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
    errors: false,
  };
  const server = createServer(operations, { cors: false, config, components: { logger: logger(log) } });
  const url = await server.listen(0, "127.0.0.1");
  return { url, close: () => server.close() };
}

/**
 * Both packages are dependencies of the command line's package, which is the one that people install. So they
 * are resolved from it, first beside this package and then in the caller's project.
 */
async function loadPrism(): Promise<PrismPackages> {
  for (const from of [await ownLocation(), join(process.cwd(), "package.json")]) {
    let cli: string;
    try {
      cli = createRequire(from).resolve("@stoplight/prism-cli/package.json");
    } catch {
      continue;
    }
    const require = createRequire(cli);
    return { ...require("@stoplight/prism-http"), ...require("@stoplight/prism-http-server") };
  }
  throw new ConfigurationError(
    'The mock mode "examples" needs Prism: run `npm install --save-dev @stoplight/prism-cli@5.14.2`, or use the mode "simulate"',
  );
}

/**
 * A logger of the shape that Prism calls, which is pino's with one level more. Lines below `info` contain headers
 * and bodies, credentials among them, and are dropped.
 */
function logger(log: (line: string) => void): object {
  const write = (level: string) => (first: unknown, second?: unknown) =>
    log(`${level}: ${typeof second === "string" ? second : typeof first === "string" ? first : "request"}`);
  const levels = ["info", "success", "warn", "error", "fatal"];
  const methods: Record<string, unknown> = Object.fromEntries(levels.map((level) => [level, write(level)]));
  methods["trace"] = methods["debug"] = () => {};
  methods["child"] = () => methods;
  return methods;
}
