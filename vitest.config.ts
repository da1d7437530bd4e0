import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["src/**"],
      exclude: ["src/cli/**", "src/mock/**"],
      reporter: ["text-summary", "text"],
      thresholds: { lines: 100, branches: 100 },
    },
  },
});
