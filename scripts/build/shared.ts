/**
 * Modules that the command line has in common with the entry points. Each is built once, as a file of `dist`
 * of its own, which both builds know: what is not listed here is bundled into the command line once more.
 */
const shared = [
  "audit/check",
  "audit/client-set",
  "audit/discover",
  "audit/duration",
  "audit/run",
  "audit/targets/error",
  "core/deadline",
  "core/errors",
  "core/json",
  "core/pointer",
  "node/find-credentials",
  "node/proxied-fetch",
  "node/proxy",
  "records/record",
  "load-service",
  "services",
] as const;

// No hyphens, which would look like the hash of a chunk.
const fileOf = (module: string) => module.replaceAll("/", ".");
const sourceOf = (module: string) => `src/${module}.ts`;

/** The shared modules as entries of a build: name of the file in `dist` to source. */
export const sharedEntries: Readonly<Record<string, string>> = Object.fromEntries(
  shared.map((module) => [fileOf(module), sourceOf(module)]),
);

/** Where the command line finds them: source to path from `dist/cli`. */
export const sharedPlaces: Readonly<Record<string, string>> = Object.fromEntries(
  shared.map((module) => [sourceOf(module), `../${fileOf(module)}.js`]),
);
