import { expect, test } from "vitest";
import { firstOf } from "../../src/core/pages.js";

test("a listing without a page says so instead of waiting", async () => {
  await expect(firstOf((async function* () {})())).rejects.toThrow("a listing without a page");
});
