import { BackupRecordsError } from "../../core/errors.js";

/** The queue's Redis cannot be reached, refuses, or stayed away for too long. Never shows the URL's password. */
export class QueueError extends BackupRecordsError {
  override get name(): "QueueError" {
    return "QueueError";
  }

  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, {}, options.cause);
  }
}
