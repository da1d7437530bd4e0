import { existsSync } from "node:fs";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { type Check, Failure } from "../check.js";
import { launchChromium } from "../chromium.js";
import { mustRun, npm } from "../shell.js";
import type { Subject } from "../subject.js";
import { workshopOf } from "../tools/install.js";
import { renderers, type Tool } from "../tools/list.js";

/** An operation whose description has a mark and errata. */
const OPERATION = "ListBackupRecordsV1";
const CONTRACT = "/dcs.json";
/** A cell of the table in that description. */
const CELL = "first record";

/** The page of a renderer, whose package is in `bundle/`. */
interface Page {
  readonly html: string;
  /** The part of the address that opens the operation, if the page does not show every operation. */
  readonly fragment?: string;
}

const PAGES: Readonly<Record<string, Page>> = {
  redoc: {
    html: `<div id="page"></div><script type="module">
      import { init } from "/bundle/lib/chunks/redoc.standalone.js";
      init("${CONTRACT}", { disableTelemetry: true }, document.getElementById("page"));</script>`,
    fragment: `#/backup-records/${OPERATION.toLowerCase()}`,
  },
  "swagger-ui": {
    html: `<div id="page"></div><script src="/bundle/swagger-ui-bundle.js"></script>
      <script>SwaggerUIBundle({ url: "${CONTRACT}", dom_id: "#page", docExpansion: "full" })</script>`,
  },
  scalar: {
    html: `<div id="page"></div><script src="/bundle/dist/browser/standalone.js"></script>
      <script>Scalar.createApiReference("#page", { url: "${CONTRACT}", withDefaultFonts: false })</script>`,
  },
  elements: {
    html: `<script src="/bundle/web-components.min.js"></script>
      <elements-api apiDescriptionUrl="${CONTRACT}" router="hash"></elements-api>`,
    fragment: `#/operations/${OPERATION}`,
  },
};

/** A renderer of others shows the marks, the errata and the table of an operation's description. */
function shows(tool: Tool): Check {
  return {
    name: `renderer ${tool.name}`,
    async run(subject) {
      const page = PAGES[tool.name];
      if (page === undefined) throw new Failure("it has no page");
      const folder = await folderOf(tool, page, subject);
      const texts = await marksOf(join(folder, CONTRACT));
      const version = await showsTexts(folder, page, texts);
      return `${texts.length} marks and a table in a page of Chromium ${version}`;
    },
  };
}

/** Makes a folder with a contract, the bundle of the renderer and its page. */
async function folderOf(tool: Tool, page: Page, subject: Subject): Promise<string> {
  const workshop = await workshopOf(subject);
  const folder = join(workshop.folder, "pages", tool.name);
  await mkdir(folder, { recursive: true });
  await cp(join(workshop.folder, CONTRACT), join(folder, CONTRACT));
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${page.html}`,
  );
  const bundle = join(folder, "bundle");
  const installed = join(workshop.folder, "node_modules", tool.package);
  if (existsSync(installed)) await symlink(installed, bundle);
  else await download(`${tool.package}@${await versionOf(tool, subject)}`, bundle);
  return folder;
}

/** Unpacks a package without those that it depends on. */
async function download(release: string, folder: string): Promise<void> {
  await mkdir(folder);
  const tarball = (await npm(["pack", release], folder)).trim();
  await mustRun("tar", ["-xzf", tarball, "--strip-components=1"], { cwd: folder });
}

async function versionOf(tool: Tool, { repository }: Subject): Promise<string> {
  const manifest = await readFile(join(repository, "test/package/fixtures/renderers/package.json"), "utf8");
  return JSON.parse(manifest).dependencies[tool.package];
}

/** The marks in the description of the operation, as a reader sees them. */
async function marksOf(contract: string): Promise<string[]> {
  const { paths } = JSON.parse(await readFile(contract, "utf8"));
  const items: Record<string, { operationId?: string; description: string }>[] = Object.values(paths);
  const operation = items
    .flatMap((item) => Object.values(item))
    .find(({ operationId }) => operationId === OPERATION);
  const [beyond, errata] = ["**Not on a source page:**", "**Erratum "].map((start) =>
    operation?.description.split("\n").find((line) => line.startsWith(start)),
  );
  if (beyond === undefined || errata === undefined) throw new Failure(`${OPERATION} has no marks`);
  return [beyond, ...errata.split(" · ")].map(asRead);
}

function asRead(text: string): string {
  return text
    .replaceAll(/\*\*|`/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
};

/** Opens the page in Chromium without a network, waits for the texts, and returns the browser's version. */
async function showsTexts(
  folder: string,
  { fragment = "" }: Page,
  texts: readonly string[],
): Promise<string> {
  const server = createServer(async ({ url = "/" }, response) => {
    const path = url === "/" ? "/index.html" : url;
    const content = await readFile(join(folder, path)).catch(() => undefined);
    if (content === undefined) response.writeHead(404).end();
    else response.setHeader("content-type", `${TYPES[extname(path)]}; charset=utf-8`).end(content);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const chromium = await launchChromium();
  try {
    const tab = await chromium.newPage();
    await tab.route(
      ({ hostname }) => hostname !== "127.0.0.1",
      (route) => route.abort(),
    );
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${fragment}`);
    let missing = texts;
    // Some draw an operation as soon as a reader scrolls to it.
    for (let round = 0; round < 240 && missing.length > 0; round += 1) {
      await tab.mouse.wheel(0, 2000);
      await tab.waitForTimeout(250);
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden, and every script, is text content, too
      const read = asRead(await tab.locator("body").innerText());
      missing = missing.filter((text) => !read.includes(text));
    }
    if (missing.length > 0) throw new Failure(`the page lacks "${missing.join('" and "')}"`);
    const table = await tab.locator("td").filter({ hasText: CELL }).count();
    if (table === 0) throw new Failure(`the page shows no table with "${CELL}"`);
    return chromium.version();
  } finally {
    await chromium.close();
    server.close();
    server.closeAllConnections();
  }
}

export const byRenderers: readonly Check[] = renderers.map(shows);
