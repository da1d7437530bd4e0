import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { acsForm } from "../../src/auth/acs3.js";
import { canonicalRequest, type SignedRequest } from "../../src/auth/canonical-request.js";
import { defaultDigest, emptySha256, webDigest } from "../../src/auth/digest.js";
import { accessForm, credentialScope, scopedForm, scopedKey } from "../../src/auth/sdk-hmac.js";
import { authorization, bodyHash, type SigningForm, stringToSign } from "../../src/auth/signature.js";

interface Vector {
  readonly name: string;
  readonly ak: string;
  /** One published vector leaves its sample secret out. */
  readonly sk?: string;
  readonly method: string;
  readonly url?: string;
  readonly path?: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly region?: string;
  readonly service?: string;
  readonly scope?: string;
  readonly canonical_request: string;
  readonly canonical_request_sha256?: string;
  readonly string_to_sign: string;
  readonly signature?: string;
  readonly authorization?: string;
}

function vectors(file: string): Vector[] {
  const url = new URL(`../vectors/${file}.json`, import.meta.url);
  const { vectors } = JSON.parse(readFileSync(url, "utf8")) as { vectors: Vector[] };
  return vectors;
}

const digests = { node: defaultDigest(), web: webDigest(globalThis.crypto.subtle) };
const uriEnds = { "huawei-access": "/", "otc-scoped": "/", "alibaba-acs3": "" } as const;
const files = ["huawei-access", "otc-scoped", "alibaba-acs3"] as const;
const cases = files.flatMap((file) =>
  vectors(file).flatMap((vector) =>
    (["node", "web"] as const).map((crypto) => ({ file, vector, crypto, name: vector.name })),
  ),
);

/** Everything that goes into a signature, as text to flip a byte of. */
interface Inputs {
  method: string;
  pathname: string;
  search: string;
  headers: Record<string, string>;
  body: string;
  ak: string;
  sk: string;
  date: string;
  region: string;
  service: string;
}

function inputs(vector: Vector): Inputs {
  const headers = Object.fromEntries(
    Object.entries(vector.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    method: vector.method,
    pathname: vector.url === undefined ? (vector.path ?? "") : new URL(vector.url).pathname,
    search: `?${new URLSearchParams(vector.query)}`,
    headers,
    body: vector.body ?? "",
    ak: vector.ak,
    sk: vector.sk ?? "fake-secret",
    date: headers["x-sdk-date"] ?? "",
    region: vector.region ?? "",
    service: vector.service ?? "",
  };
}

async function signed(input: Inputs, file: (typeof files)[number], crypto: keyof typeof digests) {
  const digest = digests[crypto];
  const { method, pathname, search, headers, date, ak, sk } = input;
  const request: SignedRequest = {
    method,
    pathname,
    search,
    headers,
    bodyHash: await bodyHash(digest, input.body),
  };
  const scope = credentialScope(date, input.region, input.service);
  const forms: Record<typeof file, () => SigningForm> = {
    "huawei-access": () => accessForm(ak, sk, date),
    "otc-scoped": () => scopedForm(ak, sk, date, scope, (secret, scope) => scopedKey(digest, secret, scope)),
    "alibaba-acs3": () => acsForm(ak, sk),
  };
  const form = forms[file]();
  const canonical = canonicalRequest(request, uriEnds[file]).text;
  const hash = await digest.sha256Hex(canonical);
  const text = stringToSign(form, hash);
  return {
    scope,
    canonical,
    hash,
    text,
    signature: await digest.hmacHex(await form.key, text),
    authorization: await authorization(request, form, digest),
  };
}

describe.each(cases)("$file: $name ($crypto crypto)", ({ file, vector, crypto }) => {
  it("gives the canonical request and the string to sign", async () => {
    const result = await signed(inputs(vector), file, crypto);
    expect(result.canonical).toBe(vector.canonical_request);
    expect(result.hash).toBe(vector.canonical_request_sha256 ?? vector.string_to_sign.split("\n").at(-1));
    expect(result.text).toBe(vector.string_to_sign);
    if (vector.scope !== undefined) expect(result.scope).toBe(vector.scope);
  });
});

describe.each(cases.filter(({ vector }) => vector.sk !== undefined))(
  "$file: $name ($crypto crypto)",
  ({ file, vector, crypto }) => {
    it("gives the signature and the Authorization header", async () => {
      const result = await signed(inputs(vector), file, crypto);
      expect(result.signature).toBe(vector.signature);
      expect(result.authorization).toBe(vector.authorization);
    });
  },
);

/** The text with one bit of one character changed, at every place in turn. */
function flips(text: string): string[] {
  return [...text].map((character, at) => {
    const flipped = String.fromCharCode(character.charCodeAt(0) ^ 1);
    return text.slice(0, at) + flipped + text.slice(at + 1);
  });
}

const first = files.map((file) => ({ file, vector: vectors(file).find(({ sk }) => sk !== undefined) }));

describe.each(first)("$file: one byte changed", ({ file, vector }) => {
  if (!vector) throw new Error("no vector with a secret");
  const input = inputs(vector);
  const scoped = file === "otc-scoped" ? (["region", "service"] as const) : [];
  const fields = [
    ...(["method", "pathname", "search", "sk", ...scoped] as const).map((field) => ({
      field: field as string,
      variants: flips(input[field]).map((text) => ({ ...input, [field]: text })),
    })),
    { field: "body", variants: [{ ...input, body: `${input.body} ` }] },
    ...Object.entries(input.headers)
      .filter(([name]) => !name.includes("_"))
      .map(([name, value]) => ({
        field: `header ${name}`,
        variants: flips(value)
          .filter((text) => /^[\x21-\x7e]*$/.test(text))
          .map((text) => ({
            ...input,
            date: name === "x-sdk-date" ? text : input.date,
            headers: { ...input.headers, [name]: text },
          })),
      })),
  ];

  it.each(fields)("in $field gives another signature", async ({ variants }) => {
    const results = await Promise.all(variants.map((variant) => signed(variant, file, "node")));
    expect(results).not.toHaveLength(0);
    expect(results.filter((result) => result.signature === vector.signature)).toEqual([]);
  });

  it("an access key's id is named, not signed", async () => {
    const result = await signed({ ...input, ak: `${input.ak}x` }, file, "node");
    expect(result.signature).toBe(vector.signature);
    expect(result.authorization).not.toBe(vector.authorization);
  });
});

it("knows the hash of nothing", async () => {
  expect(await digests.node.sha256Hex("")).toBe(emptySha256);
  expect(await digests.web.sha256Hex("")).toBe(emptySha256);
});
