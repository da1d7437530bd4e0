/** Why a backup failed, by the code in its record (`dcs-hwc-en`, Table 4). Not errors of the API. */
export const dcsJobErrors: Readonly<Record<string, string>> = {
  "dcs.08.0001": "The tool that backs up and restores could not be started.",
  "dcs.08.0002": "The job did not finish in time.",
  "dcs.08.0003": "The storage bucket could not be deleted.",
  "dcs.08.0004": "No access key for the storage could be obtained.",
  "dcs.08.0005": "The storage bucket could not be created.",
  "dcs.08.0006": "The size of the backup file could not be determined.",
  "dcs.08.0007": "The data could not be synchronized during a restoration.",
  "dcs.08.0008": "The automatic backup did not start because the instance was busy with another job.",
};
