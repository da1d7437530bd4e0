import { describe, expect, test } from "vitest";
import { type Rounds, timesAsFast, timesTheTime } from "../../bench/lib/measure.js";
import {
  addSeen,
  differences,
  nothingSeen,
  type Seen,
  SeenCounter,
  schemeOf,
  sortedTarget,
  type Work,
} from "../../bench/lib/work.js";

const seen: Seen = {
  requests: 100,
  methods: { GET: 100 },
  targets: { "/v2/p/instances/i/backups?limit=10&offset=0": 100 },
  statuses: { "200": 100 },
  responseBytes: 448_300,
  authorization: { "SDK-HMAC-SHA256": 100 },
  connections: 50,
  maxInFlight: 50,
};
const peer: Work = {
  name: "peer",
  signature: "accepted",
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

describe("two sides are compared", () => {
  test("if everything that was counted is alike", () => {
    expect(differences(work(), peer)).toEqual([]);
  });

  test.each<[string, Work, string]>([
    ["another method", work({}, { methods: { POST: 100 } }), "method POST: own 100, peer 0"],
    [
      "another method now and then",
      work({}, { methods: { GET: 99, HEAD: 1 } }),
      "method GET: own 99, peer 100",
    ],
    ["another path", work({}, { targets: { "/v1.0": 100 } }), "target /v1.0: own 100, peer 0"],
    ["fewer bytes", work({}, { responseBytes: 448_299 }), "response bytes: own 448299, peer 448300"],
    ["fewer records", work({ records: 990 }), "records received: own 990, peer 1000"],
    [
      "fewer calls",
      work({ calls: 90 }, { requests: 90, statuses: { "200": 90 } }),
      "calls: own 90, peer 100",
    ],
    ["more calls at once", work({ concurrency: 60 }), "calls at once: own 60, peer 50"],
    ["a call that failed", work({ errors: 1 }), "1 of 100 calls of own failed"],
    [
      "a status other than 200",
      work({}, { statuses: { "200": 99, "429": 1 } }),
      "1 requests of own had a status other than 200",
    ],
    [
      "a hidden retry",
      work({}, { requests: 101, statuses: { "200": 101 } }),
      "own sent 101 requests (expected 100)",
    ],
    ["a cache", work({}, { requests: 50, statuses: { "200": 50 } }), "own sent 50 requests"],
    [
      "a connection for each call",
      work({}, { connections: 100 }),
      "own opened 100 connections for 50 calls at once",
    ],
    ["no signature", work({}, { authorization: { absent: 100 } }), "100 requests of own had no well-formed"],
    [
      "one malformed signature",
      work({}, { authorization: { "SDK-HMAC-SHA256": 99, malformed: 1 } }),
      "1 requests of own",
    ],
    [
      "a signature that no server accepts",
      work({ signature: "rejected" }),
      "no signature of own was accepted",
    ],
    ["a token instead", work({ signature: "none" }), "signature: own none, peer accepted"],
    [
      "another scheme",
      work({}, { authorization: { "ACS3-HMAC-SHA256": 100 } }),
      "authorization ACS3-HMAC-SHA256",
    ],
    ["no calls", work({ calls: 0 }, nothingSeen), "own made no call"],
  ])("but not with %s", (_, odd, reason) => {
    expect(differences(odd, peer).join("\n")).toContain(reason);
    expect(differences(peer, odd)).not.toEqual([]);
  });

  test("or there is no ratio, in either direction", () => {
    const rounds = (of: Work): Rounds => ({ work: of, ms: [1, 1, 1], cpuMs: [1, 1, 1] });
    const odd = rounds(work({}, { responseBytes: 1 }));
    const reason = { refused: ["response bytes: own 1, peer 448300"] };
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
  ])("names the header %s %s", (header, scheme) => {
    expect(schemeOf(header)).toBe(scheme);
  });

  test("does not depend on the order of parameters", () => {
    expect(sortedTarget("/a?limit=10&begin=1")).toBe(sortedTarget("/a?begin=1&limit=10"));
    expect(sortedTarget("/a")).toBe("/a");
  });

  test("is taken once", () => {
    const counter = new SeenCounter();
    const exchange = { method: "GET", status: 200, responseBytes: 10, authorization: undefined };
    counter.connected();
    counter.began();
    counter.began();
    counter.ended();
    counter.exchanged({ ...exchange, target: "/a?b=1&a=2" });
    counter.exchanged({ ...exchange, target: "/a?a=2&b=1" });
    expect(counter.take()).toEqual({
      requests: 2,
      methods: { GET: 2 },
      targets: { "/a?a=2&b=1": 2 },
      statuses: { "200": 2 },
      responseBytes: 20,
      authorization: { absent: 2 },
      connections: 1,
      maxInFlight: 2,
    });
    // The request that is still in progress counts again.
    expect(counter.take()).toEqual({ ...nothingSeen, maxInFlight: 1 });
  });

  test("is added over rounds; of connections and requests at once, the maximum is kept", () => {
    const sum = addSeen(seen, { ...seen, connections: 3, methods: { GET: 1, POST: 1 } });
    expect(sum).toMatchObject({
      requests: 200,
      methods: { GET: 101, POST: 1 },
      connections: 50,
      maxInFlight: 50,
    });
  });
});
