import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { BuiltCommand } from "../support/command.js";

/** What a call gave. */
export interface ToolResult {
  readonly isError: boolean;
  /** The text, in JSON unless it is an error. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the questions look for facts in it, as an agent does.
  readonly data: any;
}

/** A scripted client of the built command. */
export interface Agent {
  readonly client: Client;
  call: (tool: string, args: Readonly<Record<string, unknown>>, signal?: AbortSignal) => Promise<ToolResult>;
  /** All items of all pages. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  all(tool: string, args: Readonly<Record<string, unknown>>, items: string): Promise<any[]>;
  /** Notes on progress so far. */
  readonly progress: number[];
  /** Called with each of them. */
  onProgress: () => void;
  close(): Promise<void>;
}

/** Starts `backup-records mcp` and connects to it. */
export async function startAgent(
  { file, work }: BuiltCommand,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Agent> {
  const client = new Client({ name: "scripted", version: "1.0.0" });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [file, "mcp", ...args],
      env: { PATH: "/usr/bin:/bin", HOME: work, TZ: "UTC", ...env },
      cwd: work,
      stderr: "ignore",
    }),
  );
  const agent: Agent = {
    client,
    progress: [],
    onProgress: () => {},
    async call(tool, given, signal) {
      const onprogress = ({ progress }: { progress: number }) => {
        agent.progress.push(progress);
        agent.onProgress();
      };
      const result = await client.callTool({ name: tool, arguments: { ...given } }, undefined, {
        onprogress,
        timeout: 120_000,
        ...(signal && { signal }),
      });
      const [content] = result.content as { text: string }[];
      return { isError: result.isError === true, text: content?.text ?? "", data: result.structuredContent };
    },
    async all(tool, given, items) {
      const found = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const again = tool === "audit" && cursor ? {} : given;
        const { data, isError, text } = await agent.call(tool, { ...again, ...(cursor && { cursor }) });
        if (isError) throw new Error(text);
        found.push(...data[items]);
        cursor = data.next;
      }
      return found;
    },
    close: () => client.close(),
  };
  return agent;
}
