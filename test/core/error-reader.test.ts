import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readErrorEnvelope, requestIdOf } from "../../src/core/error-response.js";
import envelopes from "../../data/error-envelopes.json" with { type: "json" };

const none = () => null;
const read = (body: unknown) => readErrorEnvelope(JSON.stringify(body), none);

describe("readErrorEnvelope", () => {
  it.each(envelopes)("reads $name", ({ body, raw, headers, expect: { class: _, ...expected } }) => {
    const sent = new Headers(headers as Record<string, string> | undefined);
    const envelope = readErrorEnvelope(raw ?? JSON.stringify(body), (name) => sent.get(name));
    expect(envelope).toEqual({ extMessage: null, ...expected, body: envelope.body });
    if (raw === undefined) expect(envelope.body).toEqual(body);
  });

  it("keeps the text as the body where it is no JSON", () => {
    expect(readErrorEnvelope("invalid json data", none).body).toBe("invalid json data");
  });

  it("keeps the first 2 KB of words", () => {
    expect(readErrorEnvelope("x".repeat(5000), none).message).toHaveLength(2048);
    expect(readErrorEnvelope(`<!DOCTYPE html><p>${"x".repeat(5000)}`, none).message).toHaveLength(
      "a web page: ".length + 2048,
    );
  });

  it.each([
    ['{"error_code":"APIGW.0308","error_msg":"slow', "APIGW.0308"],
    ['{"error":{"message":"no","code":"DCS.4062"', "DCS.4062"],
    [' {"RequestId":"r","Code":"Forbidden.RAM","Mess', "Forbidden.RAM"],
    ['{"error":{"code":111400002,"mess', "111400002"],
    ['{"error_msg":"no code in here', ""],
    ['the "code":"X.1" of a text that is no JSON', ""],
  ])("tells the code of a body that was cut short: %s", (text, code) => {
    expect(readErrorEnvelope(text, none)).toMatchObject({ code, body: text });
  });

  it("bounds the words of JSON, too", () => {
    const text = JSON.stringify({ error_code: "X.1", error_msg: "x".repeat(100_000) });
    expect(readErrorEnvelope(text, none).message).toHaveLength(2048);
  });

  it("bounds codes, further words and request ids", () => {
    const long = "x".repeat(100_000);
    const envelope = read({ error_code: long, error_msg: "m", error_ext_msg: long, request_id: long });
    expect([envelope.code, envelope.extMessage, envelope.requestId].map((text) => text?.length)).toEqual([
      256, 2048, 256,
    ]);
    expect(readErrorEnvelope(`{"code":"${long}`, none).code).toHaveLength(256);
    expect(requestIdOf(null, () => long)).toHaveLength(256);
  });

  it("prefers the envelopes in their order", () => {
    const bodies = [
      { error_code: "1", error_msg: "1" },
      { code: "2", message: "2" },
      { Code: "3", Message: "3" },
      { ErrCode: "4", ErrMessage: "4" },
      { error: { code: "5", message: "5" } },
    ];
    bodies.forEach((body, index) => {
      const all = Object.assign({}, ...bodies.slice(index).reverse());
      expect(read(all)).toMatchObject({ code: `${index + 1}`, message: `${index + 1}` });
      expect(read(body).code).toBe(`${index + 1}`);
    });
  });

  it("looks for another envelope where one has neither code nor message", () => {
    expect(read({ error_code: null, error_msg: "", code: "A", message: "b" })).toMatchObject({
      code: "A",
      message: "b",
    });
    expect(read({ code: {}, message: [], Code: "A", Message: "b" })).toMatchObject({
      code: "A",
      message: "b",
    });
    expect(read({ Code: "", error: { code: "A", message: "b" } })).toMatchObject({ code: "A", message: "b" });
  });

  it("takes the secrets out of code, words and body", () => {
    const envelope = readErrorEnvelope(
      JSON.stringify({
        error_code: "fake-token-1",
        error_msg: "X-Auth-Token: fake-token-2",
        echo: ["fake-token-1"],
      }),
      none,
      ["fake-token-1"],
    );
    expect(JSON.stringify(envelope)).not.toContain("fake-token");
    expect(envelope.message).toBe("X-Auth-Token: [redacted]");
  });

  it("takes them out of a text that is no JSON", () => {
    const envelope = readErrorEnvelope("<html>fake-token-1", none, ["fake-token-1"]);
    expect(envelope).toMatchObject({ message: "a web page: [redacted]", body: "<html>[redacted]" });
  });

  it.each([
    "null",
    "[]",
    "[[[]]]",
    '"text"',
    "0",
    "true",
    '{"__proto__":{"error_code":"A","error_msg":"b"}}',
    '{"constructor":{"name":"A"},"error":"x"}',
    '{"error":null}',
    '{"error":[{"code":"A"}]}',
    '{"error":{"code":{"toString":1},"message":{"valueOf":null}}}',
    '{"error_code":{"toString":1},"request_id":{"toString":1}}',
    "[".repeat(1_000_000),
  ])("never fails, whatever comes: %s", (text) => {
    const envelope = readErrorEnvelope(text.slice(0), none);
    expect(envelope).toMatchObject({ code: "", message: text.slice(0, 2048), requestId: null });
  });

  it("never fails on any JSON in the place of any field", () => {
    const names = [
      "error_code",
      "error_msg",
      "error_ext_msg",
      "request_id",
      "code",
      "message",
      "Code",
      "Message",
      "RequestId",
      "error",
    ];
    const body = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
    fc.assert(
      fc.property(body, fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (outer, error) => {
        for (const value of [outer, { ...outer, error }]) {
          const envelope = read(value);
          expect(typeof envelope.code).toBe("string");
          expect(typeof envelope.message).toBe("string");
        }
      }),
    );
  });
});

describe("requestIdOf", () => {
  const body = { request_id: "body-1", RequestId: "body-2" };

  it("prefers the headers, then the gateway's field, then the service's", () => {
    const headers = new Headers({ "X-Request-Id": "a", "x-acs-request-id": "b" });
    expect(requestIdOf(body, (name) => headers.get(name))).toBe("a");
    headers.delete("x-request-id");
    expect(requestIdOf(body, (name) => headers.get(name))).toBe("b");
    expect(requestIdOf(body, none)).toBe("body-1");
    expect(requestIdOf({ RequestId: 7 }, none)).toBe("7");
  });

  it.each([null, undefined, "text", [], { request_id: {} }])("is null where there is none: %j", (value) => {
    expect(requestIdOf(value, none)).toBeNull();
  });
});
