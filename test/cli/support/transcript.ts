/** What a command printed, and how it ended. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** A case of the command line. */
export interface Case {
  readonly name: string;
  /** The transcript's path and the line of the name, as `list.txt:12`. */
  readonly place: string;
  /** The lines of the transcript that an update keeps: name, commands and standard input. */
  readonly head: string;
  readonly script: string;
  readonly stdin: string;
  readonly expected: Outcome;
}

/** A file of cases: `intro` is what stands before the first one. */
export interface Transcript {
  readonly file: string;
  readonly intro: string;
  readonly cases: readonly Case[];
}

/**
 * Reads a transcript. A case looks like this, its parts in this order:
 *
 *     ### check-unknown-field        the name
 *     $ cd $TMP                      a command of the script that sh runs
 *     $ backup-records check dcs -
 *     > --format table               the line before goes on (also the text of a here-document)
 *     < {"a": 1}                     a line of standard input
 *     - : 1 difference               any other line is standard output
 *     ! note: read as UTF-8          a line of standard error
 *     [1]                            the exit code, unless it is 0
 *
 * Blank lines between cases do not count. The following are for output that would be read as something else:
 *
 *     \$ five                        `\` at the start of a line of output is dropped: prints "$ five";
 *     \                              so an empty line at the end of the output is written as `\`
 *     a,b␍                           the line ends in CRLF
 *     no newline␄                    the last line of the input or output does not end in a newline
 *
 * Before the first case, lines that begin with `#` are comments.
 */
export function parseTranscript(text: string, file: string): Transcript {
  const blocks = text.split(/^(?=###(?: |$))/m);
  const intro = text.startsWith("###") ? "" : (blocks.shift() ?? "");
  intro.split("\n").forEach((comment, index) => {
    if (!/^(#|$)/.test(comment)) fail(file, index + 1, "expected `### name` before the first command");
  });
  let before = intro;
  const cases = blocks.map((block) => {
    const line = before.split("\n").length;
    before += block;
    return parseCase(block.replace(/\n+$/, ""), file, line);
  });
  return { file, intro, cases };
}

const PARTS = ["command", "standard input", "standard output", "standard error", "exit code"] as const;
const PART_OF_MARK: Readonly<Record<string, number>> = { $: 0, ">": 0, "<": 1, "!": 3, "[": 4 };
const MARK = /^(?:[$><!](?= |$)|\[(?=\d+\]$))/;

function parseCase(block: string, file: string, start: number): Case {
  const [title = "", ...lines] = block.split("\n");
  const name = title.slice(4);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    fail(file, start, `expected a name in kebab-case, such as "### list-404", found "${title}"`);
  if (!lines[0]?.startsWith("$ ")) fail(file, start + 1, `expected a command, "$ …", after the name`);
  const read: string[][] = PARTS.map(() => []);
  let reached = 0;
  lines.forEach((line, index) => {
    const mark = MARK.exec(line)?.[0] ?? "";
    const part = PART_OF_MARK[mark] ?? 2;
    if (part < reached || reached === 4)
      fail(
        file,
        start + 1 + index,
        `${PARTS[part]} after ${PARTS[reached]}; the order is $ > < output ! [n]`,
      );
    if (line === "[0]") fail(file, start + 1 + index, "exit code 0 is not written down");
    reached = part;
    read[part]?.push(
      mark === "" ? line.replace(/^\\/, "") : mark === "[" ? line.slice(1, -1) : line.slice(2),
    );
  });
  const [script = [], stdin = [], stdout = [], stderr = [], exit = []] = read;
  return {
    name,
    place: `${file}:${start}`,
    head: [title, ...lines.slice(0, script.length + stdin.length)].join("\n"),
    script: script.join("\n"),
    stdin: join(stdin),
    expected: { stdout: join(stdout), stderr: join(stderr), exit: Number(exit[0] ?? 0) },
  };
}

function fail(file: string, line: number, problem: string): never {
  throw new Error(`${file}:${line}: ${problem}`);
}

function join(lines: readonly string[]): string {
  return lines
    .map((line) => `${line}\n`)
    .join("")
    .replaceAll("␍", "\r")
    .replace(/␄\n$/, "");
}

/** The text of a transcript with these outcomes, by name, in place of the expected ones. */
export function formatTranscript(
  { intro, cases }: Transcript,
  outcomes: ReadonlyMap<string, Outcome> = new Map(),
): string {
  const blocks = cases.map(({ name, head, expected }) => {
    const { stdout, stderr, exit } = outcomes.get(name) ?? expected;
    const output = split(stdout).map((line, index, all) =>
      MARK.test(line) || /^(?:\\|###(?: |$))/.test(line) || (line === "" && index === all.length - 1)
        ? `\\${line}`
        : line,
    );
    const errors = split(stderr).map((line) => (line === "" ? "!" : `! ${line}`));
    return `${[head, ...output, ...errors, ...(exit === 0 ? [] : [`[${exit}]`])].join("\n")}\n`;
  });
  return intro + blocks.join("\n");
}

function split(output: string): string[] {
  const lines = output.replaceAll("\r", "␍").split("\n");
  const last = lines.pop();
  return last === "" || last === undefined ? lines : [...lines, `${last}␄`];
}
