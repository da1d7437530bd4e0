import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../../scripts/test-package/chromium.js";
import { fakeCredentials, type Mock, startMock } from "../../src/mock/index.js";
import { lacks } from "../support/parts.js";

describe.skipIf(lacks("chromium"))("the page", () => {
  let browser: Browser;
  let server: Server;
  let mock: Mock<"dcs">;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const bundle = await build({
      entryPoints: ["examples/browser/main.ts"],
      bundle: true,
      format: "esm",
      minify: true,
      write: false,
    });
    // A bundler's warnings about this package would be a user's.
    complaints.push(...bundle.warnings.map((warning) => warning.text));
    const files: Record<string, [type: string, text: string]> = {
      "/": ["text/html", readFileSync("examples/browser/index.html", "utf8")],
      "/main.js": ["text/javascript", bundle.outputFiles[0]?.text ?? ""],
    };
    server = createServer((request, response) => {
      const [type, text] = files[request.url ?? ""] ?? ["text/plain", "not found"];
      response.writeHead(text === "not found" ? 404 : 200, { "content-type": type }).end(text);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    mock = await startMock({ services: ["dcs"], mode: "simulate", auth: "verify", records: 130 });
    browser = await launchChromium();
    page = await browser.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });

  afterAll(async () => {
    await browser?.close();
    await mock?.stop();
    server?.close();
  });

  async function list(fields: Record<string, string>): Promise<string> {
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value);
    await page.click("button");
    await page.waitForFunction(() => !document.querySelector("[role=status]")?.textContent?.endsWith("…"));
    return (await page.textContent("[role=status]")) ?? "";
  }

  test("lists every backup of an instance of another origin", async () => {
    const { token, projectId } = fakeCredentials;
    expect(await list({ baseUrl: mock.urls.dcs, projectId, instanceId: "an-instance", token })).toBe(
      "130 backups",
    );
    expect(await page.locator("tbody tr").count()).toBe(130);
    const [created, name, state, size] = await page.locator("tbody tr:first-child td").allTextContents();
    expect(created).toMatch(/20\d\d/);
    expect(name).toMatch(/^backup_\d{14}$/);
    expect(state).toMatch(/^(pending|running)$/);
    expect(size).toBe("0");
    expect(complaints).toEqual([]);
  });

  test("says why a token was rejected, and shows no record", async () => {
    const said = await list({ token: "fake-expired-token" });
    expect(said).toMatch(/^dcs ListBackupRecords: 401 /);
    expect(said).not.toContain("fake-expired-token");
    expect(await page.locator("tbody tr").count()).toBe(0);
  });
});
