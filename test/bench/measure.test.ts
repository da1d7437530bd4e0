import { expect, test } from "vitest";
import { callLines, measure, measureNote, type Plan, type Side } from "../../bench/lib/measure.js";
import { nothingSeen } from "../../bench/lib/work.js";

const counter = { take: async () => nothingSeen };
const plan: Plan = {
  calls: 10,
  concurrency: 1,
  warmUp: { min: 100, max: 1000 },
  rounds: 3,
  seconds: 1000,
  requestsPerCall: 1,
};

/** A side whose calls take as long as `msOf` says, by the number of calls before. Its clock is `now`. */
function scripted(msOf: (calls: number) => number) {
  let now = 0;
  let calls = 0;
  const side: Side = {
    name: "scripted",
    signature: "none",
    async call() {
      now += msOf(calls++);
      return 10;
    },
  };
  return { side, now: () => now };
}

test("nothing counts before a side has stopped getting faster", async () => {
  const { side, now } = scripted((calls) => Math.max(1, 30 - calls / 10));
  const measurement = await measure([side], counter, plan, now);
  // The 30th round is the first at full speed. The five after it bring no progress.
  expect(measurement.warmUpCalls).toBe(350);
  expect(measurement.sides.get("scripted")?.ms).toEqual([10, 10, 10]);
  expect(measurement.sides.get("scripted")?.work).toMatchObject({ calls: 30, records: 300, errors: 0 });
  expect(callLines(measurement)[0]?.cells.slice(0, 2)).toEqual(["1000.0", "1000.0 – 1000.0"]);
  expect(measureNote(measurement)).toBe(
    "3 rounds of 10 calls for each side, after 350 calls of warm-up: all were steady.",
  );
});

test("a side that is steady at once is warmed up all the same", async () => {
  const { side, now } = scripted(() => 1);
  expect(await measure([side], counter, plan, now)).toMatchObject({ warmUpCalls: 100, unsteady: [] });
});

test("a side that never gets steady is named", async () => {
  const { side, now } = scripted((calls) => 0.99 ** calls);
  const measurement = await measure([side], counter, plan, now);
  expect(measurement).toMatchObject({ warmUpCalls: 1000, unsteady: ["scripted"] });
  expect(measureNote(measurement)).toContain("**not steady, so their figures are too high: scripted**");
});

test("a slow machine gets the minimum of warm-up and of rounds", async () => {
  const { side, now } = scripted((calls) => 1000 * 0.99 ** calls);
  const measurement = await measure([side], counter, { ...plan, seconds: 1, rounds: 20 }, now);
  expect(measurement.warmUpCalls).toBe(100);
  expect(measurement.sides.get("scripted")?.ms).toHaveLength(5);
});

test("sides take turns, and a failed call is counted", async () => {
  const turns: string[] = [];
  const side = (name: string): Side => ({
    name,
    signature: "none",
    async call() {
      if (turns.at(-1) !== name) turns.push(name);
      if (name === "failing") throw new Error("no");
      return 1;
    },
  });
  const short = { ...plan, warmUp: { min: 10, max: 10 }, rounds: 2 };
  const { sides } = await measure([side("good"), side("failing")], counter, short);
  expect(turns).toEqual(["good", "failing", "good", "failing", "good", "failing"]);
  expect(sides.get("failing")?.work).toMatchObject({ calls: 20, errors: 20, records: 0 });
});
