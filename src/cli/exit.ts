import { BackupRecordsError } from "../core/errors.js";

/** What the command's exit code says. */
export const exitCodes = {
  fine: 0,
  /** The command ran and found what it looks for: a difference, a failed backup. */
  findings: 1,
  /** The command line, a file or the configuration is at fault. */
  usage: 2,
  /** The service responded with an error, or with something unreadable. */
  service: 3,
  /** The service refused the credentials, or they may not do this. */
  refused: 4,
  /** No response, or not in time. */
  network: 5,
  /** A fault of this program. */
  bug: 70,
  /** Ended by Ctrl-C. */
  interrupted: 130,
  /** Ended by SIGTERM. */
  terminated: 143,
} as const;

/** The codes as `--help` lists them. */
export const exitCodeHelp =
  "Exit codes:\n  0    fine\n  1    findings\n  2    usage or configuration\n  3    the service responded with an error\n" +
  "  4    authentication or permission\n  5    network or timeout\n  70   a bug\n  130  ended by Ctrl-C\n" +
  "  143  ended by SIGTERM";

const byName: Readonly<Record<string, number>> = {
  ConfigurationError: exitCodes.usage,
  InvalidRequestError: exitCodes.usage,
  AuthenticationError: exitCodes.refused,
  PermissionError: exitCodes.refused,
  ConnectionError: exitCodes.network,
  TimeoutError: exitCodes.network,
  QueueError: exitCodes.network,
};

/** The exit code of an error of the client; undefined for any other. */
export function exitCodeOf(error: unknown): number | undefined {
  if (!(error instanceof BackupRecordsError)) return undefined;
  return byName[error.name] ?? exitCodes.service;
}
