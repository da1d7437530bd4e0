import { describe, expect, test } from "vitest";
import { checkTarget, createClientSet, defaultObjective, type Target } from "../../src/audit/index.js";
import { token } from "../../src/auth/token.js";
import type { DcsListedInstance } from "../../src/dcs/index.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { sampleOf } from "../support/round.js";
import { HOUR, NOW } from "./records.js";

const SUBJECTS = { dcs: "instance", vbs: "policy", starrocks: "cluster" } as const;
type Name = keyof typeof SUBJECTS;

function checker(mock: Mock, now: number) {
  const clients = {
    token: createClientSet({ auth: token("fake-token"), retry: { attempts: 1 } }),
    fake: createClientSet({ auth: { authorize: () => ({ authorization: "fake" }), scheme: "fake" } }),
  };
  return (service: Name, id: string, over: Partial<Target> = {}) => {
    const target: Target = {
      name: id,
      service,
      api: service === "dcs" ? "v2" : null,
      account: "default",
      cloud: null,
      region: service === "starrocks" ? "eu-central-1" : null,
      baseUrl: mock.urls[service],
      projectId: service === "starrocks" ? null : "p",
      resource: { type: SUBJECTS[service], id },
      group: null,
      labels: {},
      objective: { ...defaultObjective, maxAge: Number.POSITIVE_INFINITY },
      schedule: "own",
      ...over,
    };
    return checkTarget(target, service === "starrocks" ? clients.fake : clients.token, {
      clock: fakeClock(now),
    });
  };
}

/** What a mock that starts at `now` lists with gaps, and what becomes of it. */
async function withGaps(now: number, look: (check: ReturnType<typeof checker>, mock: Mock) => Promise<void>) {
  const mock = await startMock({ mode: "simulate", gaps: true, clock: fakeClock(now) });
  await look(checker(mock, now), mock).finally(() => mock.stop());
}

describe("the gaps of the simulator, by the schedules that its services state", () => {
  const hours = Array.from({ length: 8 }, (_, at) => at * 3);
  test.each(sampleOf(hours, 4))("are found at %i:23", (hour) =>
    withGaps(NOW + (hour + 0.39) * HOUR, async (check) => {
      const verdicts = async (service: Name, ...ids: string[]) => {
        const results = await Promise.all(ids.map((id) => check(service, id)));
        return results.map(({ assessment, failure }) => assessment?.verdict ?? failure?.message);
      };
      expect(
        await verdicts("dcs", "sessions", "missed-1", "manual-1", "hollow-1", "failing-1", "empty-1"),
      ).toEqual(["ok", "missed", "unprotected", "suspect", "failing", "unprotected"]);
      expect(await verdicts("vbs", "missed-1", "failing-1")).toEqual(["missed", "failing"]);
      expect(await verdicts("starrocks", "missed-1", "manual-1", "stuck-1")).toEqual([
        "missed",
        "unprotected",
        "stuck",
      ]);
    }),
  );

  test("are in its lists, and without the option they are not", () =>
    withGaps(NOW, async (_, mock) => {
      const without = await startMock({ mode: "simulate", clock: fakeClock(NOW) });
      const list = async ({ urls }: Mock) => {
        const response = await fetch(`${urls.dcs}/v2/p/instances?limit=100`);
        const { instances } = (await response.json()) as { instances: DcsListedInstance[] };
        return instances.map(({ instance_id }) => instance_id);
      };
      const [all, some] = [await list(mock), await list(without)];
      await without.stop();
      expect(all.filter((id) => !some.includes(id))).toEqual(
        expect.arrayContaining(["missed-1", "manual-1", "hollow-1", "failing-1", "stuck-1", "gone-1"]),
      );
    }));
});

test.each(["dcs", "vbs", "starrocks"] as const)(
  "what is deleted between two audits is gone, and leaves the lists of %s",
  async (service) => {
    const clock = fakeClock(NOW);
    const mock = await startMock({ mode: "simulate", gaps: true, clock });
    const before = await checker(mock, NOW)(service, "gone-1");
    const listed = () => listsGone(mock, service);
    const listedBefore = await listed();
    clock.jump(2 * 60_000);
    const after = await checker(mock, NOW)(service, "gone-1", { memory: { checkedAt: NOW, schedule: null } });
    // How its last backup went is left to chance.
    expect(before.assessment?.verdict).toMatch(/^(ok|failing)$/);
    expect(after.assessment?.verdict).toBe("gone");
    expect([listedBefore, await listed()]).toEqual([true, false]);
    await mock.stop();
  },
);

/** Whether the service lists `gone-1`. */
async function listsGone({ urls }: Mock, service: Name): Promise<boolean> {
  const lists = {
    dcs: `${urls.dcs}/v2/p/instances?limit=100`,
    vbs: `${urls.vbs}/v2/p/backuppolicy`,
    starrocks: `${urls.starrocks}/webapi/starrocks/describeInstances`,
  };
  const response = await fetch(lists[service], { method: service === "starrocks" ? "POST" : "GET" });
  return JSON.stringify(await response.json()).includes('"gone-1"');
}
