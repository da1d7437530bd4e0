import type { Terminal } from "../terminal.js";
import type { Subjects } from "./ids.js";
import type { ListOptions } from "./options.js";
import type { Query, Source } from "./source.js";
import type { RecordWriter } from "./writers/writer.js";

/** Everything that a listing is made of, checked and ready. */
export interface Job {
  readonly source: Source;
  readonly subjects: Subjects;
  readonly query: Query;
  readonly options: ListOptions;
  readonly writer: RecordWriter;
  readonly terminal: Terminal;
}
