import { describe, expect, test } from "vitest";
import { checkBaseUrl, chooseEndpoint, isLoopback, regionalUrl } from "../../src/core/endpoint.js";
import { ConfigurationError } from "../../src/core/errors.js";

const templates = {
  huaweicloud: "https://dcs.{region}.myhuaweicloud.com",
  otc: "https://dcs.{region}.otc.t-systems.com",
};

describe("checkBaseUrl", () => {
  test.each([
    ["https://dcs.example.com", "https://dcs.example.com"],
    ["https://dcs.example.com/", "https://dcs.example.com"],
    ["https://example.com:8443/a/b//", "https://example.com:8443/a/b"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["http://localhost:4010/dcs", "http://localhost:4010/dcs"],
    ["http://[::1]:4010", "http://[::1]:4010"],
  ])("accepts %s", (text, url) => {
    expect(checkBaseUrl(text)).toBe(url);
  });

  test.each([
    ["dcs.example.com", "is not an absolute URL"],
    ["", "is not an absolute URL"],
    ["http://dcs.example.com", "is not https"],
    ["http://127.0.0.1.example.com", "is not https"],
    ["ftp://127.0.0.1", "is not https"],
    ["https://user:hidden-password@example.com", "contains credentials"],
    ["https://example.com?x=1", "has a query or a fragment"],
    ["https://example.com#x", "has a query or a fragment"],
    ["https://example.com/?", "has a query or a fragment"],
    ["https://example.com/#", "has a query or a fragment"],
  ])("refuses %j", (text, reason) => {
    expect(() => checkBaseUrl(text)).toThrow(ConfigurationError);
    expect(() => checkBaseUrl(text)).toThrow(reason);
    expect(() => checkBaseUrl(text)).not.toThrow("hidden-password");
  });
});

describe("chooseEndpoint", () => {
  test("takes the cloud's own endpoint of the region", () => {
    expect(chooseEndpoint(templates, { cloud: "huaweicloud", region: "eu-west-101" })).toEqual({
      baseUrl: "https://dcs.eu-west-101.myhuaweicloud.com",
      cloud: "huaweicloud",
      region: "eu-west-101",
    });
  });

  test("takes baseUrl before it, keeping the region for what signs it", () => {
    expect(
      chooseEndpoint(templates, { cloud: "otc", region: "eu-de", baseUrl: "http://127.0.0.1:1" }),
    ).toEqual({
      baseUrl: "http://127.0.0.1:1",
      cloud: "otc",
      region: "eu-de",
    });
  });

  test.each([
    [{ region: "eu-de" }, "cloud is missing; pass huaweicloud or otc, or baseUrl instead"],
    [{ cloud: "aws", region: "eu-de" }, 'cloud must be huaweicloud or otc, not "aws"'],
    [{ cloud: "toString", region: "eu-de" }, "cloud must be huaweicloud or otc"],
    [{ cloud: "otc" }, "region is missing; pass it, or baseUrl instead"],
    [{ cloud: "otc", region: "eu-de.evil.example/" }, "is not a region name (expected one such as eu-de)"],
    [{ cloud: "otc", region: "" }, "is not a region name"],
    [{ baseUrl: "https://example.com", region: "eu-de\r\nx: y" }, "is not a region name"],
    [{ cloud: "otc", region: "EU-DE" }, "is not a region name"],
  ])("refuses %o", (options, message) => {
    // What a caller without types can pass.
    const choose = () => chooseEndpoint(templates as Record<string, string>, options);
    expect(choose).toThrow(ConfigurationError);
    expect(choose).toThrow(message);
  });
});

test("regionalUrl puts the region in its place", () => {
  expect(regionalUrl("https://iam.{region}.example.com", "eu-nl")).toBe("https://iam.eu-nl.example.com");
});

test("regionalUrl refuses a region that an endpoint of one region is not in", () => {
  const template = "https://vbs.eu-de.example.com";
  expect(regionalUrl(template, "eu-de")).toBe(template);
  expect(() => regionalUrl(template, "eu-nl")).toThrow(
    "the only endpoint is https://vbs.eu-de.example.com, not in region eu-nl; pass another one as baseUrl",
  );
});

test("chooseEndpoint has defaults for a service of one cloud or region", () => {
  const defaults = { cloud: "otc", region: "eu-de" } as const;
  expect(chooseEndpoint(templates, {}, defaults)).toMatchObject(defaults);
  expect(chooseEndpoint(templates, { cloud: undefined, region: "eu-nl" }, defaults)).toMatchObject({
    cloud: "otc",
    region: "eu-nl",
  });
});

test("isLoopback knows this machine by every name that a URL gives it", () => {
  expect(["localhost", "127.0.0.1", "127.9.9.9", "[::1]"].every(isLoopback)).toBe(true);
  expect(["example.com", "128.0.0.1", "127.0.0.1.nip.io", "[::2]", "mylocalhost"].some(isLoopback)).toBe(
    false,
  );
});
