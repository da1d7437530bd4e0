import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { createDcsClient, token } from "backup-records";
import { fakeCredentials, type Mock, startMock } from "backup-records/mock";
import { afterEach, beforeAll, expect, test } from "vitest";
import { traceBackupRecords } from "../../examples/opentelemetry.js";

const exporter = new InMemorySpanExporter();
let mock: Mock<"dcs"> | undefined;

beforeAll(() => {
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  traceBackupRecords(provider.getTracer("test"));
});

afterEach(async () => {
  exporter.reset();
  await mock?.stop();
});

/** The spans of the call, the one of the call last. */
async function spansOf(instance_id: string, faults: readonly string[]) {
  mock = await startMock({ services: ["dcs"], faults });
  const { host } = new URL(mock.urls.dcs);
  const dcs = createDcsClient({
    baseUrl: mock.urls.dcs,
    projectId: fakeCredentials.projectId,
    auth: token(fakeCredentials.token),
    retry: { baseDelayMs: 1 },
  });
  const error: unknown = await dcs.listBackupRecords({ instance_id, limit: 5 }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const all = exporter.getFinishedSpans();
  const call = all.find(({ attributes }) => attributes["backup_records.resource"] === instance_id);
  const attempts = all.filter(
    ({ parentSpanContext }) => parentSpanContext?.spanId === call?.spanContext().spanId,
  );
  return { call, attempts, error, host };
}

test("a call is a span, and each attempt a span within it", async () => {
  const { call, attempts, error, host } = await spansOf("traced-instance", ["503@1"]);
  expect(error).toBeNull();
  expect(call?.name).toBe("ListBackupRecords");
  expect(call?.status.code).toBe(SpanStatusCode.UNSET);
  expect(call?.parentSpanContext).toBeUndefined();
  const attributes = { "http.request.method": "GET", "server.address": host };
  expect(attempts).toMatchObject([
    {
      name: "GET",
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.ERROR, message: expect.stringContaining("503") },
      attributes: {
        ...attributes,
        "http.request.resend_count": 0,
        "http.response.status_code": 503,
        "error.type": "ServerError",
      },
    },
    {
      name: "GET",
      status: { code: SpanStatusCode.UNSET },
      attributes: { ...attributes, "http.request.resend_count": 1, "http.response.status_code": 200 },
    },
  ]);
  expect(attempts.map((span) => span.spanContext().traceId)).toEqual(
    Array(2).fill(call?.spanContext().traceId),
  );
});

test("the span of a call that fails has its error", async () => {
  const { call, attempts, error } = await spansOf("missing-traced", []);
  expect(error).toMatchObject({ name: "NotFoundError" });
  expect(call?.status).toEqual({ code: SpanStatusCode.ERROR, message: (error as Error).message });
  expect(attempts).toHaveLength(1);
});
