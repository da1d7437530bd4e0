import { resolve } from "node:path";
import { defineConfig } from "tsdown";
import { clouds } from "./generated/services.js";
import { builtElsewhere, bundledText, withoutOpenTelemetry } from "./scripts/build/plugins.js";
import { sharedPlaces } from "./scripts/build/shared.js";

const common = {
  logLevel: "warn" as const,
  format: "esm" as const,
  target: "node20",
  platform: "node" as const,
  dts: false,
  // Not published: they say which libraries are in the minified code.
  sourcemap: "hidden" as const,
  minify: true,
  fixedExtension: false,
};

/**
 * The command line, with its libraries bundled in: a build of its own, because those libraries are CommonJS
 * and need what Node alone has, which must not reach the chunks that run anywhere.
 */
export default defineConfig([
  {
    ...common,
    entry: { main: "src/cli/main.ts" },
    outDir: "dist/cli",
    plugins: [
      builtElsewhere({
        ...sharedPlaces,
        "src/audit/assessment.ts": "../audit.js",
        "src/audit/account-clients.ts": "../node.js",
        "src/audit/objective.ts": "../audit.js",
        "src/audit/targets/node.ts": "../node.js",
        "src/auth/access-key.ts": "../auth.js",
        "src/auth/token.ts": "../auth.js",
        "src/mock/index.ts": "../mock.js",
        "src/node/yaml.ts": "../yaml.js",
        "src/validate/index.ts": "../validate.js",
        ...Object.fromEntries(Object.keys(clouds).map((name) => [`src/${name}/client.ts`, `../${name}.js`])),
      }),
      bundledText,
      withoutOpenTelemetry,
    ],
    deps: {
      neverBundle: [
        /^backup-records(\/|$)/,
        /^#/,
        "bullmq",
        "ioredis",
        "@redocly/cli",
        "@stoplight/prism-cli",
        /^@modelcontextprotocol\/sdk\//,
      ],
    },
  },
  // Third-party code that nobody debugs here, once for the command line and the entry points that use it.
  {
    ...common,
    entry: { yaml: "src/node/yaml.ts" },
    outDir: "dist",
    clean: false,
    // What it offers to Node is CommonJS, of which nothing can be left out.
    alias: { yaml: resolve("node_modules/yaml/browser/dist/index.js") },
  },
]);
