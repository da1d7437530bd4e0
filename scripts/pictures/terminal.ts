import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { spawn } from "@lydell/node-pty";
import type { Browser } from "playwright-core";

const COLUMNS = 130;

/** What a person types, and what the environment has to hold for it. */
export interface Command {
  /** As it stands behind the prompt. */
  readonly line: string;
  /** Program and arguments that it stands for. */
  readonly run: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs commands in a pseudo-terminal, one after the other, and answers all that they drew. */
export async function record(commands: readonly Command[]): Promise<string> {
  let drawn = "";
  for (const { line, run, env } of commands) {
    drawn += `\u001b[1;32m$\u001b[0m ${line}\r\n`;
    drawn += `${await drawnBy(run, env)}\r\n`;
  }
  return drawn.trimEnd();
}

function drawnBy([program, ...args]: Command["run"], env: Command["env"]): Promise<string> {
  return new Promise((done) => {
    let text = "";
    const terminal = spawn(program, args, {
      name: "xterm-256color",
      cols: COLUMNS,
      rows: 60,
      env: { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8", TZ: "UTC", TERM: "xterm-256color", ...env },
    });
    terminal.onData((data) => {
      text += data;
    });
    terminal.onExit(() => done(text));
  });
}

/** Colours of a terminal, for a page of the same scheme. */
const THEMES = {
  dark: {
    background: "#14181d",
    foreground: "#e6e6e6",
    green: "#7fd88f",
    brightGreen: "#7fd88f",
    red: "#ff8a80",
    yellow: "#f0c674",
    cyan: "#7cc7d9",
    border: "#3a424c",
  },
  light: {
    background: "#ffffff",
    foreground: "#1f2328",
    green: "#116329",
    brightGreen: "#116329",
    red: "#b3261e",
    yellow: "#7d4e00",
    cyan: "#0a5c6e",
    border: "#d0d7de",
  },
} as const;

/** Draws it as a terminal does, by a terminal: xterm.js in the browser. Returns a PNG of twice the size. */
export async function photograph(
  browser: Browser,
  drawn: string,
  scheme: keyof typeof THEMES,
): Promise<Buffer> {
  const { border, ...theme } = THEMES[scheme];
  const library = createRequire(import.meta.url).resolve("@xterm/xterm");
  const style = library.replace("lib/xterm.js", "css/xterm.css");
  const page = await browser.newPage({ deviceScaleFactor: 2, viewport: { width: 1200, height: 1200 } });
  await page.setContent(`<style>${await readFile(style, "utf8")}
    body { margin: 0; background: transparent } #frame { display: inline-block; padding: 14px 18px;
    background: ${theme.background}; border: 1px solid ${border}; border-radius: 8px } .xterm-viewport { overflow: hidden !important }</style><div id="frame"></div>`);
  await page.addScriptTag({ content: await readFile(library, "utf8") });
  await page.evaluate(
    ({ drawn, cols, theme }) =>
      new Promise<void>((done) => {
        const { Terminal } = globalThis as unknown as { Terminal: new (options: object) => Xterm };
        interface Xterm {
          open(element: unknown): void;
          write(text: string, done: () => void): void;
          resize(columns: number, rows: number): void;
          readonly buffer: { readonly active: { readonly cursorY: number } };
        }
        const terminal = new Terminal({
          cols,
          rows: 80,
          fontSize: 13,
          fontFamily: "DejaVu Sans Mono, Liberation Mono, monospace",
          cursorStyle: "bar",
          cursorInactiveStyle: "none",
          theme,
        });
        const { document } = globalThis as unknown as { document: { getElementById(id: string): unknown } };
        terminal.open(document.getElementById("frame"));
        terminal.write(drawn, () => {
          terminal.resize(cols, terminal.buffer.active.cursorY + 1);
          setTimeout(done, 200);
        });
      }),
    { drawn, cols: COLUMNS + 2, theme },
  );
  const picture = await page.locator("#frame").screenshot({ omitBackground: true });
  await page.close();
  return picture;
}
