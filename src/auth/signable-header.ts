import { ConfigurationError } from "../core/errors.js";

/**
 * The value of a header as it arrives, and so as it is signed: without blanks around it. What is inside
 * stays, as Huawei Cloud and Alibaba Cloud document it.
 * @throws ConfigurationError where a character does not travel as it is written
 */
export function signableHeader(name: string, value: string): string {
  if (/[^\t\x20-\x7e]/.test(value)) {
    throw new ConfigurationError(
      `The header ${name} has a character outside printable ASCII, so it cannot be signed: encode its value`,
    );
  }
  return value.trim();
}
