import type { SourcePage } from "../../records/service.js";
import type { Word } from "../style.js";
import type { Job } from "./job.js";
import { resumeCommand } from "./resume-command.js";
import type { Entry } from "./source.js";
import { backups, isFailed, summarize } from "./summary.js";

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
  #underWay: readonly Entry[] = [];
  #failed = 0;
  /** Records of this id that are wanted, written or not. */
  #found = 0;
  /** Ids without a backup. */
  readonly #empty: (string | undefined)[] = [];
  /** Records of the listing, as the service states it; null if that says nothing of those that are wanted. */
  #total: number | null = null;

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
    this.#found = 0;
    this.#skip = this.#begun ? 0 : skip;
    this.#cursor = this.#begun ? undefined : resume;
    this.#begun = true;
    return this.#cursor ?? undefined;
  }

  /** Those of a page's records that are about to be written: none that is skipped, and no more than `--max`. */
  choose(wanted: readonly Entry[]): readonly Entry[] {
    const chosen = wanted.slice(this.#skip, this.#skip + this.left);
    this.#underWay = chosen;
    return chosen;
  }

  /** Notes that the chosen ones of a page's `wanted` records were written. */
  wrote(wanted: number, { cursor, total }: SourcePage): void {
    const done = Math.min(this.#skip, wanted) + this.#underWay.length;
    this.written += this.#underWay.length;
    this.#failed += this.#underWay.filter(isFailed).length;
    this.#found += wanted;
    this.#total = this.#job.subjects.several || this.#job.query.states !== undefined ? null : total;
    this.#underWay = [];
    if (done === wanted) {
      this.#cursor = cursor;
      this.#skip = Math.max(0, this.#skip - wanted);
    } else {
      this.#skip = done;
    }
    this.cutShort = this.left === 0 && (done < wanted || cursor !== null);
  }

  /** Notes that all of an id was read. */
  end(): void {
    if (this.#found === 0) this.#empty.push(this.#id);
  }

  /** What to say at the end: which ids have no backups, and on a terminal how many backups were written. */
  summary(): string[] {
    return summarize(this.#job, this.cutShort ? 0 : this.written, this.#failed, this.#empty);
  }

  /** One line: what happened, how far it came, the command that goes on. */
  describe(happened: string): Word[] {
    const next = this.#underWay.length;
    const more = next === 0 ? "" : ` and some of the next ${next}`;
    const records = `${backups(this.written, this.#total)}${more}`;
    if (this.#cursor === null)
      return [`${happened} after ${records}, at the end of ${this.#id ?? "the listing"}`];
    const { given } = this.#job.subjects;
    const piped = this.#id !== undefined && !given.includes(this.#id);
    const rest = piped ? ` (with the ids after ${this.#id} on standard input)` : "";
    const command = resumeCommand(this.#job, this.#id, this.#cursor, this.#skip);
    return [`${happened} after ${records}; to go on${rest}: `, { command }];
  }
}
