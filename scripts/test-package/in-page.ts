import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { refuseProblems } from "./check.js";
import { launchChromium } from "./chromium.js";

const PAGE = (script: string) =>
  `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/${script}"></script>`;

/**
 * Opens a page of Chromium whose only script is `script`, asks it, and answers what `ask` does and the browser's
 * version. `send` answers a request for a file by its name.
 * @throws Failure where the page complains
 */
export async function inPage<Seen>(
  script: string,
  send: (name: string, response: ServerResponse) => void,
  ask: (page: Page) => Promise<Seen>,
  mayComplain = false,
): Promise<{ readonly seen: Seen; readonly version: string }> {
  const server = createServer(({ url = "/" }, response) => {
    if (url === "/") response.setHeader("content-type", "text/html").end(PAGE(script));
    else send(url.slice(1), response.setHeader("content-type", "text/javascript"));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const chromium = await launchChromium();
  try {
    const page = await chromium.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const seen = await ask(page);
    if (!mayComplain) refuseProblems("the page complains", said);
    return { seen, version: chromium.version() };
  } finally {
    await chromium.close();
    server.close();
    server.closeAllConnections();
  }
}
