import { reportPage } from "../report/page.js";
import type { AuditWriter } from "./writer.js";

/** The report as one page of its own. */
export function htmlWriter(): AuditWriter {
  return { streams: false, row: () => "", end: (audit) => reportPage(audit) };
}
