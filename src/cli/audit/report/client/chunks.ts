/** Rows of a table, of which only those near the screen are there. */
export interface Chunks {
  /** Shows so many rows again. */
  show(count: number): void;
  /** Draws what is there again. */
  refresh(): void;
  /** Draws every row, up to `most`, for printing. */
  all(most: number): void;
}

const ROWS = 40;

/**
 * A body of the table for every 40 rows: filled while it is near the screen, otherwise one empty row as high as
 * they were. Rows may be of any height.
 */
export function createChunks(
  table: HTMLTableElement,
  rowHtml: (place: number) => string,
  usualHeight: number,
): Chunks {
  let total = 0;
  const filled = new Set<HTMLElement>();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        if (!(target instanceof HTMLElement)) continue;
        if (isIntersecting) fill(target);
        // What has the keyboard must not vanish under it.
        else if (!target.contains(document.activeElement)) empty(target, boundingClientRect.height);
      }
    },
    { rootMargin: "600px 0px" },
  );

  const first = (body: HTMLElement) => Number(body.dataset["from"]);
  const lengthOf = (body: HTMLElement) => Math.min(ROWS, total - first(body));
  const draw = (body: HTMLElement) => {
    body.innerHTML = Array.from({ length: lengthOf(body) }, (_, at) => rowHtml(first(body) + at)).join("");
  };
  const fill = (body: HTMLElement) => {
    if (filled.has(body)) return;
    filled.add(body);
    draw(body);
  };
  const empty = (body: HTMLElement, height: number) => {
    if (body.childElementCount === 1 && !filled.has(body)) return;
    filled.delete(body);
    body.innerHTML = '<tr class="gap" aria-hidden="true"><td colspan="4"></td></tr>';
    const cell = body.querySelector("td");
    if (cell) cell.style.height = `${height}px`;
  };
  const bodies = () => [...table.tBodies];

  return {
    show(count) {
      watcher.disconnect();
      for (const body of bodies()) body.remove();
      filled.clear();
      total = count;
      for (let from = 0; from < count; from += ROWS) {
        const body = table.createTBody();
        body.setAttribute("role", "rowgroup");
        body.dataset["from"] = String(from);
        if (from === 0) fill(body);
        else empty(body, lengthOf(body) * usualHeight);
        watcher.observe(body);
      }
    },
    refresh() {
      for (const body of filled) draw(body);
    },
    all(most) {
      watcher.disconnect();
      for (const body of bodies()) if (first(body) < most) fill(body);
    },
  };
}
