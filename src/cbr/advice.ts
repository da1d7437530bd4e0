import type { CbrOperationLog } from "../../generated/cbr/types.js";
import { type AdviceTable, findAdvice, gatewayAdvice } from "../core/error-response.js";
import { type Loose, readObject, readText } from "../records/fields.js";

const cbr: AdviceTable = [
  [/^BackupService\.9998$/, "Get a new token, or check the access key."],
  [/^BackupService\.8600$/, "Allow the user the IAM action of the call; for backups it is cbr:tasks:list."],
  [/^BackupService\.(6000|6105|6200|6500)$/, "Check the id, the region and the project."],
  [/^BackupService\.9900$/, "Check the parameter that the message names."],
  [/^BackupService\.9910$/, "Try again later; if it persists, give the request id to the vendor's support."],
  [/^BackupService\.6114$/, "Enlarge the vault, or keep fewer backups."],
  [
    /^BackupService\.(0002|6125)$/,
    "Back up less often, or at other times: the backup before was still running.",
  ],
  [/^BackupService\.(6113|6124)$/, "Check the state and the type of the vault."],
  [/^BackupService\.(6215|7003|7101|7102)$/, "Check the state of the resource: it allows no backup."],
  [/^BackupService\.(6302|7000|7100)$/, "Remove the resource from its vault: it does not exist any more."],
  [/^BackupService\.(0001|7108)$/, "Put a resource with disks into the vault, or take the policy off it."],
  [/^BackupService\.7103$/, "Back the server's disks up instead, in a vault for disks."],
  [/^BackupService\.8300$/, "Raise the quota of snapshots, or delete some."],
];

/**
 * What to do about an error code of CBR or of the gateway before it; undefined for an unknown one. It names the vault of
 * the failed backup, if its operation log does.
 */
export function cbrAdvice(code: string, source?: unknown): string | undefined {
  const advice = findAdvice(cbr, code) ?? findAdvice(gatewayAdvice, code);
  const log: Loose<CbrOperationLog> = readObject<CbrOperationLog>(source) ?? {};
  const vault = readText(log.vault_name) ?? readText(log.vault_id);
  return vault === null ? advice : advice?.replace(/\b(?:the|its) vault\b/, (words) => `${words} ${vault}`);
}
