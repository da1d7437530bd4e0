import type { LineCounter } from "../../node/yaml.js";
import type { TargetsProblem } from "./error.js";

/** What stands behind a message: what to do, and whether it rests on the whole file. */
export interface ProblemOptions {
  readonly hint?: string | undefined;
  /** Something is not there: no mistake as long as a part of the file cannot be read. */
  readonly absent?: boolean;
}

/** Gathers the mistakes of a targets file, each once, by their offsets in its text. */
export class Problems {
  readonly #file: string;
  readonly #lines: LineCounter;
  readonly #found = new Map<string, Found>();
  readonly #spoilt = new WeakSet<object>();

  constructor(file: string, lines: LineCounter) {
    this.#file = file;
    this.#lines = lines;
  }

  get any(): boolean {
    return this.#found.size > 0;
  }

  /** A mistake at an offset of the file. */
  add(at: number, message: string, { hint, absent = false }: ProblemOptions = {}): void {
    this.#keep({ ...this.place(at), message, ...(hint !== undefined && { hint }) }, at, absent);
  }

  /** A mistake in another file, which an offset of this one names. */
  addElsewhere(problem: TargetsProblem, at: number): void {
    this.#keep(problem, at, false);
  }

  place(at: number): { file: string; line: number; column: number } {
    const { line, col } = this.#lines.linePos(at);
    return { file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** Takes back what was found from `offset` on, or because something was not there. */
  keepBefore(offset: number): void {
    for (const [key, { at, absent }] of this.#found) {
      if (at >= offset || absent) this.#found.delete(key);
    }
  }

  /** Marks what lost a part because it was wrong: what it lacks now may have been meant. */
  spoil(container: object): void {
    this.#spoilt.add(container);
  }

  isSpoilt(container: object): boolean {
    return this.#spoilt.has(container);
  }

  /** In the order of the file; those of a file of ids follow at the place that names it. */
  list(): TargetsProblem[] {
    const found = [...this.#found.values()];
    found.sort((a, b) => a.at - b.at || a.problem.line - b.problem.line);
    return found.map(({ problem }) => problem);
  }

  #keep(problem: TargetsProblem, at: number, absent: boolean): void {
    const key = `${at} ${problem.line} ${problem.message}`;
    if (!this.#found.has(key)) this.#found.set(key, { problem, at, absent });
  }
}

interface Found {
  readonly problem: TargetsProblem;
  readonly at: number;
  readonly absent: boolean;
}
