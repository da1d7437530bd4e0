import { defineConfig } from "tsdown";
import { clouds } from "./generated/services.js";
import {
  builtElsewhere,
  lightMaps,
  noBareImports,
  ownLines,
  typesOfCommonJs,
  withoutMaps,
} from "./scripts/build/plugins.js";
import { sharedEntries } from "./scripts/build/shared.js";

const services = Object.keys(clouds);

/** The package's entry points, by the names of their files in `dist`. */
const entries = {
  index: "src/index.ts",
  ...Object.fromEntries(services.map((service) => [service, `src/${service}/index.ts`])),
  ...Object.fromEntries(services.map((service) => [`${service}/types`, `src/${service}/types.ts`])),
  auth: "src/auth/index.ts",
  validate: "src/validate/index.ts",
  node: "src/node/index.ts",
  mock: "src/mock/index.ts",
  audit: "src/audit/index.ts",
  // Chosen by package.json's `imports`.
  "transport-node": "src/node/transport.ts",
  "transport-fetch": "src/core/platform-transport.ts",
};

/** One file for what belongs together: each one more costs Node most of a millisecond at the first import. */
const chunkGroups = [
  // All of the core that the command line needs for its help.
  { name: "errors", test: /\/src\/core\/(errors|redaction)\.ts$/, priority: 1 },
  // What a transport needs of the core, which imports the transport.
  { name: "transport", test: /\/src\/core\/(deadline|transport)\.ts$/, priority: 1 },
  // Without what is loaded by the calls that need it, and the transport that is left to the platform.
  { name: "core", test: /\/src\/core\/(?!(raw|drift|schema|platform-transport)\.ts$)[\w-]+\.ts$/ },
  { name: "auth", test: /\/src\/auth\/[\w-]+\.ts$/ },
  { name: "records", test: /\/src\/(records\/(fields|record)|\w+\/record)\.ts$/ },
  // Apart, so that a bundler leaves them out whole. Without due runs, which bring the library that reads cron expressions.
  { name: "schedules", test: /\/src\/(records\/(schedule|zone)|\w+\/schedule)\.ts$/ },
  ...services.map((service) => ({
    name: `${service}-client`,
    test: new RegExp(`/(src/${service}/(client|advice)|generated/${service}/operations)\\.ts$`),
  })),
];

export default defineConfig({
  logLevel: "warn",
  format: "esm",
  target: "es2022",
  // Not "node": its runtime chunk imports node:module, and what runs anywhere shares that chunk.
  platform: "neutral",
  fixedExtension: false,
  entry: { ...entries, ...sharedEntries },
  deps: { neverBundle: [/^(node:|#)/, "bullmq", "ioredis"] },
  // What the command line shares is for nobody else, and needs no declarations.
  dts: { entry: Object.values(entries) },
  sourcemap: true,
  plugins: [
    builtElsewhere({ "src/node/yaml.ts": "./yaml.js" }),
    lightMaps,
    noBareImports,
    ownLines,
    withoutMaps("mock.js"),
    typesOfCommonJs,
  ],
  // A neutral platform looks at no field of packages that have no `exports`.
  inputOptions: { resolve: { mainFields: ["module", "main"] } },
  // The declarations keep what editors show; who debugs reads the source maps.
  outputOptions: {
    comments: { jsdoc: false, legal: false, annotation: true },
    codeSplitting: { groups: chunkGroups },
  },
  clean: true,
});
