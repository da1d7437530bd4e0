import { ConfigurationError } from "../../core/errors.js";
import { readTextFile } from "../../node/text-file.js";

/** Maximum size of a targets file: 160,000 targets that are each written out. */
const MAX_FILE_BYTES = 16 * 2 ** 20;

/**
 * The text of a targets file, or of `what` else has its form.
 * @throws ConfigurationError if the file cannot be read
 */
export function readTargetsText(path: string, what: string): string {
  const file = readTextFile(path, MAX_FILE_BYTES);
  if ("text" in file) return file.text;
  const problem = file.missing ? "there is no such file" : `it ${file.problem}`;
  throw new ConfigurationError(`${path}: ${problem}; give the path of ${what}`);
}
