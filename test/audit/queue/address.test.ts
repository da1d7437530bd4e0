import { describe, expect, test } from "vitest";
import { PASSWORD_VARIABLE, readQueueUrl } from "../../../src/audit/queue/address.js";

describe("the URL of a queue", () => {
  test.each([
    ["redis://redis", { host: "redis", port: 6379, database: 0, tls: false, shown: "redis://redis:6379" }],
    ["redis://redis:7/", { port: 7, database: 0, shown: "redis://redis:7" }],
    ["rediss://r.example:6380/12", { database: 12, tls: true, shown: "rediss://r.example:6380/12" }],
    ["redis://[::1]:6379", { host: "::1", shown: "redis://[::1]:6379" }],
    ["redis://:p%40ss@redis", { username: undefined, password: "p@ss", shown: "redis://redis:6379" }],
    ["redis://me:secret@redis", { username: "me", password: "secret", shown: "redis://redis:6379" }],
  ])("%s is read", (text, expected) => {
    expect(readQueueUrl(text)).toMatchObject(expected);
  });

  test("takes a password from the environment where it has none itself", () => {
    const env = { [PASSWORD_VARIABLE]: "from-env" };
    expect(readQueueUrl("redis://me@redis", env).password).toBe("from-env");
    expect(readQueueUrl("redis://me:own@redis", env).password).toBe("own");
    expect(readQueueUrl("redis://redis", { [PASSWORD_VARIABLE]: "" }).password).toBeUndefined();
  });

  test.each([
    ["redis", "cannot be read"],
    ["http://me:secret@redis", "begins with http://"],
    ["redis://", "names no host"],
    ["redis://me:secret@redis/name", "the number of a database"],
    ["redis://me:secret@redis?family=6", "the number of a database"],
    ["redis://me:secret@redis:port", "cannot be read"],
  ])("%s is refused without quoting it", (text, message) => {
    const refused = () => readQueueUrl(text);
    expect(refused).toThrow(message);
    expect(refused).not.toThrow("secret");
  });
});
