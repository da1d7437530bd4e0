import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ConfigurationError } from "../core/errors.js";
import { checkOptions } from "../core/options.js";
import { type FoundCredentials, type Setting, UsedSettings, withErrorPrefix } from "./credentials.js";
import { type Method, methodOf, openStackCredentials, openStackSettings } from "./openstack.js";
import { proxiedFetch } from "./proxied-fetch.js";
import { quote } from "./quote.js";
import { readTextFile } from "./text-file.js";
import { parseYaml, type YamlNode } from "./yaml-tree.js";

/** Options of `fromCloudsYaml`. */
export interface CloudsYamlOptions {
  /** Entry to use. @default OS_CLOUD, or the only entry */
  readonly cloud?: string | undefined;
  /** The variables to read, by name. @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Files to look for instead of OpenStack's own; the first that exists is read. */
  readonly paths?: readonly string[] | undefined;
}

const optionTypes = { cloud: "string", env: "object", paths: "object" } as const;

/**
 * Credentials from a clouds.yaml, found as OpenStack's clients find it: the file that OS_CLIENT_CONFIG_FILE
 * names, otherwise the first clouds.yaml, .yml or .json in `.`, `~/.config/openstack` (of XDG_CONFIG_HOME
 * first), `/etc/xdg/openstack` (of XDG_CONFIG_DIRS) and `/etc/openstack`. The same entry of a secure.yaml
 * overrides it: of the file that OS_CLIENT_SECURE_FILE names, otherwise of the first in the folders of these.
 *
 * A setting is read from `auth` of the entry, otherwise from the entry itself. A `token` is used before `ak`
 * and `sk`, and those before `username` and `password`, unless `auth_type` says which. Keys that stand beside
 * `auth` are used after a password: OTC's guide puts the keys of the object storage there. The region is
 * `region_name`, otherwise OS_REGION_NAME, otherwise the one in `auth_url`. The cloud is OTC, unless `auth_url`
 * is an address of Huawei Cloud. As with `fromEnvironment`, `fetch` uses the proxy that the environment names.
 * @throws ConfigurationError with file and line, or if there is no such option
 */
export function fromCloudsYaml(options: CloudsYamlOptions = {}): FoundCredentials {
  checkOptions(options, optionTypes, "fromCloudsYaml option", (problem) => new ConfigurationError(problem));
  checkPaths(options.paths);
  const { env = process.env } = options;
  const fetch = proxiedFetch(env);
  const paths = options.paths ?? cloudsYamlPaths(env);
  const file = firstOf(paths);
  if (!file) throw new ConfigurationError(`There is no clouds.yaml: looked for ${describePaths(paths)}`);
  const secure = firstOf(securePaths(env, options.paths));
  const name = chooseCloud(file, options.cloud || env["OS_CLOUD"] || undefined);
  const files = secure ? [secure, file] : [file];
  const where = `${file.place("clouds", name)}, cloud ${name}`;

  const read = (...keys: readonly string[]): Setting => {
    const setting = keys.join(".");
    const values = files.map((one) => one.find("clouds", name, ...keys)?.value);
    const value = values.find((one) => one !== undefined && one !== null && one !== "") ?? "";
    if (typeof value !== "string") throw new ConfigurationError(`${where}: ${setting} must be a text`);
    return { name: setting, value };
  };
  const entry = openStackSettings((...keys) => {
    const places = [...keys.map((key) => read("auth", key)), ...keys.map((key) => read(key))];
    return places.find(({ value }) => value) ?? { name: `auth.${keys[0]}`, value: "" };
  });
  const fallback = { name: "OS_REGION_NAME", value: env["OS_REGION_NAME"] ?? "" };
  const settings = { ...entry, region: entry.region.value ? entry.region : fallback };
  const used = new UsedSettings();
  const credentials = withErrorPrefix(where, () => {
    const method = methodOfType(read("auth_type").value) ?? methodOfEntry(settings);
    if (!method) throw new ConfigurationError(`${NOTHING}${describeKeys(files, name)}`);
    return openStackCredentials(settings, method, used);
  });
  const beside = secure ? ` with ${secure.path}` : "";
  return {
    ...credentials,
    ...(fetch && { fetch }),
    source: `${file.path}${beside}, cloud ${name}: ${used.describe(Object.values(settings))}`,
  };
}

/** @throws ConfigurationError if, without types, something else than a list of paths was passed */
export function checkPaths(paths: unknown): void {
  if (paths === undefined) return;
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === "string"))
    throw new ConfigurationError('paths must be a list of files, such as ["clouds.yaml"]');
}

/** Whether there is a clouds.yaml that `fromCloudsYaml` finds. */
export function hasCloudsYaml(env: Environment, paths: readonly string[] | undefined): boolean {
  return (paths ?? cloudsYamlPaths(env)).some((path) => existsSync(path));
}

type Environment = NonNullable<CloudsYamlOptions["env"]>;

const SUFFIXES = ["yaml", "yml", "json"];

function cloudsYamlPaths(env: Environment): string[] {
  const named = env["OS_CLIENT_CONFIG_FILE"];
  return named ? [named] : foldersOf(env).flatMap((folder) => filesOf(folder, "clouds"));
}

function securePaths(env: Environment, paths: readonly string[] | undefined): string[] {
  const named = env["OS_CLIENT_SECURE_FILE"];
  if (named) return [named];
  const config = env["OS_CLIENT_CONFIG_FILE"];
  const folders = paths?.map(dirname) ?? [...(config ? [dirname(config)] : []), ...foldersOf(env)];
  return [...new Set(folders)].flatMap((folder) => filesOf(folder, "secure"));
}

/** In the order of OpenStack's clients. */
function foldersOf(env: Environment): string[] {
  const config = join(env["HOME"] || homedir(), ".config");
  const shared = (env["XDG_CONFIG_DIRS"] || "/etc/xdg").split(delimiter);
  const parents = [env["XDG_CONFIG_HOME"] || config, config, ...shared, "/etc"];
  return [...new Set([".", ...parents.map((parent) => join(parent, "openstack"))])];
}

function filesOf(folder: string, name: string): string[] {
  return SUFFIXES.map((suffix) => join(folder, `${name}.${suffix}`));
}

/** Each folder once: the suffixes say nothing new. */
function describePaths(paths: readonly string[]): string {
  const shown = paths.filter((path) => !/clouds\.(yml|json)$/.test(path));
  return (shown.length > 0 ? shown : paths).join(", ");
}

/** A file of OpenStack's clients, whose scalars are all texts, so that a password of digits stays what it is. */
interface ConfigFile {
  readonly path: string;
  /** The value under `keys`. */
  find(...keys: readonly string[]): YamlNode | undefined;
  /** `path:line` of the value under `keys`; of the nearest value above if there is none. */
  place(...keys: readonly string[]): string;
}

/** Maximum size of a file. */
const MAX_FILE_BYTES = 2 ** 20;

/**
 * The first file that exists; undefined if there is none.
 * @throws ConfigurationError with file and line if it is not valid YAML. The message quotes nothing that could
 * be a password.
 */
function firstOf(paths: readonly string[]): ConfigFile | undefined {
  for (const path of paths) {
    const read = readTextFile(path, MAX_FILE_BYTES);
    if ("text" in read) return parseConfig(path, read.text);
    if (!read.missing) throw new ConfigurationError(`${path} ${read.problem}`);
  }
  return undefined;
}

function parseConfig(path: string, text: string): ConfigFile {
  const yaml = parseYaml(text, "failsafe");
  const lineOf = (at: number) => `${path}:${yaml.place(at).line}`;
  const [problem] = [...yaml.syntaxErrors, ...yaml.problems];
  if (problem) {
    const hint = problem.hint === undefined ? "" : `; ${problem.hint}`;
    throw new ConfigurationError(`${lineOf(problem.at)}: ${problem.message}${hint}`);
  }
  const below = (node: YamlNode | undefined, key: string) =>
    node?.kind === "map" ? node.entries.get(key)?.node : undefined;
  return {
    path,
    find: (...keys) => keys.reduce(below, yaml.root),
    place(...keys) {
      const nodes = keys.map((_, at) => keys.slice(0, at + 1).reduce(below, yaml.root));
      return lineOf([yaml.root, ...nodes].findLast((node) => node !== undefined)?.at ?? 0);
    },
  };
}

function chooseCloud(file: ConfigFile, wanted: string | undefined): string {
  const clouds = file.find("clouds");
  const names = clouds?.kind === "map" ? [...clouds.entries.keys()] : [];
  const [only, ...others] = names;
  if (only === undefined) throw new ConfigurationError(`${file.place()}: there is no entry under "clouds"`);
  if (wanted === undefined && others.length === 0) return only;
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  const problem = wanted === undefined ? "several clouds: choose one by OS_CLOUD" : `no cloud ${wanted}`;
  throw new ConfigurationError(`${file.place("clouds")}: ${problem} (there are ${names.join(", ")})`);
}

/** Keys beside `auth` are used after a password. */
function methodOfEntry(settings: Parameters<typeof methodOf>[0]): Method | undefined {
  const { accessKey, username, password } = settings;
  const beside = accessKey.name === "ak" || accessKey.name === "access_key";
  return beside && username.value && password.value && !settings.token.value
    ? "password"
    : methodOf(settings);
}

/** `auth_type` of an entry, if it has one. The message does not quote it: it may be a token by mistake. */
function methodOfType(type: string): Method | undefined {
  if (type === "") return undefined;
  if (/^(v3)?token$/.test(type)) return "token";
  if (/^(v3)?password$/.test(type)) return "password";
  if (type === "aksk") return "accessKey";
  throw new ConfigurationError("auth_type is not supported (expected token, password or aksk)");
}

const NOTHING = "auth has no token, no ak and sk, and no username and password";

/** What an entry has instead. */
function describeKeys(files: readonly ConfigFile[], name: string): string {
  const keys = files.flatMap((file) => {
    const auth = file.find("clouds", name, "auth");
    return auth?.kind === "map" ? [...auth.entries.keys()] : [];
  });
  return keys.length === 0 ? "" : ` (it has ${[...new Set(keys)].map(quote).join(", ")})`;
}
