import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ConfigurationError } from "../../src/core/errors.js";
import { createDcsClient, createStarRocksClient } from "../../src/index.js";
import { startMock } from "../../src/mock/index.js";
import { findCredentials, fromEnvironment } from "../../src/node/find-credentials.js";

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

test("fromEnvironment finds the endpoint, too, and what a local one needs", async () => {
  const mock = await startMock({ services: ["dcs", "starrocks"] });
  try {
    const env = { BACKUP_RECORDS_DCS_URL: mock.urls.dcs, BACKUP_RECORDS_STARROCKS_URL: mock.urls.starrocks };
    const found = fromEnvironment({ service: "dcs", env });
    expect(found).toMatchObject({ baseUrl: mock.urls.dcs, projectId: "local", auth: { scheme: "token" } });
    const { auth, baseUrl = "", projectId = "" } = found;
    const page = await createDcsClient({ auth, baseUrl, projectId }).listBackupRecords({ instance_id: "i" });
    expect(page.items).not.toEqual([]);
    const starrocks = fromEnvironment({ service: "starrocks", env });
    expect(starrocks).not.toHaveProperty("projectId");
    const client = createStarRocksClient({ auth: starrocks.auth, baseUrl: starrocks.baseUrl ?? "" });
    expect((await client.describeBackups({ InstanceId: "c-1" })).items).not.toEqual([]);
  } finally {
    await mock.stop();
  }
});

test("fromEnvironment takes no placeholder from another machine, and its own project before the local one", () => {
  const remote = { BACKUP_RECORDS_DCS_URL: "https://gateway.test/dcs/" };
  expect(() => fromEnvironment({ service: "dcs", env: remote })).toThrow("No credentials for dcs");
  const named = fromEnvironment({ service: "dcs", env: { ...remote, OS_TOKEN: "fake", OS_PROJECT_ID: "p" } });
  expect(named).toMatchObject({ baseUrl: "https://gateway.test/dcs", projectId: "p" });
  const here = { BACKUP_RECORDS_DCS_URL: local, OS_TOKEN: "fake" };
  expect(fromEnvironment({ service: "dcs", env: { ...here, OS_PROJECT_ID: "p" } }).projectId).toBe("p");
  const byName = fromEnvironment({ service: "dcs", env: { ...here, OS_PROJECT_NAME: "eu-de_team" } });
  expect(byName.projectId).toBeUndefined();
  expect(fromEnvironment({ service: "dcs", env: here }).projectId).toBe("local");
});

test("fromEnvironment names the variable of an endpoint that cannot be used", () => {
  const env = { BACKUP_RECORDS_VBS_URL: "http://elsewhere.test", OS_TOKEN: "fake" };
  expect(() => fromEnvironment({ service: "vbs", env })).toThrow(
    new ConfigurationError(
      "BACKUP_RECORDS_VBS_URL: baseUrl http://elsewhere.test is not https; unencrypted credentials are only sent to loopback",
    ),
  );
});

test("fromEnvironment reads a clouds.yaml in the home, as the command line does", () => {
  const found = fromEnvironment({ service: "dcs", env: { HOME: home } });
  expect(found).toMatchObject({ auth: { scheme: "token" }, region: "eu-de", projectId: "p-1" });
  const paths = [join(home, ".config/openstack/clouds.yaml")];
  expect(fromEnvironment({ service: "dcs", env: {}, paths }).projectId).toBe("p-1");
});
