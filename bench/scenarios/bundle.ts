/** What a bundle of one service with one signer weighs, and one of a vendor's core, before it makes any call. */
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { PACKAGE_VARIABLE } from "../lib/package.js";
import { ready } from "../lib/process.js";

const installed = process.env[PACKAGE_VARIABLE] ?? "";
const own = `import { createDcsClient, huaweiAccessKey } from "backup-records";
console.log(createDcsClient, huaweiAccessKey);`;
const huawei = `import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import { ClientBuilder } from "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js";
console.log(BasicCredentials, ClientBuilder);`;
const alibaba = `import core from "@alicloud/openapi-core";
console.log(core.default, core.$OpenApiUtil);`;

/** Bytes of all outputs, gzipped one by one, and of those that the entry imports at once. */
async function weigh(contents: string, resolveDir: string, platform: "browser" | "node") {
  const options: BuildOptions = {
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform,
    outdir: "out",
    write: false,
    metafile: true,
    logLevel: "error",
  };
  const { outputFiles = [], metafile = { inputs: {}, outputs: {} } } = await build(options);
  const first = entryFiles(metafile);
  let all = 0;
  let atOnce = 0;
  for (const { path, contents } of outputFiles) {
    const bytes = gzipSync(contents).length;
    all += bytes;
    if ([...first].some((file) => path.endsWith(file))) atOnce += bytes;
  }
  return { all, first: atOnce };
}

function entryFiles({ outputs }: Metafile): Set<string> {
  const first = new Set(Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === "<stdin>"));
  // Grows while it is walked.
  for (const path of first)
    for (const { kind, path: to } of outputs[path]?.imports ?? [])
      if (kind === "import-statement") first.add(to);
  return first;
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const rows = [
  ["backup-records, one service and one signer", await weigh(own, installed, "browser")],
  // They are written for Node, and bundle for nothing else.
  ["Huawei Cloud core", await weigh(huawei, "bench", "node")],
  ["Alibaba Cloud core", await weigh(alibaba, "bench", "node")],
] as const;
ready({
  figures: {},
  headings: ["", "before the first call", "with all that is loaded on demand"],
  lines: rows.map(([name, { first, all }]) => ({ name, cells: [kilobytes(first), kilobytes(all)] })),
  notes: ["Minified by esbuild and gzipped; the vendors' cores are without any service's own package."],
});
