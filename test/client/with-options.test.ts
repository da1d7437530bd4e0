import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Auth, type ClientEvent, ConfigurationError, createDcsClient, token } from "../../src/index.js";
import { dcsListing } from "../support/dcs-records.js";
import { record } from "../support/recording-server.js";
import type { ReceivedRequest } from "../support/signing/received.js";

/** The headers of a received request. */
function headersOf(request: ReceivedRequest | undefined): Record<string, string> {
  const { rawHeaders = [] } = request ?? {};
  return Object.fromEntries(
    rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1] ?? ""]] : [])),
  );
}

const auth: Auth = token("not-a-real-token");
const found = dcsListing(3);

/** A client of a server that fails as often as it is told. */
async function failing(failures: number, options: { readonly headers?: Record<string, string> } = {}) {
  let left = failures;
  const server = await record((request) => {
    if (left === 0) return found(request);
    left -= 1;
    return { status: 503, body: {} };
  });
  const retry = { attempts: 3, baseDelayMs: 0 };
  const client = createDcsClient({
    baseUrl: server.url,
    projectId: "p",
    auth,
    retry,
    timeout: 9_000,
    ...options,
  });
  return { client, requests: server.requests };
}

describe("a client with other options", () => {
  test("changes headers and attempts one by one, and leaves the client that it is made of as it was", async () => {
    const { client, requests } = await failing(3, { headers: { "x-one": "1", "x-two": "2" } });
    const other = client.withOptions({ headers: { "X-Two": "other" }, retry: { attempts: 1 } });
    await expect(other.listBackupRecords({ instance_id: "i" })).rejects.toThrow("503");
    expect(requests).toHaveLength(1);
    expect(headersOf(requests[0])).toMatchObject({ "x-one": "1", "x-two": "other" });
    // The first wait is still none: only the attempts were changed.
    expect((await client.listBackupRecords({ instance_id: "i" })).items).toHaveLength(3);
    expect(requests).toHaveLength(4);
    expect(headersOf(requests[3])).toMatchObject({ "x-one": "1", "x-two": "2" });
  });

  test("keeps what is undefined, and goes on from the changes before", async () => {
    const { client, requests } = await failing(2);
    const events: ClientEvent[] = [];
    const other = client
      .withOptions({ onEvent: (event) => events.push(event), headers: { "x-one": "1" } })
      .withOptions({
        onEvent: undefined,
        retry: { attempts: 2, maxDelayMs: undefined },
        headers: { "x-two": "2" },
      });
    await expect(other.listBackupRecords({ instance_id: "i" })).rejects.toThrow("503");
    expect(requests.map(headersOf).map((headers) => [headers["x-one"], headers["x-two"]])).toEqual([
      ["1", "2"],
      ["1", "2"],
    ]);
    expect(events.map(({ type }) => type)).toEqual(["start", "attempt", "wait", "attempt", "end"]);
  });

  test("shares connections and the retry budget", async () => {
    let [connections, requests] = [0, 0];
    const server = createServer((_, response) => {
      requests += 1;
      response.writeHead(503).end();
    });
    server.on("connection", () => {
      connections += 1;
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    onTestFinished(() => void server.close().closeAllConnections());
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createDcsClient({ baseUrl, projectId: "p", auth, retry: { baseDelayMs: 0 } });
    const call = (of: typeof client) => of.showInstance({ instance_id: "i" }).catch(() => {});
    // Its retries empty the budget of both.
    await call(client.withOptions({ retry: { attempts: 1000 } }));
    expect(requests).toBe(51);
    await call(client);
    expect(requests).toBe(52);
    expect(connections).toBe(1);
  });

  test("compares responses in its own way", async () => {
    const server = await record(() => ({
      status: 200,
      body: { total_num: 0, backup_record_response: [], more: 1 },
    }));
    const client = createDcsClient({ baseUrl: server.url, projectId: "p", auth });
    await client.listBackupRecords({ instance_id: "i" });
    const strict = client.withOptions({ validate: "throw" });
    await expect(strict.listBackupRecords({ instance_id: "i" })).rejects.toMatchObject({
      name: "ContractError",
    });
  });

  test("has a raw client of its own", async () => {
    const { client, requests } = await failing(0);
    const path = { project_id: "p", instance_id: "i" };
    await client
      .withOptions({ headers: { "x-one": "raw" } })
      .raw.GET("/v2/{project_id}/instances/{instance_id}/backups", { params: { path } });
    expect(headersOf(requests[0])["x-one"]).toBe("raw");
  });

  test.each<[object, string]>([
    [{ timeout: -1 }, "timeout must be a number of at least 0, not -1"],
    [{ retry: { attempts: 0 } }, "retry.attempts must be an integer of at least 1, not 0"],
    [{ retry: { tries: 2 } }, "there is no retry option tries"],
    [{ retry: null }, "retry must be an object, not null"],
    [{ headers: { host: "other.test" } }, 'header "host" belongs to the connection'],
    [{ validate: "always" }, "validate must be report, throw or off, not always"],
    [{ auth }, "there is no withOptions option auth; there are timeout, totalTimeout, retry"],
    [{ region: "eu-nl" }, "there is no withOptions option region"],
    [{ fetch }, "there is no withOptions option fetch"],
    [{ maxRetries: 1 }, "there is no withOptions option maxRetries; did you mean retry.attempts?"],
  ])("is not made with %j", async (changes, message) => {
    const { client } = await failing(0);
    expect(() => client.withOptions(changes)).toThrow(ConfigurationError);
    expect(() => client.withOptions(changes)).toThrow(message);
  });
});
