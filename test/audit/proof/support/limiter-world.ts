import fc from "fast-check";
import type { Redis } from "ioredis";
import { marginOf } from "../../../../src/audit/queue/rate-limiter.js";
import type { Clock } from "../../../../src/core/deadline.js";
import { settle } from "../../../support/fake-clock.js";
import { type Batch, type Line, openLine } from "./lines.js";
import type { Subject } from "./prove.js";

/** A request of a process of its own, and all that delays it, in shares of the period. */
interface Request {
  /** When it asks. */
  readonly at: number;
  /** How long its questions travel to Redis, and the replies back. */
  readonly travel: readonly [number, number];
  /** By how much its timers are late, one after the other. */
  readonly late: readonly number[];
  /** How long it travels itself: a share of the margin. */
  readonly arrival: number;
  /** After how long its caller gives up. */
  readonly patience: number | null;
  /** Whether Redis gets its first question twice. */
  readonly isRepeated: boolean;
}

export interface LimiterPlan {
  readonly requests: number;
  readonly periodMs: number;
  readonly all: readonly Request[];
  /** When Redis is restarted and has forgotten everything, in shares of the period. */
  readonly restarts: readonly number[];
}

const MAX_REQUESTS = 12;

/** A share of up to so much, in thousandths. */
const share = (most: number) => fc.nat({ max: most * 1_000 }).map((count) => count / 1_000);

/** Mostly nothing, at times a little, rarely much. */
const trouble = (little: number, much: number) =>
  fc.oneof(
    { arbitrary: fc.constant(0), weight: 5 },
    { arbitrary: share(little), weight: 3 },
    { arbitrary: share(much), weight: 1 },
  );

export const limiterPlans: fc.Arbitrary<LimiterPlan> = fc.record({
  requests: fc.integer({ min: 1, max: 4 }),
  // Half of their margins is a whole number.
  periodMs: fc.constantFrom(400, 1_000, 60_000),
  all: fc.array(
    fc.record({
      at: share(2),
      travel: fc.tuple(trouble(0.02, 0.2), trouble(0.02, 0.2)),
      late: fc.array(trouble(0.03, 2), { maxLength: 3 }),
      arrival: fc.oneof(fc.constantFrom(0, 1), share(1)),
      patience: fc.option(share(2), { freq: 4 }),
      isRepeated: fc.boolean(),
    }),
    { minLength: 1, maxLength: MAX_REQUESTS },
  ),
  restarts: fc.array(share(3), { maxLength: 2 }),
});

/** A Redis whose time is the test's. */
export interface LimiterServer {
  readonly control: Redis;
  readonly lines: readonly Line[];
  close(): void;
}

export async function openLimiterServer(url: string): Promise<LimiterServer> {
  const [control, ...lines] = await Promise.all(
    Array.from({ length: MAX_REQUESTS + 1 }, () => openLine(url)),
  );
  if (control === undefined) throw new Error("no connection");
  return {
    ...{ control: control.redis, lines },
    close() {
      for (const { redis } of [control, ...lines]) redis.disconnect();
    },
  };
}

/** Put before a script: it then sees the time, the age of the server and the end of keys as the test sets them. */
const VIRTUAL = `
local real, now = redis, tonumber(redis.call('GET', 'test:now'))
for _, key in ipairs(KEYS) do
  if tonumber(real.call('GET', 'test:end:' .. key) or now + 1) <= now then real.call('DEL', key) end
end
local redis = {call = function(command, ...)
  if command == 'TIME' then return {math.floor(now / 1000), now % 1000 * 1000} end
  if command == 'INFO' then return 'uptime_in_seconds:' .. real.call('GET', 'test:uptime') end
  if command == 'PEXPIRE' then return real.call('SET', 'test:end:' .. select(1, ...), now + select(2, ...)) end
  return real.call(command, ...)
end}
`;

/** Ends a run that never would. */
const MAX_EVENTS = 5_000;

/**
 * Plays one run in a time of its own.
 * @throws Error for what must not happen
 */
export async function playLimiter(subject: Subject, server: LimiterServer, plan: LimiterPlan): Promise<void> {
  const { control, lines } = server;
  const { requests, periodMs } = plan;
  const limit = { requests, periodMs };
  const margin = marginOf(limit);
  const gap = periodMs + margin;
  await control.flushall();
  const began = 1_000_000_000;
  let now = began;
  let serverBegan = began - 1_000_000;
  let losses = 0;

  const agenda: { readonly at: number; readonly run: () => unknown }[] = [];
  const after = (ms: number, run: () => unknown) => {
    const entry = { at: now + Math.round(ms), run };
    const next = agenda.findIndex(({ at }) => at > entry.at);
    agenda.splice(next < 0 ? agenda.length : next, 0, entry);
    return () => {
      const found = agenda.indexOf(entry);
      if (found >= 0) agenda.splice(found, 1);
    };
  };

  /** The latest moment at which each request may leave, of those that hold a reservation. */
  const reserved = new Map<string, number>();
  const uptime = () => Math.floor(now / 1_000) - Math.floor(serverBegan / 1_000);

  /** How long a request has to wait, found by trying each moment that could be the first. */
  function reserve(id: string, tolerance: number): number {
    const known = reserved.get(id);
    if (known !== undefined) return Math.max(0, known - tolerance - now);
    const latest = [...reserved.values()];
    const earliest = Math.max(now, now - (uptime() - 1) * 1_000 + gap);
    const isFree = (at: number) => latest.filter((other) => other > at - gap).length < requests;
    const moments = [earliest, ...latest.map((other) => other + gap)].filter((at) => at >= earliest);
    const found = Math.min(...moments.filter(isFree));
    reserved.set(id, found + tolerance);
    return found - now;
  }

  /** The question of a request: it travels, is compared with what the model replies, and travels back. */
  function ask({ commands: [command] }: Batch, { travel, isRepeated }: Request, of: { id: string }): void {
    if (command === undefined) return;
    const [lua, , , id, , , tolerance] = command.args.map(String);
    if (id === undefined || lua === undefined) return;
    after(travel[0] * periodMs, async () => {
      reserved.delete(of.id === id ? "" : of.id);
      let reply: unknown;
      for (const _ of isRepeated && of.id === "" ? [1, 2] : [1]) {
        await control.mset("test:now", now, "test:uptime", uptime());
        const [, count = 1, ...args] = command.args.map(String);
        reply = await control.eval(VIRTUAL + lua, Number(count), ...args);
        const expected = reserve(id, Number(tolerance));
        if (reply !== expected)
          throw new Error(`a request is to wait for ${reply} ms instead of ${expected}`);
      }
      of.id = id;
      after(travel[1] * periodMs, () => command.resolve(reply));
    });
  }

  const arrivals: number[] = [];
  let settled = 0;
  async function send(request: Request, line: Line): Promise<void> {
    const late = [...request.late];
    const clock: Clock = {
      now: () => now,
      after: (ms, callback) => after(ms + (late.shift() ?? 0) * periodMs, callback),
    };
    const of = { id: "" };
    line.gate = (batch) => {
      const [command] = batch.commands;
      if (command?.name === "evalsha") command.reject(new Error("NOSCRIPT"));
      else if (command?.name === "eval") ask(batch, request, of);
      else after(0, batch.send);
    };
    const stop = new AbortController();
    const { patience } = request;
    if (patience !== null) after(patience * periodMs, () => stop.abort());
    const connection = { redis: line.redis, losses: () => losses };
    try {
      await subject.createSharedLimiter({ connection, account: "main", limit, clock }).acquire(stop.signal);
      arrivals.push(now + request.arrival * margin);
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      // After the command that releases it, which was sent just now.
      after(0, () => reserved.delete(of.id));
    }
    settled += 1;
  }

  let problem: unknown;
  for (const at of plan.restarts) {
    after(at * periodMs, async () => {
      await control.flushall();
      reserved.clear();
      serverBegan = now;
      losses += 1;
    });
  }
  for (const [at, request] of plan.all.entries()) {
    const line = lines[at];
    if (line === undefined) throw new Error("no connection");
    after(request.at * periodMs, () => {
      send(request, line).catch((error: unknown) => {
        problem ??= error;
      });
    });
  }
  try {
    for (let events = 0; ; events += 1) {
      const next = agenda.shift();
      if (next === undefined) break;
      if (events > MAX_EVENTS) throw new Error("a request waits for ever");
      now = next.at;
      await next.run();
      await settle();
      if (problem !== undefined) throw problem;
    }
  } finally {
    for (const line of lines) line.gate = null;
  }
  if (settled !== plan.all.length) throw new Error("a request waits for ever");
  for (const from of arrivals) {
    const count = arrivals.filter((at) => at >= from && at < from + periodMs).length;
    if (count > requests) throw new Error(`${count} requests arrive within ${periodMs} ms`);
  }
}
