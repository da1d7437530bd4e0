import { Readable } from "node:stream";
import { targetsSource } from "../audit/places.js";
import { exitCodes } from "../exit.js";
import { packageFacts } from "../package.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { auditTool } from "./audit-tool.js";
import { allEnded, tracked } from "./calls.js";
import { explainTool } from "./explain-tool.js";
import { boundLines } from "./lines.js";
import { listTool } from "./list-tool.js";
import { createServer } from "./server.js";

/** The options of `mcp`, as they were given. */
export interface McpOptions {
  /** Milliseconds. */
  readonly timeout: number;
  readonly attempts: number;
  readonly debug?: boolean;
}

/** Longest line of a request, in bytes: less than the SDK takes, which would end the connection. */
const MAX_LINE = 8 * 2 ** 20;

/** JSON-RPC's code of a request that is none. */
const INVALID_REQUEST = -32_600;

/** How long the calls that are under way may go on once standard input has ended. */
const LINGER_MS = 60_000;

/**
 * Serves the tools until standard input ends or Ctrl-C, and returns the exit code. Calls that were begun before the
 * input ended have a minute to end.
 * @throws what reading the targets file throws, if one is named
 */
export async function runMcp(
  targets: string | undefined,
  { timeout, attempts, debug = false }: McpOptions,
  terminal: Terminal,
): Promise<number> {
  if (targets === "-") throw new Problem("mcp reads its requests from standard input: name a targets file");
  const sdk = await loadSdk();
  const { stdin, out } = terminal;
  // Standard output is the protocol's, and so is standard input; what a call says is in its result.
  const silent: Terminal = {
    ...terminal,
    ...{ say: () => {}, note: () => {}, quiet: true },
    get stdin() {
      return noStandardInput();
    },
  };
  if (targets !== undefined) await targetsSource(targets, {}, silent).read();
  const context = { terminal: silent, targets, timeout, attempts };
  const calls = new Set<Promise<unknown>>();
  const tools = [auditTool(context), listTool(context), explainTool()].map((tool) => tracked(tool, calls));
  const { version } = packageFacts();
  const server = createServer(sdk, tools, { version, terminal, debug });
  const lines = boundLines(MAX_LINE, () => {
    const message = `a request has more than ${MAX_LINE / 2 ** 20} MiB in one line; it was not read`;
    terminal.say(["yellow", message]);
    // Its id is not known either.
    const error = { code: INVALID_REQUEST, message };
    void out.write(`${JSON.stringify({ jsonrpc: "2.0", id: null, error })}\n`);
  });
  const interrupted = new Promise<void>((done) => {
    terminal.onInterrupt(done);
  });
  const ended = new Promise<void>((done) => {
    lines.once("end", done);
    for (const event of ["close", "error"]) stdin.once(event, () => lines.end());
  });
  await server.connect(new sdk.StdioServerTransport(stdin.pipe(lines), out.stream));
  terminal.note("serving audit, list_backups and explain on standard input and output; Ctrl-C stops");
  await Promise.race([ended.then(() => allEnded(calls, AbortSignal.timeout(LINGER_MS))), interrupted]);
  // Ends the calls that are still under way, too.
  await server.close();
  return exitCodes.fine;
}

/** For a targets file that takes ids from standard input. */
function noStandardInput(): Readable {
  return Readable.from(
    (async function* () {
      yield* [];
      throw new Problem("mcp reads its requests from standard input: name a file of ids in the targets file");
    })(),
  );
}

/** What is used of the SDK. */
export type Sdk = Awaited<ReturnType<typeof importSdk>>;

async function importSdk() {
  const [{ Server }, { StdioServerTransport }, { CallToolRequestSchema, ListToolsRequestSchema }] =
    await Promise.all([
      import("@modelcontextprotocol/sdk/server/index.js"),
      import("@modelcontextprotocol/sdk/server/stdio.js"),
      import("@modelcontextprotocol/sdk/types.js"),
    ]);
  return { Server, StdioServerTransport, CallToolRequestSchema, ListToolsRequestSchema };
}

/** @throws Problem that says what to install */
async function loadSdk(): Promise<Sdk> {
  try {
    return await importSdk();
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
    if (!missing) throw error;
    throw new Problem(
      "mcp needs @modelcontextprotocol/sdk, which is not installed: run `npm install @modelcontextprotocol/sdk`",
      undefined,
      { cause: error },
    );
  }
}
