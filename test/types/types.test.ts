import { execFile } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations as cbr } from "../../generated/cbr/operations.js";
import { operations as dcs } from "../../generated/dcs/operations.js";
import { operations as starrocks } from "../../generated/starrocks/operations.js";
import { operations as vbs } from "../../generated/vbs/operations.js";
import { wholeRound } from "../support/round.js";

const run = promisify(execFile);
/** The compilers that are written in JavaScript take seconds: `npm run test:whole` has the time for them. */
const compilers = {
  "7": "typescript-7",
  ...(wholeRound && { "5.9": "typescript", "6": "typescript-6" }),
};
const here = import.meta.dirname;
let folder = "";

// A consumer of its own, outside of this package, so that nothing but the package's exports is found.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "types-"));
  for (const name of readdirSync(here).filter((file) => !file.endsWith(".test.ts"))) {
    copyFileSync(join(here, name), join(folder, name));
  }
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "declared.test-d.ts"), declared());
  const installed = join(folder, "node_modules/backup-records");
  mkdirSync(installed, { recursive: true });
  copyFileSync("package.json", join(installed, "package.json"));
  const declares = (path: string) => statSync(path).isDirectory() || path.endsWith(".d.ts");
  cpSync("dist", join(installed, "dist"), { recursive: true, filter: declares });
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name));
  }
});

/**
 * A module that exports a function for each method of each client: its own declarations can name what the method takes and
 * returns, without an import of it.
 */
function declared(): string {
  const services = { Cbr: cbr, Dcs: dcs, StarRocks: starrocks, Vbs: vbs };
  const lines = Object.entries(services).flatMap(([name, operations]) =>
    Object.keys(operations).map(
      (method) =>
        `export const ${method} = async (client: ${name}Client, values: Parameters<${name}Client["${method}"]>[0]) => await client.${method}(values as never);`,
    ),
  );
  const clients = Object.keys(services).map((name) => `${name}Client`);
  return [`import type { ${clients.join(", ")} } from "backup-records";`, ...lines].join("\n");
}

afterAll(() => rmSync(folder, { recursive: true }));

async function compile(compiler: string, ...extra: string[]): Promise<{ code: number; output: string }> {
  const tsc = resolve("node_modules", compiler, "bin/tsc");
  try {
    const { stdout } = await run(process.execPath, [tsc, "-p", folder, ...extra]);
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, output: stdout };
  }
}

describe.each(Object.entries(compilers))("the built declarations on TypeScript %s", (version, compiler) => {
  test(`type what consumers write (${compiler})`, async () => {
    const manifest: unknown = JSON.parse(
      readFileSync(resolve("node_modules", compiler, "package.json"), "utf8"),
    );
    expect(manifest).toMatchObject({
      version: expect.stringMatching(new RegExp(`^${version.replace(".", "\\.")}\\.`)),
    });
    expect(await compile(compiler)).toEqual({ code: 0, output: "" });
  });
});

test.skipIf(!wholeRound)("the declarations type what bundlers resolve", async () => {
  const bundler = await compile("typescript-7", "--module", "esnext", "--moduleResolution", "bundler");
  expect(bundler).toEqual({ code: 0, output: "" });
});

test.skipIf(!wholeRound)("the suite can fail", async () => {
  const file = join(folder, "negative.test-d.ts");
  copyFileSync(join(here, "negative.txt"), file);
  const { code, output } = await compile("typescript-7");
  rmSync(file);
  expect(code).not.toBe(0);
  expect(output).toMatch(/negative\.test-d\.ts\(5,/);
  expect(output).toMatch(/negative\.test-d\.ts\(6,/);
});
