import { expect, test } from "vitest";
import { loadEngine as atOnce } from "../../../src/core/engine/at-once.js";
import { createEngine } from "../../../src/core/engine/engine.js";
import { loadEngine as onDemand } from "../../../src/core/engine/on-demand.js";

test("an engine is one and the same, at hand or on demand", async () => {
  expect(atOnce()).toBe(createEngine);
  expect(await onDemand()).toBe(createEngine);
});
