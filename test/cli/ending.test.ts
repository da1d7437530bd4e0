import { expect, test } from "vitest";
import { type FileFormat, refuseEnding } from "../../src/cli/ending.js";

test.each([
  ["html", "x.html"],
  ["html", "x.HTM"],
  ["html", "x"],
  ["html", "x.txt"],
  ["html", "report.2026-11-30"],
  ["html", "-"],
  ["html", "/dev/stdout"],
  ["html", "folder.pdf/x"],
  ["html", ".pdf"],
  ["ndjson", "x.jsonl"],
  ["ndjson", "x.json"],
  ["text", "x.log"],
  ["yaml", "x.yml"],
] as const satisfies readonly (readonly [FileFormat, string])[])("%s can be in %s", (format, path) => {
  expect(() => refuseEnding("--report", path, format)).not.toThrow();
});

test.each([
  ["html", "x.pdf", "--report x.pdf: what is written there is HTML: name it .html"],
  ["html", "x.PDF", "--report x.PDF: what is written there is HTML: name it .html"],
  ["html", "x.json", "name it .html"],
  ["html", "x.html.gz", "name it .html"],
  ["json", "x.ndjson", "is JSON: name it .json"],
  ["json", "x.yaml", "name it .json"],
  ["csv", "x.xlsx", "is CSV: name it .csv"],
  ["text", "x.csv", "is plain text: name it .txt"],
  ["xml", "x.html", "is XML: name it .xml"],
] as const satisfies readonly (readonly [FileFormat, string, string])[])(
  "%s is refused in %s",
  (format, path, said) => {
    expect(() => refuseEnding("--report", path, format)).toThrow(said);
  },
);
