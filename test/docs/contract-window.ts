import type { Locator, Page } from "playwright-core";

/** Loads a contract's page and waits until Redoc has rendered it. */
export async function openContract(page: Page, address: string): Promise<void> {
  // From another anchor of the same page the browser would not load it again.
  await page.goto("about:blank");
  await page.goto(address);
  await contractOpened(page);
}

/** Resolves once Redoc has drawn the contract, and its search, which it loads after that. */
export async function contractOpened(page: Page): Promise<void> {
  // An address of an operation is drawn without the title of the page.
  await page.waitForSelector("[data-drawn] #redoc :is(h1, h2)");
  await page.waitForSelector('[role="button"]:text("Ctrl+K")', { state: "attached" });
}

/** Goes to an operation of the open page, e.g. `#/backup-jobs/listbackuptasks`. */
export async function openOperation(page: Page, hash: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
  const section = `[id="${decodeURIComponent(hash.slice(2))}"]`;
  await page.waitForSelector(`${section} h2`);
  await page.waitForSelector(`${section} [data-response-codes-tablist] [role="tab"]`, { state: "attached" });
}

/** Makes everything count as visible on pages that this window opens from now on: Redoc expands only visible parts. */
export async function treatAllAsVisible(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.IntersectionObserver = class extends IntersectionObserver {
      readonly #tell: IntersectionObserverCallback;

      constructor(tell: IntersectionObserverCallback) {
        super(tell);
        this.#tell = tell;
      }

      override observe(target: Element): void {
        const box = target.getBoundingClientRect();
        const seen = {
          isIntersecting: true,
          intersectionRatio: 1,
          boundingClientRect: box,
          rootBounds: null,
        };
        this.#tell([{ ...seen, target, intersectionRect: box, time: 0 }], this);
      }
    };
  });
}

/** The anchors of a contract's operations, in the order of its menu, whose groups can be closed. */
export async function operationLinks(page: Page): Promise<string[]> {
  const found = new Set<string>();
  await page.waitForSelector(".menu-item-type-group > a");
  for (const group of await page.locator(".menu-item-type-group").all()) {
    const operations = group.locator("a[href^='#/']");
    const links = async () => {
      const hrefs = await operations.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      return hrefs.filter((href) => href.split("/").length === 3);
    };
    if ((await links()).length === 0) await group.locator("> a").first().click();
    await group.locator("a[href^='#/'] >> nth=1").waitFor();
    for (const link of await links()) found.add(link);
  }
  return [...found];
}

/**
 * Returns all text that the section of one operation can show: each status, and each form of its body, in turn.
 * Redoc expands visible parts with a delay: `patience` is the time to wait for each, in milliseconds.
 */
export async function textOfOperation(page: Page, hash: string, patience: number): Promise<string> {
  return page.evaluate(
    async ({ id, patience }) => {
      const settled = () => new Promise((resolve) => setTimeout(resolve, patience));
      await settled();
      const section = document.getElementById(id);
      if (section === null) return "";
      // A form that another status has shown is not shown again: the key leaves the status out.
      const forms = () =>
        [...section.querySelectorAll<HTMLElement>('[role="tab"]')]
          .filter((tab) => tab.closest("[data-response-codes-tablist]") === null)
          .map((tab) => {
            const place = tab.closest(".schema-property-item")?.id.replace(/c=\d+/, "");
            return { tab, key: `${place} ${tab.textContent}` };
          });
      const seen = new Set<string>();
      const texts: string[] = [];
      const statuses = section.querySelectorAll<HTMLElement>("[data-response-codes-tablist] [role=tab]");
      for (const status of statuses) {
        status.click();
        for (;;) {
          await settled();
          // biome-ignore lint/performance/useDomNodeTextContent: hidden text does not count.
          texts.push(section.innerText);
          for (const { tab, key } of forms()) if (tab.ariaSelected === "true") seen.add(key);
          // The innermost first: changing an outer form replaces its inner ones.
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

/** Searches with Redoc's own search, by keyboard alone, and returns the dialog with the results. */
export async function searchContract(page: Page, words: string): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const dialog = page.getByTestId("search-dialog");
  await dialog.waitFor();
  await page.keyboard.type(words);
  return dialog;
}
