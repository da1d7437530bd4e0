import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ConfigurationError } from "../../src/core/errors.js";
import { findCredentials } from "../../src/node/find-credentials.js";

const local = "http://127.0.0.1:4010";
let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "backup-records-home-"));
  mkdirSync(join(home, ".config/openstack"), { recursive: true });
  const cloud = "{ auth_type: token, region_name: eu-de, auth: { token: fake-token, project_id: p-1 } }";
  writeFileSync(join(home, ".config/openstack/clouds.yaml"), `clouds: { openstack: ${cloud} }\n`);
});

afterAll(() => {
  rmSync(home, { recursive: true });
});

test.each([
  ["dcs", "token"],
  ["vbs", "token"],
  ["starrocks", "alibaba-access-key"],
] as const)("a local %s takes a placeholder, and a credential that is set", (service, scheme) => {
  const search = { service, cloud: undefined, baseUrl: local };
  const found = findCredentials({ ...search, env: { HOME: home } });
  expect(found).toMatchObject({ auth: { scheme }, source: expect.stringContaining("placeholder") });
  const env = { OS_TOKEN: "fake", ALIBABA_CLOUD_ACCESS_KEY_ID: "a", ALIBABA_CLOUD_ACCESS_KEY_SECRET: "b" };
  expect(findCredentials({ ...search, env }).source).not.toContain("placeholder");
});

test("a clouds.yaml in the home is read where no variable is set, unless that is not wanted", () => {
  const search = { service: "vbs", cloud: "otc", baseUrl: undefined, env: { HOME: home } } as const;
  expect(findCredentials(search)).toMatchObject({
    auth: { scheme: "token" },
    region: "eu-de",
    projectId: "p-1",
  });
  expect(() => findCredentials({ ...search, cloudsYaml: false })).toThrow(ConfigurationError);
});

test("a clouds.yaml that is named and not there is not looked for elsewhere", () => {
  const env = { HOME: home, OS_CLIENT_CONFIG_FILE: join(home, "nowhere.yaml") };
  const search = { service: "dcs", cloud: undefined, baseUrl: undefined, env } as const;
  expect(() => findCredentials(search)).toThrow(/^No credentials for dcs in the environment/);
});

test("StarRocks has nothing to do with a clouds.yaml", () => {
  const search = {
    service: "starrocks",
    cloud: "alibabacloud",
    baseUrl: undefined,
    env: { HOME: home },
  } as const;
  expect(() => findCredentials(search)).toThrow(/ALIBABA_CLOUD_ACCESS_KEY_ID/);
});
