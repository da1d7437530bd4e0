import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../../scripts/test-package/chromium.js";
import type { TargetFigures } from "../../src/cli/evidence/figures.js";
import { evidencePage } from "../../src/cli/evidence/page.js";
import { NOW, whole } from "../cli/audit/doubles.js";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";
import { openWindow, overflow, seriousFindings, VIEWS } from "./browser.js";

const at = new Date(NOW).toISOString();
const pause = { until: at, reason: "moves to another cluster", acceptedBy: "Ada Example" };

function figures(number: number): TargetFigures {
  const runs = { due: 31, kept: 29, undecided: 0, keptPermille: 966 };
  return {
    ...{ target: `shop/${"long-name-".repeat(number % 9)}${number}`, group: "shop", service: "dcs" },
    ...{
      resource: `i-${number}`,
      schedule: "every day at 02:30 UTC",
      audits: 31,
      ok: 29,
      notChecked: 0,
      ...runs,
    },
    lost: [
      { due: at, outcome: "missed", reason: "the run did not happen", excuse: pause },
      { due: at, outcome: "failed", reason: `No storage left: ${"x".repeat(200)}`, excuse: null },
    ],
    restores: [{ at, durationMs: 60_000, backupId: "b-1" }],
    exceptions: [{ ...pause, first: at, last: at }],
  };
}

describe.skipIf(lacks("chromium") || !wholeRound)(
  "the page of report in Chromium",
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    let folder: string;
    let url: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "evidence-page-"));
      const file = join(folder, "report.html");
      const end = { lines: 31, hash: "0123456789abcdef".repeat(4), torn: false };
      const facts = { path: "history.ndjson", end, from: NOW - 31 * 86_400_000, to: NOW, now: NOW };
      writeFileSync(
        file,
        whole(
          evidencePage(
            Array.from({ length: 40 }, (_, number) => figures(number)),
            facts,
          ),
        ),
      );
      url = pathToFileURL(file).href;
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test.each(VIEWS)("is whole, wide enough and accessible ($name)", async (view) => {
      const { context, page, problems } = await openWindow(browser, view);
      await page.goto(url);
      expect(await overflow(page)).toBe(0);
      expect(await seriousFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
      await context.close();
    });

    test("prints on several sheets of A4", async () => {
      const { context, page } = await openWindow(browser, { name: "light", width: 1280, height: 900 });
      await page.goto(url);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(5);
      expect(pdf).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[45]/);
      await context.close();
    });
  },
);
