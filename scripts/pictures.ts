/** Takes the pictures of the README anew, from a real terminal and a real browser, into `docs/pictures/`. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startMock } from "backup-records/mock";
import { buildSite } from "./docs/site.js";
import { labTargets } from "./pictures/targets.js";
import { photograph, record } from "./pictures/terminal.js";
import { launchChromium } from "./test-package/chromium.js";

const OUT = "docs/pictures";
const program = [process.execPath, resolve("dist/cli/main.js")] as const;

const folder = await mkdtemp(join(tmpdir(), "backup-records-pictures-"));
const mock = await startMock({ mode: "simulate" });
const browser = await launchChromium();
try {
  await mkdir(OUT, { recursive: true });
  const run = (line: string) => ({
    line: `backup-records ${line}`,
    run: [...program, ...line.split(" ")] as const,
    env: mock.env,
  });
  const listing = await record([
    run("list dcs --instance prod-cache --max 8 --utc"),
    run("explain dcs.08.0008"),
  ]);
  await writeFile(join(OUT, "terminal.png"), await photograph(browser, listing));

  const targets = join(folder, "targets.yaml");
  const report = join(folder, "report.html");
  await writeFile(targets, labTargets(mock.urls));
  const audit = await record([
    {
      line: "backup-records audit --utc --report report.html",
      run: [...program, "audit", targets, "--utc", "--report", report],
      env: mock.env,
    },
  ]);
  await writeFile(join(OUT, "audit.png"), await photograph(browser, audit));
  const paper = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  await paper.goto(pathToFileURL(report).href);
  await writeFile(join(OUT, "report.png"), await paper.screenshot());

  const site = join(folder, "site");
  await buildSite(site);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  const operation = "backup-records/listbackuprecords";
  await page.goto(`${pathToFileURL(join(site, "contracts/dcs.html")).href}#/${operation}`);
  await page.waitForSelector(`[data-drawn] [id="${operation}"] h2`);
  await page.mouse.move(0, 0);
  await page.waitForFunction("document.getAnimations().length === 0");
  await writeFile(join(OUT, "documentation.png"), await page.screenshot());
  console.error(`pictures written to ${OUT}/`);
} finally {
  await browser.close();
  await mock.stop();
  await rm(folder, { recursive: true });
}
