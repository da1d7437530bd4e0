import { existsSync } from "node:fs";
import { defineConfig } from "tsdown";
import { builtElsewhere, lightMaps } from "./scripts/build/plugins.js";

export default defineConfig({
  logLevel: "warn",
  format: "esm",
  target: "es2022",
  // Not "node": its runtime chunk imports node:module, and what runs anywhere shares that chunk.
  platform: "neutral",
  fixedExtension: false,
  // Keys are the names of the files in `dist`, and of the package's entry points.
  entry: {
    index: "src/index.ts",
    dcs: "src/dcs/index.ts",
    vbs: "src/vbs/index.ts",
    starrocks: "src/starrocks/index.ts",
    auth: "src/auth/index.ts",
    validate: "src/validate/index.ts",
    node: "src/node/index.ts",
    mock: "src/mock/index.ts",
    // For the command line, which shares it.
    errors: "src/core/errors.ts",
    // Chosen by package.json's `imports`.
    transport: "src/core/platform-transport.ts",
    "transport-node": "src/node/transport/platform-transport.ts",
    ...(existsSync("src/audit/index.ts") && { audit: "src/audit/index.ts" }),
  },
  deps: { neverBundle: [/^node:/, "#transport", "undici", "bullmq", "ioredis"] },
  dts: true,
  sourcemap: true,
  plugins: [builtElsewhere({ "src/node/yaml.ts": "./yaml.js" }), lightMaps],
  // A neutral platform looks at no field of packages that have no `exports`.
  inputOptions: { resolve: { mainFields: ["module", "main"] } },
  // The declarations keep what editors show; who debugs reads the source maps.
  outputOptions: { comments: { jsdoc: false, legal: false, annotation: true } },
  clean: true,
});
