import { expect, test } from "vitest";
import { faults } from "./table.js";

const names = (service: string) =>
  faults.filter(({ services }) => !services || services.some((name) => name === service));

test("the table has at least forty faults for each service, no two of one name", () => {
  for (const service of ["dcs", "vbs", "starrocks"]) {
    expect(names(service).length).toBeGreaterThanOrEqual(40);
  }
  expect(new Set(faults.map(({ behaviour }) => behaviour)).size).toBe(faults.length);
});
