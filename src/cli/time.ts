import { parseDuration } from "../audit/duration.js";
import { openZone } from "../records/zone.js";
import { Problem } from "./problem.js";
import { didYouMean } from "./suggest.js";
import type { Environment } from "./terminal.js";

const DAY = 86_400_000;

/** A `TZ` that Node takes for UTC without a word, as it knows no such zone; undefined if there is none. */
export function unknownZone({ TZ = "" }: Environment): string | undefined {
  const zone = TZ.replace(/^:/, "");
  const { timeZone = "UTC" } = new Intl.DateTimeFormat().resolvedOptions();
  const misses =
    zone !== "" &&
    /^(UTC|Etc\/Unknown)$/.test(timeZone) &&
    openZone(zone) === null &&
    !/^(UTC|GMT)[+-]?0$/.test(zone);
  return misses ? TZ : undefined;
}

/** A day, perhaps with a time of day and a zone. */
const PATTERN =
  /^(today|yesterday|\d{4}-\d\d-\d\d|\d{8})(?:[T ](\d\d)(?::(\d\d(?::\d\d(?:\.\d{1,3})?)?))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** A day with the name of a zone, perhaps in brackets as in RFC 9557. */
const ZONED = /^([^[\]]*\d|today|yesterday) ?\[?([A-Z][A-Za-z_]*(?:\/[\w+/-]+)+)\]?$/i;

/** How a time is read. */
export interface ReadTime {
  /** Epoch milliseconds. */
  readonly now: number;
  /** A time without a zone is in UTC; otherwise it is local. */
  readonly utc: boolean;
  /** What a day without a time of day stands for. */
  readonly day: "first moment" | "last moment";
}

/**
 * Reads a time from the command line: how long ago (`12h`, `7d`, `1h30m`), `now`, epoch seconds, or a day
 * (`yesterday`, `2026-11-01`), with a time of day and a zone if they are given (`2026-11-01T08:00+01:00`,
 * `2026-11-01T08:00 Europe/Berlin`).
 * @throws Problem for anything else, and for a day that no calendar has
 */
export function readTime(option: string, text: string, { now, utc, day }: ReadTime): Date {
  const zoned = readZoned(option, text, { now, day });
  if (zoned !== null) return zoned;
  if (text === "now") return new Date(now);
  const ago = parseDuration(text);
  if (ago !== null && ago <= now) return new Date(now - ago);
  // Ten digits are seconds since September 2001; eight are a day.
  if (/^@?\d{10}$/.test(text)) return new Date(Number(text.replace("@", "")) * 1000);
  const [, word, hour, minute = "00", zone = utc ? "Z" : ""] = PATTERN.exec(text) ?? [];
  if (word !== undefined) {
    const offset = zone.toUpperCase().replace(/^([+-]\d\d):?(\d\d)?$/, (_, h, m = "00") => `${h}:${m}`);
    const date = dateOf(word.toLowerCase(), now, offset);
    const last = hour === undefined && day === "last moment";
    const moment = new Date(`${last ? dateAfter(date, 1) : date}T${hour ?? "00"}:${minute}${offset}`);
    // Engines roll 30 February over into March: read without a zone, the day must come back.
    if (dateAfter(date, 0) === date && !Number.isNaN(moment.getTime()))
      return last ? new Date(moment.getTime() - 1) : moment;
  }
  throw new Problem(
    `${option} ${text} is not a time: write how long ago, such as 7d or 1h30m, or a date, such as yesterday, ` +
      `2026-11-01 or 2026-11-01T08:00Z${didYouMean(text, ["now", "today", "yesterday"])}`,
  );
}

/** A day by the clock of a named zone; null if the text names none. */
function readZoned(option: string, text: string, { now, day }: Omit<ReadTime, "utc">): Date | null {
  const [, rest = "", zone = ""] = ZONED.exec(text) ?? [];
  if (!PATTERN.test(rest) || /(Z|\d[+-]\d\d(:?\d\d)?)$/i.test(rest.replace(/^\d{4}-\d\d-\d\d/, "0")))
    return null;
  const clock = openZone(zone);
  if (clock === null) {
    throw new Problem(`${option} ${text}: ${zone} is not the name of a zone, such as Europe/Berlin`);
  }
  const local = readTime(option, rest, { now: clock.toLocal(now), utc: true, day }).getTime();
  // The last moment of a day is the one before the next, also if clocks change.
  return new Date(
    local % 1000 === 999 && day === "last moment" ? clock.toInstant(local + 1) - 1 : clock.toInstant(local),
  );
}

/** The date of a day at an offset, as `2026-11-01`; an empty offset stands for local time. */
function dateOf(word: string, now: number, offset: string): string {
  if (word !== "today" && word !== "yesterday") return word.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  const [, sign = "", hours = "0", minutes = "0"] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  const ahead =
    offset === ""
      ? -new Date(now).getTimezoneOffset()
      : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  const today = new Date(now + ahead * 60_000).toISOString().slice(0, 10);
  return word === "today" ? today : dateAfter(today, -1);
}

/** The date so many days later; of a day that no calendar has, another one or an empty text. */
function dateAfter(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00Z`);
  return Number.isNaN(time) ? "" : new Date(time + days * DAY).toISOString().slice(0, 10);
}

/** An instant to read: `2019-05-10 08:31Z`, or local time with its offset. */
export function showInstant(instant: Date | null, utc: boolean): string {
  if (instant === null) return "";
  if (utc) return `${instant.toISOString().slice(0, 16).replace("T", " ")}Z`;
  const minutes = -instant.getTimezoneOffset();
  const local = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, 16).replace("T", " ");
  return `${local}${offsetText(minutes)}`;
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(hours)}:${two(rest)}`;
}
