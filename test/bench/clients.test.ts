import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bareHttp, globalFetch } from "../../bench/clients/bare.js";
import type { Place } from "../../bench/clients/client.js";
import { rawSocket } from "../../bench/clients/raw-socket.js";
import { type Mock, startMock } from "../../src/mock/index.js";

const placeAt = (baseUrl: string, instanceId: string): Place => ({
  baseUrl,
  projectId: "fake-project-id",
  instanceId,
  accessKeyId: "FAKE-ACCESS-KEY-ID",
  secret: "fake-secret-access-key",
});

describe("a client without a library", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ mode: "simulate", records: 10, auth: "verify" });
  });
  afterAll(() => mock.stop());

  describe.each([rawSocket, bareHttp, globalFetch])("%o", (create) => {
    test.each(["dcs", "starrocks"] as const)("signs what %s accepts, and reads the page", async (service) => {
      const place = placeAt(mock.urls[service], mock.resources[service]);
      const client = create(service, place);
      expect(await client.call()).toBe(10);
      // On the same connection.
      expect(await client.call()).toBe(10);
      await expect(create(service, { ...place, secret: "another-fake-secret" }).call()).rejects.toThrow(
        /40[013]/,
      );
    });
  });
});

describe("the client on a raw socket", () => {
  const body = JSON.stringify({ backup_record_response: [{ remark: "ä" }, {}] });
  const response = Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  let server: Server | undefined;
  afterAll(() => server?.close());

  test("reads a response that comes byte by byte", async () => {
    server = createServer({ noDelay: true }, (socket) => {
      socket.once("data", async () => {
        for (const byte of response) {
          socket.write(Buffer.of(byte));
          await new Promise(setImmediate);
        }
      });
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const client = rawSocket("dcs", placeAt(`http://127.0.0.1:${port}`, "i"));
    expect(await client.call()).toBe(2);
  });

  test("rejects a call if the server closes the connection", async () => {
    const closing = createServer((socket) => socket.end());
    await once(closing.listen(0, "127.0.0.1"), "listening");
    const address = closing.address();
    const port = typeof address === "object" ? address?.port : undefined;
    await expect(rawSocket("dcs", placeAt(`http://127.0.0.1:${port}`, "i")).call()).rejects.toThrow("closed");
    closing.close();
  });
});
