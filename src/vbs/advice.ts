import { type AdviceTable, findAdvice, gatewayAdvice } from "../core/error-response.js";

const vbs: AdviceTable = [
  [
    /^AutoBackup\.0000$/,
    "Check that nothing between this client and the service, such as a proxy, empties the request.",
  ],
  [/^AutoBackup\.0002$/, "Give the client an `auth`."],
  [/^AutoBackup\.0003$/, "Get a new token."],
  [/^AutoBackup\.(0006|0205|1100)$/, "Check the policy id and the project."],
  [/^AutoBackup\.0009$/, "Try again later; if it persists, give the request id to the vendor's support."],
  [/^AutoBackup\.0213$/, "Ask for the permission to read backup policies."],
];

/** What to do about an error code of VBS or of the gateway before it; undefined for an unknown one. */
export function vbsAdvice(code: string): string | undefined {
  return findAdvice(vbs, code) ?? findAdvice(gatewayAdvice, code);
}
