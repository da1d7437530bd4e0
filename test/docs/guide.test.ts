import { resolve } from "node:path";
import { format } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
// Loaded before fetch is stubbed: a client uses a fetch that was replaced after loading.
import "../../src/index.js";
import { wholeRound } from "../support/round.js";
import { type Cloud, environment, startCloud } from "./cloud.js";
import { type Program, prepare, readPrograms, typeCheck } from "./programs.js";

const programs = readPrograms();
const MISSPELT: Program = {
  name: "misspelt",
  pieces: [
    {
      output: undefined,
      code: `import { createVbsClient, token } from "backup-records";
const vbs = createVbsClient({ projectId: "p", auth: token("t") });
vbs.listBackupTasks({ policy: "x" });
`,
    },
  ],
};
let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud();
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  await cloud.close();
});

/** A compiler takes seconds: `npm run test:whole` runs it. */
const round = test.skipIf(!wholeRound);

describe("the programs of the documentation", () => {
  round("type-check as a reader's compiler would, and would not with a misspelt parameter", () => {
    const { [MISSPELT.name]: misspelt, ...others } = Object.fromEntries(typeCheck([...programs, MISSPELT]));
    expect(Object.entries(others).filter(([, errors]) => errors.length > 0)).toEqual([]);
    expect(misspelt?.[0]).toContain("'policy' does not exist");
  });

  test.each(programs)("$name does what it says", async (program) => {
    const printed: string[][] = [];
    const hasMock = program.pieces.some(({ code }) => code.includes("backup-records/mock"));
    if (!hasMock) vi.stubGlobal("fetch", cloud.fetch);
    vi.stubGlobal("nextPiece", () => printed.push([]));
    vi.spyOn(console, "log").mockImplementation((...values) => {
      printed.at(-1)?.push(format(...values));
    });
    cloud.restart();
    await import(resolve(prepare(program)));
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    program.pieces.forEach(({ output }, at) => {
      if (output !== undefined) expect(printed[at]?.map((line) => `${line}\n`).join("")).toBe(output);
    });
  });
});
