import { TargetsFileError } from "../../../src/audit/targets/error.js";
import { type ReadTargetsOptions, readTargets, type TargetsFile } from "../../../src/audit/targets/read.js";

/** Reads a text as `t.yaml`, with a project in the environment. */
export function read(text: string, more: Partial<ReadTargetsOptions> = {}): TargetsFile {
  return readTargets(text, { file: "t.yaml", env: { OS_PROJECT_ID: "p", OS_REGION_NAME: "eu-nl" }, ...more });
}

/** What is wrong with a text, one line each; empty where nothing is. */
export function mistakes(text: string, more: Partial<ReadTargetsOptions> = {}): string[] {
  try {
    read(text, more);
    return [];
  } catch (error) {
    if (!(error instanceof TargetsFileError)) throw error;
    return error.message.split("\n");
  }
}
