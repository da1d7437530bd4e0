import { checkBaseUrl, isLoopback } from "../../core/endpoint.js";
import { ConfigurationError } from "../../core/errors.js";
import { idProblem } from "../../core/request.js";
import type { BackupService } from "../../records/record.js";
import { defaultObjective, type Objective } from "../objective.js";
import type { Target } from "../target.js";
import { type AccountBook, reportUnknown } from "./accounts.js";
import { oneOf } from "./echo.js";
import { cloudsOf, regionProblem } from "./endpoints.js";
import type { Problems } from "./problems.js";
import type { CredentialsNeed, FoundPlace } from "./read.js";
import type { Placed } from "./readers.js";
import {
  type FileFields,
  type ObjectiveFields,
  type SettingsFields,
  SUBJECTS,
  type TargetFields,
} from "./shape.js";

/** All of a target but what each of its ids adds. */
export type Common = Omit<Target, "name" | "resource">;

/** What is asked of the outside while targets are settled. */
export interface Surroundings {
  readonly accounts: AccountBook;
  readonly findCredentials: (need: CredentialsNeed) => FoundPlace;
}

/**
 * Lays a target over its group and the defaults and settles what is left open; undefined after having
 * reported why it cannot.
 */
export function settle(
  { at, value: target }: Placed<TargetFields>,
  file: FileFields,
  { accounts, findCredentials }: Surroundings,
  problems: Problems,
): Common | undefined {
  const group = target.group && file.groups?.value.get(target.group.value)?.value;
  if (target.group !== undefined && group === undefined && !problems.isSpoilt(file.groups?.value ?? file)) {
    reportUnknown("group", target.group, file.groups?.value.keys() ?? [], problems);
  }
  const own: readonly (SettingsFields | undefined)[] = [target, group];
  const layers = [...own, file.defaults?.value];
  const pick = <T>(get: (layer: SettingsFields) => T | undefined): T | undefined => {
    const layer = layers.find((one) => one && get(one) !== undefined);
    return layer && get(layer);
  };
  // What is not there may stand under a key that is misspelt, and was reported as such.
  const whole = ![...layers, file].some((layer) => layer && problems.isSpoilt(layer));
  const sure = whole && (target.group === undefined || group !== undefined);
  const complain = (what: string, hint: string) => {
    if (sure) problems.add(at, what, { hint, absent: true });
  };

  const service = pick((layer) => layer.service);
  const named = pick((layer) => layer.account);
  if (service === undefined) complain("this target has no service", "write service: dcs, vbs or starrocks");
  const account = named || sure ? accounts.of(named, at) : undefined;
  if (service === undefined) return undefined;
  checkKeys(service.value, target, own, problems);

  const baseUrl = pick((layer) => layer.baseUrl);
  const address = baseUrl && complaining(baseUrl.at, problems, () => checkBaseUrl(baseUrl.value));
  const clouds = cloudsOf(service.value);
  const stated = pick((layer) => layer.cloud);
  const known = stated?.value ?? (clouds.length === 1 ? clouds[0] : undefined) ?? null;
  if (known !== null && !clouds.includes(known)) {
    const hint = `write cloud: ${oneOf(clouds)}`;
    problems.add(stated?.at ?? at, `${service.value} has no endpoint on ${known}`, { hint });
    return undefined;
  }
  const need = account && { account, service: service.value, cloud: known, baseUrl: address ?? null };
  const found = need && accounts.credentials(need, at, findCredentials);
  const cloud = known ?? found?.cloud ?? null;
  const region = pick((layer) => layer.region);
  const place = region?.value ?? (service.value === "vbs" ? "eu-de" : found?.region) ?? null;
  if (baseUrl === undefined && cloud !== null && place !== null) {
    const problem = regionProblem(service.value, cloud, place);
    if (problem) problems.add(region?.at ?? at, problem.message, problem);
  }
  // What is not in the file may be in the environment, which told nothing.
  if (need === undefined || found === undefined || (baseUrl !== undefined && address === undefined))
    return undefined;

  if (address === undefined && cloud === null) {
    complain("this target has no cloud", `write cloud: ${oneOf(clouds)}, or a baseUrl`);
  } else if (address === undefined && place === null) {
    complain("this target has no region", "write region:, or a baseUrl");
  } else if (place === null && found.needsRegion) {
    complain("this target has no region, which its account's access key signs", "write region:");
  }
  const project = service.value === "starrocks" ? undefined : pick((layer) => layer.project);
  const projectProblem = project && idProblem(project.value);
  if (project && projectProblem) problems.add(project.at, `project ${projectProblem}`);
  const local = address !== undefined && isLoopback(new URL(address).hostname) ? "local" : null;
  const projectId = service.value === "starrocks" ? null : (project?.value ?? found.projectId ?? local);
  if (projectId === null && service.value !== "starrocks") {
    const variable = cloud === "huaweicloud" ? "HUAWEICLOUD_SDK_PROJECT_ID" : "OS_PROJECT_ID";
    complain("this target has no project", `write project:, or give its account ${variable}`);
  }
  return {
    service: service.value,
    api: service.value === "dcs" ? (pick((layer) => layer.api)?.value ?? "v1.0") : null,
    account: need.account.name,
    cloud,
    region: place,
    baseUrl: address ?? null,
    projectId,
    group: target.group?.value ?? null,
    labels: labelsOf(layers),
    objective: objectiveOf(layers.map((layer) => layer?.objective?.value)),
  };
}

/** What each service's backups are of; a cluster is another word for an instance of StarRocks. */
const SUBJECTS_OF: Readonly<Record<BackupService, readonly string[]>> = {
  dcs: ["instance", "instances"],
  vbs: ["policy", "policies"],
  starrocks: ["instance", "instances", "cluster", "clusters"],
};

/** Reports what a service does not know, where the target or its group says it; defaults serve every service. */
function checkKeys(
  service: BackupService,
  target: TargetFields,
  own: readonly (SettingsFields | undefined)[],
  problems: Problems,
): void {
  const needless = [
    ...(service === "dcs" ? [] : ["api" as const]),
    ...(service === "starrocks" ? ["project" as const] : []),
  ];
  for (const key of needless) {
    const given = own.find((layer) => layer?.[key] !== undefined)?.[key];
    if (given) problems.add(given.at, `${service} has no ${key}`, { hint: `leave ${key} out` });
  }
  for (const key of SUBJECTS) {
    const given = target[key];
    if (given === undefined || SUBJECTS_OF[service].includes(key)) continue;
    const wanted = SUBJECTS_OF[service].filter((word) => /s$/.test(word) === /s$/.test(key));
    problems.add(given.at, `${service} has no ${key}`, { hint: `name its ${oneOf(wanted)}` });
  }
}

/** Nearest first; what no layer says is the default. */
function objectiveOf(layers: readonly (ObjectiveFields | undefined)[]): Objective {
  const first = <T>(value: (layer: ObjectiveFields) => Placed<T> | undefined, otherwise: T): T => {
    const layer = layers.find((one) => one && value(one) !== undefined);
    const found = layer && value(layer);
    return found === undefined ? otherwise : found.value;
  };
  const { maxAge, maxDuration, minRestorable, ignore } = defaultObjective;
  return {
    maxAge: first((layer) => layer.maxAge, maxAge),
    maxDuration: first((layer) => layer.maxDuration, maxDuration),
    minRestorable: first((layer) => layer.minRestorable, minRestorable),
    ignore: {
      skipped: first((layer) => layer.ignore?.value.skipped, ignore.skipped),
      manual: first((layer) => layer.ignore?.value.manual, ignore.manual),
    },
  };
}

function labelsOf(layers: readonly (SettingsFields | undefined)[]): Readonly<Record<string, string>> {
  const labels = new Map<string, string>();
  for (const layer of layers) {
    for (const [key, { value }] of layer?.labels?.value ?? []) if (!labels.has(key)) labels.set(key, value);
  }
  return Object.fromEntries(labels);
}

function complaining<T>(at: number, problems: Problems, make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const [message = "", hint] = error.message.split("; ");
    problems.add(at, message, { hint });
    return undefined;
  }
}
