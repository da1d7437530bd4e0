import { exitCodes } from "../exit.js";
import { packageFacts } from "../package.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { auditTool } from "./audit-tool.js";
import { explainTool } from "./explain-tool.js";
import { listTool } from "./list-tool.js";
import { createServer } from "./server.js";

/** The options of `mcp`, as they were given. */
export interface McpOptions {
  /** Milliseconds. */
  readonly timeout: number;
  readonly attempts: number;
  readonly debug?: boolean;
}

/** Serves the tools until standard input ends or Ctrl-C, and returns the exit code. */
export async function runMcp(
  targets: string | undefined,
  { timeout, attempts, debug = false }: McpOptions,
  terminal: Terminal,
): Promise<number> {
  if (targets === "-") throw new Problem("mcp reads its requests from standard input: name a targets file");
  const sdk = await loadSdk();
  // Standard output is the protocol's, and what a call says is in its result.
  const silent: Terminal = { ...terminal, say: () => {}, note: () => {}, quiet: true };
  const context = { terminal: silent, targets, timeout, attempts };
  const tools = [auditTool(context), listTool(context), explainTool()];
  const { version } = packageFacts();
  const server = createServer(sdk, tools, { version, terminal, debug });
  const { stdin, out } = terminal;
  const ended = new Promise<void>((done) => {
    stdin.once("end", done).once("close", done);
    terminal.onInterrupt(done);
  });
  await server.connect(new sdk.StdioServerTransport(stdin, out.stream));
  terminal.note("serving audit, list_backups and explain on standard input and output; Ctrl-C stops");
  await ended;
  // Ends the calls that are under way, too.
  await server.close();
  return exitCodes.fine;
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
