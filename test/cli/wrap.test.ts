import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/run.js";
import { createStyle, styled, styledLines, type Word } from "../../src/cli/style.js";
import { textTerminal } from "./support/text-terminal.js";

const style = createStyle(true);

describe("a line of talk", () => {
  test("goes on below, a little to the right, and no word is broken", () => {
    const words: Word[] = [
      ["red", "backup-records:"],
      " No credentials for dcs in the environment: set OS_CLOUD, OS_TOKEN, OS_ACCESS_KEY and OS_SECRET_KEY",
    ];
    expect(styledLines(words, createStyle(false), 60)).toEqual([
      "backup-records: No credentials for dcs in the environment:",
      "  set OS_CLOUD, OS_TOKEN, OS_ACCESS_KEY and OS_SECRET_KEY",
    ]);
  });

  const word = fc.stringMatching(/^[\w:,.—·缓存é]{1,30}$/);
  const part = fc.tuple(
    fc.constantFrom(undefined, "red" as const, "dim" as const),
    fc.array(word, { minLength: 1 }),
  );
  test("of any parts is no wider than the terminal, and says the same", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), fc.integer({ min: 40, max: 200 }), (parts, width) => {
        const words = parts.map(([colour, texts]): Word => {
          const text = ` ${texts.join(" ")}`;
          return colour === undefined ? text : [colour, text];
        });
        const lines = styledLines(words, style, width);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.map((line) => line.trim()).join(" ")).toBe(styled(words, style).trim());
      }),
    );
  });

  test("keeps the blanks between its columns if it is narrow enough", () => {
    expect(styledLines(["  worse   b      ok → late"], style, 60)).toEqual(["  worse   b      ok → late"]);
  });

  test("with a command to copy goes on as a shell reads it", () => {
    const command = "backup-records list dcs --instance 'a b' --from 2026-11-01T00:00:00.000Z --page-size 10";
    const words: Word[] = ["stopped after 20 of 25 backups; to go on: ", { command }];
    expect(styledLines(words, style, 60)).toEqual([
      "stopped after 20 of 25 backups; to go on:",
      "  backup-records list dcs --instance 'a b' --from \\",
      "    2026-11-01T00:00:00.000Z --page-size 10",
    ]);
    expect(styledLines(words, style, 100).slice(1)).toEqual([`  ${command}`]);
    expect(styledLines(words, style, 200)).toEqual([styled(words, style)]);
  });

  test("with a quote that nothing closes loses nothing", () => {
    expect(styled([{ command: "it's \"one" }], style)).toBe("it's \"one");
  });
});

/** The help of a command on a terminal of a width; undefined for a pipe. */
async function helpOf(command: readonly string[], columns: number | undefined): Promise<string> {
  const { terminal, stdout } = textTerminal({}, process.cwd(), Buffer.alloc(0));
  const out = { ...terminal.out, isTerminal: columns !== undefined, columns };
  await run([...command, "--help"], { ...terminal, out });
  return stdout();
}

/** The words of a text, without what continues a command. */
function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "" && word !== "\\");
}

const commands = [
  ...[
    "list",
    "audit",
    "audit init",
    "report",
    "discover",
    "mock",
    "check",
    "explain",
    "lint",
    "diff",
    "docs",
  ],
  ...["exporter", "worker", "mcp", "completion"],
];

describe("the help", () => {
  test("knows all commands", async () => {
    const named = [...(await helpOf([], undefined)).matchAll(/^ {2}([a-z]+) .*$/gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set([...commands.filter((name) => !name.includes(" ")), "help"]));
  });

  test.each(["", ...commands])("of %j fits into any terminal, and breaks no word", async (name) => {
    const command = name.split(" ").filter((word) => word !== "");
    const piped = await helpOf(command, undefined);
    for (const columns of [undefined, 60, 61, 73, 80, 99, 100, 101, 200]) {
      const text = await helpOf(command, columns);
      const wide = text.split("\n").filter((line) => stringWidth(line) > Math.min(columns ?? 100, 100));
      expect(wide, `${columns} columns`).toEqual([]);
      expect(wordsIn(text)).toEqual(wordsIn(piped));
    }
  });
});
