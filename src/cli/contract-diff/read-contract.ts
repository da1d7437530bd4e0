import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { isObject, type JsonObject } from "./json.js";
import { ContractDiffError, findRedocly, runRedocly } from "./redocly-cli.js";

/**
 * Reads a contract from a JSON or YAML file, with the files that it refers to drawn into it.
 * @throws ContractDiffError where the file is missing or is no OpenAPI document.
 */
export async function readContract(file: string, script: string = findRedocly()): Promise<JsonObject> {
  await access(file).catch(() => {
    throw new ContractDiffError(`${file}: no such file`);
  });
  const contract: unknown = JSON.parse(
    await runRedocly(
      script,
      ["bundle", resolve(file), "--ext=json"],
      { "redocly.yaml": "telemetry: off\n" },
      `${file} cannot be read as a contract`,
    ),
  );
  if (isObject(contract)) return contract;
  throw new ContractDiffError(`${file} is no OpenAPI document`);
}
