import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { below, keysOf } from "../../src/cli/contract-diff/json.js";
import { lineAt, type SourceLine } from "../../src/cli/contract-diff/source-line.js";

/**
 * The line of the hand-written contract that a place in the bundled one comes from, or of what is left
 * around it; undefined where the service has no contract any more.
 */
export function specLine(cwd: string, service: string, pointer: string): SourceLine | undefined {
  const [root, kind = "", name = "", ...rest] = keysOf(pointer);
  const component = root === "components" ? componentFile(cwd, service, kind, name) : undefined;
  const file = component ?? `spec/${service}/openapi.yaml`;
  if (!existsSync(join(cwd, file))) return undefined;
  const text = readFileSync(join(cwd, file), "utf8");
  return { file, line: lineAt(text, component === undefined ? pointer : rest.reduce(below, "")) };
}

// The bundler names a component after its file.
function componentFile(cwd: string, service: string, kind: string, name: string): string | undefined {
  const folders =
    kind === "examples"
      ? [`spec/${service}/examples`, "spec/common/examples"]
      : [`spec/${service}/components/${kind}`, `spec/common/${kind}`];
  return folders.map((folder) => `${folder}/${name}.yaml`).find((file) => existsSync(join(cwd, file)));
}
