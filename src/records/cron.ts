import { Cron } from "croner";

const MINUTE = 60_000;

/** A cron expression's days, and the minutes of such a day, ascending. Both are local, and know of no zone. */
interface CronPlan {
  /** Whether a day is due, given as its midnight in UTC. */
  readonly falls: (day: Date) => boolean;
  readonly minutes: readonly number[];
}

/**
 * Reads a cron expression of five fields, as the library croner does. Days and times are matched apart and as if in
 * UTC, so that the zone's changes of the clock are treated as in all other rules, and no expression makes a search long.
 * @throws RangeError if it has not five fields, or one of them cannot be read
 */
export function readCron(expression: string): CronPlan {
  const [minute, hour, day, month, weekday, ...rest] = String(expression).trim().split(/\s+/);
  if (weekday === undefined || rest.length > 0)
    throw new RangeError("a cron expression must have five fields: minute, hour, day, month and weekday");
  const days = open(`0 0 ${day} ${month} ${weekday}`);
  const hoursOfDay = matches(open(`0 ${hour} * * *`), 24, 60 * MINUTE);
  const minutesOfHour = matches(open(`${minute} 0 * * *`), 60, MINUTE);
  return {
    falls: (midnight) => days.match(midnight),
    minutes: hoursOfDay.flatMap((at) => minutesOfHour.map((past) => at * 60 + past)),
  };
}

function open(fields: string): Cron {
  try {
    return new Cron(fields, { mode: "5-part", utcOffset: 0 });
  } catch (error) {
    throw new RangeError(
      `the cron expression cannot be read (${error instanceof Error ? error.message : error})`,
    );
  }
}

/** Which of the first `count` multiples of `unit` an expression matches. */
function matches(cron: Cron, count: number, unit: number): number[] {
  return Array.from({ length: count }, (_, at) => at).filter((at) => cron.match(new Date(at * unit)));
}
