import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readTranscripts } from "./support/case.js";
import { formatTranscript, parseTranscript } from "./support/transcript.js";

const text = `# A comment.

### every-part
$ cd $TMP
$ cat <<END | backup-records check dcs -
> not a command
>
> END
< first
<
< last␄
$TMP/plain

a,b␍
\\$ marked
\\
! an error
!
! another␄
[70]

### no-output
$ true
`;

test("a transcript is read into its cases", () => {
  const { intro, cases } = parseTranscript(text, "a.txt");
  expect(intro).toBe("# A comment.\n\n");
  expect(cases.map(({ head, ...rest }) => rest)).toEqual([
    {
      name: "every-part",
      place: "a.txt:3",
      script: "cd $TMP\ncat <<END | backup-records check dcs -\nnot a command\n\nEND",
      stdin: "first\n\nlast",
      expected: {
        stdout: "$TMP/plain\n\na,b\r\n$ marked\n\n",
        stderr: "an error\n\nanother",
        exit: 70,
      },
    },
    {
      name: "no-output",
      place: "a.txt:22",
      script: "true",
      stdin: "",
      expected: { stdout: "", stderr: "", exit: 0 },
    },
  ]);
});

test("a transcript is written as it was read", () => {
  expect(formatTranscript(parseTranscript(text, "a.txt"))).toBe(text);
});

test.each(readTranscripts())("an update without changes leaves $file as it is", (transcript) => {
  expect(formatTranscript(transcript)).toBe(readFileSync(transcript.file, "utf8"));
});

test("an outcome that looks like marks is read as it was written", () => {
  const outcome = { stdout: "### a\n[3]\n\\\n> \n\n", stderr: "! b\n[1]\n\n", exit: 1 };
  const written = formatTranscript(parseTranscript(text, "a.txt"), new Map([["no-output", outcome]]));
  expect(parseTranscript(written, "a.txt").cases.map(({ expected }) => expected)).toEqual([
    parseTranscript(text, "a.txt").cases[0]?.expected,
    outcome,
  ]);
});

describe("a mistake is reported with its line", () => {
  test.each([
    ["$ true\n", "a.txt:1: expected `### name` before the first command"],
    ["# comment\n\n## name\n$ true\nout\n", "a.txt:4: expected `### name` before the first command"],
    [
      "### a\n$ true\n\n###\n$ true\n",
      'a.txt:4: expected a name in kebab-case, such as "### list-404", found "###"',
    ],
    [
      "### A case\n$ true\n",
      'a.txt:1: expected a name in kebab-case, such as "### list-404", found "### A case"',
    ],
    ["### a\n> true\n", 'a.txt:2: expected a command, "$ …", after the name'],
    ["### a\n", 'a.txt:2: expected a command, "$ …", after the name'],
    [
      "### a\n$ true\n! error\noutput\n",
      "a.txt:4: standard output after standard error; the order is $ > < output ! [n]",
    ],
    [
      "### a\n$ true\nout\n\n$ true\n",
      "a.txt:5: command after standard output; the order is $ > < output ! [n]",
    ],
    ["### a\n$ true\n[1]\n[2]\n", "a.txt:4: exit code after exit code; the order is $ > < output ! [n]"],
    ["### a\n$ true\n[0]\n", "a.txt:3: exit code 0 is not written down"],
  ])("%j", (bad, message) => {
    expect(() => parseTranscript(bad, "a.txt")).toThrow(new Error(message));
  });
});
