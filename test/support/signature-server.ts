import { type Loopback, startLoopback } from "./loopback.js";
import { verifyAcs3 } from "./signing/acs3.js";
import {
  headerOf,
  type KnownKey,
  type ReceivedRequest,
  type Reply,
  type Verdict,
  type Verifier,
} from "./signing/received.js";
import { verifySdkHmac } from "./signing/sdk-hmac.js";

export type { KnownKey, ReceivedRequest, Reply } from "./signing/received.js";

export interface SignatureServerOptions {
  /** Access keys by id. Any of the three schemes may use them. */
  readonly keys?: Readonly<Record<string, KnownKey>>;
  /** Accepts a token in `x-auth-token` if a request is not signed, e.g. `iam.isValid`. */
  readonly acceptToken?: (token: string) => boolean;
  /** The only region and service that a scope may name. @default any */
  readonly region?: string;
  readonly service?: string;
  /** The server's clock, epoch milliseconds. @default Date.now */
  readonly now?: () => number;
  /**
   * Accept a nonce twice, and the same SDK-HMAC signature twice. The latter's date has whole seconds: the
   * same call repeated within one second is a replay, unless `now` moves or this is set.
   * @default false
   */
  readonly allowReplays?: boolean;
  /** Responds to an accepted request. @default 200 with an empty object */
  readonly handler?: (request: AcceptedRequest) => Reply | Promise<Reply>;
}

/** An accepted request, and how it was authenticated. */
export interface AcceptedRequest extends ReceivedRequest {
  readonly scheme: "access" | "scoped" | "acs3" | "token";
  /** Empty for a token. */
  readonly accessKeyId: string;
}

export interface SignatureServer extends Loopback {
  /** The accepted requests, in order. */
  readonly accepted: AcceptedRequest[];
  /** The rejected requests, in order, with the responses. */
  readonly refused: { readonly request: ReceivedRequest; readonly reply: Reply }[];
  /** Changes the keys while the server runs. */
  readonly keys: Map<string, KnownKey>;
}

/**
 * A loopback server that computes every signature again from the bytes it received. It rejects a signature that is
 * wrong, older than 15 minutes or replayed, with the responses of the real gateways. It shares no code with the
 * signers. Every response is dated by `now`.
 */
export async function startSignatureServer(options: SignatureServerOptions = {}): Promise<SignatureServer> {
  const now = options.now ?? Date.now;
  const keys = new Map(Object.entries(options.keys ?? {}));
  const verifier: Verifier = {
    keys,
    now,
    region: options.region,
    service: options.service,
    seen: options.allowReplays ? undefined : new Set(),
  };
  const accepted: AcceptedRequest[] = [];
  const refused: { request: ReceivedRequest; reply: Reply }[] = [];
  const dated = (reply: Reply): Reply => ({
    ...reply,
    headers: { date: new Date(now()).toUTCString(), ...reply.headers },
  });
  const server = await startLoopback(async (request) => {
    const verdict = judge(request, verifier, options.acceptToken);
    if (!verdict.accepted) {
      refused.push({ request, reply: verdict.reply });
      return dated(verdict.reply);
    }
    const passed = { ...request, scheme: verdict.scheme, accessKeyId: verdict.accessKeyId };
    accepted.push(passed);
    return dated((await options.handler?.(passed)) ?? { status: 200, body: {} });
  });
  return { ...server, accepted, refused, keys };
}

type Judgement =
  | Exclude<Verdict, { accepted: true }>
  | ({ accepted: true } & Pick<AcceptedRequest, "scheme" | "accessKeyId">);

/** Chooses the check by how the request is authenticated. */
export function judge(
  request: ReceivedRequest,
  verifier: Verifier,
  acceptToken?: (token: string) => boolean,
): Judgement {
  const authorization = headerOf(request.rawHeaders, "authorization") ?? "";
  if (authorization.startsWith("ACS3-HMAC-SHA256")) return verifyAcs3(request, verifier);
  if (authorization !== "") return verifySdkHmac(request, verifier);
  const token = headerOf(request.rawHeaders, "x-auth-token");
  if (token !== undefined && acceptToken?.(token))
    return { accepted: true, scheme: "token", accessKeyId: "" };
  return {
    accepted: false,
    reply: {
      status: 401,
      body: {
        error_msg: `Incorrect IAM authentication information: ${token === undefined ? "x-auth-token not found" : "decrypt token fail"}`,
        error_code: "APIGW.0301",
        request_id: "5a63903e690bcd18d9ddf5c2ca75e827",
      },
    },
  };
}
