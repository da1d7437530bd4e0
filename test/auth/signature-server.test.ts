import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { alibabaAccessKey, huaweiAccessKey, otcAccessKey, token } from "../../src/auth/index.js";
import type { Auth, AuthorizationContext, OutgoingRequest } from "../../src/core/auth.js";
import { authContext, outgoing, sendSigned } from "../support/auth-context.js";
import { judge, type SignatureServer, startSignatureServer } from "../support/signature-server.js";

// The server is what the signers are held against; here it is held against the vendors' own vectors, and
// against requests that are wrong in one thing each.

it("the server shares no code with what it checks", () => {
  const seen = new Set<string>();
  const visit = (file: URL) => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    for (const [, from = ""] of readFileSync(file, "utf8").matchAll(/ from "([^"]+)"/g)) {
      expect(from).toMatch(/^(node:|\.)/);
      if (from.startsWith(".")) visit(new URL(from.replace(/\.js$/, ".ts"), file));
    }
  };
  visit(new URL("../support/signature-server.ts", import.meta.url));
  visit(new URL("../support/iam-server.ts", import.meta.url));
  expect(seen.size).toBeGreaterThan(5);
  for (const file of seen) expect(file).toContain("/test/support/");
});

interface Vector {
  readonly name: string;
  readonly ak: string;
  readonly sk?: string;
  readonly method: string;
  readonly url?: string;
  readonly path?: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly authorization?: string;
}

const vectors = ["huawei-access", "otc-scoped", "alibaba-acs3"].flatMap((file) => {
  const url = new URL(`../vectors/${file}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, "utf8")) as { vectors: Vector[] }).vectors;
});

describe("the server's own computation", () => {
  it.each(vectors.filter(({ authorization }) => authorization !== undefined))(
    "agrees with $name",
    (vector) => {
      const { ak, sk = "", method, authorization = "", headers } = vector;
      const date = headers["X-Sdk-Date"] ?? headers["x-sdk-date"];
      const now =
        date === undefined
          ? Date.parse(headers["x-acs-date"] ?? "")
          : Date.parse(date.replace(/(....)(..)(..T..)(..)(..Z)/, "$1-$2-$3:$4:$5"));
      const path = vector.url === undefined ? (vector.path ?? "") : new URL(vector.url).pathname;
      const received = {
        method,
        target: `${path}?${new URLSearchParams(vector.query)}`,
        rawHeaders: Object.entries({ ...headers, authorization }).flat(),
        body: Buffer.from(vector.body ?? ""),
      };
      const verifier = {
        keys: new Map([[ak, { secret: sk }]]),
        now: () => now,
        region: undefined,
        service: undefined,
        seen: undefined,
      };
      expect(judge(received, verifier)).toMatchObject({ accepted: true, accessKeyId: ak });
      const other = { ...received, body: Buffer.from("other") };
      expect(judge(other, verifier)).toMatchObject({ accepted: false });
    },
  );
});

const keys = {
  FAKEAK: { secret: "fake-secret" },
  FAKETEMP: { secret: "fake-secret", securityToken: "fake-session" },
};
const huaweiKey = { accessKeyId: "FAKEAK", secretAccessKey: "fake-secret" };
const alibabaKey = { accessKeyId: "FAKEAK", accessKeySecret: "fake-secret" };
const securityToken = "fake-session";
const now = Date.UTC(2026, 10, 1, 12);
const minute = 60_000;
const signing = { service: "dcs", action: "DescribeBackups", version: "2022-10-19" };

let server: SignatureServer;
let time: number;
beforeEach(async () => {
  time = now;
  server = await startSignatureServer({
    keys,
    region: "eu-de",
    service: "dcs",
    now: () => time,
    acceptToken: (token) => token === "fake-token",
  });
});
afterEach(() => server.close());

const context = (fields: Partial<AuthorizationContext> = {}) =>
  authContext({ now: () => time, region: "eu-de", signing, nonce: () => crypto.randomUUID(), ...fields });

const request = (fields: Partial<Omit<OutgoingRequest, "url">> = {}) =>
  outgoing(`${server.url}/v1.0/p/instances/i/backups?limit=10`, fields);

/** Signs as `auth` does, then spoils the request. */
function spoiled(auth: Auth, change: (headers: Record<string, string>) => void): Auth {
  return {
    scheme: "spoiled",
    async authorize(request, context) {
      const headers = { ...(await auth.authorize(request, context)) };
      change(headers);
      return headers;
    },
  };
}

const schemes: [string, () => Auth, string][] = [
  ["huaweiAccessKey", () => huaweiAccessKey(huaweiKey), "access"],
  ["otcAccessKey", () => otcAccessKey(huaweiKey), "scoped"],
  ["alibabaAccessKey", () => alibabaAccessKey(alibabaKey), "acs3"],
  [
    "huaweiAccessKey, temporary",
    () => huaweiAccessKey({ ...huaweiKey, accessKeyId: "FAKETEMP", securityToken }),
    "access",
  ],
  [
    "otcAccessKey, temporary",
    () => otcAccessKey({ ...huaweiKey, accessKeyId: "FAKETEMP", securityToken }),
    "scoped",
  ],
  [
    "alibabaAccessKey, temporary",
    () => alibabaAccessKey({ ...alibabaKey, accessKeyId: "FAKETEMP", securityToken }),
    "acs3",
  ],
];

describe.each(schemes)("%s", (_, create, scheme) => {
  it.each<[string, Partial<OutgoingRequest>]>([
    ["a GET", {}],
    ["a POST without a body", { method: "POST" }],
    [
      "a POST with a body",
      { method: "POST", body: '{"é":1}', headers: { "content-type": "application/json" } },
    ],
  ])("is accepted for %s", async (_, fields) => {
    const response = await sendSigned(create(), request(fields), context({ projectId: "fake-project" }));
    expect([response.status, await response.text()]).toEqual([200, "{}"]);
    expect(server.accepted).toMatchObject([{ scheme }]);
  });

  it.each([-15 * minute, 15 * minute])("is accepted when dated %i ms off", async (off) => {
    const response = await sendSigned(create(), request(), context({ now: () => now + off }));
    expect(response.status).toBe(200);
  });

  it.each([-15 * minute - 1000, 15 * minute + 1000])("is refused when dated %i ms off", async (off) => {
    const response = await sendSigned(create(), request(), context({ now: () => now + off }));
    expect(response.status).toBe(scheme === "acs3" ? 400 : 401);
    expect(response.headers.get("date")).toBe("Sun, 01 Nov 2026 12:00:00 GMT");
    expect(await response.text()).toContain(
      scheme === "acs3" ? "InvalidTimeStamp.Expired" : ",server time:20261101T120000Z",
    );
  });

  it("is refused when replayed", async () => {
    const auth = create();
    const fixed = await auth.authorize(request(), context());
    const replay = { scheme: "replay", authorize: () => fixed };
    expect((await sendSigned(replay, request(), context())).status).toBe(200);
    const second = await sendSigned(replay, request(), context());
    expect(second.status).toBe(scheme === "acs3" ? 400 : 401);
    expect(await second.text()).toMatch(/SignatureNonceUsed|has been used before/);
    time += 1000;
    expect((await sendSigned(auth, request(), context())).status).toBe(200);
  });

  it.each<[string, (signed: OutgoingRequest) => Partial<OutgoingRequest>]>([
    ["method", () => ({ method: "PUT" })],
    ["path", ({ url }) => ({ url: new URL(url.href.replace("/i/", "/j/")) })],
    ["query", ({ url }) => ({ url: new URL(url.href.replace("limit=10", "limit=11")) })],
    ["body", () => ({ body: "other" })],
  ])("is refused over another %s", async (_, change) => {
    const signed = request({ method: "POST", body: "own", headers: { "content-type": "text/plain" } });
    const headers = await create().authorize(signed, context());
    const fixed = { scheme: "fixed", authorize: () => headers };
    const response = await sendSigned(fixed, { ...signed, ...change(signed) }, context());
    expect(response.ok).toBe(false);
    expect(await response.text()).toMatch(
      /verify aksk signature fail, canonicalRequest:|SignatureDoesNotMatch/,
    );
    expect(server.accepted).toEqual([]);
    expect(server.refused).toHaveLength(1);
  });

  it.each<[string, (headers: Record<string, string>) => void]>([
    [
      "a wrong signature",
      (headers) => {
        headers["authorization"] = (headers["authorization"] ?? "").replace(/.$/, (last) =>
          last === "0" ? "1" : "0",
        );
      },
    ],
    [
      "an unknown access key",
      (headers) => {
        headers["authorization"] = (headers["authorization"] ?? "").replace(/=FAKE\w+/, "=UNKNOWN");
      },
    ],
    [
      "a header that is signed but not sent",
      (headers) => {
        headers["authorization"] = (headers["authorization"] ?? "").replace("=host;", "=host;x-a;");
      },
    ],
    [
      "an unsigned host",
      (headers) => {
        headers["authorization"] = (headers["authorization"] ?? "").replace("=host;", "=");
      },
    ],
    [
      "unsorted headers",
      (headers) => {
        headers["authorization"] = (headers["authorization"] ?? "").replace(
          /=host;([^,]*)/,
          (_, rest) => `=${rest};host`,
        );
      },
    ],
    [
      "another form of the header",
      (headers) => {
        headers["authorization"] += " ";
        headers["authorization"] = (headers["authorization"] ?? "").replace("SignedHeaders", "Signedheaders");
      },
    ],
    [
      "a malformed date",
      (headers) => {
        for (const name of ["x-sdk-date", "x-acs-date"]) if (name in headers) headers[name] = "yesterday";
      },
    ],
    [
      "a foreign security token",
      (headers) => {
        const name = "x-acs-date" in headers ? "x-acs-security-token" : "x-security-token";
        headers[name] = "fake-foreign";
      },
    ],
  ])("is refused with %s", async (_, change) => {
    const response = await sendSigned(spoiled(create(), change), request(), context());
    expect(response.ok).toBe(false);
    expect(server.accepted).toEqual([]);
  });
});

describe("the scoped form", () => {
  it.each<[string, Partial<AuthorizationContext>]>([
    ["another region", { region: "eu-nl" }],
    ["another service", { signing: { service: "vbs" } }],
  ])("is refused for %s", async (_, fields) => {
    const response = await sendSigned(otcAccessKey(huaweiKey), request(), context(fields));
    expect([response.status, await response.text()]).toEqual([
      401,
      expect.stringContaining("the scope is of another"),
    ]);
  });

  it("is refused for another day", async () => {
    const auth = spoiled(otcAccessKey(huaweiKey), (headers) => {
      headers["authorization"] = (headers["authorization"] ?? "").replace("/20261101/", "/20261102/");
    });
    const response = await sendSigned(auth, request(), context());
    expect(await response.text()).toContain("the scope is of another day");
  });
});

describe("ACS3", () => {
  it.each(["x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"])(
    "is refused without %s",
    async (name) => {
      const auth = spoiled(alibabaAccessKey(alibabaKey), (headers) => delete headers[name]);
      const response = await sendSigned(auth, request(), context());
      expect([response.status, await response.json()]).toMatchObject([400, { Code: "MissingParameter" }]);
    },
  );

  it("is refused where a header that must be signed is not", async () => {
    const auth = spoiled(alibabaAccessKey(alibabaKey), (headers) => {
      headers["x-acs-late"] = "1";
    });
    const response = await sendSigned(auth, request(), context());
    expect([response.status, await response.json()]).toMatchObject([400, { Code: "IncompleteSignature" }]);
  });
});

describe("tokens and handlers", () => {
  it("accepts a known token, and refuses another and none", async () => {
    expect((await sendSigned(token("fake-token"), request(), context())).status).toBe(200);
    const other = await sendSigned(token("fake-other"), request(), context());
    expect([other.status, await other.json()]).toMatchObject([401, { error_code: "APIGW.0301" }]);
    const none = { scheme: "none", authorize: () => ({}) };
    expect((await sendSigned(none, request(), context())).status).toBe(401);
    expect(server.accepted).toMatchObject([{ scheme: "token" }]);
    expect(server.refused).toHaveLength(2);
  });

  it("responds to what was accepted as the handler says, and accepts replays if that is allowed", async () => {
    const own = await startSignatureServer({
      keys,
      now: () => time,
      allowReplays: true,
      handler: (request) => ({
        status: 203,
        headers: { "x-target": request.target },
        body: { by: request.scheme },
      }),
    });
    try {
      const fixed = await huaweiAccessKey(huaweiKey).authorize(outgoing(`${own.url}/a?b`), context());
      for (const _ of [1, 2]) {
        const response = await sendSigned(
          { scheme: "fixed", authorize: () => fixed },
          outgoing(`${own.url}/a?b`),
          context(),
        );
        expect([response.status, response.headers.get("x-target"), await response.json()]).toEqual([
          203,
          "/a?b",
          { by: "access" },
        ]);
      }
    } finally {
      await own.close();
    }
  });
});
