import { type AdviceTable, findAdvice, gatewayAdvice } from "../core/error-response.js";

const dcs: AdviceTable = [
  [/^(DCS\.100[12]|11140100[12])$/, "Get a new token."],
  [/^(DCS\.1003|111401003)$/, "Give the client an `auth`."],
  [/^(DCS\.1004|111401004)$/, "Use a token whose scope is the project in `projectId`."],
  [
    /^(DCS\.(200[37]|300[23])|11140300[23])$/,
    "Allow the user the IAM action of the call; for backups it is dcs:instance:getDataBackupLog.",
  ],
  [/^(DCS\.(3022|4061)|111404022|111400061)$/, "Check the instance id, the region and the project."],
  [/^(DCS\.(4001|5001)|111404001|111405001)$/, "Check the region and the base URL."],
  [/^(DCS\.4002|111400002)$/, "Check `projectId`: every region has a project id of its own."],
  [/^DCS\.4025$/, "Give a period that ends after it begins."],
  [/^(DCS\.(406[23]|4800)|111400(06[23]|800))$/, "Check the parameter that the message names."],
  [/^(DCS\.50|1115000)/, "Try again later; if it persists, give the request id to the vendor's support."],
];

/** What to do about an error code of DCS or of the gateway before it; undefined for an unknown one. */
export function dcsAdvice(code: string): string | undefined {
  return findAdvice(dcs, code) ?? findAdvice(gatewayAdvice, code);
}
