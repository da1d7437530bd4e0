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

const header = /^ACS3-HMAC-SHA256 Credential=([^,/ ]+),SignedHeaders=([^, ]+),Signature=([0-9a-f]{64})$/;
const mandatory = [
  "x-acs-action",
  "x-acs-version",
  "x-acs-date",
  "x-acs-signature-nonce",
  "x-acs-content-sha256",
];

/** Checks a request signed with ACS3-HMAC-SHA256, as the gateway of Alibaba Cloud does. */
export function verifyAcs3(request: ReceivedRequest, verifier: Verifier): Verdict {
  const read = (name: string) => headerOf(request.rawHeaders, name);
  const match = header.exec(read("authorization") ?? "");
  if (!match) return refuse(400, "IncompleteSignature", "The Authorization header is malformed.");
  const [, accessKeyId = "", list = "", claimed = ""] = match;
  const known = verifier.keys.get(accessKeyId);
  if (!known) return refuse(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
  const missing = mandatory.filter((name) => read(name) === undefined);
  if (missing.length > 0) return refuse(400, "MissingParameter", `Missing: ${missing.join(", ")}.`);

  const names = list.split(";");
  const mustSign = namesOf(request.rawHeaders).filter(
    (name) =>
      (name.startsWith("x-acs-") && !name.includes("_")) || name === "host" || name === "content-type",
  );
  if (!isWellOrdered(names) || mustSign.sort().join(";") !== list) {
    return refuse(400, "IncompleteSignature", `The signed headers must be ${mustSign.join(";")}.`);
  }
  if (
    read("x-acs-security-token") !== known.securityToken ||
    read("x-acs-accesskey-id") !== (known.securityToken === undefined ? undefined : accessKeyId)
  ) {
    return refuse(400, "InvalidSecurityToken.MismatchWithAccessKey", "The security token is of another key.");
  }

  const date = read("x-acs-date") ?? "";
  const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date) ? Date.parse(date) : Number.NaN;
  if (!(Math.abs(dated - verifier.now()) <= toleranceMs)) {
    return refuse(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
  }

  const hash = createHash("sha256").update(request.body).digest("hex");
  const lines = [request.method, normalisePath(request.target), normaliseQuery(request.target)];
  for (const name of names) lines.push(`${name}:${(read(name) ?? "").replace(/^[ \t]+|[ \t]+$/g, "")}`);
  lines.push("", list, hash);
  const fingerprint = createHash("sha256").update(lines.join("\n"), "latin1").digest("hex");
  const message = `ACS3-HMAC-SHA256\n${fingerprint}`;
  const expected = createHmac("sha256", known.secret).update(message).digest();
  if (read("x-acs-content-sha256") !== hash || !timingSafeEqual(expected, Buffer.from(claimed, "hex"))) {
    return refuse(
      400,
      "SignatureDoesNotMatch",
      `Specified signature does not match our calculation. server string to sign is:${message} ` +
        `server canonical request is:${lines.join("\n")}`,
    );
  }
  const used = `nonce ${accessKeyId} ${read("x-acs-signature-nonce")}`;
  if (verifier.seen?.has(used)) {
    return refuse(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
  }
  verifier.seen?.add(used);
  return { accepted: true, scheme: "acs3", accessKeyId };
}

function refuse(status: number, code: string, message: string): Verdict {
  return {
    accepted: false,
    reply: {
      status,
      body: {
        RequestId: "6BE56E05-0000-0000-0000-FD90C4FFD581",
        HostId: "127.0.0.1",
        Code: code,
        Message: message,
        Recommend: `https://api.alibabacloud.com/troubleshoot?q=${code}`,
      },
    },
  };
}
