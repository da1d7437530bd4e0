/** What the compiler has to instantiate for ten lines that use the package, and for ten that use bare openapi-fetch. */
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { single } from "../lib/outcome.js";
import { packageFolder } from "../lib/package.js";
import { ready } from "../lib/process.js";

const folder = packageFolder();
const consumers = ["own", "openapi-fetch"] as const;
const found = new Map(
  consumers.map((name) => {
    const file = join(folder, `consumer-${name}.mts`);
    copyFileSync(join("bench", "consumers", `${name}.ts`), file);
    const options =
      "--noEmit --strict --skipLibCheck --target es2022 --lib es2023,dom,dom.iterable --module nodenext --extendedDiagnostics";
    const args = [join("node_modules", "typescript", "bin", "tsc"), ...options.split(" "), file];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    const read = (label: string) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
    return [
      name,
      {
        status,
        stdout,
        instantiations: read("Instantiations"),
        types: read("Types"),
        seconds: read("Check time"),
      },
    ];
  }),
);
const refused = [...found].flatMap(([name, { status, stdout }]) =>
  status === 0 ? [] : [`${name} does not compile: ${stdout.split("\n", 1)[0]}`],
);
const of = (name: (typeof consumers)[number]) => found.get(name)?.instantiations ?? Number.NaN;
ready({
  figures: { ratio: refused.length > 0 ? { refused } : single(of("own") / of("openapi-fetch")) },
  headings: ["", "instantiations", "types", "seconds of checking"],
  lines: [...found].map(([name, { instantiations, types, seconds }]) => ({
    name: name === "own" ? "backup-records" : "generated types with bare openapi-fetch",
    cells: [instantiations, types, seconds].map((value) => value.toLocaleString("en")),
  })),
});
