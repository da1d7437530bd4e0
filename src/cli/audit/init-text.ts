import type { DiscoveryContent } from "../../../generated/audit/targets-types.js";
import type { Target } from "../../audit/target.js";
import type { Service } from "../../records/service.js";
import { plainLine, toJson } from "../escape.js";
import type { Expected, Plan } from "./init-questions.js";

/** The text of a targets file with comments, of what was decided and found. */
export function targetsText(
  entries: readonly DiscoveryContent[],
  { ids, expected = "own" }: Omit<Plan, "places">,
  targets: readonly Target[],
  known: readonly Service[],
  now: Date,
): string {
  const [first] = entries;
  const { types = ["instance"] } = known.find(({ name }) => name === first?.service)?.subject ?? {};
  const [type = "instance"] = types;
  const shown = ids === undefined ? discoverText(entries) : listText(first, type, ids);
  const sample = targets[0]?.resource.id ?? "5560df16-cebf-4473-95c4-d1b573c16e79";
  const pause = "pause: { until: 2099-12-24, reason: moves to another cluster, acceptedBy: Ada }";
  const more =
    ids === undefined
      ? `# What is not found by itself is named here. A pause excuses a target for a time.
# targets:
#   - service: ${targets[0]?.service ?? first?.service ?? "dcs"}
#     ${targets[0]?.resource.type ?? type}: ${toJson(sample)}
#     ${pause}

# Found on ${now.toISOString().slice(0, 10)}:
${targets.map(({ name, service }) => `#   ${service}: ${plainLine(name)}`).join("\n") || "#   nothing"}
`
      : `# A pause in a target excuses it for a time:
#     ${pause}
`;
  return `# What backup-records audit checks. The guide has every key: "The targets file" and "Found, not listed".
# Credentials do not belong here: they are read from the environment.

${shown}
# For all targets. A schedule of "own" is the one that the service states.
defaults:
${defaultsText(expected)}

${more}`;
}

function discoverText(entries: readonly DiscoveryContent[]): string {
  return `# Each entry stands for all that a service lists in a place, read again at each audit.
discover:
${entries.map(entryText).join("\n")}
    # except: ["scratch-*"]   # all but these names
    # overrides:              # other settings for some names
    #   - { names: ["test-*"], objective: { maxFailures: 3 } }
`;
}

function listText(place: DiscoveryContent | undefined, type: string, ids: readonly string[]): string {
  const { regions: [region] = [], projects: [project] = [], ...others } = place ?? {};
  const many = type === "policy" ? "policies" : `${type}s`;
  const fields = {
    ...others,
    ...(region !== undefined && { region }),
    ...(project !== undefined && { project }),
    [many]: ids,
  };
  return `targets:
${entryText(fields)}
`;
}

function entryText(fields: object): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${toJson(value)}`);
  return `  - ${lines.join("\n    ")}`;
}

function defaultsText(expected: Expected): string {
  const age = "  # objective: { maxAge: 30h, maxRestoreAge: 90d }";
  if (expected === "own") return `  schedule: own\n${age}`;
  if ("cron" in expected) return `  schedule: { cron: ${toJson(expected.cron)}, zone: UTC }\n${age}`;
  return `  schedule: none\n  objective: { maxAge: ${expected.maxAge} }`;
}
