import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { AuditRow } from "../../src/cli/audit/row.js";
import { nextState, writeState } from "../../src/cli/audit/state.js";
import { openAuditWriter } from "../../src/cli/audit/writers/writer.js";
import { renderers as checkRenderers } from "../../src/cli/check/render.js";
import { renderers as diffRenderers } from "../../src/cli/contract-diff/render.js";
import { writeTargets } from "../../src/cli/discover/run.js";
import { contractPage, indexPage } from "../../src/cli/docs/page.js";
import { writeEvidence } from "../../src/cli/evidence/run.js";
import { renderers as explainRenderers } from "../../src/cli/explain/render.js";
import { createMetrics } from "../../src/cli/exporter/metrics.js";
import { type Destination, type FormatOf, formats } from "../../src/cli/formats.js";
import { renderers as lintRenderers } from "../../src/cli/lint/render.js";
import { openWriter } from "../../src/cli/list/writers/index.js";
import { openRecording } from "../../src/cli/mock/recording.js";
import { createProgram } from "../../src/cli/program.js";
import { report } from "../../src/cli/report.js";
import { createStyle, styled, type Word } from "../../src/cli/style.js";
import { toBackupRecord } from "../../src/dcs/record.js";
import { dcs } from "../../src/dcs/service.js";
import { dcsRecord } from "../support/dcs-records.js";
import { runsOf } from "../support/round.js";
import { audit, made, NOW, output, rows } from "./audit/doubles.js";
import { textTerminal } from "./support/text-terminal.js";

const style = createStyle(false);

/** What somebody else put into a name, a message, a key: each piece is an instruction somewhere. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\u001b]2;TITLE\u0007",
        "\u001b[2J\u001b[H",
        "\u009b31m",
        "\u0000",
        "\u007f",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u2028",
        "\n",
        "\r",
        "\t",
        "\n::warning file=x::INJECTED\n",
        "::stop-commands::token",
        "##[error]injected",
        "##vso[task.complete]",
        "=HYPERLINK(1)",
        "+1+1",
        "@SUM(A1)",
        "-2+3",
        "<x-evil onload=1>",
        "</script><script>x-evil()</script>",
        "<!--",
        "]]>",
        "&lt;",
        '"',
        "'",
        "`",
        "``",
        "|",
        "\\",
        "\\|",
        "[x-evil](javascript:1)",
        "![](https://evil.example/x-evil)",
        "https://evil.example",
        "www.evil.example",
        "@somebody",
        ",",
        "%0A",
        " ",
        "name",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(""));

type Command = keyof typeof formats;
type Sample<Format extends string> = (text: string, format: Format) => Promise<string> | string;

/** What each command writes if everything that is not its own says `text`. */
const samples: { readonly [Name in Command]: Sample<FormatOf<Name>> } = {
  async list(text, format) {
    const wire = { ...dcsRecord(1, { backup_name: text, error_code: text, remark: text }), [text]: text };
    const entry = { wire, record: { ...toBackupRecord(dcsRecord(1)), id: text, name: text } };
    const failure = { code: text, message: text, requestId: text };
    const shape = { service: dcs, csvRaw: false, wide: false, headers: true };
    const options = { ...shape, utc: true, out: output() };
    let whole = "";
    for (const asWire of format === "table" ? [false] : [false, true]) {
      const writer = await openWriter(format, { ...options, wire: asWire });
      const pages = [[entry], [{ ...entry, record: { ...entry.record, failure } }]];
      whole += writer.group(text) + pages.map((page) => writer.page(page)).join("") + writer.end();
      if (format === "json") whole = whole.replaceAll("\n]\n[\n", ",\n");
    }
    return whole;
  },
  async audit(text, format) {
    const writer = await openAuditWriter(format, { out: output(), toFile: true, utc: true });
    const hostile = auditRows(text);
    const streamed = writer.streams ? hostile.map((row) => writer.row(row)) : [];
    return [...streamed, ...writer.end(audit(hostile, 1))].join("");
  },
  report(text, format) {
    const excuse = { until: new Date(NOW).toISOString(), reason: text, acceptedBy: text };
    const at = excuse.until;
    const runs = { due: 1, kept: 0, undecided: 0, keptPermille: 0 };
    const figures = {
      ...{ target: text, group: text, service: text, resource: text, schedule: text },
      ...{ audits: 1, ok: 0, notChecked: 0, ...runs },
      lost: [{ due: at, outcome: "missed", reason: text, excuse }] as const,
      restores: [{ at, durationMs: 1, backupId: text }],
      exceptions: [{ ...excuse, first: at, last: at }],
    };
    const end = { lines: 1, hash: "00", torn: false };
    const facts = { path: text, end, from: NOW, to: NOW, now: NOW };
    return [...writeEvidence[format]([figures], facts)].join("");
  },
  discover(text, format) {
    const subject = { id: text, name: text, status: text, tags: { [text]: text }, createdAt: null };
    const found = { place: text, subject: { ...subject, paused: null, stated: null } };
    const targets = auditRows(text).map(({ target }) => ({ ...target, found }));
    const account = { name: text, environment: { OS_TOKEN: text }, rateLimit: null };
    return writeTargets[format](targets, { accounts: new Map([[text, account]]), style });
  },
  check(text, format) {
    const errata = [{ id: text, title: text, sources: [text], statement: text, contract: text }];
    const finding = { kind: "unknown-field", pointer: `/${text}`, expected: text, found: text } as const;
    const findings = [{ ...finding, occurrences: 2, errata }];
    const told = { service: "dcs", operation: text, status: 200, told: true };
    return checkRenderers[format]({ file: text, ...told, findings }, { style, lineOf: () => 1 });
  },
  explain(text, format) {
    const [kind, cause, remedy] = [text, text, text];
    const entry = { code: text, kind, meaning: [text], cause, remedy, documents: [text], inferred: true };
    const all = [true, false].map((all) => explainRenderers[format]([entry], { all, width: 80, style }));
    return format === "json" ? (all[0] ?? "") : all.join("");
  },
  lint(text, format) {
    const place = { file: text, line: 1, column: 1, pointer: text };
    return lintRenderers[format]([{ ...place, severity: "error", rule: text, message: text }], style);
  },
  diff(text, format) {
    const messages = [text, `\`${text}\` was removed`, `schema \`${text}\` lost \`${text}\``];
    const changes = messages.map((message, at) => {
      const rating = at === 2 && format !== "github" ? "documentation" : "breaking";
      return { rating, pointer: `/${text}`, message, rule: text } as const;
    });
    const locate = () => ({ file: text, line: 1 });
    return diffRenderers[format]([{ contract: text, changes }], { verdict: text, locate });
  },
};

function auditRows(text: string): AuditRow[] {
  const over = {
    group: text,
    labels: { [text]: text },
    account: text,
    projectId: text,
    resource: { type: "instance", id: text },
  } as const;
  const mark = { id: text, state: "failed", from: NOW, to: null, sizeBytes: 1, failure: text } as const;
  return rows(
    { name: text, verdict: "failing", reason: text, over, timeline: [mark], previous: "ok" },
    { name: `${text}2`, verdict: "not-checked", reason: text, over },
  );
}

/** Outputs that are no format of an option. */
const others: Readonly<Record<string, readonly [Destination, Sample<string>]>> = {
  "audit --state": [
    "json",
    async (text) => {
      let written = "";
      const sink = {
        isStandardOutput: false,
        replaces: false,
        commit: async () => {},
        discard: async () => {},
      };
      const state = nextState(null, auditRows(text), new Set(), NOW);
      const write = async (piece: string) => {
        written += piece;
      };
      await writeState({ ...sink, write }, state);
      return written;
    },
  ],
  "mock --record": [
    "json",
    async (text) => {
      const { terminal, stderr } = textTerminal({}, "/", Buffer.alloc(0));
      const recording = await openRecording("/dev/stderr", terminal);
      const nothing = {
        service: text,
        number: 1,
        method: "GET",
        status: 200,
        responseHeaders: {},
        faults: [],
      };
      recording.write({ ...nothing, url: text, headers: { [text]: text }, responseBody: text });
      await recording.close();
      return stderr();
    },
  ],
  "exporter /metrics": [
    "metrics",
    async (text) => {
      const targets = auditRows(text).map(({ target }) => target);
      const metrics = createMetrics({ targets, allSeries: true, now: () => NOW });
      for (const { name } of targets) {
        metrics.take({ ...made({ name, verdict: "failing", over: { group: text } }) });
      }
      let all = "";
      for await (const piece of metrics.text()) all += piece;
      return all;
    },
  ],
  "docs index.html": ["html", (text) => indexPage([{ file: "dcs.html", language: "en", title: text }])],
  "docs page": [
    "html",
    (text) => contractPage({ file: "a.html", language: "en", title: text, contract: named(text), start: "" }),
  ],
  "a line of talk": [
    "terminal",
    (text) => {
      const { terminal, stderr } = textTerminal({}, "/", Buffer.alloc(0));
      terminal.say(text, ["red", text], ` and ${text}`);
      report(new Error(text), true, terminal);
      return stderr();
    },
  ],
};

/** A contract that has a text wherever its page shows one. */
function named(text: string): object {
  const field = {
    description: text,
    enum: [text],
    default: text,
    pattern: text,
    format: text,
    minimum: text,
  };
  const schema = { description: text, properties: { [text]: field } };
  const content = { [text]: { schema, example: text } };
  const operation = {
    ...{ operationId: text, summary: text, description: text, tags: [text] },
    parameters: [{ name: text, in: text, description: text, schema: field }],
    requestBody: { description: text, content },
    responses: { [text]: { description: text, content } },
    "x-codeSamples": [{ lang: text, label: text, source: text }],
  };
  return {
    info: { title: text, version: text, description: text },
    servers: [{ url: text, description: text }],
    tags: [{ name: text, description: text }],
    paths: { [text]: { get: operation } },
  };
}

/** Control characters but a line feed, bidi and other format characters, separators. */
const steering = /(?!\n)\p{Cc}|[\p{Cf}\p{Zl}\p{Zp}]/u;
const command = /^\s*::|##\[|##vso\[/m;

/** What is wrong with a text at its destination; nothing if it is inert. */
const dangers: { readonly [Name in Destination]: (text: string, hostile: string) => string[] } = {
  terminal: (text) => [...found("control", steering, text), ...found("command", command, text)],
  json(text, hostile) {
    const values = text.startsWith("{\n") || text.startsWith("[") ? [JSON.parse(text)] : linesOf(text);
    const said = new Set(values.flatMap(textsIn));
    return [
      ...found("control", steering, text),
      ...([...said].some((one) => one.includes(hostile)) ? [] : ["not exact"]),
    ];
  },
  yaml(text, hostile) {
    const said = textsIn(parse(text));
    return [
      ...found("control", steering, text),
      ...(said.some((one) => one.includes(hostile)) ? [] : ["not exact"]),
    ];
  },
  csv(text) {
    const cells = cellsOf(text);
    const live = cells.filter((cell) => /^\s*[=+\-@]|^[\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell));
    return [
      ...found("control", steering, text.replaceAll(/[\r\t]/g, "")),
      ...found("command", command, text),
      ...live.map((cell) => `formula ${cell}`),
    ];
  },
  markdown(text) {
    const html = new MarkdownIt({ html: true, linkify: true }).render(text);
    const own =
      /^<(\/?(h3|h4|p|table|thead|tbody|tr|th|td|code|strong|details|summary)|!-- contract-diff --)>$/;
    const tags = html.match(/<[^>]*>?/g) ?? [];
    return [
      ...found("control", steering, text),
      ...found("command", command, text),
      ...tags.filter((tag) => !own.test(tag)).map((tag) => `tag ${tag}`),
      ...found("mention", /(^|[^\w`;&])@somebody/m, text),
    ];
  },
  workflow(text) {
    const lines = text.trimEnd().split("\n");
    const own = /^::(error|warning|notice) [a-z]+=[^,:\r\n]*(,[a-z]+=[^,:\r\n]*)*::[^\r\n]*$/;
    return [
      ...found("control", steering, text),
      ...found("command", /##\[|##vso\[/, text),
      ...lines.filter((line) => !own.test(line)).map((line) => `line ${line}`),
    ];
  },
  xml: (text) => [
    ...found("control", steering, text),
    ...found("tag", /<(?!\/?(testsuites?|testcase|failure|error)\b|\?xml )/, text),
    ...(XMLValidator.validate(text) === true ? [] : ["not well-formed"]),
  ],
  html(text) {
    const page = text
      .replace(/<style>[\s\S]*?<\/style>/, "")
      .replace(/<script>"use strict"[\s\S]*<\/script>/, "");
    return [...found("control", steering, page), ...found("tag", /<x-evil|<script>|<!--/, page)];
  },
  metrics(text) {
    const own = /^(#.*|[a-z_0-9]+(\{([a-z_0-9A-Z]+="(\\["\\n]|[^"\\\n])*",?)*\})? [-+.\w]+|)$/;
    return [
      ...found("control", steering, text),
      ...text
        .split("\n")
        .filter((line) => !own.test(line))
        .map((line) => `line ${line}`),
    ];
  },
};

function found(what: string, form: RegExp, text: string): string[] {
  const at = text.search(form);
  return at < 0 ? [] : [`${what}: ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 20))}`];
}

function linesOf(text: string): unknown[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)]);
}

/** The cells of RFC 4180, read as a spreadsheet reads them. */
function cellsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n"]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

async function check(destination: Destination, sample: (text: string) => Promise<string> | string) {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      expect(dangers[destination](await sample(text), text)).toEqual([]);
    }),
    { numRuns: runsOf(100) },
  );
}

describe("text of others does nothing but stand there", () => {
  test.each(formatsOfAll())("in %s --format %s", { timeout: 60_000 }, (_, __, destination, sample) =>
    check(destination, sample),
  );

  test.each(Object.entries(others))("in %s", (_, [destination, sample]) =>
    check(destination, (text) => sample(text, "")),
  );

  test("in a coloured line, where the colours are the only escape sequences", () => {
    const coloured = createStyle(true);
    const words = fc.array(
      fc.oneof(hostileText, fc.tuple(fc.constantFrom("red", "bold", "dim"), hostileText)),
    );
    fc.assert(
      fc.property(words, (line: Word[]) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a style.
        const plain = styled(line, coloured).replaceAll(/\u001b\[(1|2|22|31|39)m/g, "");
        expect(dangers.terminal(plain, "")).toEqual([]);
        expect(plain).toBe(styled(line, style));
      }),
    );
  });
});

test("every format that a command offers is one of these", () => {
  const { terminal } = textTerminal({}, "/", Buffer.alloc(0));
  const offered = createProgram(terminal, () => {}).commands.flatMap((command) => {
    const format = command.options.find(({ long }) => long === "--format");
    return format === undefined ? [] : [[command.name(), format.argChoices]];
  });
  expect(Object.fromEntries(offered)).toEqual(
    Object.fromEntries(Object.entries(formats).map(([name, all]) => [name, Object.keys(all)])),
  );
});

/** Every format of every command: a new one is in here as soon as it can be chosen. */
function formatsOfAll() {
  const byName: Readonly<Record<string, Sample<never>>> = samples;
  return Object.entries(formats).flatMap(([name, all]) =>
    Object.entries<Destination>(all).map(([format, destination]) => {
      const sample = (text: string) => byName[name]?.(text, format as never) ?? "";
      return [name, format, destination, sample] as const;
    }),
  );
}
