import { expect, test } from "vitest";
import { createListing } from "../../src/core/listing.js";

test("a listing whose reader gives no page says so instead of waiting", async () => {
  const listing = createListing<string, unknown>(
    async function* () {},
    async () => {
      throw new Error("nothing to map");
    },
  );
  await expect(listing).rejects.toThrow("a listing without a page");
});
