import { describe, expect, test } from "vitest";
import { checkTarget, createClientSet, defaultObjective, type Target } from "../../src/audit/index.js";
import { token } from "../../src/auth/token.js";
import type { DcsListedInstance } from "../../src/dcs/index.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";
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
  test.each(Array.from({ length: 8 }, (_, at) => at * 3))("are found at %i:23", (hour) =>
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
        expect.arrayContaining(["missed-1", "manual-1", "hollow-1", "failing-1", "stuck-1"]),
      );
    }));
});

test("an instance that is deleted between two audits is gone", async () => {
  const clock = fakeClock(NOW);
  const mock = await startMock({ mode: "simulate", clock });
  const check = checker(mock, NOW);
  const before = await check("dcs", "gone-1");
  clock.jump(2 * 60_000);
  const after = await check("dcs", "gone-1", { memory: { checkedAt: NOW, schedule: null } });
  expect([before.assessment?.verdict, after.assessment?.verdict]).toEqual(["ok", "gone"]);
  await mock.stop();
});
