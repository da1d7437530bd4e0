import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { ConfigurationError } from "../core/errors.js";
import { blaming, type FoundCredentials, type Setting, Taken } from "./credentials.js";
import { type Method, methodOf, type OpenStackSettings, openStackCredentials } from "./openstack.js";
import { readYamlFile, type YamlFile } from "./yaml-file.js";

/** Options of `fromCloudsYaml`. */
export interface CloudsYamlOptions {
  /** Entry to use. @default OS_CLOUD, or the only entry */
  readonly cloud?: string | undefined;
  /** @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Files to look for instead of OpenStack's own; the first that exists is read. */
  readonly paths?: readonly string[] | undefined;
}

/**
 * Credentials from a clouds.yaml, as OpenStack's tools read it: from OS_CLIENT_CONFIG_FILE, otherwise the
 * first of `./clouds.yaml`, `~/.config/openstack/clouds.yaml` and `/etc/openstack/clouds.yaml`. What the
 * first secure.yaml beside any of these has for the same entry goes before it.
 *
 * Of an entry's `auth`, a `token` is taken before `ak` and `sk`, and those before `username` and
 * `password`, unless `auth_type` says which. The region is `region_name`, else OS_REGION_NAME, else what
 * `auth_url` tells. The cloud is OTC, unless `auth_url` is an address of Huawei Cloud's.
 * @throws ConfigurationError with file and line
 */
export function fromCloudsYaml(options: CloudsYamlOptions = {}): FoundCredentials {
  const { env = process.env } = options;
  const explicit = env["OS_CLIENT_CONFIG_FILE"];
  const paths = options.paths ?? (explicit ? [explicit] : defaultPaths(env["HOME"] || homedir()));
  const file = firstOf(paths);
  if (!file) throw new ConfigurationError(`There is no clouds.yaml: looked for ${paths.join(", ")}`);
  const secure = firstOf([...new Set(paths.map((path) => join(dirname(path), "secure.yaml")))]);

  const name = chooseCloud(file, options.cloud || env["OS_CLOUD"]);
  const files = [...(secure ? [secure] : []), file];
  const read = (key: string, ...under: readonly string[]): Setting => {
    const values = files.map((file) => file.map("clouds", name, ...under).get(key));
    const value = values.find((value) => value !== undefined && value !== "") ?? "";
    const setting = [...under, key].join(".");
    if (typeof value !== "string") {
      throw new ConfigurationError(`${file.place("clouds", name)}: ${setting} is no plain text`);
    }
    return { name: setting, value };
  };
  const settings = readSettings(read, { name: "OS_REGION_NAME", value: env["OS_REGION_NAME"] ?? "" });
  const where = `${file.place("clouds", name)}, cloud ${name}`;
  const taken = new Taken();
  const credentials = blaming(where, () => {
    const method = methodOfType(read("auth_type").value) ?? methodOf(settings);
    if (!method)
      throw new ConfigurationError("auth has no token, no ak and sk, and no username and password");
    return openStackCredentials(settings, method, taken);
  });
  const beside = secure ? ` with ${secure.path}` : "";
  return {
    ...credentials,
    source: `${file.path}${beside}, cloud ${name}: ${taken.describe(Object.values(settings))}`,
  };
}

function defaultPaths(home: string): string[] {
  return ["clouds.yaml", join(home, ".config/openstack/clouds.yaml"), "/etc/openstack/clouds.yaml"];
}

function firstOf(paths: readonly string[]): YamlFile | undefined {
  for (const path of paths) {
    const file = readYamlFile(path);
    if (file) return file;
  }
  return undefined;
}

function chooseCloud(file: YamlFile, wanted: string | undefined): string {
  const names = [...file.map("clouds").keys()];
  const [only, ...others] = names;
  if (only === undefined) throw new ConfigurationError(`${file.place()}: there is no entry under "clouds"`);
  if (wanted === undefined && others.length === 0) return only;
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  const problem = wanted === undefined ? "several clouds: choose one by OS_CLOUD" : `no cloud ${wanted}`;
  throw new ConfigurationError(`${file.place("clouds")}: ${problem} (there are ${names.join(", ")})`);
}

type Read = (key: string, ...under: readonly string[]) => Setting;

function readSettings(read: Read, fallbackRegion: Setting): OpenStackSettings {
  const auth = (...keys: readonly [string, ...string[]]): Setting => {
    const found = keys.map((key) => read(key, "auth"));
    return found.find(({ value }) => value) ?? read(keys[0], "auth");
  };
  const region = read("region_name");
  return {
    token: auth("token"),
    accessKey: auth("ak", "access_key"),
    secretKey: auth("sk", "secret_key"),
    securityToken: auth("security_token"),
    username: auth("username"),
    password: auth("password"),
    userDomainName: auth("user_domain_name"),
    userDomainId: auth("user_domain_id"),
    domainName: auth("domain_name"),
    domainId: auth("domain_id"),
    projectName: auth("project_name"),
    projectId: auth("project_id"),
    authUrl: auth("auth_url"),
    region: region.value ? region : fallbackRegion,
  };
}

/** `auth_type` of an entry, where it is given. */
function methodOfType(type: string): Method | undefined {
  if (type === "") return undefined;
  if (/^(v3)?token$/.test(type)) return "token";
  if (/^(v3)?password$/.test(type)) return "password";
  if (type === "aksk") return "accessKey";
  throw new ConfigurationError(`auth_type ${type} is not supported; use token, password or aksk`);
}
