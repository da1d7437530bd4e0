import type { Locator, Page } from "playwright-core";

/** Opens a place of a contract's page, e.g. `#/backup-jobs/listbackuptasks`, and waits until it is drawn. */
export async function openContract(page: Page, address: string, hash = ""): Promise<void> {
  // Going to another place of the same page would not load it anew.
  await page.goto("about:blank");
  await page.goto(`${address}${hash}`);
  await page.waitForSelector(hash === "" ? "#redoc h1" : '#redoc [data-item-kind="httpItem"] h2');
  await page.waitForSelector('[role="button"]:text("Ctrl+K")', { state: "attached" });
}

/** The places of a contract's operations, in the order of its menu. */
export async function operationLinks(page: Page): Promise<string[]> {
  const group = page.locator(".menu-item-type-group > a").first();
  if ((await page.locator(".menu-content [href*='/'][href^='#/'] >> nth=2").count()) === 0)
    await group.click();
  await page.waitForSelector(".menu-item-type-group a[href^='#/'] >> nth=1");
  const links = await page.$$eval(".menu-content a", (all) =>
    all.map((link) => link.getAttribute("href") ?? ""),
  );
  return links.filter((link) => link.split("/").length === 3 && link.startsWith("#/"));
}

/**
 * Everything that the section of one operation can show: each status, and each form of its body, in turn.
 * Redoc unfolds what comes into view a little later: `patience` is how long it gets each time, in milliseconds.
 */
export async function textOfOperation(page: Page, hash: string, patience: number): Promise<string> {
  return page.evaluate(
    async ({ id, patience }) => {
      const settled = () => new Promise((resolve) => setTimeout(resolve, patience));
      const section = document.getElementById(id);
      if (section === null) return "";
      const forms = () =>
        [...section.querySelectorAll<HTMLElement>('[role="tab"]')]
          .filter((tab) => tab.closest("[data-response-codes-tablist]") === null)
          .map((tab) => ({ tab, key: `${tab.closest(".schema-property-item")?.id} ${tab.textContent}` }));
      const texts: string[] = [];
      const statuses = section.querySelectorAll<HTMLElement>("[data-response-codes-tablist] [role=tab]");
      for (const status of statuses) {
        status.click();
        const seen = new Set<string>();
        for (;;) {
          await settled();
          // biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count.
          texts.push(section.innerText);
          for (const { tab, key } of forms()) if (tab.ariaSelected === "true") seen.add(key);
          // The innermost first: another outer form takes its inner ones with it.
          const next = forms().findLast(({ key }) => !seen.has(key));
          if (next === undefined) break;
          next.tab.click();
        }
      }
      return texts.join("\n");
    },
    { id: decodeURIComponent(hash.slice(2)), patience },
  );
}

/** Asks Redoc's own search, by the keyboard alone, and answers the window that shows what it found. */
export async function searchContract(page: Page, words: string): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const dialog = page.getByTestId("search-dialog");
  await dialog.waitFor();
  await page.keyboard.type(words);
  return dialog;
}
