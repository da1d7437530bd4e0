import type { Job } from "./job.js";
import { resumeCommand } from "./resume-command.js";

/** How far a listing has come, and how to go on from there. */
export class ListingProgress {
  written = 0;
  /** Whether `--max` ended the listing before its end. */
  cutShort = false;
  readonly #job: Job;
  #id: string | undefined;
  /** Where the page behind the last whole one begins; undefined for the beginning, null for the end. */
  #cursor: string | null | undefined;
  /** Records written of the page that begins there. */
  #since = 0;
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

  /** Begins an id and returns where: `--resume` is the first one's. */
  begin(id: string | undefined): string | undefined {
    this.#id = id;
    this.#since = 0;
    this.#cursor = this.#begun ? undefined : this.#job.options.resume;
    this.#begun = true;
    return this.#cursor ?? undefined;
  }

  /** Notes that so many records are about to be written. */
  writing(records: number): void {
    this.#underWay = records;
  }

  /** Notes that `shown` of a page's `wanted` records were written; the next page begins at `cursor`. */
  wrote(shown: number, wanted: number, cursor: string | null): void {
    this.written += shown;
    this.#underWay = 0;
    if (shown === wanted) {
      this.#cursor = cursor;
      this.#since = 0;
    } else {
      this.#since = shown;
    }
    this.cutShort = this.left === 0 && (shown < wanted || cursor !== null);
  }

  /** One line: what happened, how far it came, the command that goes on. */
  describe(happened: string): string {
    const more = this.#underWay === 0 ? "" : ` and some of the next ${this.#underWay}`;
    const records = `${this.written === 1 ? "1 record" : `${this.written} records`}${more}`;
    if (this.#cursor === null)
      return `${happened} after ${records}, at the end of ${this.#id ?? "the listing"}`;
    const again = this.#since === 0 ? "" : ` (its first ${this.#since} records are written already)`;
    return `${happened} after ${records}; to go on${again}: ${resumeCommand(this.#job, this.#id, this.#cursor)}`;
  }
}
