import { bundle, createConfig } from "@redocly/openapi-core";
import type { Contract } from "./contract.js";

/** Bundles a split contract into one document whose references are all local. */
export async function bundleContract(file: string): Promise<Contract> {
  const { bundle: result, problems } = await bundle({ ref: file, config: await createConfig({}) });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const list = errors.map(
      ({ message, location }) => `  ${location[0]?.source.absoluteRef ?? file}: ${message}`,
    );
    throw new Error(`${file} cannot be bundled:\n${list.join("\n")}`);
  }
  return result.parsed as Contract;
}
