// Prints the package's software bill of materials in CycloneDX: what npm installs with it, and the libraries whose code the
// build put into dist/, as THIRD_PARTY_NOTICES names them. npm alone would leave these out, as they are development
// dependencies.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const { name } = JSON.parse(readFileSync("package.json", "utf8"));
const sbom = (...args) =>
  JSON.parse(
    execFileSync("npm", ["sbom", "--sbom-format=cyclonedx", "--package-lock-only", ...args], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    }),
  );
const installed = sbom("--omit=dev");
const known = new Map(
  sbom().components.map((component) => [`${component.name} ${component.version}`, component]),
);
const bundled = [...readFileSync("THIRD_PARTY_NOTICES", "utf8").matchAll(/^=+\n(\S+ \S+) \(/gm)].map(
  ([, id]) => id,
);
const missing = bundled.filter((id) => !known.has(id));

if (bundled.length === 0 || missing.length > 0) {
  console.error(
    `THIRD_PARTY_NOTICES and package-lock.json do not fit: ${missing.join(", ") || "no library"}`,
  );
  process.exitCode = 1;
} else {
  const own = new Set(installed.components.map((component) => component["bom-ref"]));
  const added = [...new Set(bundled)]
    .map((id) => known.get(id))
    .filter((component) => !own.has(component["bom-ref"]));
  const root = installed.metadata.component;
  // npm takes the name of the folder.
  root.name = name;
  const components = [
    ...installed.components,
    ...added.map((component) => ({ ...component, scope: "required" })),
  ];
  const dependencies = installed.dependencies.map((one) =>
    one.ref === root["bom-ref"]
      ? { ...one, dependsOn: [...one.dependsOn, ...added.map((component) => component["bom-ref"])] }
      : one,
  );
  const leaves = added.map((component) => ({ ref: component["bom-ref"], dependsOn: [] }));
  console.log(
    JSON.stringify({ ...installed, components, dependencies: [...dependencies, ...leaves] }, null, 2),
  );
}
