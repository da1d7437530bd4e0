import { describe, expect, test } from "vitest";
import { type Rounds, timesAsFast, timesTheTime } from "../../bench/lib/outcome.js";
import { differences } from "../../bench/lib/same-work.js";
import { judge } from "../../bench/lib/verdict.js";
import { addSeen, nothingSeen, type Seen, schemeOf, sortedTarget, type Work } from "../../bench/lib/work.js";
import { rows } from "../../bench/rows.js";

const seen: Seen = {
  requests: 100,
  methods: { GET: 100 },
  targets: { "/v2/p/instances/i/backups?limit=10&offset=0": 100 },
  statuses: { "200": 100 },
  answerBytes: 448_300,
  authorization: { "SDK-HMAC-SHA256": 100 },
  sockets: 50,
  mostInFlight: 50,
};
const peer: Work = {
  name: "peer",
  signs: "fresh",
  verified: true,
  calls: 100,
  errors: 0,
  records: 1000,
  concurrency: 50,
  requestsPerCall: 1,
  seen,
};
const work = (changes: Partial<Work> = {}, seenChanges: Partial<Seen> = {}): Work => ({
  ...peer,
  name: "own",
  ...changes,
  seen: { ...seen, ...seenChanges },
});

describe("two sides did the same work", () => {
  test("where everything that was counted is alike", () => {
    expect(differences(work(), peer)).toEqual([]);
  });

  test("where one is a limit that repeats a signature", () => {
    expect(differences(work(), { ...peer, signs: "fixed", verified: null })).toEqual([]);
  });

  test.each<[string, Work, string]>([
    ["another method", work({}, { methods: { POST: 100 } }), "method POST: own 100, peer 0"],
    [
      "another method now and then",
      work({}, { methods: { GET: 99, HEAD: 1 } }),
      "method GET: own 99, peer 100",
    ],
    ["another path", work({}, { targets: { "/v1.0": 100 } }), "target /v1.0: own 100, peer 0"],
    ["fewer bytes", work({}, { answerBytes: 448_299 }), "bytes answered: own 448299, peer 448300"],
    ["fewer records", work({ records: 990 }), "records handed over: own 990, peer 1000"],
    [
      "fewer calls",
      work({ calls: 90 }, { requests: 90, statuses: { "200": 90 } }),
      "calls: own 90, peer 100",
    ],
    ["fewer calls at once", work({ concurrency: 60 }), "calls at once: own 60, peer 50"],
    ["a call that failed", work({ errors: 1 }), "1 of 100 calls of own failed"],
    [
      "an answer that was no 200",
      work({}, { statuses: { "200": 99, "429": 1 } }),
      "1 requests of own were not",
    ],
    [
      "a hidden repetition",
      work({}, { requests: 101, statuses: { "200": 101 } }),
      "own sent 101 requests where 100",
    ],
    ["an answer out of a cache", work({}, { requests: 50, statuses: { "200": 50 } }), "own sent 50 requests"],
    ["a connection a call", work({}, { sockets: 100 }), "own opened 100 connections for 50 calls at once"],
    ["no signature", work({}, { authorization: { absent: 100 } }), "100 requests of own had no well-formed"],
    [
      "a broken one once",
      work({}, { authorization: { "SDK-HMAC-SHA256": 99, malformed: 1 } }),
      "1 requests of own",
    ],
    ["one that no server accepts", work({ verified: false }), "no signature of own was accepted"],
    ["one that no server was asked about", work({ verified: null }), "no signature of own was accepted"],
    ["a token instead", work({ signs: "never", verified: null }), "signing: own never, peer fresh"],
    [
      "another scheme",
      work({}, { authorization: { "ACS3-HMAC-SHA256": 100 } }),
      "authorization ACS3-HMAC-SHA256",
    ],
    ["nothing", work({ calls: 0 }, nothingSeen), "own made no call"],
  ])("but not with %s", (_, odd, reason) => {
    expect(differences(odd, peer).join("\n")).toContain(reason);
    expect(differences(peer, odd)).not.toEqual([]);
  });

  test("or there is no ratio of them, whichever way it is asked for", () => {
    const rounds = (of: Work): Rounds => ({ work: of, ms: [1, 1, 1], cpuMs: [1, 1, 1] });
    const odd = rounds(work({}, { answerBytes: 1 }));
    const reason = { refused: ["bytes answered: own 1, peer 448300"] };
    expect(timesAsFast(odd, rounds(peer))).toEqual(reason);
    expect(timesTheTime(odd, rounds(peer))).toEqual(reason);
    const fast = { ...rounds(work()), ms: [1, 2, 1] };
    const slow = { ...rounds(peer), ms: [3, 6, 3] };
    expect(timesAsFast(fast, slow)).toEqual({ median: 3, low: 3, high: 3 });
    expect(timesTheTime(slow, fast)).toEqual({ median: 3, low: 3, high: 3 });
  });
});

describe("what a server counts", () => {
  test.each([
    [undefined, "absent"],
    [
      `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=${"0a".repeat(32)}`,
      "SDK-HMAC-SHA256",
    ],
    [`ACS3-HMAC-SHA256 Credential=AK,SignedHeaders=host,Signature=${"0a".repeat(32)}`, "ACS3-HMAC-SHA256"],
    ["SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=0a", "malformed"],
    ["Bearer fake-token", "malformed"],
    ["toString", "malformed"],
  ])("takes %s for %s", (header, scheme) => {
    expect(schemeOf(header)).toBe(scheme);
  });

  test("does not depend on the order of parameters", () => {
    expect(sortedTarget("/a?limit=10&begin=1")).toBe(sortedTarget("/a?begin=1&limit=10"));
    expect(sortedTarget("/a")).toBe("/a");
  });

  test("adds up over rounds, but for what is a most", () => {
    const sum = addSeen(seen, { ...seen, sockets: 3, methods: { GET: 1, POST: 1 } });
    expect(sum).toMatchObject({
      requests: 200,
      methods: { GET: 101, POST: 1 },
      sockets: 50,
      mostInFlight: 50,
    });
  });
});

describe("targets", () => {
  const row = rows[0];
  if (row === undefined) throw new Error("there are no rows");
  const of = (median: number) => ({ median, low: median, high: median });
  const results = (vendor: number, http: number) =>
    judge(row, { figures: { vendor: of(vendor), "node:http": of(http) } }).map(({ result }) => result);

  test("are reached at their bound and missed beyond it", () => {
    expect(results(3.5, 1.45)).toEqual(["pass", "pass"]);
    expect(results(3.49, 1.46)).toEqual(["fail", "fail"]);
    expect(results(Number.NaN, Number.NaN)).toEqual(["fail", "fail"]);
  });

  test("are neither where a figure is refused or missing", () => {
    const figures = { vendor: { refused: ["for a reason"] } };
    expect(judge(row, { figures }).map(({ result }) => result)).toEqual(["refused", "refused"]);
  });

  test("have one bound each, and every row a name of its own", () => {
    for (const { targets } of rows) {
      for (const { atLeast, atMost } of targets)
        expect([atLeast, atMost].filter(Number.isFinite)).toHaveLength(1);
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
});
