/** The same request as this package sends, written by hand with `node:crypto`. Each call signs again. */
import { createHash, createHmac, randomUUID } from "node:crypto";
import { type Place, type Service, targetOf } from "./client.js";

/** One request for a page, for the clients without a library. */
export interface SignedRequest {
  readonly method: "GET" | "POST";
  /** Path and query. */
  readonly target: string;
  /** The headers of one call, with a signature of their own. `host` is among them. */
  sign(): Record<string, string>;
}

/** Prepares what all calls of a client have in common. */
export function signedRequest(service: Service, place: Place): SignedRequest {
  const target = targetOf(service, place);
  return service === "dcs"
    ? { method: "GET", target, sign: huaweiSigner(target, place) }
    : { method: "POST", target, sign: alibabaSigner(target, place) };
}

/** SDK-HMAC-SHA256 in its access form. */
function huaweiSigner(target: string, { baseUrl, projectId, accessKeyId, secret }: Place) {
  const { host } = new URL(baseUrl);
  const [path, query] = target.split("?", 2);
  return () => {
    const date = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const canonical = `GET\n${path}/\n${query}\nhost:${host}\nx-project-id:${projectId}\nx-sdk-date:${date}\n\nhost;x-project-id;x-sdk-date\n${EMPTY_BODY}`;
    const signature = hmac(secret, `SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`);
    return {
      host,
      accept: "application/json",
      "x-project-id": projectId,
      "x-sdk-date": date,
      authorization: `SDK-HMAC-SHA256 Access=${accessKeyId}, SignedHeaders=host;x-project-id;x-sdk-date, Signature=${signature}`,
    };
  };
}

/** ACS3-HMAC-SHA256. */
function alibabaSigner(target: string, { baseUrl, accessKeyId, secret }: Place) {
  const { host } = new URL(baseUrl);
  const [path, query] = target.split("?", 2);
  return () => {
    // In the order in which they are signed.
    const signed: Record<string, string> = {
      host,
      "x-acs-action": "DescribeBackups",
      "x-acs-content-sha256": EMPTY_BODY,
      "x-acs-date": new Date().toISOString().replace(/\.\d+/, ""),
      "x-acs-signature-nonce": randomUUID(),
      "x-acs-version": "2022-10-19",
    };
    let lines = "";
    for (const name in signed) lines += `${name}:${signed[name]}\n`;
    const names = Object.keys(signed).join(";");
    const canonical = `POST\n${path}\n${query}\n${lines}\n${names}\n${EMPTY_BODY}`;
    const signature = hmac(secret, `ACS3-HMAC-SHA256\n${sha256(canonical)}`);
    signed["authorization"] =
      `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${names},Signature=${signature}`;
    signed["accept"] = "application/json";
    return signed;
  };
}

const EMPTY_BODY = sha256("");

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}
