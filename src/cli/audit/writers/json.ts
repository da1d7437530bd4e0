import { type AuditRow, asInFile } from "../row.js";
import type { AuditWriter } from "./writer.js";

/** One target as JSON tells it. Times are RFC 3339 in UTC, whatever ends in `Ms` is milliseconds. */
export function toAuditJson(row: AuditRow) {
  const { target, running } = row;
  return {
    target: target.name,
    group: target.group,
    labels: target.labels,
    service: target.service,
    account: target.account,
    resource: target.resource,
    verdict: row.standing,
    previous: row.previous,
    reason: row.reason,
    lastGoodAt: iso(row.lastGoodAt),
    ageMs: row.ageMs,
    maxAgeMs: target.objective.maxAge,
    failuresSince: row.failuresSince,
    running: running && { id: running.id, since: iso(running.since) },
    restorable: row.restorable,
    missing: row.missing,
    states: row.states,
    failure: row.failure,
    requests: row.requests,
    throttled: row.throttled,
    askedAt: iso(row.askedAt),
    durationMs: row.durationMs,
  };
}

/** A target on a line each, as its result comes. */
export function ndjsonWriter(): AuditWriter {
  return { streams: true, row: (row) => `${JSON.stringify(toAuditJson(row))}\n`, end: () => [] };
}

/** One object: what it came to, and the targets in the order of their file. */
export function jsonWriter(): AuditWriter {
  return {
    streams: false,
    row: () => "",
    *end({ rows, tally, began, ended, wanted }) {
      const { targets, requests, throttled, counts } = tally;
      const summary = { wanted, asked: targets, ...counts, requests, throttled };
      const times = { began: iso(began), ended: iso(ended) };
      yield `{\n"began": "${times.began}",\n"ended": "${times.ended}",\n"summary": ${JSON.stringify(summary)},\n"targets": [`;
      let between = "\n";
      for (const row of asInFile(rows)) {
        yield between + JSON.stringify(toAuditJson(row));
        between = ",\n";
      }
      yield "\n]\n}\n";
    },
  };
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
