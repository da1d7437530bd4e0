import { alibabaAccessKey, iamPassword, token } from "../../../src/index.js";
import { type Act, type RawRequest, reply, sendAndReset, sendAndStall } from "../../support/fault-server.js";
import type { Fault, Stage } from "../fault.js";
import { secrets } from "../wire.js";

const two = ["a", "b"];
const iamPath = "/v3/auth/tokens";
const tokenServices = ["dcs", "vbs", "cbr"] as const;
const hour = 3_600_000;

const login = ({ server }: Stage) => ({
  auth: iamPassword({
    username: "fake-user",
    password: secrets.password,
    domainName: "fake-domain",
    projectName: "eu-de",
    iamUrl: server.url,
  }),
});

/** IAM and the service behind one port: logins go to `iam`, everything else to `service`. */
const routed = (iam: (count: number) => Act, service: (request: RawRequest, count: number) => Act) => {
  let logins = 0;
  let calls = 0;
  return (request: RawRequest) => (request.target === iamPath ? iam(++logins) : service(request, ++calls));
};

/** Temporary credentials, other ones for each number. */
const sessionKey = (number: number) => ({
  accessKeyId: `FAKESESSIONKEY${number}`,
  accessKeySecret: secrets.secretKey,
  securityToken: secrets.securityToken,
});
/** Another key each time the provider is asked, and no retries. */
const freshKeys = () => {
  let given = 0;
  return { auth: alibabaAccessKey(() => sessionKey(++given)), retry: { attempts: 1 } };
};
const expiredKey = ({ wire }: Stage) =>
  reply(403, wire.error("InvalidSecurityToken.Expired", "Specified SecurityToken is expired."));
const issued = (value: string): Act =>
  reply(201, '{"token":{"expires_at":"2099-01-01T00:00:00.000000Z"}}', { "x-subject-token": value });
const iamError = (status: number) => reply(status, `{"error":{"code":${status},"message":"no"}}`);

/** When a request says that it was signed; whichever scheme signed it. */
function signedAt({ headers }: RawRequest): number {
  const sdk = headers["x-sdk-date"]?.replace(/^(....)(..)(..T..)(..)/, "$1-$2-$3:$4:");
  return Date.parse(sdk ?? headers["x-acs-date"] ?? "");
}

/** Refuses what is not signed within fifteen minutes of `clock`, as the service's vendor does. */
const strict =
  (
    stage: Stage,
    clock: () => number,
    headers: () => Record<string, string>,
  ): ((request: RawRequest) => Act) =>
  (request) => {
    if (Math.abs(signedAt(request) - clock()) < hour / 4) return stage.good;
    return stage.service === "starrocks"
      ? reply(
          400,
          stage.wire.error("InvalidTimeStamp.Expired", "Specified time stamp is expired."),
          headers(),
        )
      : reply(401, stage.wire.error("APIGW.0301", "Incorrect IAM authentication information"), headers());
  };
const dated = (clock: () => number) => () => ({ date: new Date(clock()).toUTCString() });
const signing = ({ wire }: Stage) => ({ auth: wire.signing() });

/** What can go wrong between a client and those who decide whether it may ask. */
export const authenticationFaults: readonly Fault[] = [
  {
    behaviour: "a token that the service no longer takes, and no other to be had",
    services: tokenServices,
    serve: ({ wire }) => [reply(401, wire.error("DCS.1002", "The token expired."))],
    outcome: { error: "AuthenticationError", fields: { status: 401, code: "DCS.1002" }, requests: 1 },
  },
  {
    behaviour: "a token that the service no longer takes, and a provider with another",
    services: tokenServices,
    serve: ({ wire, good }) => [reply(401, wire.error("DCS.1002", "The token expired.")), good],
    options: () => {
      const tokens = [secrets.token, secrets.secondToken];
      return { auth: token(() => tokens.shift() ?? ""), retry: { attempts: 1 } };
    },
    outcome: { returns: two, requests: 2, waits: [] },
  },
  {
    behaviour: "every token is refused, however many the provider has",
    services: tokenServices,
    serve: ({ wire }) => [reply(401, wire.error("DCS.1001", "Invalid token."))],
    options: () => {
      let given = 0;
      return { auth: token(() => `${secrets.token}${++given}`) };
    },
    outcome: { error: "AuthenticationError", requests: 2 },
  },
  {
    behaviour: "temporary credentials that have expired, and a provider with others",
    services: ["starrocks"],
    serve: (stage) => [expiredKey(stage), stage.good],
    options: freshKeys,
    outcome: { returns: two, requests: 2, waits: [] },
  },
  {
    behaviour: "an access key that was replaced, and a provider with the new one",
    services: ["starrocks"],
    serve: ({ wire, good }) => [
      reply(404, wire.error("InvalidAccessKeyId.NotFound", "Specified access key is not found.")),
      good,
    ],
    options: freshKeys,
    outcome: { returns: two, requests: 2, waits: [] },
  },
  {
    behaviour: "temporary credentials that have expired, and a provider with the same ones only",
    services: ["starrocks"],
    serve: (stage) => [expiredKey(stage)],
    options: () => ({ auth: alibabaAccessKey(() => sessionKey(1)) }),
    outcome: { error: "AuthenticationError", requests: 2 },
  },
  {
    behaviour: "temporary credentials that have expired, and no provider",
    services: ["starrocks"],
    serve: (stage) => [expiredKey(stage)],
    options: signing,
    outcome: { error: "AuthenticationError", requests: 1 },
  },
  {
    behaviour: "the provider of the token fails, with a secret in its words",
    services: tokenServices,
    serve: ({ good }) => [good],
    options: () => ({
      auth: token(() => Promise.reject(new Error("the vault is sealed"))),
    }),
    outcome: { error: "ConfigurationError", says: /provider of the token failed/, requests: 0 },
  },
  {
    behaviour: "the provider of the token never responds",
    services: tokenServices,
    serve: ({ good }) => [good],
    options: () => ({ auth: token(() => new Promise<string>(() => {})), timeout: 40 }),
    outcome: { error: "TimeoutError", fields: { attempt: 3 }, requests: 0, atLeastMs: 115 },
  },
  {
    behaviour: "the token expires in the middle of a listing",
    services: tokenServices,
    serve: ({ wire }) =>
      routed(
        (count) => issued(count === 1 ? secrets.token : secrets.secondToken),
        ({ headers }, count) => {
          if (count === 1) return reply(200, wire.page(["a", "b"], 3));
          return headers["x-auth-token"] === secrets.secondToken
            ? reply(200, wire.page(["c"], 3))
            : reply(401, wire.error("DCS.1002", "The token expired."));
        },
      ),
    options: login,
    // Login, page, refusal, login, page.
    outcome: { returns: ["a", "b", "c"], requests: 5, waits: [] },
  },
  {
    behaviour: "the token expires under ten calls at once",
    services: tokenServices,
    serve: ({ wire, good }) =>
      routed(
        (count) => issued(count === 1 ? secrets.token : secrets.secondToken),
        ({ headers }) =>
          headers["x-auth-token"] === secrets.secondToken
            ? good
            : reply(401, wire.error("DCS.1002", "The token expired.")),
      ),
    options: login,
    ask: ({ list, ids }) => Promise.all(Array.from({ length: 10 }, () => ids(list()))),
    // Two logins, and every call twice.
    outcome: { returns: Array(10).fill(two), requests: 22 },
  },
  {
    behaviour: "the password is wrong",
    services: tokenServices,
    serve: ({ good }) =>
      routed(
        () => iamError(401),
        () => good,
      ),
    options: login,
    outcome: { error: "AuthenticationError", fields: { service: "iam", code: "401" }, requests: 1 },
  },
  {
    behaviour: "the login is refused with the password quoted",
    services: tokenServices,
    serve:
      ({ good }) =>
      (request) =>
        request.target === iamPath
          ? reply(400, `{"error":{"code":400,"message":${JSON.stringify(request.body)}}}`)
          : good,
    options: login,
    outcome: { error: "AuthenticationError", says: /\[redacted\]/, requests: 1 },
  },
  {
    behaviour: "the login fails twice, with 503 and a reset, and then works",
    services: tokenServices,
    serve: ({ good }) =>
      routed(
        (count) => [iamError(503), sendAndReset(), issued(secrets.token)][count - 1] ?? sendAndReset(),
        () => good,
      ),
    options: login,
    outcome: {
      returns: two,
      requests: 4,
      waits: [
        [0, "backoff"],
        [0, "backoff"],
      ],
    },
  },
  {
    behaviour: "the login never responds",
    services: tokenServices,
    serve: ({ good }) =>
      routed(
        () => sendAndStall(),
        () => good,
      ),
    options: (stage) => ({ ...login(stage), timeout: 40 }),
    outcome: { error: "TimeoutError", fields: { attempt: 3 }, requests: { atMost: 3 }, atLeastMs: 115 },
  },
  {
    behaviour: "the login redirects to another origin",
    services: tokenServices,
    serve: ({ good, elsewhere }) =>
      routed(
        () => reply(307, "", { location: elsewhere.url }),
        () => good,
      ),
    options: login,
    outcome: {
      error: "ConnectionError",
      fields: { code: "redirect_refused", service: "iam" },
      requests: 1,
      also: ({ elsewhere }) => {
        if (elsewhere.accepted > 0) throw new Error("the password was sent elsewhere");
      },
    },
  },
  {
    behaviour: "the login responds without a token",
    services: tokenServices,
    serve: ({ good }) =>
      routed(
        () => reply(201, "{}"),
        () => good,
      ),
    options: login,
    outcome: { error: "ContractError", fields: { status: 201 }, requests: 1 },
  },
  {
    behaviour: "this machine's clock is an hour behind",
    serve: (stage) => {
      const clock = () => Date.now() + hour;
      return strict(stage, clock, dated(clock));
    },
    options: signing,
    outcome: { returns: two, requests: 2, waits: [] },
  },
  {
    behaviour: "this machine's clock is an hour ahead, and only the refusal's words say so",
    services: tokenServices,
    serve: (stage) => {
      const clock = () => Date.now() - hour;
      const stamp = () => new Date(clock()).toISOString().replace(/-|:|\.\d+/g, "");
      return (request) =>
        Math.abs(signedAt(request) - clock()) < hour / 4
          ? stage.good
          : reply(401, stage.wire.error("APIGW.0301", `signature expired, server time:${stamp()}`));
    },
    options: signing,
    outcome: { returns: two, requests: 2 },
  },
  {
    behaviour: "this machine's clock is wrong for ten calls at once",
    serve: (stage) => {
      const clock = () => Date.now() + hour;
      return strict(stage, clock, dated(clock));
    },
    options: signing,
    ask: ({ list, ids }) => Promise.all(Array.from({ length: 10 }, () => ids(list()))),
    outcome: { returns: Array(10).fill(two), requests: 20 },
  },
  {
    behaviour: "this machine's clock is wrong, and no response tells the time",
    serve: (stage) =>
      strict(
        stage,
        () => Date.now() + hour,
        () => ({}),
      ),
    options: signing,
    outcome: { error: "AuthenticationError", requests: 1 },
  },
  {
    behaviour: "the service's clock runs away: every refusal tells another time",
    serve: (stage) => {
      let ahead = 0;
      return strict(
        stage,
        () => Number.NaN,
        () => {
          ahead += hour;
          return { date: new Date(Date.now() + ahead).toUTCString() };
        },
      );
    },
    options: signing,
    outcome: { error: "AuthenticationError", requests: 2 },
  },
  {
    behaviour: "the signature is refused although the clocks agree",
    serve: (stage) => strict(stage, () => Number.NaN, dated(Date.now)),
    options: signing,
    outcome: { error: "AuthenticationError", requests: 1 },
  },
];
