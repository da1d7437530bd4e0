import { parseDuration } from "../duration.js";
import {
  dictionary,
  type Fields,
  flag,
  integer,
  list,
  object,
  type Placed,
  type Reader,
  text,
  word,
  wrongKind,
} from "./readers.js";
import * as rules from "./rules.js";

/** What holds one id, many, a file of them, or standard input. */
export type IdsField = readonly Placed<string>[] | "stdin" | { readonly file: Placed<string> };

const NAME_WORDS = `a name: one line of at most ${rules.LONGEST_NAME} characters, no spaces around it`;
const DURATION_WORDS = "a duration above zero, such as 90s, 30m, 26h, 7d or 1h30m";

const name = text(NAME_WORDS, rules.isName);
const id = text("an id", (value) => value !== "");
const durationText = text(DURATION_WORDS, (value) => rules.DURATION.test(value));

const duration: Reader<number> = (tree, what, problems) => {
  const found = durationText(tree, what, problems);
  return found === undefined ? undefined : (parseDuration(found) ?? undefined);
};

const durationOrNone: Reader<number | null> = (tree, what, problems) =>
  tree.kind === "scalar" && tree.value === "none" ? null : duration(tree, what, problems);

const yes: Reader<true> = (tree, what, problems) => {
  if (tree.kind === "scalar" && tree.value === true) return true;
  wrongKind(tree, what, "true", problems, false);
  return undefined;
};

const idList = list(id, "an id");
const idSource = object(
  { file: text("the path of a file", (value) => value !== ""), stdin: yes },
  {
    of: "where ids come from",
    check: (keys) =>
      keys.has("file") === keys.has("stdin")
        ? {
            message: "ids come either from a file or from standard input",
            hint: "write a list, { file: ids.txt }, or - for standard input",
            absent: true,
          }
        : null,
  },
);

const ids: Reader<IdsField> = (tree, what, problems) => {
  if (tree.kind === "list") return idList(tree, what, problems);
  if (tree.kind === "map") {
    const { file, stdin } = idSource(tree, what, problems) ?? {};
    return file !== undefined ? { file } : stdin && "stdin";
  }
  if (tree.value === "-") return "stdin";
  wrongKind(tree, what, "a list of ids, { file: ids.txt }, or -", problems, false);
  return undefined;
};

const objective = object(
  {
    maxAge: duration,
    maxDuration: durationOrNone,
    minRestorable: integer(0, rules.MOST_RESTORABLE),
    ignore: object({ skipped: flag, manual: flag }, { of: "ignore" }),
  },
  { of: "an objective" },
);

const labels = dictionary(
  text("a text", () => true),
  {
    test: (key) => rules.LABEL.test(key),
    expected: "made of letters, digits and _, without a digit or __ at its beginning",
  },
);

const settings = {
  service: word(["dcs", "vbs", "starrocks"]),
  api: word(["v1.0", "v2"]),
  cloud: word(["huaweicloud", "otc", "alibabacloud"]),
  region: text("a region, such as eu-de", (value) => rules.REGION.test(value)),
  project: id,
  baseUrl: text("a URL that begins with https://", (value) => rules.BASE_URL.test(value)),
  account: name,
  labels,
  objective,
};

/** Keys that say whose backups a target is about, of which it has one. */
export const SUBJECTS = ["instance", "instances", "policy", "policies", "cluster", "clusters"] as const;

const target = object(
  {
    name,
    group: name,
    ...settings,
    instance: id,
    instances: ids,
    policy: id,
    policies: ids,
    cluster: id,
    clusters: ids,
  },
  {
    of: "a target",
    check(keys) {
      const named = SUBJECTS.filter((key) => keys.has(key));
      if (named.length === 1) return null;
      if (named.length > 1) {
        return { message: `this target has ${named.join(" and ")}`, hint: "make a target of each" };
      }
      const hint = "give it an instance, a policy or a cluster, or a list of them";
      return { message: "this target names nothing that is backed up", hint, absent: true };
    },
  },
);

const variable = text("the name of a variable, such as TEAM_A_SECRET", (value) => rules.VARIABLE.test(value));
const environmentShape: Record<string, Reader<string>> = Object.fromEntries(
  rules.READ_VARIABLES.map((key) => [key, variable]),
);

const account = object(
  {
    environment: object(environmentShape, { of: "environment" }),
    rateLimit: object(
      { requests: integer(1, rules.MOST_REQUESTS), per: duration },
      {
        of: "rateLimit",
        check(keys) {
          if (keys.has("requests") && keys.has("per")) return null;
          const hint = "write { requests: 20, per: 1s }";
          return { message: "rateLimit needs both requests and per", hint, absent: true };
        },
      },
    ),
  },
  { of: "an account" },
);

const named = { test: rules.isName, expected: NAME_WORDS };

/** The whole file. */
export const targetsFile = object(
  {
    $schema: text("the address of a schema", () => true),
    accounts: dictionary(account, named),
    defaults: object(settings, { of: "defaults" }),
    groups: dictionary(object(settings, { of: "a group" }), named),
    targets: list(target, "a target"),
  },
  {
    of: "a targets file",
    others: rules.EXTENSION,
    check: (keys) =>
      keys.has("targets")
        ? null
        : { message: "there are no targets", hint: "list them under targets:", absent: true },
  },
);

type ValueOf<R> = R extends Reader<infer T> ? T : never;

export type FileFields = ValueOf<typeof targetsFile>;
export type TargetFields = ValueOf<typeof target>;
export type SettingsFields = Fields<typeof settings>;
export type ObjectiveFields = ValueOf<typeof objective>;
export type AccountFields = ValueOf<typeof account>;
