/*
 * Many processes with one rate limit, on a real Redis whose time is the test's: the script is as it is shipped. What it
 * replies is compared with a naive model, and arrivals are counted.
 * A failure says how it is played again: `SEED=<seed>:<run>`. `SEED=<seed>` alone tries other schedules.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe } from "vitest";
import { startRedis, type TestRedis } from "../../queue/support/redis.js";
import { lacks } from "../../support/parts.js";
import { type LimiterServer, limiterPlans, openLimiterServer, playLimiter } from "./support/limiter-world.js";
import type { Mutant } from "./support/mutants.js";
import { prove } from "./support/prove.js";

const mutant = (what: string, from: string, to: string): Mutant => ({
  ...{ what, from, to, file: "queue/rate-limiter.ts" },
});

const mutants: readonly Mutant[] = [
  mutant("its window is off by one", "key, requests - 1, requests - 1,", "key, requests, requests,"),
  mutant("its period has no margin", "limit.periodMs + margin", "limit.periodMs"),
  mutant("it forgets reservations too early", "now - gap)", "now)"),
  mutant("a key expires too early", "from + tolerance + gap - now)", "from + tolerance - now)"),
  mutant(
    "it counts from the earliest departure",
    "string.format('%.0f', from + tolerance), id",
    "string.format('%.0f', from), id",
  ),
  mutant("a repeated question reserves twice", "if reserved then return", "if false then return"),
  mutant("a missed reservation is kept", "missed = id;", ""),
  mutant("a given-up reservation is kept", "connection.redis.zrem(key, id).catch(() => {});", ""),
  mutant("a late request leaves", "late <= tolerance &&", ""),
  mutant("a request leaves although the server was lost", "&& connection.losses() === losses", ""),
  mutant(
    "a new server is trusted at once",
    "from = math.ceil(math.max(from, now - (uptime - 1) * 1000 + gap))",
    "from = math.ceil(from)",
  ),
  mutant("the age of a server is taken at its word", "(uptime - 1) * 1000", "uptime * 1000"),
  mutant("it has no more patience after a miss", "tolerance *= 2", "tolerance *= 1"),
];

let redis: TestRedis;
let server: LimiterServer;

describe.skipIf(lacks("redis-server"))("a rate limit over all processes", { timeout: 300_000 }, () => {
  beforeAll(async () => {
    redis = await startRedis();
    server = await openLimiterServer(redis.url);
  });

  afterAll(async () => {
    server.close();
    await redis.stop();
  });

  prove({
    title: "holds in every window of its period, and nobody waits longer than it asks",
    property: (subject) => fc.asyncProperty(limiterPlans, (plan) => playLimiter(subject, server, plan)),
    mutants,
    sample: { seeds: 60, mutants: 1 },
  });
});
