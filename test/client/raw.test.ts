import { getEventListeners } from "node:events";
import type { Middleware } from "openapi-fetch";
import { describe, expect, test } from "vitest";
import {
  type Auth,
  createDcsClient,
  createStarRocksClient,
  InvalidRequestError,
  token,
} from "../../src/index.js";
import { dcsListing } from "../support/dcs-records.js";
import { record } from "../support/recording-server.js";

const path = "/v1.0/{project_id}/instances/{instance_id}/backups";
// As one that nothing is known of: a mock takes any.
const auth: Auth = token("not-a-real-token");
const server = await record((request) =>
  request.target.includes("missing")
    ? { status: 404, body: { error: { code: "DCS.3022", message: "no such instance" } } }
    : request.target.includes("throttled")
      ? { status: 503, headers: { "retry-after": "0" } }
      : request.target.includes("empty")
        ? { status: 204 }
        : dcsListing(3)(request),
);
const dcs = createDcsClient({
  baseUrl: `${server.url}/prefix`,
  projectId: "p",
  auth,
  headers: { "x-of-the-client": "yes" },
});
const ask = (instance_id: string) =>
  dcs.raw.GET(path, { params: { path: { project_id: "p", instance_id }, query: { limit: 2 } } });

describe("raw", () => {
  test("is openapi-fetch over the client's authentication", async () => {
    const { data, error, response } = await ask("i");
    expect(error).toBeUndefined();
    expect(data?.backup_record_response).toHaveLength(2);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(server.requests.at(-1)?.target).toBe("/prefix/v1.0/p/instances/i/backups?limit=2");
    const headers = server.requests.at(-1)?.rawHeaders.join("\n");
    expect(headers).toContain("not-a-real-token");
    expect(headers).toContain("x-of-the-client\nyes");
  });

  test("returns errors instead of throwing them", async () => {
    const { data, error, response } = await ask("missing");
    expect([data, response.status]).toEqual([undefined, 404]);
    expect(error).toEqual({ error: { code: "DCS.3022", message: "no such instance" } });
  });

  test("makes the same attempts as a typed method", async () => {
    const before = server.requests.length;
    const { response } = await ask("throttled");
    expect([response.status, server.requests.length - before]).toEqual([503, 3]);
  });

  test("passes on a response without a body", async () => {
    const { data, response } = await ask("empty");
    expect([data, response.status]).toEqual([undefined, 204]);
  });

  test.each(["", "..", "a\nb"])("checks ids before a request exists: %j", async (id) => {
    const before = server.requests.length;
    await expect(ask(id)).rejects.toThrow(InvalidRequestError);
    expect(server.requests).toHaveLength(before);
  });

  test("takes its credentials to no other origin", async () => {
    const elsewhere = await record(() => ({ status: 200, body: {} }));
    const call = dcs.raw.GET(path, {
      baseUrl: elsewhere.url,
      params: { path: { project_id: "p", instance_id: "i" } },
    });
    await expect(call).rejects.toThrow(`raw: ${elsewhere.url} is not the client's ${server.url}`);
    expect(elsewhere.requests).toEqual([]);
  });

  test("ends with its caller's own reason, and leaves no listener on a shared signal", async () => {
    const controller = new AbortController();
    const params = { path: { project_id: "p", instance_id: "i" } };
    for (let call = 0; call < 20; call += 1) await dcs.raw.GET(path, { params, signal: controller.signal });
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(dcs.raw.GET(path, { params, signal: controller.signal })).rejects.toBe(reason);
  });

  test("sends what the contract does not know too", async () => {
    const { response } = await dcs.raw.GET("/v9/unknown" as typeof path, {
      params: { path: { project_id: "p", instance_id: "i" } },
    });
    expect(response.status).toBe(200);
    expect(server.requests.at(-1)?.target).toBe("/prefix/v9/unknown");
  });

  test("takes middleware before its first call and after it, and removes it", async () => {
    const client = createDcsClient({ baseUrl: server.url, projectId: "p", auth });
    const mark = (value: string): Middleware => ({
      onRequest({ request }) {
        request.headers.append("x-mark", value);
        return request;
      },
    });
    const [early, ejected, late] = ["early", "ejected", "late"].map(mark) as [
      Middleware,
      Middleware,
      Middleware,
    ];
    const marks = async () => {
      await client.raw.GET(path, { params: { path: { project_id: "p", instance_id: "i" } } });
      const headers = server.requests.at(-1)?.rawHeaders ?? [];
      return headers[headers.findIndex((name) => name.toLowerCase() === "x-mark") + 1];
    };
    client.raw.use(early, ejected);
    client.raw.eject(ejected);
    expect(await marks()).toBe("early");
    client.raw.use(late);
    expect(await marks()).toBe("early, late");
    client.raw.eject(early);
    expect(await marks()).toBe("late");
  });

  test("sends a body if openapi-fetch is given one", async () => {
    await createStarRocksClient({ baseUrl: server.url, auth }).raw.POST("/webapi/backup/manage/describe", {
      body: { a: 1 } as never,
    });
    expect(server.requests.at(-1)?.body.toString()).toBe('{"a":1}');
  });
});
