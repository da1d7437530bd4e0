import { describe, expect, test } from "vitest";
import { InvalidRequestError } from "../../src/core/errors.js";
import { fillPath, percentEncode } from "../../src/core/request.js";

const template = "/v1.0/{project_id}/instances/{instance_id}/backups";
const fill = (instance_id: unknown) =>
  fillPath(template, { project_id: "p", instance_id }, "ListBackupRecordsV1");

describe("fillPath", () => {
  test.each([
    ["a plain id", "5560df16-cebf", "5560df16-cebf"],
    ["a slash", "a/b", "a%2Fb"],
    ["what encodeURIComponent leaves alone", "a!'()*b", "a%21%27%28%29%2Ab"],
    ["an id that is already encoded", "a%2Fb", "a%252Fb"],
    ["dots inside an id", "a..b", "a..b"],
    ["other scripts", "备份", "%E5%A4%87%E4%BB%BD"],
    ["a number", 17, "17"],
  ])("encodes %s", (_, id, encoded) => {
    expect(fill(id)).toBe(`/v1.0/p/instances/${encoded}/backups`);
  });

  test.each([
    ["a missing id", undefined, "is missing"],
    ["null", null, "is missing"],
    ["an object", {}, "is missing"],
    ["an empty id", "", "is empty"],
    ["white space alone", " \t", "is empty"],
    [".", ".", "would change the path"],
    ["..", "..", "would change the path"],
    ["a line break", "a\nb", "control character"],
    ["NUL", "a\u0000", "control character"],
    ["half a surrogate pair", "a\ud800", "not well-formed"],
    ["the other half", "\udc00a", "not well-formed"],
  ])("refuses %s", (_, id, reason) => {
    expect(() => fill(id)).toThrow(InvalidRequestError);
    expect(() => fill(id)).toThrow(new RegExp(`^ListBackupRecordsV1: instance_id .*${reason}`));
  });

  test("names the parameter at fault", () => {
    const error = catchError(() => fill(""));
    expect(error).toMatchObject({ parameter: "instance_id", operation: "ListBackupRecordsV1" });
  });
});

test("percentEncode keeps the unreserved characters alone", () => {
  const unreserved = "ABCXYZabcxyz0189-._~";
  expect(percentEncode(unreserved)).toBe(unreserved);
  expect(percentEncode("!'()*+ %/?#&=")).toBe("%21%27%28%29%2A%2B%20%25%2F%3F%23%26%3D");
});

function catchError(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
