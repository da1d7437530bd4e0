import { readFile, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { type Check, Failure, refuseProblems } from "../check.js";
import { launchChromium } from "../chromium.js";
import { modules } from "../entries.js";

declare global {
  /** The function of the consumer's page.js. */
  var listFrom: (from: object) => Promise<{ listed: number[]; drift: unknown[] }>;
}

/** The portable entry points, bundled into a page, list from mocks of other origins. */
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
      const code = await readFile(outfile, "utf8");
      const { seen, version } = await inPage(
        "bundle.js",
        (_, response) => response.end(code),
        (page) => page.evaluate((given) => globalThis.listFrom(given), from),
      );
      const { listed, drift } = seen;
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

const PAGE = (script: string) =>
  `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/${script}"></script>`;

/**
 * Opens a page in Chromium whose only script is `script`, and returns the result of `run` on the page and the
 * browser's version. `send` responds to a request for a file by its name.
 * @throws Failure if the page logs anything
 */
async function inPage<Seen>(
  script: string,
  send: (name: string, response: ServerResponse) => void,
  run: (page: Page) => Promise<Seen>,
): Promise<{ readonly seen: Seen; readonly version: string }> {
  const server = createServer(({ url = "/" }, response) => {
    if (url === "/") response.setHeader("content-type", "text/html").end(PAGE(script));
    else send(url.slice(1), response.setHeader("content-type", "text/javascript"));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const chromium = await launchChromium();
  try {
    const page = await chromium.newPage();
    const logged: string[] = [];
    page.on("console", (message) => logged.push(message.text()));
    page.on("pageerror", (error) => logged.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const seen = await run(page);
    refuseProblems("the page logged", logged);
    return { seen, version: chromium.version() };
  } finally {
    await chromium.close();
    server.close();
    server.closeAllConnections();
  }
}
