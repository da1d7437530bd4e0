import { defineConfig } from "tsdown";

/**
 * The command line, with its libraries bundled in: a build of its own, because those libraries are CommonJS
 * and need what Node alone has, which must not reach the chunks that run anywhere.
 */
export default defineConfig({
  entry: { main: "src/cli/main.ts" },
  logLevel: "warn",
  outDir: "dist/cli",
  format: "esm",
  target: "node20",
  platform: "node",
  dts: false,
  sourcemap: false,
  minify: true,
  fixedExtension: false,
  deps: { neverBundle: [/^backup-records(\/|$)/, "undici", "@redocly/cli", "@stoplight/prism-cli"] },
});
