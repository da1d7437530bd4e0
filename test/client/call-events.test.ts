import { expect, test } from "vitest";
import { createDcsClient, token } from "../../src/index.js";
import { type Mock, startMock } from "../../src/mock/index.js";

test("a call's own listener hears of its attempts alone, whatever the client's does", async () => {
  const mock: Mock<"dcs"> = await startMock({ services: ["dcs"], mode: "simulate", faults: ["503@1"] });
  try {
    const client: string[] = [];
    const call: string[] = [];
    const dcs = createDcsClient({
      baseUrl: mock.urls.dcs,
      projectId: "p",
      auth: token("not-a-real-token"),
      retry: { baseDelayMs: 0 },
      onEvent: ({ type }) => {
        client.push(type);
        throw new Error("the listener's own trouble");
      },
    });
    await dcs.listBackupRecords({ instance_id: "i" }, { onEvent: ({ type }) => call.push(type) });
    await dcs.listBackupRecords({ instance_id: "j" });
    expect(call).toEqual(["attempt", "wait", "attempt"]);
    expect(client).toEqual(["attempt", "wait", "attempt", "page", "attempt", "page"]);
  } finally {
    await mock.stop();
  }
});
