import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webDigest } from "../../src/auth/digest.js";
import { alibabaAccessKey, huaweiAccessKey, otcAccessKey } from "../../src/auth/index.js";
import type { Auth } from "../../src/core/auth.js";
import { percentEncode } from "../../src/core/request.js";
import { authContext, outgoing, sendSigned } from "../support/auth-context.js";
import { runsOf } from "../support/round.js";
import { type SignatureServer, startSignatureServer } from "../support/signature-server.js";

// Whatever a caller may pass is signed, sent over HTTP, and re-computed by a server from the bytes that came.

let time = Date.UTC(2026, 10, 1);
let server: SignatureServer;
beforeAll(async () => {
  server = await startSignatureServer({
    keys: {
      FAKEAK: { secret: "fake-secret" },
      FAKETEMP: { secret: "fake-secret", securityToken: "fake/session+token==" },
    },
    now: () => time,
    region: "eu-de",
  });
});
afterAll(() => server.close());

const special = fc.constantFrom(
  ..."!'()*~+ %/",
  "",
  "..",
  "%2F",
  "&",
  "=",
  "?",
  "#",
  ";",
  ",",
  "é",
  "中",
  "😀",
  "\u0000",
);
const text = fc.oneof(
  fc
    .array(fc.oneof(special, fc.string({ unit: "grapheme", maxLength: 3 })), { maxLength: 6 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 12 }),
);
/** What a path can hold: an empty segment or dots would be another path, and never get this far. */
const id = text.filter((text) => !["", ".", ".."].includes(text));
const name = fc.oneof(
  fc.constantFrom("limit", "a", "A", "a.b", "a-b", "_"),
  text.filter((text) => text !== ""),
);
const pairs = fc.array(fc.tuple(name, text), { maxLength: 6 });
/** Half of the time a name is repeated, with whatever values. */
const query = fc
  .tuple(pairs, fc.array(text, { maxLength: 3 }))
  .map(([pairs, values]) => [
    ...pairs,
    ...values.map((value) => [pairs[0]?.[0] ?? "repeated", value] as const),
  ]);
const headerText = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."!'()*~+ %/:;,=\t\"aZ09"), maxLength: 12 }),
  fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
);
const headers = fc.record(
  {
    "x-acs-own": headerText,
    "x-acs-a_b": headerText,
    "x-own": headerText,
    "x-project-id": headerText,
    "content-type": headerText,
  },
  { requiredKeys: [] },
);
const body = fc.oneof(fc.constant(""), fc.string({ unit: "binary", maxLength: 20 }));

/** As the core writes URLs: everything but unreserved characters encoded. */
function strictUrl(ids: readonly string[], query: readonly (readonly [string, string])[]): string {
  const search = query.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join("&");
  return `${server.url}/v1.0/${ids.map(percentEncode).join("/instances/")}/backups${search && `?${search}`}`;
}

/** As anybody else writes them: no more encoded than a URL needs. */
function looseUrl(ids: readonly string[], query: readonly (readonly [string, string])[]): string {
  const loose = (text: string) => encodeURIComponent(text).replace(/%(2B|3A|40|24|2C)/g, decodeURIComponent);
  const search = query.map(([name, value]) => `${loose(name)}${value && `=${loose(value)}`}`).join("&");
  return `${server.url}/v1.0/${ids.map(loose).join("/instances/")}/backups/?&${search}`;
}

const keys = { accessKeyId: "FAKEAK", secretAccessKey: "fake-secret", accessKeySecret: "fake-secret" };
const temporary = { ...keys, accessKeyId: "FAKETEMP", securityToken: "fake/session+token==" };
const web = webDigest(globalThis.crypto.subtle);
const auths: Auth[] = [
  huaweiAccessKey(keys),
  huaweiAccessKey(async () => temporary, { digest: web }),
  otcAccessKey(keys),
  otcAccessKey(temporary, { digest: web }),
  alibabaAccessKey(keys),
  alibabaAccessKey(async () => temporary, { digest: web }),
];
const context = () =>
  authContext({
    now: () => time,
    nonce: () => crypto.randomUUID(),
    region: "eu-de",
    projectId: "fake-project",
    signing: { service: "dcs", action: "DescribeBackups", version: "2022-10-19" },
  });

describe.each([
  ["strictly encoded", strictUrl],
  ["loosely encoded", looseUrl],
])("any ids, query values and headers, %s,", (_, urlOf) => {
  it("are accepted in every scheme", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...auths),
        fc.tuple(id, id),
        query,
        headers,
        fc.constantFrom("GET", "POST"),
        body,
        async (auth, ids, query, headers, method, body) => {
          time += 1000;
          const sent = outgoing(urlOf(ids, query), {
            method,
            headers: { "content-type": "text/plain", ...headers },
            body: method === "GET" ? "" : body,
          });
          const response = await sendSigned(auth, sent, context());
          expect(await response.text()).toBe("{}");
        },
      ),
      { numRuns: runsOf(300) },
    );
  });
});
