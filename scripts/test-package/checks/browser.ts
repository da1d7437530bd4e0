import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type Check, Failure, refuseProblems } from "../check.js";
import { launchChromium } from "../chromium.js";
import { modules } from "../entries.js";

declare global {
  /** What the consumer's page.js offers. */
  var listFrom: (from: object) => Promise<{ listed: number[]; drift: unknown[] }>;
}

/** The entry points that run anywhere, bundled into a page, list from mocks of other origins. */
export const browser: Check = {
  name: "browser",
  async run({ project, installed }) {
    const portable = modules.filter(({ node }) => !node);
    const lines = portable.map(
      ({ specifier }) => `export * as ${specifier.split("/")[1] ?? "root"} from "${specifier}";\n`,
    );
    await writeFile(join(project, "portable.js"), lines.join(""));
    const outfile = join(project, "bundle.js");
    const { warnings } = await build({
      entryPoints: [join(project, "page.js")],
      absWorkingDir: project,
      bundle: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      logLevel: "silent",
      outfile,
    }).catch((error: Error) => {
      throw new Failure(error.message);
    });
    refuseProblems(
      "esbuild warns",
      warnings.map(({ text }) => text),
    );
    const { startMock, fakeCredentials } = await import(pathToFileURL(join(installed, "dist/mock.js")).href);
    const mock = await startMock({ mode: "simulate", auth: "verify", records: 30 });
    try {
      const from = { urls: mock.urls, credentials: fakeCredentials };
      const { listed, drift, version } = await inPage(await readFile(outfile, "utf8"), from);
      if (listed.join() !== "30,30,30,30" || drift.length > 0) {
        throw new Failure(
          `listed ${listed.join()} records instead of 30 each, with ${drift.length} differences`,
        );
      }
      return `${portable.length} modules in a page of Chromium ${version}, 120 records by 4 calls`;
    } finally {
      await mock.stop();
    }
  },
};

async function inPage(code: string, from: { urls: object; credentials: object }) {
  const server = createServer((request, response) => {
    if (request.url === "/bundle.js") response.setHeader("content-type", "text/javascript").end(code);
    else response.setHeader("content-type", "text/html").end(PAGE);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const chromium = await launchChromium();
  try {
    const page = await chromium.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const seen = await page.evaluate((given) => globalThis.listFrom(given), from);
    refuseProblems("the page complains", said);
    return { ...seen, version: chromium.version() };
  } finally {
    await chromium.close();
    server.close();
    server.closeAllConnections();
  }
}

const PAGE = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/bundle.js"></script>`;
