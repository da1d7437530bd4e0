import { expect, test } from "vitest";
import { waitNotes } from "../../src/cli/list/wait-notes.js";
import { createStyle, styled, type Word } from "../../src/cli/style.js";
import type { ClientEvent } from "../../src/core/events.js";
import { output } from "./audit/doubles.js";

const call = { callId: 1, service: "dcs", operation: "ListBackupRecordsV1" };
const refused = (status: number | null, code: string | null): ClientEvent => {
  const rest = { code, requestId: null, durationMs: 5 };
  return { ...call, type: "attempt", attempt: 1, status, ...rest };
};
const wait = (delayMs: number, source: "server" | "backoff", attempt = 2): ClientEvent => {
  return { ...call, type: "wait", attempt, delayMs, source };
};

/** What is said of these events, each so many milliseconds after the one before. */
function said(events: readonly ClientEvent[], { columns = 80, quiet = false, apart = 10_000 } = {}) {
  const lines: string[] = [];
  let time = 0;
  const now = () => (time += apart);
  const say = (...words: readonly Word[]) => void lines.push(styled(words, createStyle(false)));
  const notes = waitNotes({ err: output(columns === 0 ? undefined : columns), quiet, now }, say, 3);
  for (const event of events) notes?.(event);
  return lines;
}

test("a service that asks to wait, and an attempt that failed, are told with how long and why", () => {
  const events = [
    refused(429, "APIGW.0308"),
    wait(19_500, "server"),
    refused(null, "ECONNRESET"),
    wait(2000, "backoff", 3),
  ];
  expect(said(events)).toEqual([
    "dcs asks to wait 20s (429): attempt 2 of 3",
    "dcs is tried again in 2s (ECONNRESET): attempt 3 of 3",
  ]);
});

test("short waits are not, nor many at once, nor anything where nobody looks", () => {
  const events = [refused(429, null), wait(20_000, "server")];
  expect(said([refused(503, null), wait(1999, "backoff")])).toEqual([]);
  expect(said([...events, ...events, ...events], { apart: 1 })).toHaveLength(1);
  expect(said(events, { columns: 0 })).toEqual([]);
  expect(said(events, { quiet: true })).toEqual([]);
});
