import { expect, test } from "vitest";
import { createRetryBudget } from "../../src/core/retry.js";

test("a budget grants as many retries as it holds, then none", () => {
  const budget = createRetryBudget({ capacity: 2 });
  expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
  expect(budget.left).toBe(0);
});

test("a call without retries earns a part of one", () => {
  const budget = createRetryBudget({ capacity: 1, refill: 0.5 });
  budget.take();
  budget.give(false);
  expect(budget.take()).toBe(false);
  budget.give(false);
  expect(budget.take()).toBe(true);
});

test("a retry that led to an answer is given back", () => {
  const budget = createRetryBudget({ capacity: 1 });
  for (let call = 0; call < 100; call++) {
    expect(budget.take()).toBe(true);
    budget.give(true);
  }
});

test("a budget never grows beyond its capacity", () => {
  const budget = createRetryBudget();
  budget.give(true);
  budget.give(false);
  expect(budget.left).toBe(50);
});
