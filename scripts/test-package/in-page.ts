import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { refuseProblems } from "./check.js";
import { launchChromium } from "./chromium.js";

const PAGE = (script: string) =>
  `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/${script}"></script>`;

/**
 * Opens a page in Chromium whose only script is `script`, and returns the result of `run` on the page and the
 * browser's version. `send` responds to a request for a file by its name.
 * @throws Failure if the page logs anything
 */
export async function inPage<Seen>(
  script: string,
  send: (name: string, response: ServerResponse) => void,
  run: (page: Page) => Promise<Seen>,
  mayLog = false,
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
    if (!mayLog) refuseProblems("the page logged", logged);
    return { seen, version: chromium.version() };
  } finally {
    await chromium.close();
    server.close();
    server.closeAllConnections();
  }
}
