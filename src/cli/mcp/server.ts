import type { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { plainLine, toJson } from "../escape.js";
import { Problem } from "../problem.js";
import { report } from "../report.js";
import { createStyle, styled } from "../style.js";
import { didYouMean } from "../suggest.js";
import type { Terminal } from "../terminal.js";
import type { Sdk } from "./run.js";
import { plainResult, type Tool } from "./tool.js";

/** Least time between two notes on progress, in milliseconds. */
const PACE_MS = 100;

/** What the server tells every agent. */
const INSTRUCTIONS =
  "For “did every backup run?” and “which backups are missing?” call audit. A list of backups cannot show " +
  "what is missing. Read on while `next` is not null before you state a number or say that there is nothing else.";

/** A server of the Model Context Protocol with these tools. */
export function createServer(
  { Server, CallToolRequestSchema, ListToolsRequestSchema }: Sdk,
  tools: readonly Tool[],
  {
    version,
    terminal,
    debug,
  }: { readonly version: string; readonly terminal: Terminal; readonly debug: boolean },
): Server {
  const server = new Server(
    { name: "backup-records", version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  const say = (line: string) => {
    if (debug) terminal.say(["dim", `debug: ${plainLine(line)}`]);
  };
  server.onerror = (error) => say(error.message);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(describe) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal, sendNotification, _meta }) => {
    const { name, arguments: given = {} } = params;
    say(`${name} ${toJson(given)}`);
    const progressToken = _meta?.progressToken;
    let last = 0;
    const progress = (done: number, total: number | null, message: string) => {
      const now = terminal.now();
      if (progressToken === undefined || now - last < PACE_MS) return;
      last = now;
      const known = total === null ? {} : { total };
      const params = { progressToken, progress: done, ...known, message };
      // A client that is gone needs no progress.
      sendNotification({ method: "notifications/progress", params }).catch(() => {});
    };
    try {
      const tool = tools.find((one) => one.name === name);
      if (tool === undefined) throw new Problem(unknownTool(name, tools));
      const structuredContent = plainResult(await tool.call(given, { signal, progress }));
      return { content: [{ type: "text", text: toJson(structuredContent) }], structuredContent };
    } catch (error) {
      return { content: [{ type: "text", text: wordsOf(error, terminal) }], isError: true };
    }
  });
  return server;
}

function describe({ name, title, description, inputSchema, openWorld }: Tool) {
  const annotations = { title, readOnlyHint: true, destructiveHint: false, openWorldHint: openWorld };
  return { name, title, description, inputSchema, annotations };
}

function unknownTool(name: string, tools: readonly Tool[]): string {
  const names = tools.map((tool) => tool.name);
  const hint = didYouMean(name, names) || `; there are ${names.join(", ")}`;
  return `there is no tool ${plainLine(name)}${hint}`;
}

/** What a command would say of this error. */
function wordsOf(error: unknown, terminal: Terminal): string {
  const lines: string[] = [];
  const say: Terminal["say"] = (...words) => {
    lines.push(styled(words, createStyle(false)));
  };
  report(error, false, { ...terminal, say });
  return lines.join("\n");
}
