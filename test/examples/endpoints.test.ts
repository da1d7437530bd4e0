import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../../src/mock/index.js";
import { type Served, serveExample } from "./example.js";

describe.each(["express.ts", "hono.ts"])("%s", (name) => {
  let mock: Mock<"dcs">;
  let served: Served;

  beforeAll(async () => {
    mock = await startMock({ services: ["dcs"], auth: "verify" });
    served = await serveExample(name, ["eu-de"], mock.env);
  });

  afterAll(async () => {
    await served?.stop();
    await mock?.stop();
  });

  async function get(id: string): Promise<[status: number, body: unknown]> {
    const response = await fetch(`${served.url}/instances/${id}/latest-backup`);
    return [response.status, await response.json()];
  }

  test("responds with the latest good backup", async () => {
    const backup = {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: expect.stringMatching(/^backup_\d{14}$/),
      finishedAt: expect.stringMatching(/^20\d\d-.*Z$/),
    };
    expect(await get("an-instance")).toEqual([200, backup]);
  });

  test.each([
    ["an instance without a good backup", "never-1", 404, "no good backup"],
    ["an instance that does not exist", "missing-1", 404, "no such instance"],
    ["an id that cannot be one", "a%0Ab", 400, expect.stringContaining("instance_id")],
    [
      "a call that the cloud refuses: its 403 is not the visitor's",
      "forbidden-1",
      502,
      expect.not.stringMatching(/dcs/i),
    ],
  ])("responds to %s", async (_, id, status, error) => {
    expect(await get(id)).toEqual([status, { error }]);
  });
});
