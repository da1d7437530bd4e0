import { describe, expect, test } from "vitest";
import { cbr } from "../../src/cbr/service.js";
import { dcs } from "../../src/dcs/service.js";
import { chooseCloud } from "../../src/node/choose-cloud.js";
import { starrocks } from "../../src/starrocks/service.js";
import { vbs } from "../../src/vbs/service.js";

const huawei = { HUAWEICLOUD_SDK_AK: "fake", HUAWEICLOUD_SDK_SK: "fake" };
const otc = { OS_TOKEN: "fake" };
const both = { ...huawei, ...otc };
const nowhere = { service: dcs, cloud: undefined, region: undefined, baseUrl: undefined, env: both };
const otcHost = "https://dcs.eu-de.otc.t-systems.com";
const huaweiHost = "https://DCS.cn-north-4.myhuaweicloud.com.:443/gateway";

describe("of two sets of credentials, those are used", () => {
  test.each([
    ["of the cloud that is named", { cloud: "otc" }, { cloud: "otc" }],
    [
      "of the cloud that is named, whatever the region",
      { cloud: "otc", region: "cn-north-4" },
      { cloud: "otc" },
    ],
    [
      "of the cloud that alone has the region",
      { region: "eu-de" },
      {
        cloud: "otc",
        note: /^credentials of both clouds are set: those of otc are used, which has the region eu-de$/,
      },
    ],
    [
      "of the other one, for its region",
      { region: "cn-north-4" },
      { cloud: "huaweicloud", note: /cn-north-4$/ },
    ],
    ["of CBR, too", { service: cbr, region: "eu-de" }, { cloud: "otc", note: /eu-de$/ }],
    [
      "of the cloud of OS_REGION_NAME, if no other is named",
      { env: { ...both, OS_REGION_NAME: "eu-de" } },
      { cloud: "otc", note: /eu-de$/ },
    ],
    [
      "of the cloud whose address it is",
      { baseUrl: otcHost },
      { cloud: "otc", note: /whose address it is$/ },
    ],
    [
      "of the other one, whose address it is",
      { baseUrl: huaweiHost },
      { cloud: "huaweicloud", note: /whose address/ },
    ],
    [
      "of the address, not of the region",
      { baseUrl: huaweiHost, region: "eu-de" },
      { cloud: "huaweicloud", note: /whose address/ },
    ],
    ["of any, on this machine", { baseUrl: "http://127.0.0.1:4010" }, {}],
    ["of any, of a service of one cloud", { service: vbs }, {}],
    ["of any, of a service of a third cloud", { service: starrocks }, {}],
  ] as const)("%s", (_, place, { cloud, note }: { cloud?: string; note?: RegExp }) => {
    const choice = chooseCloud({ ...nowhere, ...place });
    expect(choice.cloud).toBe(cloud);
    if (note === undefined) expect(choice.note).toBeUndefined();
    else expect(choice.note).toMatch(note);
  });

  test.each([
    ["nothing", {}],
    ["a region that both or none have", { region: "new-1" }],
    ["an address that nobody knows", { baseUrl: "https://gateway.example.com" }],
    ["an address that only ends alike", { baseUrl: "https://dcs.eu-de.notmyhuaweicloud.com" }],
  ])("by %s, none is, and a choice is asked for", (_, place) => {
    expect(() => chooseCloud({ ...nowhere, ...place })).toThrow(
      /^credentials of huaweicloud and otc are set, and nothing says which of them dcs gets: give --cloud/,
    );
  });
});

test.each([
  ["otc", huaweiHost, "huaweicloud"],
  ["huaweicloud", otcHost, "otc"],
] as const)("credentials of %s never go to %s", (cloud, baseUrl, owner) => {
  expect(() => chooseCloud({ ...nowhere, cloud, baseUrl })).toThrow(
    `the address is one of ${owner}, and gets no credentials of ${cloud}`,
  );
  const env = cloud === "otc" ? otc : huawei;
  expect(chooseCloud({ ...nowhere, env, baseUrl })).toEqual({ cloud: owner });
});

test("variables of OpenStack that are for Huawei Cloud are no second set", () => {
  const env = { ...both, OS_AUTH_URL: "https://iam.cn-north-4.myhuaweicloud.com/v3" };
  expect(chooseCloud({ ...nowhere, env, region: "new-1" })).toEqual({ cloud: undefined });
});

test("with one set, nothing is noted, and nothing is refused", () => {
  expect(chooseCloud({ ...nowhere, env: huawei })).toEqual({ cloud: undefined });
  expect(chooseCloud({ ...nowhere, env: otc, baseUrl: "https://gateway.example.com" })).toEqual({
    cloud: undefined,
  });
  expect(chooseCloud({ ...nowhere, env: otc, region: "cn-north-4" })).toEqual({ cloud: "huaweicloud" });
});
