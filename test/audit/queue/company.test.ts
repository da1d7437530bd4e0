import { describe, expect, test } from "vitest";
import { createCompany } from "../../../src/audit/queue/company.js";

/** Enters and notes who is inside, in the order of entering. */
function room() {
  const company = createCompany();
  const entered: string[] = [];
  const enter = (name: string, alone = false, signal = new AbortController().signal) =>
    company.enter(alone, signal).then((leave) => {
      entered.push(name);
      return leave;
    });
  return { enter, entered };
}

const settled = () => new Promise((done) => setImmediate(done));

describe("company", () => {
  test("lets anyone in side by side", async () => {
    const { enter, entered } = room();
    await Promise.all([enter("a"), enter("b"), enter("c")]);
    expect(entered).toEqual(["a", "b", "c"]);
  });

  test("has whoever wants to be alone wait for all others, and those after it wait for it", async () => {
    const { enter, entered } = room();
    const leaves = await Promise.all([enter("a"), enter("b")]);
    const alone = enter("alone", true);
    const later = enter("later");
    leaves[0]();
    await settled();
    expect(entered).toEqual(["a", "b"]);
    leaves[1]();
    const leave = await alone;
    await settled();
    expect(entered).toEqual(["a", "b", "alone"]);
    leave();
    await later;
    expect(entered).toEqual(["a", "b", "alone", "later"]);
  });

  test("has two that want to be alone follow each other", async () => {
    const { enter, entered } = room();
    const first = enter("first", true);
    const second = enter("second", true);
    const leave = await first;
    await settled();
    expect(entered).toEqual(["first"]);
    leave();
    await second;
    expect(entered).toEqual(["first", "second"]);
  });

  test("is not held up by one that gave up waiting", async () => {
    const { enter, entered } = room();
    const leave = await enter("a");
    const stop = new AbortController();
    const alone = enter("alone", true, stop.signal);
    const later = enter("later");
    stop.abort(new Error("enough"));
    await expect(alone).rejects.toThrow("enough");
    await later;
    leave();
    expect(entered).toEqual(["a", "later"]);
    await expect(enter("never", false, stop.signal)).rejects.toThrow("enough");
  });
});
