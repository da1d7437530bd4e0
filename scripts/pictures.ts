/**
 * Takes the pictures of the README anew, from real runs in a terminal and a browser, into `docs/pictures/`. Look at each
 * before you commit it.
 */
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
const mock = await startMock({ gaps: true });
const browser = await launchChromium();

/** A page at twice the size, so that it is sharp on every screen. */
const openPage = async (file: string, height = 800, fragment = "") => {
  const viewport = { width: 1440, height };
  const page = await browser.newPage({ viewport, colorScheme: "light", deviceScaleFactor: 2 });
  await page.goto(pathToFileURL(file).href + fragment);
  return page;
};

try {
  await mkdir(OUT, { recursive: true });
  /** Both schemes of a terminal. */
  const save = async (name: string, drawn: string) => {
    for (const scheme of ["light", "dark"] as const)
      await writeFile(join(OUT, `${name}-${scheme}.png`), await photograph(browser, drawn, scheme));
  };
  const run = (line: string, args = line.split(" ")) => ({
    line: `backup-records ${line}`,
    run: [...program, ...args] as const,
    env: mock.env,
  });
  await save(
    "terminal",
    await record([run("list dcs --instance prod-cache --max 8 --utc"), run("explain dcs.08.0008")]),
  );

  const targets = join(folder, "targets.yaml");
  const report = join(folder, "report.html");
  await writeFile(targets, labTargets(mock.urls));
  const shown = "audit --utc --report report.html";
  await save("audit", await record([run(shown, ["audit", targets, "--utc", "--report", report])]));
  const paper = await openPage(report);
  await writeFile(join(OUT, "report.png"), await paper.screenshot());

  const calendar = join(folder, "calendar.html");
  const places = ["--cloud", "otc", "--region", "eu-de"];
  await record([run("audit", ["audit", ...places, "--report", calendar])]);
  const runs = await openPage(calendar, 700);
  await runs.locator("tr.missed button.name").first().click();
  const row = await runs.locator("tr.missed").first().boundingBox();
  const detail = await runs.locator("tr.detail").first().boundingBox();
  if (row === null || detail === null) throw new Error("the report shows no run that was missed");
  const scrolled = Number(await runs.evaluate("scrollY"));
  const [y, height] = [row.y + scrolled, row.height + detail.height];
  const clip = { x: row.x - 8, y, width: row.width + 16, height };
  await writeFile(join(OUT, "calendar.png"), await runs.screenshot({ clip, fullPage: true }));

  const site = join(folder, "site");
  await buildSite(site);
  const operation = "backup-records/listbackuprecords";
  const page = await openPage(join(site, "contracts/dcs.html"), 800, `#/${operation}`);
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
