/**
 * Generates `generated/` from `spec/`: bundles, types, operation tables, validators, and the targets file's validator.
 * With `--check` it writes nothing, names every stale file and exits 1.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { generateKnowledge } from "./generate/knowledge.js";
import { generateResponses, generateServices, outputsOf, servicesOf } from "./generate/outputs.js";
import { generateTargetsValidator } from "./generate/targets.js";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    spec: { type: "string", default: "spec" },
    out: { type: "string", default: "generated" },
  },
});

const services = await servicesOf(values.spec);
const outputs = new Map(
  (await Promise.all(services.map((service) => outputsOf(values.spec, service)))).flatMap((map) => [...map]),
);
outputs.set("knowledge.json", await generateKnowledge(values.spec));
outputs.set("services.ts", generateServices(outputs, services));
outputs.set("responses.ts", generateResponses(services));
for (const [name, content] of await generateTargetsValidator(values.spec)) outputs.set(name, content);
const present = (await readdir(values.out, { recursive: true, withFileTypes: true }).catch(() => []))
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(values.out.length + 1)
      .replaceAll("\\", "/"),
  );
const leftOver = present.filter((name) => !outputs.has(name));
const stale: string[] = [];
for (const [name, content] of outputs) {
  const current = await readFile(join(values.out, name), "utf8").catch(() => undefined);
  if (current !== content) stale.push(name);
}

if (values.check) {
  const problems = [
    ...stale.map((name) => `stale: ${values.out}/${name}`),
    ...leftOver.map((name) => `left over: ${values.out}/${name}`),
  ];
  if (problems.length > 0) {
    console.error(`${problems.sort().join("\n")}\nRun \`npm run generate\` and commit what it writes.`);
    process.exitCode = 1;
  } else {
    console.error(`${outputs.size} generated files are up to date.`);
  }
} else {
  for (const name of stale) {
    await mkdir(dirname(join(values.out, name)), { recursive: true });
    await writeFile(join(values.out, name), outputs.get(name) ?? "");
  }
  for (const name of leftOver) await rm(join(values.out, name));
  console.error(`${stale.length} of ${outputs.size} files written, ${leftOver.length} removed.`);
}
