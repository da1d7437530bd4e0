import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Auth } from "../../src/core/auth.js";
import { ConfigurationError } from "../../src/core/errors.js";
import { type EnvironmentOptions, fromEnvironment } from "../../src/node/index.js";
import { authContext, outgoing } from "../support/auth-context.js";

const huawei = { HUAWEICLOUD_SDK_AK: "FAKEHWAK", HUAWEICLOUD_SDK_SK: "fake-hw-secret" };
const alibaba = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: "FAKEALI",
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: "fake-ali-secret",
};
const osKey = { OS_ACCESS_KEY: "FAKEOSAK", OS_SECRET_KEY: "fake-os-secret" };
const osPassword = {
  OS_USERNAME: "fake-user",
  OS_PASSWORD: "fake-password",
  OS_USER_DOMAIN_NAME: "fake-domain",
  OS_AUTH_URL: "https://iam.eu-de.otc.t-systems.com:443/v3",
};
const all = { ...huawei, ...alibaba, ...osKey, ...osPassword, OS_TOKEN: "fake-os-token" };

/** What an authentication would send, and where it would log in. */
async function sentBy(auth: Auth) {
  const logins: { url: string; body: unknown }[] = [];
  const headers = await auth.authorize(
    outgoing("https://service.test/"),
    authContext({
      cloud: "otc",
      region: "eu-de",
      projectId: "the-client's",
      signing: { service: "dcs", action: "a", version: "v" },
      fetch: async (input, init) => {
        logins.push({ url: String(input), body: JSON.parse(String(init?.body)) });
        return new Response("{}", { status: 201, headers: { "x-subject-token": "fake-issued" } });
      },
    }),
  );
  return { headers, logins };
}

describe("StarRocks", () => {
  it("takes Alibaba Cloud's variables, whatever else is set", async () => {
    const found = fromEnvironment({
      service: "starrocks",
      env: { ...all, ALIBABA_CLOUD_SECURITY_TOKEN: "fake-sts" },
    });
    expect(found).toMatchObject({ auth: { scheme: "alibaba-access-key" } });
    expect((await sentBy(found.auth)).headers).toMatchObject({
      "x-acs-security-token": "fake-sts",
      authorization: expect.stringContaining("Credential=FAKEALI,"),
    });
    expect(found.source).toMatch(
      /^environment: ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN \(set but ignored: HUAWEICLOUD_SDK_AK, .*OS_AUTH_URL\)$/,
    );
  });

  it("says what to set", () => {
    expect(() => fromEnvironment({ service: "starrocks", env: { ...huawei } })).toThrow(
      "No credentials for starrocks in the environment: set ALIBABA_CLOUD_ACCESS_KEY_ID and " +
        "ALIBABA_CLOUD_ACCESS_KEY_SECRET (set but ignored: HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK)",
    );
  });
});

describe("DCS and VBS: what goes before what", () => {
  const withTokens = { ...osKey, ...osPassword, OS_TOKEN: "fake-os-token" };
  it.each<[string, Partial<EnvironmentOptions>, string, string | undefined]>([
    ["Huawei Cloud's key before everything", { env: all }, "huawei-access-key", "huaweicloud"],
    ["not where OTC is asked for", { env: all, cloud: "otc" }, "token", "otc"],
    ["not for VBS, which is OTC's", { env: all, service: "vbs" }, "token", "otc"],
    ["a token before a key", { env: withTokens }, "token", "otc"],
    ["a key before a password", { env: { ...osKey, ...osPassword } }, "otc-access-key", "otc"],
    ["a password last", { env: osPassword }, "iam-password", "otc"],
    [
      "an empty variable is none",
      { env: { ...withTokens, OS_TOKEN: "", OS_ACCESS_KEY: "", OS_SECRET_KEY: "" } },
      "iam-password",
      "otc",
    ],
    [
      "OS_* are Huawei Cloud's where OS_AUTH_URL says so",
      { env: { ...osKey, OS_AUTH_URL: "https://iam.cn-north-4.myhuaweicloud.com/v3" } },
      "huawei-access-key",
      "huaweicloud",
    ],
  ])("%s", (_, options, scheme, cloud) => {
    expect(fromEnvironment({ service: "dcs", ...options })).toMatchObject({ auth: { scheme }, cloud });
  });

  it.each<[string, Partial<EnvironmentOptions>]>([
    ["OTC's are no answer for Huawei Cloud", { env: osPassword, cloud: "huaweicloud" }],
    ["Huawei Cloud's are no answer for OTC", { env: huawei, cloud: "otc" }],
    ["nor for VBS", { env: huawei, service: "vbs" }],
    [
      "OS_* of Huawei Cloud are none for OTC",
      { env: { OS_TOKEN: "t", OS_AUTH_URL: "https://iam.myhuaweicloud.com" }, service: "vbs" },
    ],
    [
      "an address that only looks like Huawei Cloud's is not",
      {
        env: { OS_TOKEN: "t", OS_AUTH_URL: "https://iam.myhuaweicloud.com.evil.test" },
        cloud: "huaweicloud",
      },
    ],
    ["nothing at all", { env: {} }],
  ])("%s", (_, options) => {
    const find = () => fromEnvironment({ service: "dcs", ...options });
    expect(find).toThrow(ConfigurationError);
    expect(find).toThrow(/^No credentials for (dcs|vbs) in the environment: set /);
  });

  it("reads process.env by default", () => {
    const before = { ...process.env };
    try {
      for (const name of Object.keys(process.env))
        if (/^(OS|HUAWEICLOUD)_/.test(name)) delete process.env[name];
      Object.assign(process.env, huawei);
      expect(fromEnvironment({ service: "dcs" }).cloud).toBe("huaweicloud");
    } finally {
      for (const name of Object.keys(huawei)) delete process.env[name];
      Object.assign(process.env, before);
    }
  });
});

describe("what comes along", () => {
  it("Huawei Cloud: project and security token", async () => {
    const env = { ...huawei, HUAWEICLOUD_SDK_PROJECT_ID: "p-1", HUAWEICLOUD_SDK_SECURITY_TOKEN: "fake-sts" };
    const found = fromEnvironment({ service: "dcs", env });
    expect(found).toMatchObject({
      projectId: "p-1",
      source:
        "environment: HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK, HUAWEICLOUD_SDK_SECURITY_TOKEN, HUAWEICLOUD_SDK_PROJECT_ID",
    });
    expect((await sentBy(found.auth)).headers).toMatchObject({
      "x-security-token": "fake-sts",
      authorization: expect.stringContaining("Access=FAKEHWAK, "),
    });
  });

  it("OTC: region and project, beside a token", async () => {
    const env = {
      OS_TOKEN: "fake-os-token",
      OS_REGION_NAME: "eu-nl",
      OS_PROJECT_ID: "p-2",
      OS_PROJECT_NAME: "n",
    };
    const found = fromEnvironment({ service: "vbs", env });
    expect(found).toMatchObject({
      region: "eu-nl",
      projectId: "p-2",
      source: "environment: OS_REGION_NAME, OS_PROJECT_ID, OS_TOKEN (set but ignored: OS_PROJECT_NAME)",
    });
    expect((await sentBy(found.auth)).headers).toEqual({ "x-auth-token": "fake-os-token" });
  });

  it.each<[string, Record<string, string>, string | undefined, string | undefined]>([
    ["the older variable of the id", { OS_TENANT_ID: "p-1" }, "p-1", undefined],
    ["the usual one first", { OS_TENANT_ID: "p-1", OS_PROJECT_ID: "p-2" }, "p-2", undefined],
    ["a name without an id", { OS_PROJECT_NAME: "n" }, undefined, "n"],
    ["the older variable of the name", { OS_TENANT_NAME: "n" }, undefined, "n"],
    ["an id before a name", { OS_TENANT_ID: "p-1", OS_PROJECT_NAME: "n" }, "p-1", undefined],
  ])("OTC: the project, %s", (_, variables, projectId, projectName) => {
    const found = fromEnvironment({ service: "dcs", env: { ...osKey, ...variables } });
    expect(found).toMatchObject({ projectId, projectName });
  });

  it("OTC: a key, with a security token", async () => {
    const found = fromEnvironment({ service: "dcs", env: { ...osKey, OS_SECURITY_TOKEN: "fake-sts" } });
    expect((await sentBy(found.auth)).headers).toMatchObject({
      "x-security-token": "fake-sts",
      authorization: expect.stringContaining("Credential=FAKEOSAK/"),
    });
  });

  it.each<[string, Record<string, string>, object, object | undefined]>([
    ["a domain by name", {}, { name: "fake-domain" }, { id: "the-client's" }],
    ["a domain by id", { OS_USER_DOMAIN_NAME: "", OS_USER_DOMAIN_ID: "d-1" }, { id: "d-1" }, undefined],
    ["the other domain", { OS_USER_DOMAIN_NAME: "", OS_DOMAIN_NAME: "other" }, { name: "other" }, undefined],
    ["the other domain by id", { OS_USER_DOMAIN_NAME: "", OS_DOMAIN_ID: "d-2" }, { id: "d-2" }, undefined],
    ["the user's domain before the other", { OS_DOMAIN_NAME: "other" }, { name: "fake-domain" }, undefined],
    ["a project by name", { OS_PROJECT_NAME: "eu-de" }, {}, { name: "eu-de" }],
    ["a project by its older name", { OS_TENANT_NAME: "eu-de" }, {}, { name: "eu-de" }],
    [
      "a project by name before the older one",
      { OS_PROJECT_NAME: "eu-de_team", OS_TENANT_NAME: "eu-de" },
      {},
      { name: "eu-de_team" },
    ],
    [
      "a project by id before its name",
      { OS_PROJECT_NAME: "eu-de", OS_PROJECT_ID: "p-3" },
      {},
      { id: "p-3" },
    ],
  ])("a password: %s", async (_, fields, domain, project) => {
    const found = fromEnvironment({ service: "dcs", env: { ...osPassword, ...fields } });
    expect((await sentBy(found.auth)).logins).toMatchObject([
      {
        url: "https://iam.eu-de.otc.t-systems.com/v3/auth/tokens",
        body: {
          auth: {
            identity: { password: { user: { name: "fake-user", password: "fake-password", domain } } },
            ...(project && { scope: { project } }),
          },
        },
      },
    ]);
  });

  it.each([
    ["https://iam.eu-nl.otc.t-systems.com/v3", "eu-nl"],
    ["https://iam.eu-de.otc.t-systems.com:443/v3", "eu-de"],
    ["https://iam.cn-north-4.myhuaweicloud.com", "cn-north-4"],
    ["https://iam.myhuaweicloud.com/v3", undefined],
    ["https://iam.eu-de.otc.t-systems.com.evil.test/v3", undefined],
    ["http://127.0.0.1:5000/v3", undefined],
  ])("the region, as far as %s tells it: %s", (url, region) => {
    expect(fromEnvironment({ service: "dcs", env: { ...osPassword, OS_AUTH_URL: url } }).region).toBe(region);
  });
});

describe("what is incomplete or malformed", () => {
  it.each<[Record<string, string>, "dcs" | "starrocks", string]>([
    [{ HUAWEICLOUD_SDK_AK: "a" }, "dcs", "HUAWEICLOUD_SDK_SK is missing"],
    [{ HUAWEICLOUD_SDK_SK: "a", ...osKey }, "dcs", "HUAWEICLOUD_SDK_AK is missing"],
    [{ OS_ACCESS_KEY: "a" }, "dcs", "OS_SECRET_KEY is missing"],
    [{ OS_SECRET_KEY: "a", ...osPassword }, "dcs", "OS_ACCESS_KEY is missing"],
    [{ OS_USERNAME: "a" }, "dcs", "OS_PASSWORD is missing"],
    [{ OS_PASSWORD: "a" }, "dcs", "OS_USERNAME is missing"],
    [{ OS_USERNAME: "a", OS_PASSWORD: "b" }, "dcs", "OS_USER_DOMAIN_NAME is missing"],
    [{ ALIBABA_CLOUD_ACCESS_KEY_ID: "a" }, "starrocks", "ALIBABA_CLOUD_ACCESS_KEY_SECRET is missing"],
    [{ ALIBABA_CLOUD_ACCESS_KEY_SECRET: "a" }, "starrocks", "ALIBABA_CLOUD_ACCESS_KEY_ID is missing"],
    [{ OS_TOKEN: "a b" }, "dcs", "The token has a blank"],
    [{ ...osPassword, OS_AUTH_URL: "http://iam.test/v3" }, "dcs", "iamUrl http://iam.test is not https"],
  ])("%j for %s: %s", (env, service, message) => {
    const find = () => fromEnvironment({ service, env });
    expect(find).toThrow(ConfigurationError);
    expect(find).toThrow(`environment: ${message}`);
  });
});

describe("OS_CLOUD", () => {
  let folder: string;
  let paths: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clouds-"));
    paths = [join(folder, "clouds.yaml")];
    writeFileSync(join(folder, "clouds.yaml"), "clouds:\n  mine:\n    auth: { token: fake-cloud-token }\n");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("goes before the other OS_*, and is said to", async () => {
    const env = { ...osKey, OS_TOKEN: "fake-os-token", OS_CLOUD: "mine" };
    const found = fromEnvironment({ service: "dcs", env, paths });
    expect((await sentBy(found.auth)).headers).toEqual({ "x-auth-token": "fake-cloud-token" });
    expect(found.source).toBe(
      `environment: OS_CLOUD (set but ignored: OS_TOKEN, OS_ACCESS_KEY, OS_SECRET_KEY); ${paths[0]}, cloud mine: auth.token`,
    );
  });

  it("goes after Huawei Cloud's own", () => {
    const env = { ...huawei, OS_CLOUD: "mine" };
    expect(fromEnvironment({ service: "dcs", env, paths }).cloud).toBe("huaweicloud");
    expect(fromEnvironment({ service: "dcs", cloud: "otc", env, paths }).cloud).toBe("otc");
  });

  it("is left where it is of the other cloud", () => {
    const url = "https://iam.cn-north-4.myhuaweicloud.com/v3";
    writeFileSync(
      join(folder, "clouds.yaml"),
      `clouds: { mine: { auth: { token: t, auth_url: "${url}" } } }`,
    );
    const env = { OS_CLOUD: "mine", OS_TOKEN: "fake-os-token" };
    expect(fromEnvironment({ service: "dcs", env, paths }).cloud).toBe("huaweicloud");
    expect(fromEnvironment({ service: "vbs", env, paths })).toMatchObject({
      cloud: "otc",
      source: "environment: OS_TOKEN (set but ignored: OS_CLOUD)",
    });
  });

  it("must name an entry", () => {
    expect(() => fromEnvironment({ service: "dcs", env: { OS_CLOUD: "other" }, paths })).toThrow(
      /clouds\.yaml:2: no cloud other \(there are mine\)/,
    );
  });
});

it("no value shows in what is found, nor in what is thrown", () => {
  const env = { ...all, OS_REGION_NAME: "eu-de" };
  const values = Object.entries(env).filter(([name]) => /KEY|SK|AK|TOKEN|PASSWORD|SECRET/.test(name));
  for (const service of ["dcs", "vbs", "starrocks"] as const) {
    const found = fromEnvironment({ service, env });
    const text = `${inspect(found, { depth: 9, showHidden: true })} ${JSON.stringify(found)}`;
    for (const [, value] of values) expect(text).not.toContain(value);
  }
  for (const [name, value] of values) {
    const spoiled = { ...(name.startsWith("OS_") ? {} : env), [name]: `${value}\n` };
    const service = name.startsWith("ALIBABA") ? "starrocks" : "dcs";
    let thrown: unknown;
    try {
      fromEnvironment({ service, env: spoiled });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ConfigurationError);
    expect(`${inspect(thrown)} ${JSON.stringify(thrown)}`).not.toContain(value);
  }
});
