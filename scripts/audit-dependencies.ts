/**
 * Fails if a library that the package depends on, or whose code it contains, has a known vulnerability, high or
 * critical. Goes on if the registry cannot tell. The tools of development are not looked at: no user gets them.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { headingsOf, NOTICES } from "./build/notices.js";

interface Vulnerability {
  readonly name: string;
  readonly severity: string;
  /** Advisories of its own, or the names of libraries through which it is affected. */
  readonly via: readonly (string | { readonly title: string; readonly url: string })[];
  /** Where it is installed. */
  readonly nodes: readonly string[];
}

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
}

const { dependencies }: { dependencies: Record<string, string> } = readJson("package.json");
const { packages }: { packages: Record<string, { version: string }> } = readJson("package-lock.json");
// A heading is `yaml 2.9.1 (ISC)`.
const contained = headingsOf(readFileSync(NOTICES, "utf8")).map((heading) => heading.replace(/ \(.*/, ""));
const shipped = new Set([
  ...Object.entries(dependencies).map(([name, version]) => `${name} ${version}`),
  ...contained,
]);

const { stdout, stderr } = spawnSync("npm", ["audit", "--json"], { encoding: "utf8" });
// What npm says if the registry has no such address. Any other failure counts.
if (/^npm warn audit (404|405|501) /m.test(stderr)) {
  console.log("the registry offers no audit of dependencies");
} else {
  const { vulnerabilities }: Report = JSON.parse(stdout);
  if (vulnerabilities === undefined) {
    console.error(`npm audit failed: ${stderr || stdout}`);
    process.exit(1);
  }
  const found = Object.values(vulnerabilities).filter(({ name, nodes }) =>
    nodes.some((node) => shipped.has(`${name} ${packages[node]?.version}`)),
  );
  for (const { name, severity, via } of found) {
    const reasons = via.map((one) =>
      typeof one === "string" ? `through ${one}` : `${one.title} ${one.url}`,
    );
    console.log(`${severity}: ${name}: ${reasons.join("; ")}`);
  }
  console.log(`${shipped.size} libraries, ${found.length} with known vulnerabilities`);
  if (found.some(({ severity }) => /high|critical/.test(severity))) process.exitCode = 1;
}

function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(path, "utf8"));
}
