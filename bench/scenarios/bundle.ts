/** What a bundle of one service with one signer weighs, and one of a vendor's core. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import type * as everything from "../../src/index.js";
import { single } from "../lib/outcome.js";
import { packageFolder } from "../lib/package.js";
import { ready, workFolder } from "../lib/process.js";
import { pages } from "../lib/servers.js";

const own = 'export { createDcsClient, huaweiAccessKey } from "backup-records";';
const huawei = `export { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
export { ClientBuilder } from "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js";`;
const alibaba = `import core from "@alicloud/openapi-core";
export const { default: Client, $OpenApiUtil } = core;`;

/** Bytes of everything in one file. */
async function oneFile(contents: string, resolveDir: string, platform: "browser" | "node"): Promise<number> {
  const { outputFiles = [] } = await build({ ...options(contents, resolveDir, platform), write: false });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
}

/**
 * Bytes of the files that are loaded to receive the first page, if the bundler makes a file of each part that is
 * imported late. The bundle runs here, and each of its files notes that it was loaded.
 */
async function toFirstPage(): Promise<number> {
  const outdir = join(workFolder, "bundle");
  const note = "(globalThis.loadedFiles ??= new Set()).add(import.meta.url);\n";
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  await build({
    ...options(own, packageFolder(), "browser"),
    splitting: true,
    outdir,
    outExtension: { ".js": ".mjs" },
    banner: { js: note },
  });
  const { createDcsClient, huaweiAccessKey }: typeof everything = await import(
    pathToFileURL(join(outdir, "stdin.mjs")).href
  );
  const dcs = createDcsClient({
    baseUrl: "https://dcs.example.com",
    projectId: "fake-project-id",
    auth: huaweiAccessKey({
      accessKeyId: "FAKE-ACCESS-KEY-ID",
      secretAccessKey: "fake-secret-access-key",
    }),
    fetch: async () =>
      new Response(readFileSync(pages.dcs), { headers: { "content-type": "application/json" } }),
  });
  const { items } = await dcs.listBackupRecords({ instance_id: "fake-instance-id", limit: 10 });
  if (items.length !== 10) throw new Error(`${items.length} of 10 records came`);
  let bytes = 0;
  for (const url of Reflect.get(globalThis, "loadedFiles") as Set<string>)
    bytes += gzipSync(readFileSync(fileURLToPath(url), "utf8").replace(note, "")).length;
  return bytes;
}

function options(contents: string, resolveDir: string, platform: "browser" | "node") {
  return {
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    logLevel: "error",
  } as const satisfies BuildOptions;
}

const inOneFile = await oneFile(own, packageFolder(), "browser");
const firstPage = await toFirstPage();
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
ready({
  figures: { "one file": single(inOneFile), "first page": single(firstPage) },
  headings: ["", "in one file", "loaded to the first page"],
  lines: [
    {
      name: "backup-records, one service and one signer",
      cells: [kilobytes(inOneFile), kilobytes(firstPage)],
    },
    // They are written for Node and make no bundle for a browser.
    { name: "Huawei Cloud core", cells: [kilobytes(await oneFile(huawei, "bench", "node")), ""] },
    { name: "Alibaba Cloud core", cells: [kilobytes(await oneFile(alibaba, "bench", "node")), ""] },
  ],
  notes: ["Minified by esbuild and gzipped. The vendors' cores are without the package of a service."],
});
