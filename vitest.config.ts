import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { bundledText } from "./scripts/build/plugins.js";
import { wholeRound } from "./test/support/round.js";

/**
 * Tests that need a process of their own: they look at the whole process, change its folder, its zone or its globals, or drive
 * a browser. A process costs seconds, so all other tests share those that there are anyway.
 */
const apart = [
  "faults/!(faults)",
  "docs/!(building)",
  "cli/@(cases|output-path|time)",
  "examples/!(endpoints|index|mock-in-vitest|programs|worker)",
  "mock/both-modes",
  "toy/*",
  // Elsewhere nothing of these runs.
  ...(wholeRound ? ["queue/*", "exporter/prometheus"] : []),
].map((file) => `test/${file}.test.ts`);

const timeouts = { testTimeout: wholeRound ? 60_000 : 20_000, hookTimeout: 60_000 };

/** package.json's `imports` name the built transport; the sources are tested with its source. */
const platformTransport = {
  name: "platform-transport",
  enforce: "pre" as const,
  resolveId(id: string, importer = "") {
    const built = importer.startsWith(`${import.meta.dirname}/dist/`);
    return id === "#transport" && !built ? `${import.meta.dirname}/src/node/transport.ts` : null;
  },
};

const plugins = [platformTransport, bundledText];

export default defineConfig({
  test: {
    globalSetup: ["test/support/build.ts"],
    // Many tests wait for processes of their own: one worker more than there are cores keeps all of them busy. In the whole
    // round, browsers and servers do.
    maxWorkers: availableParallelism() + (wholeRound ? 0 : 1),
    coverage: {
      provider: "v8",
      include: ["src/**"],
      // What is shown in processes of its own, where coverage is not counted.
      exclude: ["src/cli/**", "src/mock/**", "src/audit/**"],
      reporter: ["text-summary", "text"],
      // The branches that are left are fallbacks that only the compiler asks for.
      thresholds: { lines: 100, branches: 98 },
    },
    projects: [
      {
        plugins,
        // One module graph a worker: loading it anew for every file costs more than the tests do.
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: apart,
          pool: "threads",
          isolate: false,
          ...timeouts,
        },
      },
      { plugins, test: { name: "apart", include: apart, ...timeouts } },
    ],
  },
});
