// Text from a server, a queue or a contract is data: here is, for each place that it is written to, what keeps it from
// being anything else there. Runs in browsers, too.

/**
 * What a terminal or a reader's eye takes for an instruction: control characters (C0, C1, and with them every escape
 * sequence), characters that turn text round or hide in it, and separators that end a line for some readers.
 */
const STEERING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A part of a line for a terminal or a log. Blanks stay as they are, so that columns stay columns. */
export function terminalText(text: string): string {
  return withoutCommands(text.replace(STEERING, " "));
}

/** The same as one sentence: on one line, and without blanks that say nothing. */
export function plainLine(text: string): string {
  return withoutCommands(oneLine(text));
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
}

/** A log of continuous integration is searched for commands: `::name` that begins a line, `##[name` anywhere. */
function withoutCommands(text: string): string {
  return text.replace(/^(\s*:)(?=:)/gm, "$1 ").replace(/##(?=\[|vso\[)/g, "# #");
}

/**
 * A cell for a spreadsheet, which would run `=1+1` as a formula (OWASP, "CSV Injection"): such a text gets an
 * apostrophe in front. Numbers and line breaks stay. Quoting is left to the CSV library.
 */
export function csvText(text: string): string {
  const plain = withoutCommands(
    text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (steering) => (/[\t\r\n]/.test(steering) ? steering : " ")),
  );
  const isNumber = /^[+-]?\d+(\.\d+)?$/.test(plain);
  return !isNumber && /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/.test(plain) ? `'${plain}` : plain;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an element or a quoted attribute of HTML. */
export function escapeHtml(text: string): string {
  return text.replace(STEERING, " ").replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/** Text of several lines for a `pre` element: its line breaks stay. */
export function escapeHtmlLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => escapeHtml(line.replaceAll("\t", "  ")))
    .join("\n");
}

/** Text of several lines for a renderer that escapes by itself: only its line breaks still steer. */
export function withoutSteering(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(STEERING, " "))
    .join("\n");
}

/** JSON for a script element, which nothing in it can end. */
export function scriptJson(value: unknown): string {
  return toJson(value).replace(/</g, "\\u003c");
}

/** Text for a line of Markdown or a cell of a table: no markup, tag, link or mention. */
export function markdownText(text: string): string {
  return markdown(oneLine(text), /(@[\w-]+)/, markdownCode, markdownWords);
}

/** A code span. Anything but a tame name is an element, since no fence is safe from what may stand beside it. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  if (/^[\w.,:/{}()$+~-]+(?: [\w.,:/{}()$+~-]+)*$/.test(line)) return `\`${line}\``;
  const inert = line.replace(/[^\p{L}\p{N} ,/-]/gu, (mark) => `&#${mark.codePointAt(0)};`);
  return `<code>${inert}</code>`;
}

/** A sentence whose names stand in backticks, as Markdown: the names are code spans, all else is text. */
export function markdownSentence(text: string): string {
  const code = (span: string) => markdownCode(span.slice(1, -1));
  const words = (part: string) => markdown(part, /(@[\w-]+)/, markdownCode, markdownWords);
  return markdown(oneLine(text), /(`[^`]+`)/, code, words);
}

function markdown(
  text: string,
  spans: RegExp,
  code: (span: string) => string,
  words: (part: string) => string,
): string {
  return text
    .split(spans)
    .map((part, at) => (at % 2 === 1 ? code(part) : words(part)))
    .join("");
}

function markdownWords(text: string): string {
  return text
    .replace(/[\\`*_[\]~|#]/g, "\\$&")
    .replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark)
    .replace(/^:|:(?=\/\/)|(?<=\bwww)\./gi, "\\$&");
}

/** A line that GitHub Actions turns into an annotation. A message may have several lines. */
export function annotation(
  level: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${commandProperty(value)}`);
  return `::${level} ${list.join(",")}::${commandData(message)}\n`;
}

function commandData(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(STEERING, " ").replaceAll("%", "%25"))
    .join("%0A")
    .replace(/##(?=\[|vso\[)/g, "# #");
}

function commandProperty(text: string): string {
  return commandData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** What XML 1.0 can hold, on one line. Its entities are left to the XML library. */
export function xmlText(text: string): string {
  return oneLine(text.replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, "\uFFFD"));
}

/** The value of a label for Prometheus. Two values stay two. Quotes and line feeds are left to the metrics library. */
export function labelValue(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, unicodeEscape);
}

/** What JSON allows as it is, and a terminal or a reader's eye would obey. */
const OBEYED = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** JSON on one line, exact: a bigint is the number that it is, and what a terminal would obey is escaped. */
export function toJson(value: unknown): string {
  return stringify(value).replace(OBEYED, unicodeEscape);
}

function unicodeEscape(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function stringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    // A bigint somewhere: slower, but exact.
    return write(value);
  }
}

function write(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (typeof value !== "object" || value === null || "toJSON" in value)
    return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${write(field)}`).join(",")}}`;
}
