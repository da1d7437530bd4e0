import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigurationError } from "../../src/core/errors.js";
import { type CloudsYamlOptions, fromCloudsYaml } from "../../src/node/index.js";
import { authContext, outgoing } from "../support/auth-context.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clouds-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file and returns its path. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const find = (text: string, options: CloudsYamlOptions = {}) =>
  fromCloudsYaml({ env: {}, paths: [file("clouds.yaml", text)], ...options });

const typical = `
clouds:
  otc:
    profile: otc
    region_name: eu-nl
    auth:
      auth_url: https://iam.eu-de.otc.t-systems.com/v3
      username: fake-user
      password: 0123
      project_name: eu-de
      user_domain_name: OTC00000000001000000000
`;

/** The body of the login that an authentication makes. */
async function loginOf(found: ReturnType<typeof fromCloudsYaml>): Promise<unknown> {
  let body: unknown;
  await found.auth.authorize(
    outgoing("https://dcs.test/"),
    authContext({
      fetch: async (_, init) => {
        body = JSON.parse(String(init?.body));
        return new Response("{}", { status: 201, headers: { "x-subject-token": "fake" } });
      },
    }),
  );
  return body;
}

describe("an entry", () => {
  it("with a password, as OTC's guides write it; digits stay text", async () => {
    const found = find(typical);
    expect(found).toMatchObject({
      auth: { scheme: "iam-password" },
      cloud: "otc",
      region: "eu-nl",
      projectId: undefined,
    });
    expect(found.source).toBe(
      `${join(folder, "clouds.yaml")}, cloud otc: region_name, auth.username, auth.password, ` +
        "auth.user_domain_name, auth.project_name, auth.auth_url",
    );
    expect(await loginOf(found)).toEqual({
      auth: {
        identity: {
          methods: ["password"],
          password: {
            user: { name: "fake-user", password: "0123", domain: { name: "OTC00000000001000000000" } },
          },
        },
        scope: { project: { name: "eu-de" } },
      },
    });
  });

  it("with a proxy that the environment names, as all that reads the environment", async () => {
    expect(find(typical).fetch).toBeUndefined();
    const { fetch } = find(typical, { env: { HTTPS_PROXY: "http://127.0.0.1:1" } });
    await expect(fetch?.("https://dcs.test/")).rejects.toThrow("127.0.0.1:1");
  });

  it.each<[string, string, string]>([
    [
      "a token before a key before a password",
      "{ token: t, ak: a, sk: s, username: u, password: p }",
      "token",
    ],
    ["a key before a password", "{ ak: a, sk: s, username: u, password: p }", "otc-access-key"],
    ["a key by its long names", "{ access_key: a, secret_key: s, security_token: t }", "otc-access-key"],
    [
      "a key of Huawei Cloud",
      '{ ak: a, sk: s, auth_url: "https://iam.myhuaweicloud.com/v3" }',
      "huawei-access-key",
    ],
    ["a password, domain by id", "{ username: u, password: p, domain_id: d }", "iam-password"],
  ])("%s", (_, auth, scheme) => {
    expect(find(`clouds: { one: { auth: ${auth} } }`).auth.scheme).toBe(scheme);
  });

  it.each([
    ["token", "token"],
    ["v3token", "token"],
    ["aksk", "otc-access-key"],
    ["password", "iam-password"],
    ["v3password", "iam-password"],
  ])("whose auth_type is %s", (type, scheme) => {
    const auth = "{ token: t, ak: a, sk: s, username: u, password: p, user_domain_name: d }";
    const found = find(`clouds: { one: { auth_type: ${type}, auth: ${auth} } }`);
    expect(found.auth.scheme).toBe(scheme);
    expect(found.source).toContain("(set but ignored: ");
  });

  it("of which several share a part by an anchor", () => {
    const text = `
x-auth: &auth { token: t, project_id: p-1 }
clouds:
  one: { auth: *auth }
  two: { auth: { <<: *auth, project_id: p-2 } }
`;
    expect(find(text, { cloud: "one" }).projectId).toBe("p-1");
    expect(find(text, { cloud: "two" }).projectId).toBe("p-2");
  });

  it.each<[string, string, string]>([
    ["ak and sk beside auth", "{ ak: a, sk: s, auth: { project_id: p } }", "otc-access-key"],
    ["by their long names", "{ access_key: a, secret_key: s }", "otc-access-key"],
    [
      "after a password",
      "{ ak: a, sk: s, auth: { username: u, password: p, user_domain_name: d } }",
      "iam-password",
    ],
    ["but before half of one", "{ ak: a, sk: s, auth: { username: u } }", "otc-access-key"],
    [
      "and before a password if auth_type says so",
      "{ auth_type: aksk, ak: a, sk: s, auth: { username: u, password: p, user_domain_name: d } }",
      "otc-access-key",
    ],
    ["a token beside auth", "{ token: t, ak: a, sk: s }", "token"],
  ])("with %s", (_, entry, scheme) => {
    expect(find(`clouds: { one: ${entry} }`).auth.scheme).toBe(scheme);
  });

  it.each<[string, string | undefined, string | undefined]>([
    ["{ token: t, project_id: p, project_name: n }", "p", undefined],
    ["{ token: t, project_name: n }", undefined, "n"],
    ["{ token: t, tenant_id: p }", "p", undefined],
    ["{ token: t, tenant_name: n }", undefined, "n"],
    ["{ ak: a, sk: s, project_name: n, tenant_name: o }", undefined, "n"],
    ["{ username: u, password: p, user_domain_name: d, project_name: n }", undefined, "n"],
  ])("with %s: project id %s, name %s", (auth, projectId, projectName) => {
    expect(find(`clouds: { one: { auth: ${auth} } }`)).toMatchObject({ projectId, projectName });
  });

  it.each<[string, string | undefined, string | undefined]>([
    ["region_name: eu-de", "eu-nl", "eu-de"],
    ["profile: otc", "eu-nl", "eu-nl"],
    ["profile: otc", undefined, undefined],
  ])("with %s where OS_REGION_NAME is %s: the region is %s", (line, variable, region) => {
    const found = find(`clouds: { one: { ${line}, auth: { token: t } } }`, {
      env: { OS_REGION_NAME: variable },
    });
    expect(found.region).toBe(region);
  });
});

describe("which entry", () => {
  const two = "clouds:\n  one: { auth: { token: fake-1 } }\n  two: { auth: { token: fake-2 } }\n";
  const token = (options: CloudsYamlOptions) =>
    find(two, options).auth.authorize(outgoing("https://dcs.test/"), authContext());

  it("is the option's, else OS_CLOUD's, else the only one", () => {
    expect(token({ cloud: "one", env: { OS_CLOUD: "two" } })).toEqual({ "x-auth-token": "fake-1" });
    expect(token({ env: { OS_CLOUD: "two" } })).toEqual({ "x-auth-token": "fake-2" });
    expect(() => token({})).toThrow(
      /clouds\.yaml:2: several clouds: choose one by OS_CLOUD \(there are one, two\)/,
    );
    expect(() => token({ cloud: "three" })).toThrow(/clouds\.yaml:2: no cloud three \(there are one, two\)/);
    expect(() => token({ cloud: "__proto__" })).toThrow(/no cloud __proto__/);
  });
});

describe("which file", () => {
  const entry = (token: string) => `clouds: { one: { auth: { token: ${token} } } }`;
  const token = (options: CloudsYamlOptions) =>
    fromCloudsYaml(options).auth.authorize(outgoing("https://dcs.test/"), authContext());

  it("is the first that exists", () => {
    const [first, second] = [file("1/clouds.yaml", entry("fake-1")), file("2/clouds.yaml", entry("fake-2"))];
    const missing = join(folder, "0/clouds.yaml");
    const beneath = join(first, "clouds.yaml");
    expect(token({ env: {}, paths: [missing, beneath, second, first] })).toEqual({
      "x-auth-token": "fake-2",
    });
  });

  it("is OS_CLIENT_CONFIG_FILE's alone where that is set", () => {
    const path = file("elsewhere/my.yaml", entry("fake-own"));
    file(".config/openstack/clouds.yaml", entry("fake-home"));
    expect(token({ env: { OS_CLIENT_CONFIG_FILE: path, HOME: folder } })).toEqual({
      "x-auth-token": "fake-own",
    });
    expect(() => token({ env: { OS_CLIENT_CONFIG_FILE: `${path}.missing`, HOME: folder } })).toThrow(
      `There is no clouds.yaml: looked for ${path}.missing`,
    );
  });

  it("is looked for in OpenStack's places otherwise", () => {
    file(".config/openstack/clouds.yaml", entry("fake-home"));
    expect(token({ env: { HOME: folder } })).toEqual({ "x-auth-token": "fake-home" });
    const nobody = { HOME: join(folder, "nobody"), XDG_CONFIG_HOME: "/x", XDG_CONFIG_DIRS: "/y:/z" };
    expect(() => fromCloudsYaml({ env: nobody })).toThrow(
      "There is no clouds.yaml: looked for clouds.yaml, /x/openstack/clouds.yaml, " +
        `${folder}/nobody/.config/openstack/clouds.yaml, /y/openstack/clouds.yaml, ` +
        "/z/openstack/clouds.yaml, /etc/openstack/clouds.yaml",
    );
    expect(() => fromCloudsYaml({ cloud: "none-of-this-name", env: {} })).toThrow(ConfigurationError);
    expect(() => fromCloudsYaml({ cloud: "none-of-this-name" })).toThrow(ConfigurationError);
    expect(() => fromCloudsYaml()).toThrow(ConfigurationError);
  });

  it.each([
    ["XDG_CONFIG_HOME", "xdg", "openstack/clouds.yaml"],
    ["XDG_CONFIG_HOME", "xdg", "openstack/clouds.yml"],
    ["XDG_CONFIG_HOME", "xdg", "openstack/clouds.json"],
    ["XDG_CONFIG_DIRS", "shared", "openstack/clouds.yaml"],
  ])("is found by %s: %s/%s", (variable, parent, name) => {
    file(`${parent}/${name}`, '{ "clouds": { "one": { "auth": { "token": "fake-found" } } } }');
    const env = { HOME: join(folder, "nobody"), [variable]: join(folder, parent) };
    expect(token({ env })).toEqual({ "x-auth-token": "fake-found" });
  });

  it("is the one of XDG_CONFIG_HOME before the one of the home", () => {
    file("xdg/openstack/clouds.yaml", entry("fake-xdg"));
    file(".config/openstack/clouds.yaml", entry("fake-home"));
    const env = { HOME: folder, XDG_CONFIG_HOME: join(folder, "xdg") };
    expect(token({ env })).toEqual({ "x-auth-token": "fake-xdg" });
  });

  it("has the secure.yaml of the home beside the file that OS_CLIENT_CONFIG_FILE names", () => {
    const path = file("elsewhere/my.yaml", "clouds: { one: { auth: {} } }");
    file(".config/openstack/secure.yaml", entry("fake-home"));
    const env = { OS_CLIENT_CONFIG_FILE: path, HOME: folder };
    expect(token({ env })).toEqual({ "x-auth-token": "fake-home" });
    const named = file("elsewhere/mine.yaml", entry("fake-named"));
    expect(token({ env: { ...env, OS_CLIENT_SECURE_FILE: named } })).toEqual({
      "x-auth-token": "fake-named",
    });
  });

  it("has secure.yaml laid over it, from the first place that has one", () => {
    const paths = [join(folder, "1/clouds.yaml"), file("2/clouds.yaml", typical)];
    const secure = file("1/secure.yaml", "clouds: { otc: { auth: { password: fake-secure } } }");
    file("2/secure.yaml", "clouds: { otc: { auth: { password: fake-later } } }");
    const found = fromCloudsYaml({ env: {}, paths });
    expect(found.source).toContain(`${paths[1]} with ${secure}, cloud otc: `);
    return expect(loginOf(found)).resolves.toMatchObject({
      auth: { identity: { password: { user: { name: "fake-user", password: "fake-secure" } } } },
    });
  });
});

describe("a bad file is named with its line", () => {
  it.each<[string, string, RegExp]>([
    ["duplicate keys", "clouds:\n  a: {}\n  a: {}\n", /clouds\.yaml:3: the key "a" stands here twice$/],
    ["a bracket that does not close", "clouds: {\n", /clouds\.yaml:\d: this is not valid YAML/],
    [
      "a secret in the wrong place",
      'clouds:\n  a: "x" "fake-secret"\n',
      /clouds\.yaml:2: this is not valid YAML: this does not belong here; /,
    ],
    [
      "an alias without its anchor",
      "clouds: *nowhere\n",
      /clouds\.yaml:1: there is no anchor "nowhere" before this alias; put &name /,
    ],
    ["nothing", "", /clouds\.yaml:1: there is no entry under "clouds"/],
    ["no clouds", "\n\ncloud: {}\n", /clouds\.yaml:3: there is no entry under "clouds"/],
    ["clouds that are a list", "clouds: [otc]", /clouds\.yaml:1: there is no entry under "clouds"/],
    ["an entry that is text", "clouds:\n\n  one: text\n", /clouds\.yaml:3, cloud one: auth has no token/],
    [
      "an entry without auth",
      "clouds:\n\n  one:\n    region_name: eu-de\n",
      /clouds\.yaml:4, cloud one: auth has no token, no ak and sk/,
    ],
    [
      "half a key",
      "clouds:\n  one:\n    auth: { ak: a }\n",
      /clouds\.yaml:3, cloud one: auth\.sk is missing/,
    ],
    [
      "no domain",
      "clouds:\n  one:\n    auth: { username: u, password: p }\n",
      /cloud one: auth\.user_domain_name is missing/,
    ],
    [
      "a password that is a list",
      "clouds:\n  one:\n    auth: { password: [p] }\n",
      /clouds\.yaml:3, cloud one: auth\.password must be a text/,
    ],
    [
      "an auth_type that is not supported",
      "clouds: { one: { auth_type: fake-secret } }",
      /cloud one: auth_type is not supported \(expected token, password or aksk\)$/,
    ],
    [
      "a token with a line break",
      'clouds: { one: { auth: { token: "fake-secret\\n" } } }',
      /clouds\.yaml:1, cloud one: The token has a blank/,
    ],
  ])("%s", (_, text, message) => {
    let thrown: unknown;
    try {
      find(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ConfigurationError);
    expect((thrown as Error).message).toMatch(message);
    expect(inspect(thrown)).not.toContain("fake-secret");
  });

  it("a secure.yaml too", () => {
    file("secure.yaml", "clouds:\n  otc: [\n");
    expect(() => find(typical)).toThrow(/secure\.yaml:\d: this is not valid YAML/);
  });

  it("one that names no credentials, with what it has instead", () => {
    const auth = "{ application_credential_id: i, application_credential_secret: fake-secret }";
    expect(() => find(`clouds: { one: { auth: ${auth} } }`)).toThrow(
      "cloud one: auth has no token, no ak and sk, and no username and password " +
        '(it has "application_credential_id", "application_credential_secret")',
    );
  });

  it("a device, which has no end, and a file that is too large", () => {
    expect(() => fromCloudsYaml({ env: {}, paths: ["/dev/zero"] })).toThrow(
      "/dev/zero is neither a file nor a pipe",
    );
    const large = file("large.yaml", `#${" ".repeat(2 ** 20)}`);
    expect(() => fromCloudsYaml({ env: {}, paths: [large] })).toThrow(
      `${large} is larger than 1 MiB, the maximum`,
    );
  });

  it("a folder in its place", () => {
    mkdirSync(join(folder, "clouds.yaml"));
    expect(() => fromCloudsYaml({ env: {}, paths: [join(folder, "clouds.yaml")] })).toThrow(
      `${join(folder, "clouds.yaml")} is a directory`,
    );
  });
});
