/** Converts between instants and the local time of a zone. Both are milliseconds; local time is written as if in UTC. */
export interface LocalClock {
  toLocal(instant: number): number;
  /**
   * The instant of a local time. If the clock shows that time twice, it is the first instant; if the clock skips that
   * time, it is the moment after the gap.
   */
  toInstant(local: number): number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** No zone has changed its offset there and back within so long since 2001. */
const WEEK = 7 * DAY;

/** `UTC`, `UTC+02:00` or `UTC-09:30`, at most 14 hours, as milliseconds; null for anything else. */
export function parseOffset(zone: string): number | null {
  if (zone === "UTC") return 0;
  const match = /^UTC([+-])(\d\d):([0-5]\d)$/.exec(zone);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes > 14 * 60) return null;
  return (match[1] === "-" && minutes > 0 ? -minutes : minutes) * MINUTE;
}

/** One clock for each name: to make a format takes the runtime a millisecond. */
const clocks = new Map<string, LocalClock>();

/**
 * The clock of a zone: `UTC`, a fixed offset as `UTC+02:00`, or a name that the runtime's IANA database knows. Null
 * for anything else.
 */
export function openZone(zone: string): LocalClock | null {
  const fixed = parseOffset(zone);
  if (fixed !== null) return { toLocal: (instant) => instant + fixed, toInstant: (local) => local - fixed };
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const format = openFormat(zone);
  if (format === null) return null;
  const clock = clockOf(offsets(format));
  clocks.set(zone, clock);
  return clock;
}

/** Newer runtimes take `+02:00` as well, older ones do not: only names are let through. */
function openFormat(zone: string): Intl.DateTimeFormat | null {
  if (!/^[A-Za-z][\w+/-]{0,60}$/.test(zone)) return null;
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return null;
  }
}

/** Local time minus UTC, by instant. Asks the runtime, which is slow, once a week and in weeks with a change. */
function offsets(format: Intl.DateTimeFormat): (instant: number) => number {
  const known = new Map<number, number>();
  const ask = (instant: number) => {
    const numbers = format
      .formatToParts(instant)
      .flatMap(({ type, value }) => (type === "literal" ? [] : Number(value)));
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = numbers;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  };
  const atStartOf = (week: number) => {
    const offset = known.get(week) ?? ask(week * WEEK);
    known.set(week, offset);
    return offset;
  };
  return (instant) => {
    const week = Math.floor(instant / WEEK);
    const offset = atStartOf(week);
    return offset === atStartOf(week + 1) ? offset : ask(instant);
  };
}

function clockOf(offsetAt: (instant: number) => number): LocalClock {
  return {
    toLocal: (instant) => instant + offsetAt(instant),
    toInstant: (local) => {
      // No offset is as large as a day, so these are the offsets before and after a change near `local`.
      const before = offsetAt(local - DAY);
      const after = offsetAt(local + DAY);
      if (before === after) return local - before;
      const [first, second] = [local - Math.max(before, after), local - Math.min(before, after)];
      if (first + offsetAt(first) === local) return first;
      if (second + offsetAt(second) === local) return second;
      return changeBetween(first, second, offsetAt);
    },
  };
}

/** The first instant with another offset than `from` has, up to `to`, which has another. */
function changeBetween(from: number, to: number, offsetAt: (instant: number) => number): number {
  const offset = offsetAt(from);
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}
