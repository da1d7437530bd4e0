import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { alibabaAccessKey, huaweiAccessKey, iamPassword, otcAccessKey, token } from "../../src/auth/index.js";
import type { Auth } from "../../src/core/auth.js";
import { authContext, outgoing } from "../support/auth-context.js";
import { startLoopback } from "../support/loopback.js";

const secrets = {
  secretAccessKey: "fake-secret-access-key-1",
  accessKeySecret: "fake-access-key-secret-2",
  securityToken: "fake-security-token-3",
  token: "fake-token-4",
  // Each of these characters is written differently by some way of quoting a text.
  password: 'fake-pass"word\\5/<&>',
};
const issued = "fake-issued-token-6";
const { password, securityToken } = secrets;

const servers: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

/** Everything that a person or a logger may print of a value. */
function printed(value: unknown): string {
  return [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    inspect(value),
    JSON.stringify(value) ?? "",
    String(value),
    value instanceof Error ? `${value.message} ${value.stack} ${inspect(value.cause)}` : "",
  ].join("\n");
}

function expectNoSecret(value: unknown) {
  const text = printed(value);
  for (const secret of [...Object.values(secrets), issued]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(text).not.toContain(encodeURIComponent(secret));
  }
}

const key = { accessKeyId: "FAKEAK", ...secrets };
const context = authContext({
  region: "eu-de",
  signing: { service: "starrocks", action: "DescribeBackups", version: "2022-10-19" },
});
const auths: [string, () => Auth][] = [
  ["a token", () => token(secrets.token)],
  ["a provided token", () => token(async () => secrets.token)],
  ["huaweiAccessKey", () => huaweiAccessKey(key)],
  ["a provided huaweiAccessKey", () => huaweiAccessKey(async () => key)],
  ["otcAccessKey", () => otcAccessKey(key)],
  ["alibabaAccessKey", () => alibabaAccessKey(key)],
];

describe("an authentication shows no secret", () => {
  it.each(auths)("%s, unused and used", async (_, create) => {
    const auth = create();
    expectNoSecret(auth);
    const headers = await auth.authorize(outgoing("https://dcs.test/?a=1"), context);
    auth.rejected?.(headers);
    expectNoSecret(auth);
  });

  it("iamPassword, unused and with a token", async () => {
    const auth = iamPassword({
      username: "u",
      password,
      domainName: "d",
      projectName: "p",
      iamUrl: "https://iam.test",
    });
    expectNoSecret(auth);
    const fetch = async () => new Response("{}", { status: 201, headers: { "x-subject-token": issued } });
    expect(await auth.authorize(outgoing("https://dcs.test/"), authContext({ fetch }))).toEqual({
      "x-auth-token": issued,
    });
    expectNoSecret(auth);
  });
});

/** What a call fails with, whether at once or later. */
async function failureOf(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
}

describe("an error shows no secret", () => {
  it.each<[string, () => unknown]>([
    ["a malformed token", () => token(`${secrets.token}\n`)],
    ["a malformed secret", () => huaweiAccessKey({ ...key, secretAccessKey: `${key.secretAccessKey} ` })],
    [
      "a malformed secret of Alibaba Cloud",
      () => alibabaAccessKey({ ...key, accessKeySecret: `${key.accessKeySecret}\n` }),
    ],
    ["a malformed security token", () => otcAccessKey({ ...key, securityToken: `${securityToken}\u00e9` })],
    [
      "a malformed password",
      () => iamPassword({ username: "u", password: `${password}\n`, domainName: "d" }),
    ],
    ["a missing region", () => otcAccessKey(key).authorize(outgoing("https://dcs.test/"), authContext())],
    [
      "a header that cannot be signed",
      () => {
        const headers = { "x-acs-own": "\u00e9" };
        return alibabaAccessKey(key).authorize(outgoing("https://dcs.test/", { headers }), context);
      },
    ],
  ])("%s", async (_, run) => {
    expectNoSecret(await failureOf(run));
  });

  it.each([400, 401, 403, 500, 503])(
    "an IAM that quotes the login in a response of status %i",
    async (status) => {
      const iam = await startLoopback((request) => ({
        status,
        body: {
          error: { code: status, message: `bad login: ${request.body.toString()}` },
          quoted: JSON.parse(request.body.toString()) as unknown,
        },
      }));
      servers.push(iam);
      const auth = iamPassword({
        username: "u",
        password,
        domainName: "d",
        projectName: "p",
        iamUrl: iam.url,
      });
      const error = await failureOf(() =>
        auth.authorize(outgoing("https://dcs.test/"), authContext({ fetch })),
      );
      expect(error).toMatchObject({ service: "iam", status });
      expectNoSecret(error);
      expectNoSecret((error as { body: unknown }).body);
    },
  );

  it("a fetch that quotes the login in what it throws", async () => {
    const auth = iamPassword({
      username: "u",
      password,
      domainName: "d",
      projectName: "p",
      iamUrl: "https://iam.test",
    });
    const quoting: typeof fetch = async (_, init) => {
      throw Object.assign(new TypeError(`cannot send ${String(init?.body)}`), { request: init });
    };
    const error = await failureOf(() =>
      auth.authorize(outgoing("https://dcs.test/"), authContext({ fetch: quoting })),
    );
    expect(error).toMatchObject({ name: "ConnectionError", service: "iam" });
    expectNoSecret(error);
  });
});
