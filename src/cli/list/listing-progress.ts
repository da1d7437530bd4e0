import type { Job } from "./job.js";
import { resumeCommand } from "./resume-command.js";
import type { Entry } from "./source.js";

/** How far a listing has come, and how to go on from there. */
export class ListingProgress {
  written = 0;
  /** Whether `--max` ended the listing before its end. */
  cutShort = false;
  readonly #job: Job;
  #id: string | undefined;
  /** Where the page behind the last whole one begins; undefined for the beginning, null for the end. */
  #cursor: string | null | undefined;
  /** Records behind the cursor that are written already. */
  #skip = 0;
  #begun = false;
  /** Records that are being written. */
  #underWay = 0;

  constructor(job: Job) {
    this.#job = job;
  }

  /** How many more records may be written. */
  get left(): number {
    return (this.#job.options.max ?? Number.POSITIVE_INFINITY) - this.written;
  }

  /** Begins an id and returns where: `--resume` and `--skip` are the first one's. */
  begin(id: string | undefined): string | undefined {
    const { resume, skip = 0 } = this.#job.options;
    this.#id = id;
    this.#skip = this.#begun ? 0 : skip;
    this.#cursor = this.#begun ? undefined : resume;
    this.#begun = true;
    return this.#cursor ?? undefined;
  }

  /** Those of a page's records that are about to be written: none that is skipped, and no more than `--max`. */
  choose(wanted: readonly Entry[]): readonly Entry[] {
    const chosen = wanted.slice(this.#skip, this.#skip + this.left);
    this.#underWay = chosen.length;
    return chosen;
  }

  /** Notes that the chosen ones of a page's `wanted` records were written; the next page begins at `cursor`. */
  wrote(wanted: number, cursor: string | null): void {
    const done = Math.min(this.#skip, wanted) + this.#underWay;
    this.written += this.#underWay;
    this.#underWay = 0;
    if (done === wanted) {
      this.#cursor = cursor;
      this.#skip = Math.max(0, this.#skip - wanted);
    } else {
      this.#skip = done;
    }
    this.cutShort = this.left === 0 && (done < wanted || cursor !== null);
  }

  /** One line: what happened, how far it came, the command that goes on. */
  describe(happened: string): string {
    const more = this.#underWay === 0 ? "" : ` and some of the next ${this.#underWay}`;
    const records = `${this.written === 1 ? "1 record" : `${this.written} records`}${more}`;
    if (this.#cursor === null)
      return `${happened} after ${records}, at the end of ${this.#id ?? "the listing"}`;
    const { given } = this.#job.subjects;
    const piped = this.#id !== undefined && !given.includes(this.#id);
    const rest = piped ? ` (with the ids after ${this.#id} on standard input)` : "";
    return `${happened} after ${records}; to go on${rest}: ${resumeCommand(this.#job, this.#id, this.#cursor, this.#skip)}`;
  }
}
