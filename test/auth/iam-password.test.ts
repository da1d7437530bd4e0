import { getEventListeners } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { type IamPasswordOptions, iamPassword, token } from "../../src/auth/index.js";
import {
  type Auth,
  type AuthorizationContext,
  findProjectId,
  type RefreshReason,
} from "../../src/core/auth.js";
import {
  AuthenticationError,
  ConfigurationError,
  ConnectionError,
  ContractError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from "../../src/core/errors.js";
import { authContext, outgoing } from "../support/auth-context.js";
import { fakeClock } from "../support/fake-clock.js";
import { type IamServer, type IamServerOptions, startIamServer } from "../support/iam-server.js";

const request = outgoing("https://dcs.eu-de.otc.t-systems.com/");
const credentials = { username: "test-user", password: "test-password", domainName: "test-domain" };
const minute = 60_000;

const running: IamServer[] = [];
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

/** A server and an authentication at one and the same clock. */
async function setUp(server: IamServerOptions = {}, options: Partial<IamPasswordOptions> = {}) {
  const clock = fakeClock();
  const iam = await startIamServer({ now: clock.now, ...server });
  running.push(iam);
  const reasons: RefreshReason[] = [];
  const context = (fields: Partial<AuthorizationContext> = {}) =>
    authContext({ now: clock.now, fetch, onRefresh: (reason) => reasons.push(reason), ...fields });
  const auth = iamPassword({
    ...credentials,
    projectName: "eu-de",
    iamUrl: iam.url,
    clock,
    ...options,
  });
  const authorize = async (fields: Partial<AuthorizationContext> = {}) =>
    auth.authorize(request, context(fields));
  return { auth, authorize, clock, iam, reasons };
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => "no failure",
    (error: unknown) => error,
  );

describe("the login", () => {
  it("sends a password identity and a project scope, and the token that it brings", async () => {
    const { authorize, iam, reasons } = await setUp();
    expect(await authorize()).toEqual({ "x-auth-token": "fake-token-1" });
    expect(iam.logins).toEqual([
      {
        auth: {
          identity: {
            methods: ["password"],
            password: {
              user: { name: "test-user", password: "test-password", domain: { name: "test-domain" } },
            },
          },
          scope: { project: { name: "eu-de" } },
        },
      },
    ]);
    expect(reasons).toEqual(["first"]);
  });

  it("names domain and project by id where they are given so", async () => {
    const { authorize, iam } = await setUp(
      {},
      { domainName: undefined, domainId: "d-1", projectName: undefined, projectId: "p-1" },
    );
    await authorize({ projectId: "the client's" });
    expect(iam.logins).toMatchObject([
      {
        auth: {
          identity: { password: { user: { domain: { id: "d-1" } } } },
          scope: { project: { id: "p-1" } },
        },
      },
    ]);
  });

  it("is scoped to the client's project otherwise, with a token for each", async () => {
    const { auth, authorize, iam } = await setUp({}, { projectName: undefined });
    expect(auth.requires).toEqual(["projectId"]);
    expect(await authorize({ projectId: "p-1" })).toEqual({ "x-auth-token": "fake-token-1" });
    expect(await authorize({ projectId: "p-2" })).toEqual({ "x-auth-token": "fake-token-2" });
    expect(await authorize({ projectId: "p-1" })).toEqual({ "x-auth-token": "fake-token-1" });
    expect(iam.logins).toMatchObject([
      { auth: { scope: { project: { id: "p-1" } } } },
      { auth: { scope: { project: { id: "p-2" } } } },
    ]);
  });

  it.each(["/v3", "/v3/", "/"])("takes an endpoint that ends in %s", async (end) => {
    const iam = await startIamServer();
    running.push(iam);
    const auth = iamPassword({ ...credentials, projectName: "eu-de", iamUrl: iam.url + end });
    expect(await auth.authorize(request, authContext({ fetch, now: Date.now }))).toEqual({
      "x-auth-token": "fake-token-1",
    });
  });

  it.each([
    ["otc", "eu-nl", "https://iam.eu-nl.otc.t-systems.com/v3/auth/tokens"],
    ["huaweicloud", "cn-north-4", "https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens"],
  ])("goes to the vendor's endpoint of %s in %s by default", async (cloud, region, url) => {
    const auth = iamPassword({ ...credentials, projectName: region });
    expect(auth.requires).toEqual(["region"]);
    const asked: unknown[] = [];
    const scripted: typeof fetch = async (input, init) => {
      asked.push([input, init?.method, init?.redirect]);
      return new Response("{}", { status: 201, headers: { "x-subject-token": "fake" } });
    };
    const headers = await auth.authorize(request, authContext({ cloud, region, fetch: scripted }));
    expect(headers).toEqual({ "x-auth-token": "fake" });
    expect(asked).toEqual([[url, "POST", "manual"]]);
  });
});

describe("the project", () => {
  it("that a login was scoped to has the id that IAM states, without a further login", async () => {
    const { auth, authorize, clock, iam } = await setUp();
    const context = authContext({ now: clock.now, fetch });
    expect(await auth.findProjectId?.(context)).toBe("fake-project");
    await authorize();
    expect(iam.logins).toHaveLength(1);
  });

  it.each(["{}", "not JSON", '{"token":{"project":{"id":""}}}', '{"token":{"project":{"id":7}}}'])(
    "is unknown if IAM states none: %s",
    async (body) => {
      const { auth } = await setUp({
        instead: () => ({ status: 201, headers: { "x-subject-token": "fake-token" }, body }),
      });
      expect(await auth.findProjectId?.(authContext({ fetch }))).toBeUndefined();
    },
  );

  it("is found for credentials of any kind that can tell it", async () => {
    const { auth, iam } = await setUp();
    expect(await findProjectId(auth, { service: "dcs" })).toBe("fake-project");
    expect(await findProjectId(auth, { service: "dcs", fetch, region: "eu-de" })).toBe("fake-project");
    expect(iam.logins).toHaveLength(1);
    expect(await findProjectId(token("fake-token"), { service: "dcs" })).toBeUndefined();
    const nonces: string[] = [];
    const signing = {
      ...token("fake-token"),
      findProjectId: async (context: AuthorizationContext) => void nonces.push(context.nonce()),
    };
    await findProjectId(signing, { service: "dcs" });
    await findProjectId(signing, { service: "dcs" });
    expect(new Set(nonces.filter((nonce) => nonce.length >= 16)).size).toBe(2);
  });

  it("is waited for no longer than the caller's own time and signal", async () => {
    const silent = { ...token("fake-token"), findProjectId: () => new Promise<undefined>(() => {}) };
    const late = findProjectId(silent, { service: "dcs", timeout: 1 });
    await expect(late).rejects.toThrow("dcs findProjectId: the login did not return the project within 1 ms");
    await expect(late).rejects.toBeInstanceOf(TimeoutError);
    const caller = new AbortController();
    const left = findProjectId(silent, { service: "dcs", signal: caller.signal });
    caller.abort(new Error("enough"));
    await expect(left).rejects.toThrow("enough");
  });
});

describe("the token", () => {
  it("is kept until shortly before it expires", async () => {
    const { auth, authorize, clock, iam, reasons } = await setUp({ lifetimeMs: 60 * minute });
    await authorize();
    clock.jump(55 * minute - 1);
    expect(await auth.authorize(request, authContext({ now: clock.now }))).toEqual({
      "x-auth-token": "fake-token-1",
    });
    clock.jump(1);
    expect(await authorize()).toEqual({ "x-auth-token": "fake-token-2" });
    expect(iam.logins).toHaveLength(2);
    expect(reasons).toEqual(["first", "expiring"]);
  });

  it.each([
    [60 * minute, 10 * minute, 50 * minute],
    [60 * minute, 0, 60 * minute],
    [4 * minute, 5 * minute, 2 * minute],
  ])("of %i ms, with a margin of %i, is replaced after %i", async (lifetimeMs, refreshBefore, after) => {
    const { authorize, clock, iam } = await setUp({ lifetimeMs }, { refreshBefore });
    await authorize();
    clock.jump(after - 1);
    await authorize();
    expect(iam.logins).toHaveLength(1);
    clock.jump(1);
    await authorize();
    expect(iam.logins).toHaveLength(2);
  });

  it("is timed by IAM's clock, wherever this machine's stands", async () => {
    const clock = fakeClock();
    const { authorize, iam } = await setUp({
      lifetimeMs: 60 * minute,
      now: () => clock.now() - 48 * 60 * minute,
    });
    await authorize();
    await authorize();
    expect(iam.logins).toHaveLength(1);
  });

  it.each([
    ["without a word on its expiry", { token: {} }],
    ["whose expiry cannot be read", { token: { expires_at: "soon" } }],
    ["with a body that is no JSON", "<html>"],
  ])("%s is kept until it is refused", async (_, body) => {
    const { auth, authorize, clock, iam } = await setUp({
      instead: (login) => ({ status: 201, headers: { "x-subject-token": `fake-${login}` }, body }),
    });
    const first = await authorize();
    clock.jump(1000 * 24 * 60 * minute);
    expect(await authorize()).toEqual(first);
    expect(auth.rejected?.(first)).toBe(true);
    expect(await authorize()).toEqual({ "x-auth-token": "fake-2" });
    expect(iam.logins).toHaveLength(2);
  });

  it("without a date of issue is timed by the client's clock", async () => {
    const clock = fakeClock();
    const expires = new Date(clock.now() + 60 * minute).toISOString();
    const {
      authorize,
      clock: own,
      iam,
    } = await setUp({
      instead: () => ({
        status: 201,
        headers: { "x-subject-token": "fake" },
        body: { token: { expires_at: expires } },
      }),
    });
    await authorize();
    own.jump(55 * minute - 1);
    await authorize();
    expect(iam.logins).toHaveLength(1);
    own.jump(1);
    await authorize();
    expect(iam.logins).toHaveLength(2);
  });
});

describe("many callers", () => {
  it("share one login", async () => {
    const { authorize, iam, reasons } = await setUp();
    const all = await Promise.all(Array.from({ length: 50 }, () => authorize()));
    expect(new Set(all.map((headers) => headers["x-auth-token"]))).toEqual(new Set(["fake-token-1"]));
    expect(iam.logins).toHaveLength(1);
    expect(reasons).toEqual(["first"]);
  });

  it("share one failure, and the next of them tries anew", async () => {
    const { authorize, iam } = await setUp({
      instead: (login) => (login === 1 ? { status: 503 } : undefined),
    });
    const all = await Promise.all(Array.from({ length: 10 }, () => failureOf(authorize())));
    for (const failure of all) expect(failure).toBeInstanceOf(ServerError);
    expect(iam.logins).toHaveLength(1);
    expect(await authorize()).toEqual({ "x-auth-token": "fake-token-1" });
  });

  it("do not lose the login when one of them aborts", async () => {
    let release: () => void = () => {};
    const held = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    const { authorize, iam } = await setUp({ instead: () => held });
    const leaving = new AbortController();
    const left = failureOf(authorize({ signal: leaving.signal }));
    const stays = authorize({ signal: new AbortController().signal });
    const reason = new Error("the caller has left");
    leaving.abort(reason);
    expect(await left).toBe(reason);
    expect(getEventListeners(leaving.signal, "abort")).toEqual([]);
    release();
    expect(await stays).toEqual({ "x-auth-token": "fake-token-1" });
    expect(iam.logins).toHaveLength(1);
  });

  it("abandon the login when all of them abort", async () => {
    let aborted = false;
    let begun: () => void = () => {};
    const login = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const stuck: typeof fetch = (_, init) =>
      new Promise((_, reject) => {
        begun();
        init?.signal?.addEventListener("abort", () => {
          aborted = true;
          reject(init.signal?.reason);
        });
      });
    const { authorize } = await setUp();
    const leaving = new AbortController();
    const left = failureOf(authorize({ fetch: stuck, signal: leaving.signal }));
    await login;
    leaving.abort(new Error("the caller has left"));
    expect(await left).toMatchObject({ message: "the caller has left" });
    expect(aborted).toBe(true);
    expect(await authorize()).toEqual({ "x-auth-token": "fake-token-1" });
  });
});

describe("a refused token", () => {
  it("is replaced once, for all calls that were under way with it", async () => {
    const { auth, authorize, iam, reasons } = await setUp();
    const first = await authorize();
    expect([auth.rejected?.(first), auth.rejected?.(first), auth.rejected?.(first)]).toEqual([
      true,
      true,
      true,
    ]);
    const renewed = await Promise.all([authorize(), authorize(), authorize()]);
    expect(renewed).toEqual(Array(3).fill({ "x-auth-token": "fake-token-2" }));
    expect(iam.logins).toHaveLength(2);
    expect(reasons).toEqual(["first", "rejected"]);
  });

  it("does not cost its successor when the refusal comes late", async () => {
    const { auth, authorize, iam } = await setUp();
    const first = await authorize();
    auth.rejected?.(first);
    const second = await authorize();
    expect(auth.rejected?.(first)).toBe(true);
    expect(await authorize()).toEqual(second);
    expect(iam.logins).toHaveLength(2);
  });

  it("that IAM gives out again is not worth a third attempt", async () => {
    const { auth, authorize } = await setUp({
      instead: () => ({ status: 201, headers: { "x-subject-token": "fake-same" }, body: {} }),
    });
    expect(auth.rejected?.(await authorize())).toBe(true);
    expect(auth.rejected?.(await authorize())).toBe(false);
  });

  it("of another sender changes nothing", async () => {
    const { auth, authorize, iam } = await setUp();
    await authorize();
    expect(auth.rejected?.({})).toBe(true);
    await authorize();
    expect(iam.logins).toHaveLength(1);
  });
});

describe("a login that IAM refuses", () => {
  it("is an AuthenticationError with IAM's numeric code and words, and says what to check", async () => {
    const { authorize } = await setUp({}, { password: "wrong-password" });
    const failure = await failureOf(authorize());
    expect(failure).toBeInstanceOf(AuthenticationError);
    expect(failure).toMatchObject({
      service: "iam",
      operation: "KeystoneCreateUserTokenByPassword",
      status: 401,
      code: "401",
      retryable: false,
      vendorMessage: "The username or password is wrong.",
      message:
        "iam KeystoneCreateUserTokenByPassword: 401 401: The username or password is wrong. " +
        "Check user name, password, domain (account) and project",
    });
  });

  it.each([400, 403, 404])("is one also with status %i", async (status) => {
    const { authorize } = await setUp({
      instead: () => ({ status, body: { error: { code: status, message: "no such project", title: "-" } } }),
    });
    expect(await failureOf(authorize())).toMatchObject({
      name: "AuthenticationError",
      status,
      code: `${status}`,
    });
  });

  it("is not repeated for a minute, so that it does not lock the account", async () => {
    let fixed = false;
    const { authorize, clock, iam } = await setUp({
      instead: () => (fixed ? undefined : { status: 401, body: { error: { code: 401, message: "wrong" } } }),
    });
    const first = await failureOf(authorize());
    fixed = true;
    clock.jump(minute - 1);
    expect(await failureOf(authorize())).toBe(first);
    expect(iam.logins).toHaveLength(1);
    clock.jump(1);
    expect(await authorize()).toEqual({ "x-auth-token": "fake-token-1" });
    expect(iam.logins).toHaveLength(2);
  });
});

describe("an IAM that cannot be used", () => {
  const responding: [string, object, abstract new (...args: never[]) => Error, object][] = [
    [
      "500",
      { status: 500, body: { error: { code: 500, message: "broken" } } },
      ServerError,
      { retryable: false },
    ],
    [
      "503",
      { status: 503, headers: { "retry-after": "9" } },
      ServerError,
      { retryAfterMs: 9000, retryable: true },
    ],
    [
      "429",
      { status: 429, headers: { "retry-after": "7" } },
      RateLimitError,
      { retryAfterMs: 7000, retryable: true },
    ],
    [
      "a web page of status 403",
      { status: 403, body: "<html><body>Sign in to Wi-Fi</body></html>" },
      AuthenticationError,
      { vendorMessage: "a web page: Sign in to Wi-Fi" },
    ],
    ["a web page of status 200", { status: 200, body: "<html>" }, ContractError, { status: 200 }],
    ["201 without a token", { status: 201, body: { token: {} } }, ContractError, { status: 201 }],
    [
      "a token that is none",
      { status: 201, headers: { "x-subject-token": "a b" }, body: {} },
      ContractError,
      {},
    ],
    [
      "a redirect",
      { status: 302, headers: { location: "https://evil.test/v3/auth/tokens" } },
      ConnectionError,
      { code: "redirect_refused" },
    ],
    [
      "more than 4 MiB",
      { status: 201, headers: { "x-subject-token": "fake" }, body: "x".repeat(2 ** 22 + 1) },
      ContractError,
      {},
    ],
  ];
  it.each(responding)("responding %s", async (_, reply, type, fields) => {
    const { authorize, iam } = await setUp({ instead: () => ({ status: 0, ...reply }) });
    const failure = await failureOf(authorize());
    expect(failure).toBeInstanceOf(type);
    expect(failure).toMatchObject({ service: "iam", ...fields });
    expect(iam.logins).toHaveLength(1);
  });

  it("not listening", async () => {
    const { authorize, iam } = await setUp();
    await iam.close();
    running.pop();
    expect(await failureOf(authorize())).toMatchObject({ name: "ConnectionError", code: "ECONNREFUSED" });
  });

  it("never responding, even if fetch ignores its signal", async () => {
    const { authorize, clock } = await setUp({}, { timeout: 5000 });
    const failure = failureOf(authorize({ fetch: () => new Promise(() => {}) }));
    await clock.advance(5000);
    expect(await failure).toBeInstanceOf(TimeoutError);
    expect(await failure).toMatchObject({ service: "iam", timeoutMs: 5000, scope: "attempt" });
    expect(clock.pending).toEqual([]);
  });
});

describe("options that cannot work", () => {
  const base = { ...credentials, projectName: "eu-de", iamUrl: "https://iam.test" };
  it.each<[string, object, RegExp]>([
    ["no user name", { username: undefined }, /needs username: pass a non-empty string/],
    ["an empty password", { password: "" }, /needs password/],
    ["a line break after the password", { password: "secret\n" }, /password has a line break/],
    ["no domain", { domainName: undefined }, /needs domainName or domainId/],
    ["two domains", { domainId: "d" }, /domainName or domainId, not both/],
    ["an empty domain", { domainName: "" }, /needs domainName/],
    ["two projects", { projectId: "p" }, /projectName or projectId, not both/],
    ["an empty project id", { projectName: undefined, projectId: "" }, /needs projectId/],
    ["http", { iamUrl: "http://iam.test" }, /iamUrl http:\/\/iam\.test is not https/],
    ["no URL", { iamUrl: "iam.test" }, /iamUrl is not an absolute URL/],
    ["credentials in the URL", { iamUrl: "https://u:p@iam.test" }, /iamUrl contains credentials/],
    ["a negative margin", { refreshBefore: -1 }, /refreshBefore must be a number/],
    ["a timeout that is none", { timeout: Number.NaN }, /timeout must be a number/],
  ])("%s", (_, fields, message) => {
    const create = () => iamPassword({ ...base, ...fields } as IamPasswordOptions);
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(message);
  });

  it.each<[unknown, string]>([
    [undefined, "iamPassword options must be an object"],
    [null, "iamPassword options must be an object"],
    [{ ...credentials, domain: "d" }, "no iamPassword option domain; did you mean domainName?"],
    [{ ...credentials, project: "p" }, "no iamPassword option project; did you mean projectId?"],
    [{ ...credentials, user_name: "u" }, "no iamPassword option user_name; did you mean username?"],
    [{ ...credentials, token: "t" }, "no iamPassword option token; there are username, password, "],
    [{ ...credentials, clock: 5 }, "clock must be an object, not 5"],
    [{ ...credentials, clock: {} }, "clock must have the functions now and after"],
    [{ ...credentials, iamUrl: 5 }, "iamUrl must be a string, not 5"],
    [{ ...credentials, timeout: "5" }, "timeout must be a number, not a string"],
  ])("%j, which a caller without types can pass", (options, message) => {
    const create = () => iamPassword(options as IamPasswordOptions);
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(message);
  });

  const authorize = async (auth: Auth, fields: Partial<AuthorizationContext>) =>
    auth.authorize(request, authContext(fields));

  it("no endpoint known for the client", async () => {
    const auth = iamPassword({ ...credentials, projectName: "eu-de" });
    await expect(authorize(auth, { region: "eu-de" })).rejects.toThrow(
      /cloud is missing; pass .*, or iamUrl instead/,
    );
    await expect(authorize(auth, { cloud: "otc" })).rejects.toThrow(
      /region is missing; pass it, or iamUrl instead/,
    );
    const evil = authorize(auth, { cloud: "otc", region: "evil.test/" });
    await expect(evil).rejects.toThrow(ConfigurationError);
  });

  it("no project known for the client", async () => {
    const auth = iamPassword({ ...credentials, iamUrl: "https://iam.test" });
    await expect(authorize(auth, {})).rejects.toThrow(/pass projectId to the client, or projectName here/);
  });
});
