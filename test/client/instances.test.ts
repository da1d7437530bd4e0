import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createDcsClient, InvalidRequestError, NotFoundError, token } from "../../src/index.js";
import { queryOf, record } from "../support/recording-server.js";
import type { Reply } from "../support/signing/received.js";

const instance_id = "0b8a4f6e-3a52-4d0d-8f0e-2c9d7b6a5e41";
const example = (id: string) => parse(readFileSync(`spec/dcs/examples/${id}.yaml`, "utf8")).value;
const [listed] = example("dcs-otc-list-instances").instances;
const [restored] = example("beyond-restores").restore_record_response;

/** A client of a server that gives this reply to every request, or that pages through this many items. */
async function against(
  reply: Reply | { readonly count: number; readonly items: string; readonly id: string },
) {
  const server = await record(({ target }) => {
    if ("status" in reply) return reply;
    const query = new URL(target, "http://127.0.0.1").searchParams;
    const skip = Number(query.get("offset"));
    const size = Number(query.get("limit") ?? 10);
    const of = reply.items === "instances" ? listed : restored;
    const numbers = Array.from({ length: reply.count }, (_, at) => at).slice(skip, skip + size);
    const total = reply.items === "instances" ? "instance_num" : "total_num";
    const items = numbers.map((at) => ({ ...of, [reply.id]: `id-${at}` }));
    return { status: 200, body: { [reply.items]: items, [total]: reply.count } };
  });
  const auth = token("not-a-real-token");
  const dcs = createDcsClient({ baseUrl: server.url, projectId: "p", auth, validate: "throw" });
  return { dcs, server };
}

describe("listInstances", () => {
  const pages = { count: 23, items: "instances", id: "instance_id" };

  test("pages by offset from 0, ten at a time unless it is told otherwise", async () => {
    const { dcs, server } = await against(pages);
    const found = await dcs.listInstances().toArray({ max: 100 });
    expect(found.map((item) => item.instance_id)).toEqual(Array.from({ length: 23 }, (_, at) => `id-${at}`));
    expect(server.requests.map(({ target }) => target)).toEqual([
      "/v2/p/instances?offset=0",
      "/v2/p/instances?offset=10",
      "/v2/p/instances?offset=20",
    ]);
  });

  test("sends its filters with every page, the tags as one value", async () => {
    const { dcs, server } = await against(pages);
    const filters = { tags: ["team=billing", "stage=live"], status: "RUNNING", limit: 20 } as const;
    for await (const _ of dcs.listInstances(filters));
    const sent = [
      ["status", "RUNNING"],
      ["tags", "team=billing,stage=live"],
      ["limit", "20"],
    ];
    expect(server.requests.map((request) => queryOf(request).sort())).toEqual(
      ["0", "20"].map((offset) => [...sent, ["offset", offset]].sort()),
    );
  });

  test("gives a page with its total, and no unified records", async () => {
    const { dcs } = await against(pages);
    const listing = dcs.listInstances({ offset: 20 });
    expect(await listing).toMatchObject({ total: 23, cursor: null, items: { length: 3 } });
    expect("records" in listing).toBe(false);
  });

  test.each([0, 1001])("refuses a page of %i", async (limit) => {
    const { dcs, server } = await against(pages);
    await expect(dcs.listInstances({ limit })).rejects.toThrow(InvalidRequestError);
    expect(server.requests).toEqual([]);
  });

  test("reads the placeholders of the documented example as they are", async () => {
    const { dcs } = await against({ status: 200, body: example("dcs-hwc-list-instances") });
    const [found] = (await dcs.listInstances()).items;
    expect([found?.publicip_id, found?.az_codes]).toEqual([{}, [{ az_code: "cn-north-4a" }]]);
  });
});

describe("showInstance", () => {
  test.each(["beyond-instance-policy", "beyond-instance-inner-policy"])(
    "is the promise of the body: %s",
    async (id) => {
      const { dcs, server } = await against({ status: 200, body: example(id) });
      const { instance_backup_policy: found } = await dcs.showInstance({ instance_id });
      const policy = found !== null && "backup_type" in found ? found : found?.policy;
      expect(policy?.periodical_backup_plan).toMatchObject({ backup_at: [1, 3, 5], begin_at: "02:00-03:00" });
      expect(server.requests.map(({ target }) => target)).toEqual([`/v2/p/instances/${instance_id}`]);
    },
  );

  test("is a NotFoundError for an instance that does not exist", async () => {
    const { dcs } = await against({ status: 404, body: example("beyond-v2-instance-not-found") });
    const call = dcs.showInstance({ instance_id });
    await expect(call).rejects.toThrow(NotFoundError);
    await expect(call).rejects.toMatchObject({ code: "DCS.3022", operation: "ShowInstance" });
  });

  test("refuses an id that would list the instances instead", async () => {
    const { dcs, server } = await against({ status: 200, body: {} });
    await expect(dcs.showInstance({ instance_id: "" })).rejects.toThrow(InvalidRequestError);
    expect(server.requests).toEqual([]);
  });
});

describe("listRestoreRecords", () => {
  const pages = { count: 12, items: "restore_record_response", id: "restore_id" };

  test("pages by offset from 0, within the period", async () => {
    const { dcs, server } = await against(pages);
    const begin_time = new Date("2026-11-01T00:00:00Z");
    expect(await dcs.listRestoreRecords({ instance_id, begin_time }).toArray({ max: 100 })).toHaveLength(12);
    const path = `/v2/p/instances/${instance_id}/restores`;
    expect(server.requests.map(({ target }) => target)).toEqual([
      `${path}?begin_time=20261101000000&offset=0`,
      `${path}?begin_time=20261101000000&offset=10`,
    ]);
  });

  test("reads 204 as no restoration", async () => {
    const { dcs } = await against({ status: 204 });
    expect(await dcs.listRestoreRecords({ instance_id })).toMatchObject({ items: [], body: null });
    expect(await dcs.listRestoreRecords({ instance_id }).toArray({ max: 5 })).toEqual([]);
  });
});
