import { describe, expect, test, vi } from "vitest";
import { ConnectionError } from "../../src/core/errors.js";
import { send } from "../../src/core/send.js";
import { settle } from "../support/fake-clock.js";
import { chunks, failing, response, type Step, scriptedCall } from "../support/scripted-call.js";

const sendOne = async (step: Step, overrides = {}) => {
  const { call, settings } = scriptedCall([step], overrides);
  return send(call, settings, 1, undefined).catch((error: unknown) => error);
};
const coded = (code: string) =>
  new TypeError("terminated", { cause: Object.assign(new Error("why"), { code }) });
const breakingOff = (code: string) => () =>
  response(
    200,
    new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(coded(code));
      },
    }),
  );

describe("a redirect", () => {
  test.each([
    [301, "https://elsewhere.example.test/login?ticket=1#x", "https://elsewhere.example.test"],
    [302, "/moved?secret=1", "https://dcs.example.test"],
    [303, "//user:fake@other.example.test:8443/x", "https://other.example.test:8443"],
    [307, "http://", "an unnamed place"],
    [308, null, "an unnamed place"],
  ])("of status %i to %s is refused by its origin alone", async (status, location, named) => {
    const cancel = vi.fn();
    const step = () =>
      response(status, new ReadableStream<Uint8Array>({ cancel }), location === null ? {} : { location });
    const error = await sendOne(step);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: "redirect_refused", attempts: 1 });
    expect(String(error)).toContain(`dcs.example.test redirects to ${named};`);
    expect(String(error)).not.toMatch(/secret|ticket|fake/);
    await settle();
    expect(cancel).toHaveBeenCalledOnce();
  });
});

test("a 304 is not a redirect", async () => {
  expect(await sendOne(() => response(304, null, { location: "/moved" }))).toMatchObject({
    status: 304,
    text: "",
  });
});

describe("a body", () => {
  test("up to the limit is read, and one beyond it is a broken contract", async () => {
    const step = () => response(200, chunks("12345", "67890"));
    expect(await sendOne(step, { maxResponseBytes: 10 })).toMatchObject({ text: "1234567890" });
    expect(await sendOne(step, { maxResponseBytes: 9 })).toMatchObject({
      name: "ContractError",
      status: 200,
      message: "dcs ListBackupRecords: the response cannot be read: the body is larger than 9 bytes",
    });
  });

  test.each(["Z_DATA_ERROR", "ERR__ERROR_FORMAT_PADDING_1", "ZSTD_error_prefix_unknown"])(
    "that cannot be decompressed (%s) is a broken contract",
    async (code) => {
      expect(await sendOne(breakingOff(code))).toMatchObject({
        name: "ContractError",
        message: `dcs ListBackupRecords: the response cannot be decompressed (${code})`,
      });
    },
  );

  test.each(["Z_BUF_ERROR", "ECONNRESET", "UND_ERR_SOCKET"])(
    "that breaks off (%s) is a broken connection",
    async (code) => {
      expect(await sendOne(breakingOff(code))).toMatchObject({
        name: "ConnectionError",
        code,
        message: `dcs ListBackupRecords: the response broke off from dcs.example.test (attempt 1, ${code}): why`,
      });
    },
  );
});

describe("a failure of the network", () => {
  test("without a code is one of the network in general", async () => {
    expect(await sendOne(failing(new TypeError("Load failed")))).toMatchObject({
      code: "network",
      message:
        "dcs ListBackupRecords: no response came from dcs.example.test (attempt 1, network): Load failed",
    });
  });

  test("takes its message from the innermost cause that has one", async () => {
    const cause = Object.assign(new AggregateError([], ""), { code: "ECONNREFUSED" });
    const error = await sendOne(failing(new TypeError("fetch failed", { cause })));
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
    expect(String(error)).toContain("fetch failed");
  });

  test("that is an error of this package already stays as it is", async () => {
    const own = new ConnectionError("proxied", { service: "dcs", operation: "X", code: "proxy" });
    expect(await sendOne(failing(own))).toBe(own);
  });
});

describe("a TLS connection that cannot be made", () => {
  test.each([
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "name the authority's certificate in NODE_EXTRA_CA_CERTS"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "NODE_EXTRA_CA_CERTS"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "NODE_EXTRA_CA_CERTS"],
    ["UNABLE_TO_GET_ISSUER_CERT", "NODE_EXTRA_CA_CERTS"],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "NODE_EXTRA_CA_CERTS"],
    ["CERT_HAS_EXPIRED", "the certificate has expired"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "the certificate is for another host; check the base URL"],
    ["EPROTO", "check that the port speaks https"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "check that the port speaks https"],
  ])("with the code %s says what to do, without OpenSSL's own message", async (code, remedy) => {
    const cause = Object.assign(new Error("ssl3_record.c:350:"), { code });
    const error = await sendOne(failing(new TypeError("fetch failed", { cause })));
    expect(error).toMatchObject({ name: "ConnectionError", code });
    expect(String(error)).toContain(`(attempt 1, ${code}): `);
    expect(String(error)).toContain(remedy);
    expect(String(error)).not.toContain("ssl3");
  });
});

describe("a kept connection that was closed meanwhile", () => {
  const stale = () => failing(Object.assign(coded("ECONNRESET"), { stale: true }));
  const sendTwice = async (...steps: Step[]) => {
    const { call, settings, requests } = scriptedCall(steps);
    const sent = send(call, settings, 1, undefined).catch((error: unknown) => error);
    return { sent: await sent, tokens: requests.map(({ headers }) => headers["x-auth-token"]) };
  };

  test("costs no attempt: the request is signed again and sent once more", async () => {
    const { sent, tokens } = await sendTwice(stale(), () => response(200, chunks("{}")));
    expect(sent).toMatchObject({ status: 200, text: "{}" });
    expect(tokens).toEqual(["fake-token-1", "fake-token-2"]);
  });

  test("is a broken connection if the next one is no better", async () => {
    const { sent, tokens } = await sendTwice(stale(), stale(), () => response(200, chunks("{}")));
    expect(sent).toBeInstanceOf(ConnectionError);
    expect(sent).toMatchObject({ code: "ECONNRESET", attempts: 1 });
    expect(tokens).toHaveLength(2);
  });

  test("passes on another failure of the second time", async () => {
    const { sent } = await sendTwice(stale(), failing(coded("ECONNREFUSED")));
    expect(sent).toMatchObject({ name: "ConnectionError", code: "ECONNREFUSED" });
  });
});

test("a body that fails while it is cancelled breaks nothing", async () => {
  const cancel = () => Promise.reject(new Error("too late"));
  const error = await sendOne(() => response(302, new ReadableStream<Uint8Array>({ cancel })));
  await settle();
  expect(error).toMatchObject({ code: "redirect_refused" });
});
