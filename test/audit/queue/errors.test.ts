import { describe, expect, test } from "vitest";
import { backoff, classify, isFailover, QueueError } from "../../../src/audit/queue/errors.js";

/** As the client passes on what a server replies. */
const reply = (message: string) => Object.assign(new Error(message), { name: "ReplyError" });
const system = (code: string) => Object.assign(new Error(`connect ${code} 127.0.0.1:6379`), { code });

describe("a failure of Redis", () => {
  test.each([
    ["NOAUTH Authentication required.", /set BACKUP_RECORDS_QUEUE_PASSWORD/],
    [
      "WRONGPASS invalid username-password pair or user is disabled.",
      /check the user in the URL and the pass/,
    ],
    ["ERR invalid password", /check the user/],
    ["NOPERM User bob has no permissions to run the 'evalsha' command", /Access to Redis/],
    ["NOPERM this user has no permissions to access one of the keys used as arguments", /Access to Redis/],
    ["ERR The user executing the script can't run this command or subcommand", /Access to Redis/],
    ["ACL failure in script: User bob has no permissions to run the 'zadd' command", /Access to Redis/],
    ["CROSSSLOT Keys in request don't hash to the same slot", /a single server/],
    ["MOVED 1234 10.0.0.1:6379", /a single server/],
    ["ERR SELECT is not allowed in cluster mode", /a single server/],
    ["ERR unknown command 'EVALSHA', with args beginning with:", /Redis 6.2 or later/],
    ["Redis version needs to be greater or equal than 5.0.0 Current: 4.0.0", /Redis 6.2 or later/],
    ["DENIED Redis is running in protected mode because protected mode is enabled", /give it a password/],
    ["ERR DB index is out of range", /another database/],
    ["WRONGTYPE Operation against a key holding the wrong kind of value", /another program/],
  ])("cannot pass: %s", (text, advice) => {
    expect(classify(reply(text))).toMatchObject({
      kind: "permanent",
      message: expect.stringMatching(advice),
    });
  });

  test.each([
    ["READONLY You can't write against a read only replica.", "READONLY", true],
    ["ERR Error running script (call to f_1): @user_script:1: -READONLY You can't write", "READONLY", true],
    ["LOADING Redis is loading the dataset in memory", "LOADING", true],
    ["MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.", "MASTERDOWN", true],
    ["UNBLOCKED force unblock from blocking operation, instance state changed", "UNBLOCKED", true],
    ["CLUSTERDOWN The cluster is down", "CLUSTERDOWN", false],
    ["TRYAGAIN Multiple keys request during rehashing of slot", "TRYAGAIN", false],
    ["BUSY Redis is busy running a script.", "BUSY", false],
    ["MISCONF Redis is configured to save RDB snapshots", "MISCONF", false],
    ["NOREPLICAS Not enough good replicas to write.", "NOREPLICAS", false],
    ["OOM command not allowed when used memory > 'maxmemory'.", "OOM", false],
    ["ERR max number of clients reached", "max number of clients", false],
  ])("may pass: %s", (text, code, failover) => {
    expect(classify(reply(text))).toEqual({ kind: "passing", code, message: text });
    expect(isFailover(reply(text))).toBe(failover);
  });

  test.each([
    system("ECONNREFUSED"),
    system("ECONNRESET"),
    system("ENOTFOUND"),
    system("EAI_AGAIN"),
    system("EHOSTUNREACH"),
    new Error("Connection is closed."),
    new Error("Socket timeout. Expecting data, but didn't receive any in 20000ms."),
    new Error("Command aborted due to connection close"),
  ])("is a lost connection: %s", (error) => {
    expect(classify(error).kind).toBe("lost");
  });

  test.each([
    "Missing lock for job 7. moveToFinished",
    "Lock mismatch for job 7. Cmd moveToFinished from active",
    "could not renew lock for job 7",
    "Job 7 is not in the active state. moveToFinished",
    "Missing key for job 7. moveToFinished",
  ])("means that another worker has the job: %s", (text) => {
    expect(classify(new Error(text)).kind).toBe("lock");
  });

  test.each([new TypeError("x is not a function"), reply("ERR something new"), "text"])(
    "is new: %s",
    (error) => {
      expect(classify(error).kind).toBe("other");
    },
  );

  test("is one short line without control characters, its secret cause left out", () => {
    const { message } = classify(reply(`ERR first\r\n\u001b[2J second ${"x".repeat(500)}`));
    expect(message).toMatch(/^ERR first \[2J second x+ …$/);
    expect(message.length).toBeLessThan(310);
    expect(new QueueError("m", { cause: reply("NOAUTH") }).toJSON()).toEqual({
      name: "QueueError",
      message: "m",
    });
  });
});

test.each([
  [0, 0, 500],
  [0, 1, 1_000],
  [3, 0.5, 6_000],
  [40, 1, 30_000],
])("the pause after %i attempts, with chance %f, is %i ms", (attempts, chance, ms) => {
  expect(backoff(attempts, 1_000, 30_000, () => chance)).toBe(ms);
});
