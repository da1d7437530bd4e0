import { expect, test } from "vitest";
import { faults } from "./table.js";

test("no two faults have the same name", () => {
  expect(new Set(faults.map(({ behaviour }) => behaviour)).size).toBe(faults.length);
});
