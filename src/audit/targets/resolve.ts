import type { FileContent, Settings, TargetContent } from "../../../generated/audit/targets-types.js";
import { checkBaseUrl, isLoopback } from "../../core/endpoint.js";
import { ConfigurationError } from "../../core/errors.js";
import { idProblem } from "../../core/request.js";
import { endpointVariable } from "../../node/endpoint-variable.js";
import { oneOf, quote } from "../../node/quote.js";
import { ruleProblem } from "../../records/due-runs.js";
import { readTime } from "../../records/fields.js";
import type { Service } from "../../records/service.js";
import { parseDuration } from "../duration.js";
import { defaultObjective, type Objective } from "../objective.js";
import type { Pause, Target, TargetSchedule } from "../target.js";
import { type AccountBook, type FoundPlace, reportUnknown } from "./accounts.js";
import { cloudsOf, regionProblem } from "./endpoints.js";
import { SUBJECT_KEYS, SUBJECTS } from "./ids.js";
import { child, type Problems } from "./problems.js";

/** All of a target except what each of its ids adds. */
export type Common = Omit<Target, "name" | "resource">;

/** What a file's targets are resolved with. */
export interface Resolving {
  readonly file: FileContent;
  readonly accounts: AccountBook;
  readonly services: readonly Service[];
  readonly problems: Problems;
  /** Variables; an empty one counts as not set. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Settings that apply to a target, and where they stand. */
export interface Layer {
  readonly pointer: string;
  readonly settings: Settings;
}

/** A target and its group, the nearest first. A group that the file does not define is reported. */
function ownLayers(target: TargetContent, pointer: string, { file, problems }: Resolving): Layer[] {
  const own: Layer[] = [{ pointer, settings: target }];
  if (target.group === undefined) return own;
  const groups = new Map(Object.entries(file.groups ?? {}));
  const group = groups.get(target.group);
  if (group !== undefined) return [...own, { pointer: child("/groups", target.group), settings: group }];
  if (!problems.isInvalid(file.groups ? "/groups" : ""))
    reportUnknown("group", { value: target.group, at: child(pointer, "group") }, groups.keys(), problems);
  return own;
}

/**
 * Combines a target with its group and the defaults, and finds out what they leave open. Returns undefined
 * after the reasons were reported.
 * @param standard what holds for a discovery if no layer says otherwise; absent for a target
 */
export function resolveTarget(
  target: TargetContent,
  pointer: string,
  context: Resolving,
  standard?: Settings,
): { readonly common: Common; readonly layers: readonly Layer[] } | undefined {
  const { file, accounts, services, problems, env } = context;
  const self = standard === undefined ? "this target" : "this discovery";
  const own = ownLayers(target, pointer, context);
  const layers = [
    ...own,
    ...(file.defaults ? [{ pointer: "/defaults", settings: file.defaults }] : []),
    ...(standard ? [{ pointer: "", settings: standard }] : []),
  ];
  const pick = <K extends keyof Settings>(key: K) => pickFrom(layers, key);
  // What is missing may stand under a misspelt key, which was reported.
  const whole = ![...layers.map((layer) => layer.pointer), ""].some((one) => problems.isInvalid(one));
  const sure = whole && (target.group === undefined || own.length > 1);
  const reportMissing = (what: string, hint: string) => {
    if (sure) problems.add(pointer, what, { hint, absent: true });
  };

  const service = services.find(({ name }) => name === pick("service")?.value);
  const named = pick("account");
  if (service === undefined) {
    const names = services.map(({ name }) => name);
    reportMissing(`${self} has no service`, `write service: ${oneOf(names)}`);
  }
  const account = named || sure ? accounts.of(named, pointer) : undefined;
  if (service === undefined) return undefined;
  checkKeys(service, target, own, problems);

  const baseUrl = pick("baseUrl");
  const address = baseUrl && reporting(baseUrl.at, problems, () => checkBaseUrl(baseUrl.value));
  const clouds = cloudsOf(service);
  const stated = pick("cloud");
  const known = stated?.value ?? (clouds.length === 1 ? clouds[0] : undefined) ?? null;
  if (known !== null && !clouds.includes(known)) {
    const hint = `write cloud: ${oneOf(clouds)}`;
    problems.add(stated?.at ?? pointer, `${service.name} has no endpoint on ${known}`, { hint });
    return undefined;
  }
  const stating = pick("region");
  const place = { cloud: known, region: stating?.value ?? null, baseUrl: address ?? null };
  const need = account && { account, service: service.name, ...place };
  const found = need && accounts.credentials(need, pointer);
  const cloud = known ?? found?.cloud ?? null;
  const region = stating?.value ?? onlyRegion(service) ?? found?.region ?? null;
  if (baseUrl === undefined && cloud !== null && region !== null) {
    const problem = regionProblem(service, cloud, region);
    if (problem) problems.add(stating?.at ?? pointer, problem.message, problem);
  }
  // What the file does not say may stand in the environment, which was not read.
  if (need === undefined || found === undefined || (baseUrl !== undefined && address === undefined))
    return undefined;

  // What list obeys would send every target of a file to one address, whatever its account.
  const variable = endpointVariable(service.name);
  const instead = `or a baseUrl${env[variable] ? `: ${variable} does not count for a targets file` : ""}`;
  if (address === undefined && cloud === null) {
    reportMissing(`${self} has no cloud`, `write cloud: ${oneOf(clouds)}, ${instead}`);
  } else if (address === undefined && region === null) {
    reportMissing(`${self} has no region`, `write ${standard ? "regions" : "region"}:, ${instead}`);
  } else if (region === null && found.needsRegion) {
    reportMissing(
      `${self} has no region, which its account's access key signs`,
      `write ${standard ? "regions" : "region"}:`,
    );
  }
  const common: Common = {
    service: service.name,
    api: pick("api")?.value ?? service.apis[0] ?? null,
    account: need.account.name,
    cloud,
    region,
    baseUrl: address ?? null,
    projectId: service.needsProject
      ? projectOf(layers, { address, cloud, found, self }, problems, reportMissing)
      : null,
    group: target.group ?? null,
    ...expectationsOf(layers, problems),
  };
  return { common, layers };
}

/** The region of a service that has only one. */
function onlyRegion({ clouds }: Service): string | undefined {
  const regions = Object.values(clouds).flatMap((cloud) => cloud.regions);
  return regions.length === 1 ? regions[0] : undefined;
}

/** What the nearest layer says, and where. */
function pickFrom<K extends keyof Settings>(layers: readonly Layer[], key: K) {
  for (const { pointer, settings } of layers) {
    const value = settings[key];
    if (value !== undefined) return { value, at: child(pointer, key) };
  }
  return undefined;
}

/** Reports keys that the service does not have, in a target and its group; defaults are for every service. */
function checkKeys(service: Service, target: TargetContent, own: readonly Layer[], problems: Problems): void {
  const needless = [
    ...(service.apis.length > 0 ? [] : ["api" as const]),
    ...(service.needsProject ? [] : ["project" as const]),
  ];
  for (const key of needless) {
    const given = pickFrom(own, key);
    if (given) problems.add(given.at, `${service.name} has no ${key}`, { hint: `leave ${key} out` });
  }
  for (const key of SUBJECT_KEYS) {
    const words = SUBJECTS.filter(({ type }) => service.subject.types.includes(type)).flatMap((subject) => [
      subject.type,
      subject.many,
    ]);
    if (target[key] === undefined || words.some((word) => word === key)) continue;
    const wanted = words.filter((word) => /s$/.test(word) === /s$/.test(key));
    const hint = `name its ${oneOf(wanted)}`;
    problems.add(child(own[0]?.pointer ?? "", key), `${service.name} has no ${key}`, { hint });
  }
}

/** The id of the project; null if it is missing, or if the login finds it. */
function projectOf(
  layers: readonly Layer[],
  place: {
    readonly address: string | undefined;
    readonly cloud: Target["cloud"];
    readonly found: FoundPlace;
    /** What messages call the target. */
    readonly self: string;
  },
  problems: Problems,
  reportMissing: (what: string, hint: string) => void,
): string | null {
  const { address, cloud, found, self } = place;
  const project = pickFrom(layers, "project");
  if (project) {
    const problem = idProblem(project.value);
    if (problem) problems.add(project.at, `project ${problem}`);
    return project.value;
  }
  if (found.projectId !== undefined) return found.projectId;
  if (found.projectName !== undefined && found.findsProject) return null;
  if (address !== undefined && isLoopback(new URL(address).hostname)) return "local";
  const variable = cloud === "huaweicloud" ? "HUAWEICLOUD_SDK_PROJECT_ID" : "OS_PROJECT_ID";
  const hint = `write project:, or give its account ${variable}`;
  if (found.projectName === undefined) reportMissing(`${self} has no project`, hint);
  else reportMissing(`${self} has no project id, only the project name ${quote(found.projectName)}`, hint);
  return null;
}

/** What is expected of the backups, until when a target is excused, and its labels. */
export function expectationsOf(
  layers: readonly Layer[],
  problems: Pick<Problems, "add">,
): Pick<Target, "labels" | "objective" | "schedule" | "pause"> {
  const schedule = scheduleOf(layers, problems);
  return {
    labels: labelsOf(layers),
    objective: objectiveOf(layers, schedule),
    schedule,
    pause: pauseOf(layers, problems),
  };
}

const GRACE = 2 * 3_600_000;

function scheduleOf(layers: readonly Layer[], problems: Pick<Problems, "add">): TargetSchedule | null {
  const given = pickFrom(layers, "schedule");
  if (given === undefined || given.value === "none") return null;
  if (typeof given.value === "string") return "own";
  const { cron = "", zone = "UTC", grace } = given.value;
  // Without `cron`, which the schema asks for, there is nothing to check.
  const wrong = given.value.cron === undefined ? null : ruleProblem({ kind: "cron", expression: cron, zone });
  if (wrong !== null) problems.add(given.at, `schedule: ${wrong}`);
  return { cron, zone, grace: (grace === undefined ? null : parseDuration(grace)) ?? GRACE };
}

function pauseOf(layers: readonly Layer[], problems: Pick<Problems, "add">): Pause | null {
  const given = pickFrom(layers, "pause");
  if (given === undefined) return null;
  const { until = "", reason = "", acceptedBy } = given.value;
  const day = readTime(`${until}T00:00:00Z`, "iso");
  if (day === null && until !== "") {
    problems.add(child(given.at, "until"), `until is not a day of the calendar: ${quote(until)}`);
  }
  return { until: Number(day) + 86_400_000, reason, ...(acceptedBy !== undefined && { acceptedBy }) };
}

/** The nearest layer that states a key wins; what no layer states is the default. */
function objectiveOf(layers: readonly Layer[], schedule: TargetSchedule | null): Objective {
  const stated = layers.map(({ settings }) => settings.objective ?? {});
  const maxAge = stated.find((objective) => objective.maxAge !== undefined)?.maxAge;
  const maxDuration = stated.find((objective) => objective.maxDuration !== undefined)?.maxDuration;
  const restorable = stated.find((objective) => objective.minRestorable !== undefined)?.minRestorable;
  const failures = stated.find((objective) => objective.maxFailures !== undefined)?.maxFailures;
  const restoreAge = stated.find((objective) => objective.maxRestoreAge !== undefined)?.maxRestoreAge;
  const skipped = stated.find(({ ignore }) => ignore?.skipped !== undefined)?.ignore?.skipped;
  const manual = stated.find(({ ignore }) => ignore?.manual !== undefined)?.ignore?.manual;
  const { ignore, ...defaults } = defaultObjective;
  return {
    // A schedule says when backups are due, so that an age counts only if it is given, too.
    maxAge:
      (maxAge === undefined ? null : parseDuration(maxAge)) ??
      (schedule === null ? defaults.maxAge : Number.POSITIVE_INFINITY),
    // `none` is not a duration, and means no limit.
    maxDuration: maxDuration === undefined ? defaults.maxDuration : parseDuration(maxDuration),
    minRestorable: restorable ?? defaults.minRestorable,
    maxFailures: failures ?? null,
    maxRestoreAge: restoreAge === undefined ? null : parseDuration(restoreAge),
    ignore: { skipped: skipped ?? ignore.skipped, manual: manual ?? ignore.manual },
  };
}

/** Labels of all layers, those of the nearest layer first. */
function labelsOf(layers: readonly Layer[]): Readonly<Record<string, string>> {
  const labels = new Map<string, string>();
  for (const { settings } of layers) {
    for (const [key, value] of Object.entries(settings.labels ?? {}))
      if (!labels.has(key)) labels.set(key, value);
  }
  return Object.fromEntries(labels);
}

/** Runs `check` and reports what is wrong with the configuration. */
function reporting<T>(pointer: string, problems: Problems, check: () => T): T | undefined {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const [message = "", hint] = error.message.split("; ");
    problems.add(pointer, message, { hint });
    return undefined;
  }
}
