import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ConfigurationError } from "../../src/core/errors.js";
import { proxyFor } from "../../src/node/proxy.js";

const service = "https://vbs.example.com/v2";
const httpService = "http://vbs.example.com/v2";

describe("which proxy", () => {
  test.each([
    [
      { https_proxy: "http://a:1", HTTPS_PROXY: "http://b:2", all_proxy: "http://c:3" },
      service,
      "https_proxy a:1",
    ],
    [{ HTTPS_PROXY: "http://b:2", all_proxy: "http://c:3" }, service, "HTTPS_PROXY b:2"],
    [
      { https_proxy: " ", HTTPS_PROXY: "", all_proxy: "http://c:3", ALL_PROXY: "http://d:4" },
      service,
      "all_proxy c:3",
    ],
    [{ http_proxy: "http://a:1", ALL_PROXY: "http://d:4" }, service, "ALL_PROXY d:4"],
    [{ http_proxy: "http://a:1" }, service, null],
    [{ https_proxy: "http://a:1" }, httpService, null],
    [{ http_proxy: "http://a:1", HTTP_PROXY: "http://b:2" }, httpService, "http_proxy a:1"],
    [{ HTTP_PROXY: "http://b:2" }, httpService, "HTTP_PROXY b:2"],
    [{ HTTP_PROXY: "http://b:2", REQUEST_METHOD: "GET" }, httpService, null],
    [
      { http_proxy: "http://a:1", HTTPS_PROXY: "http://b:2", REQUEST_METHOD: "GET" },
      httpService,
      "http_proxy a:1",
    ],
    [{ HTTPS_PROXY: "http://b:2", REQUEST_METHOD: "GET" }, service, "HTTPS_PROXY b:2"],
    [{}, service, null],
  ])("%o, %s: %s", (environment, url, expected) => {
    const proxy = proxyFor(new URL(url), environment);
    expect(proxy && `${proxy.variable} ${proxy.host}`).toBe(expected);
  });

  test.each([
    ["proxy.example.com:3128", "proxy.example.com:3128"],
    ["proxy.example.com", "proxy.example.com:80"],
    ["http://proxy.example.com/", "proxy.example.com:80"],
    ["HTTPS://Proxy.example.com", "proxy.example.com:443"],
    [" http://[2001:db8::1]:3128 ", "[2001:db8::1]:3128"],
    ["user:fake-password@proxy:3128", "proxy:3128"],
    ["http://user:p@ss:word@proxy:3128", "proxy:3128"],
  ])("HTTPS_PROXY=%s is %s", (value, host) => {
    expect(proxyFor(new URL(service), { HTTPS_PROXY: value })?.host).toBe(host);
  });

  const expected = "(expected http://host:port)";
  const percent = "; percent-encode / ? # % @ and : in user and password";
  test.each([
    ["socks5://proxy:1080", `names a socks5 proxy; only http and https are supported ${expected}`],
    [
      "socks5h://user:fake-password@proxy",
      `names a socks5h proxy; only http and https are supported ${expected}`,
    ],
    ["not a url", `is not the address of a proxy ${expected}${percent}`],
    ["http:fake-password", `is not the address of a proxy ${expected}${percent}`],
    ["http://proxy:99999", `is not the address of a proxy ${expected}${percent}`],
    ["http://user:fake/password@proxy", `is not the address of a proxy ${expected}${percent}`],
    ["http://user:12/fake-password@proxy", `is not the address of a proxy ${expected}${percent}`],
    ["http://user:12?fake-password@proxy", `is not the address of a proxy ${expected}${percent}`],
    ["http://user:12#fake-password@proxy", `is not the address of a proxy ${expected}${percent}`],
  ])("HTTPS_PROXY=%s is refused without a word of its value", (value, message) => {
    expect(() => proxyFor(new URL(service), { HTTPS_PROXY: value })).toThrow(
      new ConfigurationError(`HTTPS_PROXY ${message}`),
    );
  });

  test("a proxy that is not needed is not read", () => {
    expect(proxyFor(new URL(service), { HTTPS_PROXY: "socks5://a:1", NO_PROXY: "*" })).toBeNull();
  });

  test.each([
    ["http://user:fake%40pass%3Aword@proxy", "user:fake@pass:word"],
    ["http://user@proxy", "user:"],
    ["http://:fake-password@proxy", ":fake-password"],
    ["http://user:100%@proxy", "user:100%"],
    ["http://user:p%C3%A4ss@proxy", "user:päss"],
  ])("%s gives the credentials %s", (value, credentials) => {
    const proxy = proxyFor(new URL(service), { HTTPS_PROXY: value });
    expect(proxy?.authorization()).toBe(`Basic ${Buffer.from(credentials).toString("base64")}`);
  });

  test("credentials are not shown with the proxy", () => {
    const proxy = proxyFor(new URL(service), { HTTPS_PROXY: "http://user:fake-password@proxy:3128" });
    const shown = inspect(proxy, { showHidden: true, getters: true, depth: 9 }) + JSON.stringify(proxy);
    expect(shown).toContain("proxy:3128");
    expect(shown).not.toMatch(/fake-password|user/);
  });
});

describe("NO_PROXY", () => {
  const direct = (noProxy: string, url: string) =>
    proxyFor(new URL(url), { ALL_PROXY: "http://proxy:3128", NO_PROXY: noProxy }) === null;

  test.each([
    // Names and domains.
    ["example.com", "https://example.com", true],
    ["example.com", "https://vbs.example.com", true],
    ["example.com", "https://notexample.com", false],
    ["example.com", "https://example.com.other", false],
    [".example.com", "https://vbs.example.com", true],
    [".example.com", "https://example.com", true],
    [".example.com", "https://notexample.com", false],
    ["*.example.com", "https://vbs.example.com", true],
    ["*.example.com", "https://a.vbs.example.com", true],
    ["*.example.com", "https://example.com", false],
    ["EXAMPLE.Com", "https://vbs.Example.com", true],
    ["example.com.", "https://example.com", true],
    ["example.com", "https://vbs.example.com.", true],
    [".example.com.", "https://vbs.example.com.", true],
    ["bücher.example", "https://bücher.example", true],
    ["xn--bcher-kva.example", "https://bücher.example", true],
    ["com", "https://example.com", true],
    ["vbs", "https://vbs", true],
    // Lists.
    ["a.example,vbs.example.com,b.example", service, true],
    ["a.example vbs.example.com", service, true],
    [" a.example ,\tvbs.example.com , ", service, true],
    [",, ,", service, false],
    [".", service, false],
    ["", service, false],
    ["*", service, true],
    ["a.example, *", service, true],
    ["vbs.*", service, false],
    ["https://vbs.example.com", service, false],
    // Ports.
    ["vbs.example.com:443", service, true],
    ["vbs.example.com:8443", service, false],
    ["vbs.example.com:8443", "https://vbs.example.com:8443", true],
    ["vbs.example.com:80", "http://vbs.example.com", true],
    ["vbs.example.com:443", "http://vbs.example.com", false],
    [".example.com:443", service, true],
    ["*:8443", "https://vbs.example.com:8443", true],
    ["*:8443", service, false],
    // IPv4.
    ["10.1.2.3", "https://10.1.2.3", true],
    ["10.1.2.3", "https://10.1.2.4", false],
    ["10.1.2.3:443", "https://10.1.2.3", true],
    ["10.1.2.3:444", "https://10.1.2.3", false],
    ["10.0.0.0/8", "https://10.200.0.1", true],
    ["10.0.0.0/8", "https://11.0.0.1", false],
    ["10.1.2.3/8", "https://10.200.0.1", true],
    ["10.0.0.0/8:443", "https://10.200.0.1", true],
    ["192.168.7.128/25", "https://192.168.7.129", true],
    ["192.168.7.128/25", "https://192.168.7.127", false],
    ["0.0.0.0/0", "https://203.0.113.9", true],
    ["0.0.0.0/0", service, false],
    ["10.0.0.0/8", "https://10.example.com", false],
    ["2.3", "https://10.1.2.3", false],
    [".2.3", "https://10.1.2.3", false],
    ["10.0.0.0/8", "https://[::ffff:10.1.2.3]", true],
    // IPv6.
    ["2001:db8::1", "https://[2001:db8::1]", true],
    ["2001:DB8:0:0::1", "https://[2001:db8::1]", true],
    ["[2001:db8::1]", "https://[2001:db8::1]", true],
    ["[2001:db8::1]:443", "https://[2001:db8::1]", true],
    ["[2001:db8::1]:8443", "https://[2001:db8::1]", false],
    ["2001:db8::443", "https://[2001:db8::443]", true],
    ["2001:db8::/32", "https://[2001:db8:7::1]", true],
    ["2001:db8::/32", "https://[2001:db9::1]", false],
    ["[2001:db8::]/32", "https://[2001:db8:7::1]", true],
    ["[2001:db8::/32]:443", "https://[2001:db8:7::1]", true],
    ["::/0", "https://[2001:db8::1]", true],
    ["fe80::1%eth0", "https://[fe80::1]", true],
    // This machine.
    ["", "https://localhost", true],
    ["", "https://localhost.:8443", true],
    ["", "https://dcs.localhost", true],
    ["", "http://127.0.0.1:8080", true],
    ["", "https://127.7.7.7", true],
    ["", "https://[::1]", true],
    ["", "https://[::ffff:127.0.0.1]", true],
    ["", "https://0.0.0.0", false],
  ])("NO_PROXY=%s, %s: reached directly: %s", (noProxy, url, expected) => {
    expect(direct(noProxy, url)).toBe(expected);
  });

  test.each(["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "2001:db8::/129", "[2001:db8::]/-1"])(
    "the range %s is refused",
    (range) => {
      expect(() => direct(`a.example, ${range}`, service)).toThrow(
        new ConfigurationError(
          `NO_PROXY holds "${range}", which is not a range of addresses (expected e.g. 10.0.0.0/8)`,
        ),
      );
    },
  );

  test("no_proxy takes precedence, unless it is empty", () => {
    const environment = { ALL_PROXY: "http://proxy", NO_PROXY: "*" };
    expect(proxyFor(new URL(service), { ...environment, no_proxy: "a.example" })?.host).toBe("proxy:80");
    expect(proxyFor(new URL(service), { ...environment, no_proxy: "" })).toBeNull();
  });
});
