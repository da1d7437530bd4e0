import { describe, expect, it, vi } from "vitest";
import { webDigest } from "../../src/auth/digest.js";
import {
  type AlibabaAccessKey,
  alibabaAccessKey,
  type HuaweiAccessKey,
  huaweiAccessKey,
  otcAccessKey,
} from "../../src/auth/index.js";
import { ConfigurationError } from "../../src/core/errors.js";
import { authContext, outgoing } from "../support/auth-context.js";

const huaweiKey = { accessKeyId: "FAKEAK", secretAccessKey: "fake-secret" };
const alibabaKey = { accessKeyId: "FAKEAK", accessKeySecret: "fake-secret" };
const huaweiUrl = "https://dcs.eu-de.otc.t-systems.com/v1.0/p/instances/i/backups?limit=10&start=1";
const starrocksUrl =
  "https://starrocks.cn-hangzhou.aliyuncs.com/webapi/backup/manage/describe?InstanceId=c-1";
const starrocks = { service: "starrocks", action: "DescribeBackups", version: "2022-10-19" };

describe("huaweiAccessKey", () => {
  it("signs host and date alone if nothing else is known", async () => {
    const headers = await huaweiAccessKey(huaweiKey).authorize(outgoing(huaweiUrl), authContext());
    expect(headers).toEqual({
      "x-sdk-date": "20260101T000000Z",
      authorization: expect.stringMatching(
        /^SDK-HMAC-SHA256 Access=FAKEAK, SignedHeaders=host;x-sdk-date, Signature=[0-9a-f]{64}$/,
      ),
    });
  });

  it("names the client's project and brings the security token, both signed", async () => {
    const auth = huaweiAccessKey({ ...huaweiKey, securityToken: "fake-session" });
    expect(
      await auth.authorize(outgoing(huaweiUrl), authContext({ projectId: "fake-project" })),
    ).toMatchObject({
      "x-project-id": "fake-project",
      "x-security-token": "fake-session",
      authorization: expect.stringContaining("SignedHeaders=host;x-project-id;x-sdk-date;x-security-token, "),
    });
  });

  it("keeps and signs what the request has already: host, project and token", async () => {
    const headers = { host: "other.test", "x-project-id": "mine", "x-security-token": "s", accept: "*/*" };
    const added = await huaweiAccessKey(huaweiKey).authorize(
      outgoing(huaweiUrl, { headers }),
      authContext({ projectId: "the-client's" }),
    );
    expect({ ...headers, ...added }).toMatchObject({
      ...headers,
      authorization: expect.stringContaining("SignedHeaders=host;x-project-id;x-sdk-date;x-security-token, "),
    });
  });

  it("gives the same signature with WebCrypto", async () => {
    const digest = webDigest(globalThis.crypto.subtle);
    for (const form of ["access", "scoped"] as const) {
      const request = outgoing(huaweiUrl, { body: "{}" });
      const context = authContext({ region: "eu-de" });
      const promised = huaweiAccessKey(huaweiKey, { digest, form }).authorize(request, context);
      expect(promised).toBeInstanceOf(Promise);
      expect(await promised).toEqual(await huaweiAccessKey(huaweiKey, { form }).authorize(request, context));
    }
  });

  it("scopes the signature where it is told to, and then needs a region", async () => {
    expect(huaweiAccessKey(huaweiKey).requires).toBeUndefined();
    const auth = huaweiAccessKey(huaweiKey, { form: "scoped" });
    expect(auth.requires).toEqual(["region"]);
    expect(await auth.authorize(outgoing(huaweiUrl), authContext({ region: "eu-west-101" }))).toMatchObject({
      authorization: expect.stringContaining("Credential=FAKEAK/20260101/eu-west-101/dcs/sdk_request, "),
    });
  });
});

describe("otcAccessKey", () => {
  it("scopes the signature to the client's region and the operation's service", async () => {
    const auth = otcAccessKey(huaweiKey);
    expect(auth.requires).toEqual(["region"]);
    const context = authContext({ region: "eu-de", signing: { service: "vbs" } });
    expect(await auth.authorize(outgoing(huaweiUrl), context)).toMatchObject({
      authorization: expect.stringContaining("Credential=FAKEAK/20260101/eu-de/vbs/sdk_request, "),
    });
  });

  it("says what is missing without a region", async () => {
    const refused = async () => otcAccessKey(huaweiKey).authorize(outgoing(huaweiUrl), authContext());
    await expect(refused).rejects.toThrow(ConfigurationError);
    await expect(refused).rejects.toThrow(/pass `region` to the client/);
  });

  it("sends the Access form where it is told to", async () => {
    const auth = otcAccessKey(huaweiKey, { form: "access" });
    expect(auth.requires).toBeUndefined();
    expect(await auth.authorize(outgoing(huaweiUrl), authContext())).toMatchObject({
      authorization: expect.stringContaining("Access=FAKEAK, "),
    });
  });

  it("derives a new key on a new day, in another region and for another service, and only then", async () => {
    const hmac = vi.fn(() => new Uint8Array(32));
    const auth = otcAccessKey(huaweiKey, { digest: { sha256Hex: () => "hash", hmac, hmacHex: () => "mac" } });
    const day = Date.UTC(2026, 0, 1);
    const hmacs = async (now: number, region: string, service = "dcs") => {
      hmac.mockClear();
      await auth.authorize(
        outgoing(huaweiUrl),
        authContext({ now: () => now, region, signing: { service } }),
      );
      return hmac.mock.calls.length;
    };
    expect(await hmacs(day, "eu-de")).toBe(4);
    expect(await hmacs(day + 86_399_000, "eu-de")).toBe(0);
    expect(await hmacs(day + 86_400_000, "eu-de")).toBe(4);
    expect(await hmacs(day + 86_400_000, "eu-nl")).toBe(4);
    expect(await hmacs(day + 86_400_000, "eu-nl", "vbs")).toBe(4);
  });

  it("derives a new key for a new secret", async () => {
    let secretAccessKey = "fake-1";
    const provided = otcAccessKey(() => ({ accessKeyId: "FAKEAK", secretAccessKey }));
    const sign = () => provided.authorize(outgoing(huaweiUrl), authContext({ region: "eu-de" }));
    const first = await sign();
    secretAccessKey = "fake-2";
    expect(await sign()).not.toEqual(first);
    expect(await sign()).toEqual(
      await otcAccessKey({ accessKeyId: "FAKEAK", secretAccessKey }).authorize(
        outgoing(huaweiUrl),
        authContext({ region: "eu-de" }),
      ),
    );
  });
});

describe("alibabaAccessKey", () => {
  const context = authContext({ signing: starrocks });

  it("signs action, version, date, a nonce and the body's hash", async () => {
    const headers = await alibabaAccessKey(alibabaKey).authorize(
      outgoing(starrocksUrl, { method: "POST" }),
      authContext({ signing: starrocks }),
    );
    expect(headers).toEqual({
      "x-acs-action": "DescribeBackups",
      "x-acs-version": "2022-10-19",
      "x-acs-date": "2026-01-01T00:00:00Z",
      "x-acs-signature-nonce": "nonce-1",
      "x-acs-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      authorization: expect.stringMatching(
        /^ACS3-HMAC-SHA256 Credential=FAKEAK,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=[0-9a-f]{64}$/,
      ),
    });
  });

  it("takes a new nonce for every attempt", async () => {
    const auth = alibabaAccessKey(alibabaKey);
    const request = outgoing(starrocksUrl);
    const first = await auth.authorize(request, context);
    const second = await auth.authorize(request, context);
    expect(first["x-acs-signature-nonce"]).not.toBe(second["x-acs-signature-nonce"]);
    expect(first["authorization"]).not.toBe(second["authorization"]);
  });

  it("brings the security token, and signs every header that the scheme wants", async () => {
    const auth = alibabaAccessKey({ ...alibabaKey, securityToken: "fake-session" });
    const headers = { "content-type": "text/plain", "x-acs-extra": " 1 ", accept: "*/*" };
    expect(await auth.authorize(outgoing(starrocksUrl, { headers, body: "x" }), context)).toMatchObject({
      "x-acs-security-token": "fake-session",
      "x-acs-accesskey-id": "FAKEAK",
      "x-acs-content-sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
      authorization: expect.stringContaining(
        "SignedHeaders=content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;" +
          "x-acs-extra;x-acs-security-token;x-acs-signature-nonce;x-acs-version,",
      ),
    });
  });

  it("gives the same signature with WebCrypto", async () => {
    const digest = webDigest(globalThis.crypto.subtle);
    const fixed = { ...context, nonce: () => "n" };
    expect(await alibabaAccessKey(alibabaKey, { digest }).authorize(outgoing(starrocksUrl), fixed)).toEqual(
      await alibabaAccessKey(alibabaKey).authorize(outgoing(starrocksUrl), fixed),
    );
  });

  it.each([[{ service: "dcs" }], [{ service: "dcs", action: "ListBackupRecords" }]])(
    "says that it cannot sign for a service of another cloud: %j",
    async (signing) => {
      const auth = alibabaAccessKey(alibabaKey);
      const refused = async () => auth.authorize(outgoing(huaweiUrl), authContext({ signing }));
      await expect(refused).rejects.toThrow(ConfigurationError);
      await expect(refused).rejects.toThrow(/cannot sign for dcs/);
    },
  );
});

const malformed: [string, object, RegExp][] = [
  ["no values", {}, /accessKeyId is missing/],
  ["an empty id", { accessKeyId: "" }, /accessKeyId is missing/],
  ["an id that is no string", { accessKeyId: 7 }, /accessKeyId is missing/],
  ["a line break in the id", { accessKeyId: "AK\r\nx-evil: 1" }, /accessKeyId has a blank, a line break/],
  ["a comma's friend, the blank", { accessKeyId: "AK " }, /accessKeyId has a blank/],
  [
    "a missing secret",
    { secretAccessKey: undefined, accessKeySecret: undefined },
    /(secretAccessKey|accessKeySecret) is missing/,
  ],
  [
    "a line break in the secret",
    { secretAccessKey: "s\n", accessKeySecret: "s\n" },
    /(secretAccessKey|accessKeySecret) has a blank/,
  ],
  ["a letter outside ASCII", { secretAccessKey: "s\u00e9", accessKeySecret: "s\u00e9" }, /copy it again/],
  ["an empty token", { securityToken: "" }, /securityToken is missing/],
  ["a line break in the token", { securityToken: "t\nx" }, /securityToken has a blank/],
];

describe.each([
  ["huaweiAccessKey", (key: unknown) => huaweiAccessKey(key as HuaweiAccessKey)],
  ["otcAccessKey", (key: unknown) => otcAccessKey(key as HuaweiAccessKey)],
  ["alibabaAccessKey", (key: unknown) => alibabaAccessKey(key as AlibabaAccessKey)],
] as const)("%s: malformed credentials", (_, create) => {
  const complete = { ...huaweiKey, ...alibabaKey };

  it.each(malformed)("%s", (what, fields, message) => {
    const key = what === "no values" ? {} : { ...complete, ...fields };
    expect(() => create(key)).toThrow(ConfigurationError);
    expect(() => create(key)).toThrow(message);
  });

  it.each([null, undefined])("%s instead of an object", (key) => {
    expect(() => create(key)).toThrow(/accessKeyId is missing/);
  });

  it.each(malformed)("provided: %s", async (what, fields, message) => {
    const key = what === "no values" ? {} : { ...complete, ...fields };
    const context = authContext({ region: "eu-de", signing: starrocks });
    const auth = create(async () => key);
    const refused = Promise.resolve(auth.authorize(outgoing(starrocksUrl), context));
    await expect(refused).rejects.toThrow(ConfigurationError);
    await expect(refused).rejects.toThrow(message);
  });
});

describe("a provided access key", () => {
  const request = outgoing(huaweiUrl);

  it("is asked for at every attempt, and may be promised or at hand", async () => {
    let asked = 0;
    const auth = huaweiAccessKey(() => ({ ...huaweiKey, accessKeyId: `FAKE${++asked}` }));
    expect(await auth.authorize(request, authContext())).toMatchObject({
      authorization: expect.stringContaining("Access=FAKE1,"),
    });
    expect(await auth.authorize(request, authContext())).toMatchObject({
      authorization: expect.stringContaining("Access=FAKE2,"),
    });
    const promised = huaweiAccessKey(async () => huaweiKey);
    expect(await promised.authorize(request, authContext())).toEqual(
      await huaweiAccessKey(huaweiKey).authorize(request, authContext()),
    );
  });

  it("is worth another attempt after a refusal until it repeats itself", async () => {
    let securityToken = "fake-1";
    const auth = alibabaAccessKey(() => ({ ...alibabaKey, securityToken }));
    const sign = async () => auth.authorize(outgoing(starrocksUrl), authContext({ signing: starrocks }));
    expect(auth.rejected?.(await sign())).toBe(true);
    expect(auth.rejected?.(await sign())).toBe(false);
    securityToken = "fake-2";
    expect(auth.rejected?.(await sign())).toBe(true);
    expect(auth.rejected?.(await sign())).toBe(false);
  });

  it.each([
    ["Access", (key: () => typeof huaweiKey) => huaweiAccessKey(key)],
    ["Credential", (key: () => typeof huaweiKey) => otcAccessKey(key)],
  ])(
    "in the %s form, a refusal is of the key that signed, not of the one given out since",
    async (_, make) => {
      let key = huaweiKey;
      const auth = make(() => key);
      const sign = async () => auth.authorize(request, authContext({ region: "eu-de" }));
      const first = await sign();
      key = { ...huaweiKey, accessKeyId: "FAKERENEWED" };
      const renewed = await sign();
      expect(auth.rejected?.(first)).toBe(true);
      expect(auth.rejected?.(renewed)).toBe(true);
      await sign();
      expect(auth.rejected?.(renewed)).toBe(false);
    },
  );

  it("given as values, a key is not worth another attempt, and later changes of the object do not matter", async () => {
    const key = { ...huaweiKey };
    const auth = huaweiAccessKey(key);
    const before = await auth.authorize(request, authContext());
    key.secretAccessKey = "changed";
    expect(await auth.authorize(request, authContext())).toEqual(before);
    expect(auth.rejected).toBeUndefined();
  });
});

describe("the options of an access key", () => {
  it.each<[string, unknown, RegExp]>([
    ["null", null, /^access key options must be an object$/],
    ["an unknown form", { form: "x" }, /^form must be access or scoped, not "x"$/],
    ["a number as form", { form: 5 }, /^form must be a string, not 5$/],
    ["a number as digest", { digest: 5 }, /^digest must be an object, not 5$/],
    ["an unknown name", { Form: "access" }, /^there is no access key option Form; did you mean form\?$/],
  ])("cannot be %s", (_, options, message) => {
    // What a caller without types can pass.
    for (const make of [huaweiAccessKey, otcAccessKey]) {
      const made = () => make(huaweiKey, options as { form: "access" });
      expect(made).toThrow(ConfigurationError);
      expect(made).toThrow(message);
    }
  });

  it.each([null, 5, { form: "access" }])("of Alibaba Cloud cannot be %j", (options) => {
    expect(() => alibabaAccessKey(alibabaKey, options as object)).toThrow(ConfigurationError);
  });
});
