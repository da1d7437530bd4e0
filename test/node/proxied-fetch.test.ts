import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { ConfigurationError } from "../../src/core/errors.js";
import { proxiedFetch } from "../../src/node/proxied-fetch.js";

afterEach(() => {
  vi.doUnmock("undici");
});

test.each([
  [{}, "https://service.example"],
  [{ HTTPS_PROXY: "" }, "https://service.example"],
  [{ HTTPS_PROXY: "http://127.0.0.1:1" }, "http://service.example"],
  [
    { HTTPS_PROXY: "http://127.0.0.1:1", NO_PROXY: "other.example, service.example" },
    "https://service.example",
  ],
  [{ HTTPS_PROXY: "http://127.0.0.1:1", no_proxy: "*" }, undefined],
  [{ http_proxy: "http://127.0.0.1:1" }, "http://127.0.0.1:2"],
])("with %o, %s is asked directly", async (env, baseUrl) => {
  expect(await proxiedFetch(env, baseUrl)).toBeUndefined();
});

test.each(["proxy:3128", "proxy", "socks5://127.0.0.1:1"])(
  "%s is refused before anything is sent",
  async (proxy) => {
    const asked = proxiedFetch({ HTTPS_PROXY: proxy }, undefined);
    await expect(asked).rejects.toThrow(
      new ConfigurationError("HTTPS_PROXY is no http URL: write http://host:port"),
    );
  },
);

test("where undici is missing, what to install is said", async () => {
  vi.doMock("undici", () => {
    throw new Error("undici is not installed");
  });
  const asked = proxiedFetch({ https_proxy: "http://127.0.0.1:1" }, "https://service.example");
  await expect(asked).rejects.toThrow(/^https_proxy is set, .*npm install undici@7/);
});

test("the proxy is asked for the service, and told of without its credentials", async () => {
  const targets: string[] = [];
  const proxy = createServer().on("connect", ({ url = "" }, socket) => {
    targets.push(url);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  const { port } = proxy.address() as AddressInfo;
  const said: string[] = [];
  const env = { HTTPS_PROXY: `http://someone:fake-secret@127.0.0.1:${port}` };
  const fetch = await proxiedFetch(env, undefined, (line) => said.push(line));
  await expect(fetch?.("https://service.example/a")).rejects.toThrow();
  expect(targets).toEqual(["service.example:443"]);
  expect(said).toEqual([`proxy: 127.0.0.1:${port} from HTTPS_PROXY`]);
  await new Promise((resolve) => proxy.close(resolve));
});
