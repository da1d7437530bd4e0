/**
 * A naive calendar to compare due runs with: it looks at a zone's clock once a minute, and knows a rule as a question
 * about the minute that the clock shows.
 */
import fc from "fast-check";
import type { ScheduleRule } from "../../../src/records/schedule.js";

const MINUTE = 60_000;
const DAY = 86_400_000;

interface WallMinute {
  /** When the clock first shows it, or first shows a later one. */
  readonly instant: number;
  /** Days since 1970, of the date that the clock shows. */
  readonly dayNumber: number;
  readonly month: number;
  readonly day: number;
  /** 1 (Monday) to 7 (Sunday) */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** Every minute of the clock of a zone once, those that it skips included. */
function watchClock(zone: string, from: number, to: number): WallMinute[] {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const wall: WallMinute[] = [];
  let latest = Number.NaN;
  // A day earlier, so that no minute is taken for a first one that is a repeated one.
  for (let instant = from - DAY; instant < to; instant += MINUTE) {
    const shown = Date.parse(`${format.format(instant).replace(" ", "T")}Z`);
    for (let local = latest + MINUTE || shown; local <= shown; local += MINUTE) {
      const date = new Date(local);
      if (instant >= from)
        wall.push({
          instant,
          dayNumber: Math.floor(local / DAY),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          weekday: date.getUTCDay() || 7,
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
        });
    }
    latest = Number.isNaN(latest) ? shown : Math.max(latest, shown);
  }
  return wall;
}

interface Walk {
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  readonly wall: readonly WallMinute[];
}

function walk(zone: string, from: string, days: number, clock = zone): Walk {
  const start = Date.parse(from);
  return {
    zone,
    from: start,
    to: start + days * DAY,
    wall: watchClock(clock, start, start + days * DAY),
  };
}

/** Weeks with a change of the clock, and months of every length. */
export const walks: readonly Walk[] = [
  walk("UTC", "2024-02-24T00:00:00Z", 10),
  walk("UTC", "2026-02-24T07:31:00Z", 10),
  walk("UTC+05:30", "2026-12-27T00:00:00Z", 10, "Asia/Kolkata"),
  walk("UTC-03:00", "2026-04-26T00:00:00Z", 10, "America/Sao_Paulo"),
  walk("Europe/Berlin", "2026-03-25T12:00:00Z", 10),
  walk("Europe/Berlin", "2026-10-22T00:00:00Z", 12),
  walk("America/New_York", "2026-03-04T00:00:00Z", 10),
  walk("America/New_York", "2026-10-28T00:00:00Z", 10),
  walk("Australia/Lord_Howe", "2026-03-29T00:00:00Z", 10),
  walk("Australia/Lord_Howe", "2026-09-28T00:00:00Z", 10),
  // Its change is at midnight, so a day begins at 01:00.
  walk("Africa/Cairo", "2026-04-20T00:00:00Z", 12),
];

type Matches = (minute: WallMinute) => boolean;

/** A rule, and what it means to the naive calendar, which is told in other words. */
interface RuleCase {
  readonly rule: (zone: string) => ScheduleRule;
  readonly matches: Matches;
}

const hours = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 }) },
  fc.integer({ min: 0, max: 23 }),
);
const minutes = fc.oneof(fc.constantFrom(0, 15, 30, 59), fc.integer({ min: 0, max: 59 }));
const times = fc.array(fc.tuple(hours, minutes), { minLength: 1, maxLength: 6 });

const two = (number: number) => String(number).padStart(2, "0");
const write = (list: readonly (readonly [number, number])[]) =>
  list.map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const isAt = (list: readonly (readonly [number, number])[], at: WallMinute) =>
  list.some(([hour, minute]) => hour === at.hour && minute === at.minute);

/** A weekly, monthly or interval rule. */
export const calendarCase: fc.Arbitrary<RuleCase> = fc
  .tuple(
    times,
    fc.oneof(
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((weekdays) => ({
        day: { kind: "weekly" as const, weekdays },
        matches: (at: WallMinute) => weekdays.includes(at.weekday),
      })),
      fc
        .uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 28, max: 31 })), {
          minLength: 1,
          maxLength: 6,
        })
        .map((days) => ({
          day: { kind: "monthly" as const, days },
          matches: (at: WallMinute) => days.includes(at.day),
        })),
      fc.integer({ min: 1, max: 31 }).map((days) => {
        const fromFirst: number[] = [];
        for (let day = 1; day <= 31; day += days) fromFirst.push(day);
        return {
          day: { kind: "interval" as const, days, since: null },
          matches: (at: WallMinute) => fromFirst.includes(at.day),
        };
      }),
      fc
        .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 19_700, max: 20_760 }))
        .map(([days, first]) => ({
          day: {
            kind: "interval" as const,
            days,
            since: new Date(first * DAY).toISOString().slice(0, 10),
          },
          matches: (at: WallMinute) => {
            let next = first;
            while (next < at.dayNumber) next += days;
            return next === at.dayNumber;
          },
        })),
    ),
  )
  .map(([list, { day, matches }]) => ({
    rule: (zone) => ({ ...day, times: write(list), zone }),
    matches: (at) => isAt(list, at) && matches(at),
  }));

/** A cron field and the values that it stands for. */
interface Field {
  readonly text: string;
  readonly values: ReadonlySet<number>;
}

function cronField(min: number, max: number): fc.Arbitrary<Field> {
  const value = fc.integer({ min, max });
  const range = fc.tuple(value, value, fc.integer({ min: 1, max: 3 })).map(([a, b, step]): Field => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const values = new Set<number>();
    for (let at = low; at <= high; at += Math.min(step, high - low || 1)) values.add(at);
    return {
      text: high - low < 2 || step === 1 ? `${low}-${high}` : `${low}-${high}/${Math.min(step, high - low)}`,
      values,
    };
  });
  const list = fc
    .array(value, { minLength: 1, maxLength: 4 })
    .map((values): Field => ({ text: values.join(","), values: new Set(values) }));
  return fc.oneof(list, range);
}

const star: fc.Arbitrary<Field | null> = fc.constant(null);
const textOf = (field: Field | null) => field?.text ?? "*";

export const cronCase: fc.Arbitrary<RuleCase> = fc
  .tuple(
    fc.array(minutes, { minLength: 1, maxLength: 3 }),
    fc.oneof(cronField(0, 23), cronField(0, 4), star),
    fc.oneof(cronField(1, 31), star, star),
    fc.oneof(cronField(1, 12), star, star, star),
    fc.oneof(cronField(0, 7), star, star),
  )
  .map(([past, hour, day, month, weekday]) => ({
    rule: (zone) => ({
      kind: "cron",
      expression: [past.join(","), ...[hour, day, month, weekday].map(textOf)].join(" "),
      zone,
    }),
    matches: (at) => {
      const days = day === null || day.values.has(at.day);
      const weekdays =
        weekday === null || weekday.values.has(at.weekday) || (at.weekday === 7 && weekday.values.has(0));
      return (
        past.includes(at.minute) &&
        (hour === null || hour.values.has(at.hour)) &&
        (month === null || month.values.has(at.month)) &&
        (day !== null && weekday !== null ? days || weekdays : days && weekdays)
      );
    },
  }));

/** The instants at which one of the rules is due: when the clock first shows a minute that it matches, or skips it. */
export function expectedRuns({ wall }: Walk, cases: readonly RuleCase[]): number[] {
  const found = wall.filter((at) => cases.some(({ matches }) => matches(at)));
  return [...new Set(found.map(({ instant }) => instant))];
}
