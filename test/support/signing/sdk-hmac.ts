import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { normalisePath, normaliseQuery } from "./encoding.js";
import {
  headerOf,
  isWellOrdered,
  namesOf,
  type ReceivedRequest,
  toleranceMs,
  type Verdict,
  type Verifier,
} from "./received.js";

const header =
  /^SDK-HMAC-SHA256 (?:Access=([^,/ ]+)|Credential=([^,/ ]+)\/(\d{8})\/([^,/ ]+)\/([^,/ ]+)\/sdk_request), SignedHeaders=([^, ]+), Signature=([0-9a-f]{64})$/;

/** Checks a request signed with SDK-HMAC-SHA256, in either form, as the gateways of Huawei Cloud and OTC do. */
export function verifySdkHmac(request: ReceivedRequest, verifier: Verifier): Verdict {
  const authorization = headerOf(request.rawHeaders, "authorization") ?? "";
  const match = header.exec(authorization);
  if (!match) return refuse("the Authorization header is malformed");
  const [, access, credential, day, region, service, list = "", claimed = ""] = match;
  const accessKeyId = access ?? credential ?? "";
  const known = verifier.keys.get(accessKeyId);
  if (!known) return refuse(`Get secretKey failed,ak:${accessKeyId},err:ak not exist`);

  const names = list.split(";");
  if (!isWellOrdered(names)) return refuse("SignedHeaders is not a sorted list of lower-case names");
  const present = namesOf(request.rawHeaders);
  const mustSign = ["host", "x-sdk-date"].concat(
    ["x-project-id", "x-security-token"].filter((name) => present.includes(name)),
  );
  const unsigned = mustSign.filter((name) => !names.includes(name));
  if (unsigned.length > 0) return refuse(`not signed: ${unsigned.join(", ")}`);
  const signed = names.map((name) => [name, headerOf(request.rawHeaders, name)] as const);
  const absent = signed.filter(([, value]) => value === undefined).map(([name]) => name);
  if (absent.length > 0) return refuse(`signed but absent or repeated: ${absent.join(", ")}`);
  if (headerOf(request.rawHeaders, "x-security-token") !== known.securityToken) {
    return refuse("the security token does not belong to this access key");
  }

  const date = headerOf(request.rawHeaders, "x-sdk-date") ?? "";
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!parts) return refuse("X-Sdk-Date is malformed");
  const [, year, month, dayOfMonth, hour, minute, second] = parts.map(Number);
  const dated = Date.UTC(Number(year), Number(month) - 1, dayOfMonth, hour, minute, second);
  if (Math.abs(dated - verifier.now()) > toleranceMs) {
    const server = new Date(verifier.now()).toISOString().replace(/-|:|\.\d+/g, "");
    return refuse(
      `signature expired, signature time:${date},server time:${server}`,
      "calc aksk signature fail:",
    );
  }
  if (day !== undefined && day !== date.slice(0, 8)) return refuse("the scope is of another day");
  if (day !== undefined && verifier.region !== undefined && region !== verifier.region) {
    return refuse(`the scope is of another region: ${region}`);
  }
  if (day !== undefined && verifier.service !== undefined && service !== verifier.service) {
    return refuse(`the scope is of another service: ${service}`);
  }

  const path = normalisePath(request.target);
  const canonical = [
    request.method,
    path.endsWith("/") ? path : `${path}/`,
    normaliseQuery(request.target),
    ...signed.map(([name, value]) => `${name}:${value?.replace(/^[ \t]+|[ \t]+$/g, "")}`),
    "",
    list,
    createHash("sha256").update(request.body).digest("hex"),
  ].join("\n");
  const fingerprint = createHash("sha256").update(canonical, "latin1").digest("hex");
  let key = Buffer.from(known.secret);
  let message = `SDK-HMAC-SHA256\n${date}\n${fingerprint}`;
  if (day !== undefined && region !== undefined && service !== undefined) {
    key = Buffer.from(`SDK${known.secret}`);
    for (const step of [day, region, service, "sdk_request"]) key = mac(key, step);
    message = `SDK-HMAC-SHA256\n${date}\n${day}/${region}/${service}/sdk_request\n${fingerprint}`;
  }
  if (!timingSafeEqual(mac(key, message), Buffer.from(claimed, "hex"))) {
    return refuse(`canonicalRequest:${canonical.replaceAll("\n", "|")}`, "verify aksk signature fail, ");
  }
  const used = `${date} ${claimed}`;
  if (verifier.seen?.has(used)) return refuse("this signature has been used before");
  verifier.seen?.add(used);
  return { accepted: true, scheme: day === undefined ? "access" : "scoped", accessKeyId };
}

function mac(key: Buffer, text: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHmac("sha256", key).update(text).digest());
}

function refuse(why: string, before = "verify aksk signature fail, "): Verdict {
  const message = `Incorrect IAM authentication information: ${before}${why}`;
  return {
    accepted: false,
    reply: {
      status: 401,
      body: { error_msg: message, error_code: "APIGW.0301", request_id: "5a63903e690bcd18d9ddf5c2ca75e827" },
    },
  };
}
