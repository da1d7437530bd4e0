import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import ts from "typescript";
import { answerExamples, type BundledContract } from "./contracts.js";

/**
 * Generates a client from a contract with a code generator that the project does not use otherwise, and beside
 * it `use.ts`, which calls each operation by its name and assigns each example to the type of its answer.
 */
export async function generateClient(document: BundledContract, folder: string): Promise<void> {
  await createClient({
    input: structuredClone(document),
    output: { path: folder, importFileExtension: ".js" },
    plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
    logs: { level: "silent", file: false },
    interactive: false,
  });
  writeFileSync(join(folder, "use.ts"), use(document));
}

function use(document: BundledContract): string {
  const examples = answerExamples(document);
  const names = [...new Set(examples.map(({ operationId }) => operationId))];
  return [
    `import * as sdk from "./sdk.gen.js";`,
    `import type * as types from "./types.gen.js";`,
    ...names.map((name) => `export const call${name} = sdk.${name[0]?.toLowerCase()}${name.slice(1)};`),
    ...examples.map(({ operationId, status, example, value }, index) => {
      const answers = Number(status) < 400 ? "Responses" : "Errors";
      return `/** ${example} */ export const example${index}: types.${operationId}${answers}[${status}] = ${JSON.stringify(value)};`;
    }),
  ].join("\n");
}

/** What the strict TypeScript compiler finds in the generated folders: a line for each error. */
export function compilerFindings(root: string, folders: readonly string[]): string[] {
  const program = ts.createProgram(
    folders.map((folder) => join(folder, "use.ts")),
    {
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    return file === undefined ? text : `${relative(root, file.fileName)}: ${text}`;
  });
}
