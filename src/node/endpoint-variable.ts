import type { BackupService } from "../records/record.js";

/** The variable that names a service's endpoint. */
export function endpointVariable(service: BackupService): string {
  return `BACKUP_RECORDS_${service.toUpperCase()}_URL`;
}
