/**
 * What becomes of the backups of a resource: `daily` as chance has it · `late` none was begun for three days ·
 * `failing` those of the last three days have failed · `stuck` the newest runs since twelve hours and never
 * ends · `never` all have failed.
 */
export type Course = "daily" | "late" | "failing" | "stuck" | "never";

const DAY = 86_400_000;
/** How long a course that is going wrong has done so, and what a course that went well before is sure of. */
const [WRONG, WELL] = [3 * DAY, 5 * DAY];

/** The course of a resource, which its id begins with; `daily` for any other. */
export function courseOf(resource: string): Course {
  const prefix = resource.slice(0, resource.indexOf("-") + 1);
  switch (prefix) {
    case "late-":
      return "late";
    case "failing-":
      return "failing";
    case "stuck-":
      return "stuck";
    case "never-":
      return "never";
    default:
      return "daily";
  }
}

/** How a backup of an age, in milliseconds at the start of the mock, ends; null leaves it to chance. */
export function outcomeOf(course: Course, age: number): "good" | "bad" | null {
  switch (course) {
    case "daily":
      return null;
    case "never":
      return "bad";
    case "failing":
      return age < WRONG ? "bad" : age < WELL ? "good" : null;
    default:
      return age < WELL ? "good" : null;
  }
}
