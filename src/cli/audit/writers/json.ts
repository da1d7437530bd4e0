import { toJson } from "../../escape.js";
import type { Audit } from "../audit.js";
import { type AuditRow, asInFile } from "../row.js";
import type { AuditWriter } from "./writer.js";

/** One target as JSON tells it. Times are RFC 3339 in UTC, fields that end in `Ms` are milliseconds. */
export function toAuditJson(row: AuditRow) {
  const { target, running } = row;
  return {
    target: target.name,
    group: target.group,
    labels: target.labels,
    service: target.service,
    account: target.account,
    resource: target.resource,
    verdict: row.status,
    previous: row.previous,
    reason: row.reason,
    lastGoodAt: iso(row.lastGoodAt),
    ageMs: row.ageMs,
    maxAgeMs: target.objective.maxAge,
    schedule: row.schedule,
    runs: row.runs,
    pauseOver: row.pauseOver,
    failuresSince: row.failuresSince,
    running: running && { id: running.id, since: iso(running.since) },
    restorable: row.restorable,
    goodLeft: row.goodLeft,
    lastRestore: row.lastRestore && { ...row.lastRestore, at: row.lastRestore.at.toISOString() },
    missing: row.missing,
    states: row.states,
    failure: row.failure,
    requests: row.requests,
    throttled: row.throttled,
    askedAt: iso(row.askedAt),
    durationMs: row.durationMs,
  };
}

/** A target on a line each, as its result comes; the last line is the summary. */
export function ndjsonWriter(): AuditWriter {
  const row = (row: AuditRow) => `${toJson(toAuditJson(row))}\n`;
  return {
    streams: true,
    row,
    *end(audit) {
      for (const unreached of audit.unreached) yield row(unreached);
      yield `${toJson({ summary: summaryOf(audit) })}\n`;
    },
  };
}

/** Counts of targets and requests. */
export function summaryOf({ unreached, tally }: Pick<Audit, "unreached" | "tally">) {
  const { targets: wanted, checked, counts, requests, throttled } = tally;
  return { wanted, checked, interrupted: unreached.length > 0, ...counts, requests, throttled };
}

/** One object: what it came to, and the targets in the order of their file. */
export function jsonWriter(): AuditWriter {
  return {
    streams: false,
    row: () => "",
    *end(audit) {
      const times = { began: iso(audit.began), ended: iso(audit.ended) };
      const summary = toJson(summaryOf(audit));
      yield `{\n"began": "${times.began}",\n"ended": "${times.ended}",\n"summary": ${summary},\n"targets": [`;
      let between = "\n";
      for (const row of asInFile([...audit.rows, ...audit.unreached])) {
        yield between + toJson(toAuditJson(row));
        between = ",\n";
      }
      yield "\n]\n}\n";
    },
  };
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
