import { existsSync } from "node:fs";
import { defineConfig } from "tsdown";

const common = {
  logLevel: "warn" as const,
  format: "esm" as const,
  target: "es2022",
  // Not "node": its runtime chunk imports node:module, and what runs anywhere shares that chunk.
  platform: "neutral" as const,
  deps: { neverBundle: [/^node:/] },
  dts: true,
  sourcemap: true,
  fixedExtension: false,
};

export default defineConfig([
  {
    ...common,
    // Keys are the names of the files in `dist`, and of the package's entry points.
    entry: {
      index: "src/index.ts",
      dcs: "src/dcs/index.ts",
      vbs: "src/vbs/index.ts",
      starrocks: "src/starrocks/index.ts",
      auth: "src/auth/index.ts",
      validate: "src/validate/index.ts",
      ...(existsSync("src/node/index.ts") && { node: "src/node/index.ts" }),
      mock: "src/mock/index.ts",
    },
    clean: true,
  },
]);
