import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

test("editors and compiler errors name what a call returns, and do not spell it out", () => {
  const folder = mkdtempSync(join(tmpdir(), "names-"));
  const file = join(folder, "program.ts");
  const lines = [
    `import { createCbrClient, createDcsClient, token } from ${JSON.stringify(resolve("dist/index.js"))};`,
    'const place = { baseUrl: "https://x", projectId: "p", auth: token("t") };',
    "const dcs = createDcsClient(place);",
    'const listing = dcs.listBackupRecords({ instance_id: "i" });',
    "const page = await listing;",
    "const [first] = page.items;",
    'const instance = dcs.showInstance({ instance_id: "i" });',
    "const logs = createCbrClient(place).listOpLogs();",
    "listing.items;",
  ];
  writeFileSync(file, lines.join("\n"));
  const program = ts.createProgram([file], {
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const shown = new Map<string, string>();
  source?.forEachChild((node) => {
    if (!ts.isVariableStatement(node)) return;
    for (const { name } of node.declarationList.declarations)
      shown.set(name.getText(source), checker.typeToString(checker.getTypeAtLocation(name)));
  });
  const messages = ts
    .getPreEmitDiagnostics(program, source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  rmSync(folder, { recursive: true });
  expect(Object.fromEntries(shown)).toMatchObject({
    listing: "BackupListing<DcsBackupRecord, DcsBackupRecordList>",
    page: "Page<DcsBackupRecord, DcsBackupRecordList>",
    instance: "Promise<DcsInstance>",
    logs: "BackupListing<CbrOperationLog, CbrOperationLogList>",
  });
  expect(messages).toContain(
    "Property 'items' does not exist on type 'BackupListing<DcsBackupRecord, DcsBackupRecordList>'.",
  );
});
