import { XMLBuilder } from "fast-xml-parser";
import { xmlText } from "../../escape.js";
import { type AuditRow, asInFile } from "../row.js";
import { isFine } from "../status.js";
import type { AuditWriter } from "./writer.js";

/**
 * JUnit XML as continuous-integration services read it: a suite for each group, a case for each target; what
 * is not ok is a failure, what was not checked an error.
 */
export function junitWriter(): AuditWriter {
  return {
    streams: false,
    row: () => "",
    *end({ rows: results, unreached, began, ended }) {
      const rows = [...results, ...unreached];
      const suites = new Map<string, AuditRow[]>();
      for (const row of asInFile(rows)) {
        const name = row.target.group ?? "targets";
        const suite = suites.get(name);
        if (suite) suite.push(row);
        else suites.set(name, [row]);
      }
      yield '<?xml version="1.0" encoding="UTF-8"?>\n';
      yield open("testsuites", {
        name: "backup-records audit",
        ...totals(rows),
        time: secondsOf(ended - began),
      });
      for (const [name, suite] of suites) {
        const time = secondsOf(suite.reduce((sum, { durationMs }) => sum + durationMs, 0));
        yield open(
          "testsuite",
          { name, ...totals(suite), time, timestamp: new Date(began).toISOString() },
          "  ",
        );
        for (const row of suite) yield `    ${element("testcase", testCase(row))}\n`;
        yield "  </testsuite>\n";
      }
      yield "</testsuites>\n";
    },
  };
}

const options = {
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  suppressEmptyNode: true,
  // A target may be called "true"; an attribute without a value is no XML.
  suppressBooleanAttributes: false,
};

type Attributes = Readonly<Record<string, string | number>>;

function testCase({ target, status, reason, failure, durationMs, pauseOver }: AuditRow): object {
  const { service, group, name } = target;
  const attributes = marked({
    classname: [service, ...(group === null ? [] : [group])].join("."),
    name,
    time: secondsOf(durationMs),
  });
  if (status === "ok" && !pauseOver) return attributes;
  if (isFine(status, false) && !pauseOver) return { ...attributes, skipped: marked({ message: reason }) };
  const kind = status === "not-checked" ? "error" : "failure";
  const type = status === "not-checked" ? (failure?.name ?? "Error") : status;
  return { ...attributes, [kind]: marked({ message: reason, type }) };
}

function totals(rows: readonly AuditRow[]) {
  const count = (of: (row: AuditRow) => boolean) => rows.filter(of).length;
  const errors = count(({ status }) => status === "not-checked");
  const passed = count(({ status, pauseOver }) => status === "ok" && !pauseOver);
  const skipped = count(({ status, pauseOver }) => status !== "ok" && isFine(status, false) && !pauseOver);
  return { tests: rows.length, failures: rows.length - passed - skipped - errors, errors, skipped };
}

function open(name: string, attributes: Attributes, indent = ""): string {
  return `${indent}${element(name, marked(attributes)).replace(/\/>$/, ">")}\n`;
}

function element(name: string, content: object): string {
  return new XMLBuilder(options).build({ [name]: content });
}

function marked(attributes: Attributes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`@${name}`, xmlText(String(value))]),
  );
}

function secondsOf(ms: number): string {
  return (Math.max(0, ms) / 1000).toFixed(3);
}
