/**
 * Spans of OpenTelemetry for the calls of every client in the process, and within them for each attempt. Call
 * `traceBackupRecords()` once, where you start the SDK.
 */
import { tracingChannel } from "node:diagnostics_channel";
import { context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import type { AttemptTrace, CallTrace } from "backup-records";

/** Older types of Node ask for all five. */
const unused = { start() {}, end() {}, asyncStart() {}, asyncEnd() {}, error() {} };

export function traceBackupRecords(tracer: Tracer = trace.getTracer("backup-records")): void {
  // All messages of one attempt are the same object; a call's id is in those of its attempts, too.
  const calls = new Map<number, Span>();
  const attempts = new WeakMap<AttemptTrace, Span>();

  tracingChannel<CallTrace, CallTrace>("backup-records:call").subscribe({
    ...unused,
    start({ service, operation, callId, resource }) {
      const attributes = {
        "backup_records.service": service,
        "backup_records.resource": resource ?? undefined,
      };
      calls.set(callId, tracer.startSpan(operation, { attributes }));
    },
    asyncEnd({ callId, error }) {
      end(calls.get(callId), error);
      calls.delete(callId);
    },
  });

  tracingChannel<AttemptTrace, AttemptTrace>("backup-records:attempt").subscribe({
    ...unused,
    start(attempt) {
      const attributes = {
        "http.request.method": attempt.method,
        "http.request.resend_count": attempt.attempt - 1,
        "server.address": attempt.host,
      };
      const call = calls.get(attempt.callId);
      const parent = call ? trace.setSpan(context.active(), call) : context.active();
      attempts.set(attempt, tracer.startSpan(attempt.method, { kind: SpanKind.CLIENT, attributes }, parent));
    },
    asyncEnd(attempt) {
      const { status, requestId, error } = attempt;
      const span = attempts.get(attempt);
      if (status) span?.setAttribute("http.response.status_code", status);
      if (requestId) span?.setAttribute("backup_records.request_id", requestId);
      end(span, error);
    },
  });
}

function end(span: Span | undefined, error: unknown): void {
  if (error !== undefined) {
    span?.setAttribute("error.type", error instanceof Error ? error.name : "aborted");
    span?.setStatus({
      code: SpanStatusCode.ERROR,
      message: error instanceof Error ? error.message : String(error),
    });
  }
  span?.end();
}
