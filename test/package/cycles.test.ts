import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { clouds } from "../../generated/services.js";
import manifest from "../../package.json" with { type: "json" };

const files = readdirSync("dist").filter((name) => name.endsWith(".js"));

/** What a file of the package imports at once, where package.json's `imports` are chosen for this platform. */
function importsOf(file: string, platform: string): string[] {
  const code = readFileSync(`dist/${file}`, "utf8");
  const specifiers = [...code.matchAll(/^(?:import|export)\b[^;]*?"([^"]+)";/gm)].map(([, to = ""]) => to);
  return specifiers.flatMap((to) => {
    const choices: Readonly<Record<string, string>> | undefined = Object.entries(manifest.imports).find(
      ([name]) => name === to,
    )?.[1];
    const path = choices ? (choices[platform] ?? choices["default"] ?? "") : to;
    return path.startsWith(".") ? basename(path) : [];
  });
}

/** Ways that lead back to where they began. */
function cycles(platform: string): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]) => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(" -> "));
    if (done.has(file)) return;
    done.add(file);
    for (const next of importsOf(file, platform)) walk(next, [...way, file]);
  };
  for (const file of files) walk(file, []);
  return found;
}

/** A file of the package and all that it imports at once. */
function loadedWith(file: string, platform: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of importsOf(file, platform)) loadedWith(next, platform, seen);
  return seen;
}

test.each(Object.keys(clouds))("%s loads no library that reads cron expressions", (entry) => {
  const reading = files.filter((file) => readFileSync(`dist/${file}`, "utf8").includes("CronPattern"));
  expect(reading.length).toBeGreaterThan(0);
  expect(reading.filter((file) => loadedWith(`${entry}.js`, "node").has(file))).toEqual([]);
});

test("a bundle of a client leaves schedules out, which the main entry exports beside it", async () => {
  const contents = (names: string) => ({
    contents: `export { ${names} } from "./dist/index.js";`,
    resolveDir: ".",
  });
  const bundle = async (names: string) => {
    const options = { bundle: true, write: false, format: "esm", logLevel: "silent" } as const;
    const { outputFiles } = await build({ ...options, stdin: contents(names) });
    return outputFiles.map(({ text }) => text).join("");
  };
  expect(await bundle("dueRuns")).toContain("CronPattern");
  const client = await bundle("createDcsClient, token");
  expect(client).toContain("ListBackupRecords");
  for (const part of ["CronPattern", "weekdays", "timeZone"]) expect(client).not.toContain(part);
});

test.each(["browser", "node", "default"])("no import of the package leads back on %s", (platform) => {
  expect(importsOf("index.js", platform).length).toBeGreaterThan(3);
  expect(importsOf(files.find((file) => file.startsWith("core-")) ?? "", platform)).toContain(
    { browser: "transport-fetch.js", node: "transport-node.js", default: "transport-fetch.js" }[platform],
  );
  expect(cycles(platform)).toEqual([]);
});
