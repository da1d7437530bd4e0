import fc from "fast-check";
import { expect, test } from "vitest";
import { deliver } from "../../../../src/cli/audit/notify/deliver.js";
import type { Post } from "../../../../src/cli/audit/notify/post.js";
import { Receiver } from "../../../../src/cli/audit/notify/receiver.js";
import { step, withoutDelivered } from "../../../../src/cli/audit/notify/step.js";
import type { AuditState } from "../../../../src/cli/audit/state.js";
import type { TargetStatus } from "../../../../src/cli/audit/status.js";
import { runsOf } from "../../../support/round.js";
import { HOUR, NOW, rows } from "../doubles.js";

/** What the receiver does with a message. `response lost`: it took the message, and the sender does not know. */
type Reaction = "takes" | "refuses" | "is away" | "response lost";

interface Night {
  /** The targets that there are, with the verdict of each; null: it is not checked this time. */
  readonly targets: Readonly<Partial<Record<Name, TargetStatus | null>>>;
  readonly notify: boolean;
  readonly answers: readonly Reaction[];
  readonly killed: "never" | "before saving" | "before sending" | "between sending and saving";
}

const NAMES = ["a", "b/ok", "__proto__", "d"] as const;
type Name = (typeof NAMES)[number];
const NIGHTS = 50;

const verdict = fc.constantFrom<(TargetStatus | null)[]>("ok", "ok", "late", "missed", "not-checked", null);
const night: fc.Arbitrary<Night> = fc.record({
  targets: fc.record(Object.fromEntries(NAMES.map((name) => [name, verdict])), { requiredKeys: ["a"] }),
  notify: fc.constantFrom(true, true, true, false),
  answers: fc.array(
    fc.constantFrom<Reaction[]>("takes", "takes", "takes", "refuses", "is away", "response lost"),
    {
      maxLength: 6,
    },
  ),
  killed: fc.constantFrom<Night["killed"][]>(
    "never",
    "never",
    "before saving",
    "before sending",
    "between sending and saving",
  ),
});

/** The verdicts of a state. */
const verdictsOf = (state: AuditState | null) =>
  new Map([...(state?.targets ?? [])].map(([name, one]) => [name, one.verdict]));

/** From the saved verdicts of two nights, what the receiver has to hear: written without the step. */
function expected(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [from, to] = [before.get(name), after.get(name)];
    return from === to || (from === undefined && to === "ok") ? [] : [`${name} ${from} ${to}`];
  });
}

async function play(nights: readonly Night[]) {
  let saved: AuditState | null = null;
  let started = false;
  const due: string[] = [];
  const heard: { id: string; what: string }[] = [];
  const receiver = new Receiver("--notify", "https://example.com/");
  for (const [at, { targets, notify, answers, killed }] of nights.entries()) {
    const names = new Set(Object.keys(targets));
    const found = Object.entries(targets).flatMap(([name, verdict]) => (verdict ? [{ name, verdict }] : []));
    const now = NOW + at * 24 * HOUR;
    const { messages, state }: ReturnType<typeof step> = step(saved, {
      rows: rows(...found),
      names,
      now,
      notify,
    });
    if (killed === "before saving") continue;
    started ||= notify;
    if (started) due.push(...expected(verdictsOf(saved), verdictsOf(state)));
    saved = state;
    if (!notify || killed === "before sending") continue;
    const given = [...answers];
    const post: Post = async (_, { body }) => {
      const answer = given.shift() ?? "takes";
      const { id, data } = JSON.parse(body);
      if (answer === "takes" || answer === "response lost") {
        const { target, previous, verdict } = data;
        heard.push({ id, what: `${target} ${previous ?? undefined} ${verdict ?? undefined}` });
      }
      if (answer === "takes") return { kind: "delivered" };
      return { kind: answer === "refuses" ? "refused" : "unreachable", why: answer };
    };
    const { signal } = new AbortController();
    const limits = { attempts: 1, timeout: 1, signal, now: () => now };
    const { delivered } = await deliver(messages, { receiver, post, ...limits });
    if (killed === "never") saved = withoutDelivered(state, delivered);
  }
  return { due, heard, saved };
}

const last: Night = { targets: {}, notify: true, answers: [], killed: "never" };

test("over ten thousand nights, each change is heard, and only kills and lost responses repeat one", async () => {
  const property = fc.asyncProperty(
    fc.array(night, { minLength: NIGHTS, maxLength: NIGHTS }),
    async (nights) => {
      const { due, heard, saved } = await play([...nights, last]);
      const once = new Map(heard.map(({ id, what }) => [id, what]));
      expect([...once.values()].sort()).toEqual([...due].sort());
      expect(saved?.pending).toEqual([]);
      const repeats = nights.some(
        ({ killed, answers }) => killed !== "never" || answers.includes("response lost"),
      );
      if (!repeats) expect(heard).toHaveLength(once.size);
    },
  );
  await fc.assert(property, { numRuns: runsOf(200) });
});

test("a receiver that is up and a process that is not killed: each change once, in its order", async () => {
  const calm = night.map((one): Night => ({ ...one, answers: [], killed: "never" }));
  const property = fc.asyncProperty(fc.array(calm, { maxLength: NIGHTS }), async (nights) => {
    const { due, heard } = await play([...nights, last]);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length);
    // A night's changes come in any order, those of a target in theirs.
    for (const name of NAMES) {
      const of = (all: readonly string[]) => all.filter((what) => what.startsWith(`${name} `));
      expect(of(heard.map(({ what }) => what))).toEqual(of(due));
    }
  });
  await fc.assert(property, { numRuns: runsOf(200) });
});
