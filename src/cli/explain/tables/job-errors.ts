import type { BackgroundTable } from "../entry.js";

/** What stands behind a failed DCS backup, by the code in its record. */
export const jobErrorBackground: BackgroundTable = {
  "dcs.08.0001": {
    cause:
      "The node of the instance could not start the tool: it is overloaded, restarting or out of memory.",
    remedy: "Look at the instance's state and memory, then start the backup again.",
  },
  "dcs.08.0002": {
    cause: "The instance holds more data, or writes faster, than the job could copy in the time it has.",
    remedy: "Back up when the instance is less busy; if it times out again, ask the vendor's support.",
  },
  "dcs.08.0003": {
    cause:
      "The object storage refused to remove the bucket that held the backup files, or was not available.",
    remedy: "Nothing is lost. If it comes again, give the backup's id to the vendor's support.",
  },
  "dcs.08.0004": {
    cause: "The service that hands out temporary access keys for the object storage did not give one.",
    remedy: "Start the backup again; if it fails again, ask the vendor's support.",
  },
  "dcs.08.0005": {
    cause:
      "The object storage refused a new bucket, or was not available: for example because a quota is used up.",
    remedy: "Look at the project's quota of the object storage, then start the backup again.",
  },
  "dcs.08.0006": {
    cause: "The backup was written, but its file could not be looked up in the object storage.",
    remedy: "Do not rely on this backup; make another one.",
  },
  "dcs.08.0007": {
    cause: "A restoration loaded the backup, but the instance's replicas did not take over its data.",
    remedy: "Check the instance's state before it is used again, then repeat the restoration.",
  },
  "dcs.08.0008": {
    cause:
      "Another job was under way when the automatic backup came due, such as a restart or a change of size.",
    remedy:
      "Back up by hand once that job is over, and move the automatic one to another hour if it comes again.",
  },
  "BackupService.0001": { cause: "The vault was empty, or all that is in it was being backed up." },
  "BackupService.0002": { cause: "The backup before took longer than the time between two of them." },
  "BackupService.6113": { cause: "The vault is frozen, locked or being deleted." },
  "BackupService.6114": { cause: "The backups that are kept take all of the vault's space." },
  "BackupService.6124": {
    cause: "The vault is of a type that keeps other things, such as copies of backups.",
  },
  "BackupService.6125": { cause: "The backup before took longer than the time between two of them." },
  "BackupService.6215": { cause: "The resource was being changed, restored or deleted." },
  "BackupService.6302": { cause: "The resource was deleted, and is still in the vault." },
  "BackupService.7000": { cause: "The disk was deleted, and is still in the vault." },
  "BackupService.7003": { cause: "The disk was neither available nor in use." },
  "BackupService.7100": { cause: "The server was deleted, and is still in the vault." },
  "BackupService.7101": { cause: "The server was neither running nor stopped." },
  "BackupService.7102": { cause: "Someone stopped the server, or it stopped by itself." },
  "BackupService.7103": { cause: "The server is of a kind that the service does not back up." },
  "BackupService.7108": { cause: "All disks were detached from the server, or are excluded." },
  "BackupService.8300": { cause: "Each backup needs a snapshot while it is made." },
  "BackupService.9910": { cause: "Something inside the service failed; the resource was not at fault." },
};
