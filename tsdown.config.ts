import { defineConfig } from "tsdown";
import { builtElsewhere, lightMaps, withoutMaps } from "./scripts/build/plugins.js";
import { sharedEntries } from "./scripts/build/shared.js";

/** The package's entry points, by the names of their files in `dist`. */
const entries = {
  index: "src/index.ts",
  dcs: "src/dcs/index.ts",
  vbs: "src/vbs/index.ts",
  starrocks: "src/starrocks/index.ts",
  auth: "src/auth/index.ts",
  validate: "src/validate/index.ts",
  node: "src/node/index.ts",
  mock: "src/mock/index.ts",
  audit: "src/audit/index.ts",
  // Chosen by package.json's `imports`.
  "engine-at-once": "src/core/engine/at-once.ts",
  "engine-node": "src/node/engine.ts",
  "engine-on-demand": "src/core/engine/on-demand.ts",
  "signing-at-once": "src/auth/at-once.ts",
  "signing-on-demand": "src/auth/on-demand.ts",
};

/** What a page loads by name, without an object that gives names back to the exports of a chunk. */
const parts = {
  engine: "src/core/engine/engine.ts",
  "sdk-signer": "src/auth/sdk-signer.ts",
  "acs-signer": "src/auth/acs-signer.ts",
  "iam-sessions": "src/auth/iam-sessions.ts",
};

/** What is loaded when it is first wanted, or left to the platform, stays out of the engine's chunk. */
const apart = /\/(at-once|on-demand|drift-check|raw|openapi-fetch)\.ts$/;

/** One file for what belongs together: each one more costs Node most of a millisecond at the first import. */
const chunkGroups = [
  // All of the core that the command line needs for its help; ahead of the core, or that takes it along.
  { name: "errors", test: /\/src\/core\/errors\.ts$/, priority: 1 },
  // What makes a client and refuses mistakes at once; and what sends, which comes with the first call.
  {
    name: "client",
    test: /\/src\/(core\/(client|endpoint|listen)|auth\/refusals)\.ts$/,
    priority: 1,
  },
  { name: "core", test: (id: string) => /\/src\/core\/engine\/[\w-]+\.ts$/.test(id) && !apart.test(id) },
  { name: "signing", test: /\/src\/auth\/(acs|sdk)-signer\.ts$/ },
  { name: "records", test: /\/src\/(records\/[\w-]+|(dcs|vbs|starrocks)\/record|core\/parse-time)\.ts$/ },
  ...["dcs", "vbs", "starrocks"].map((service) => ({
    name: `${service}-client`,
    test: new RegExp(`/(src/${service}/client|generated/${service}/operations)\\.ts$`),
  })),
];

export default defineConfig({
  logLevel: "warn",
  format: "esm",
  target: "es2022",
  // Not "node": its runtime chunk imports node:module, and what runs anywhere shares that chunk.
  platform: "neutral",
  fixedExtension: false,
  entry: { ...entries, ...parts, ...sharedEntries },
  deps: { neverBundle: [/^(node:|#)/, "undici", "bullmq", "ioredis"] },
  // What the command line shares is for nobody else, and needs no declarations.
  dts: { entry: Object.values(entries) },
  sourcemap: true,
  plugins: [builtElsewhere({ "src/node/yaml.ts": "./yaml.js" }), lightMaps, withoutMaps("mock.js")],
  // A neutral platform looks at no field of packages that have no `exports`.
  inputOptions: { resolve: { mainFields: ["module", "main"] } },
  // The declarations keep what editors show; who debugs reads the source maps.
  outputOptions: {
    comments: { jsdoc: false, legal: false, annotation: true },
    codeSplitting: { groups: chunkGroups },
  },
  clean: true,
});
