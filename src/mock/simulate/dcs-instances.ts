import type {
  DcsBackupPlan,
  DcsBackupPolicy,
  DcsInstance,
  DcsInstanceBackupPolicy,
  DcsInstanceTag,
  DcsListedInstance,
} from "../../../generated/dcs/types.js";
import { hex, keyOf, mix, uuid } from "../random.js";
import type { SimulatorOptions } from "../service-definition.js";
import {
  createPopulation,
  createWeeklyPopulation,
  listedBesides,
  type Population,
  type WeeklyPlan,
} from "./population.js";

/** How the backups of an instance come about. */
export interface DcsBackups {
  readonly population: Population;
  /** `auto` by the plan alone · `manual` by hand alone · `both` mostly by the plan, and some by hand instead. */
  readonly by: "auto" | "manual" | "both";
  /** How long an automatic backup is kept, in days. */
  readonly saveDays: number;
}

/** An instance of the simulated account, or one that a request names. */
export interface SimulatedInstance {
  readonly id: string;
  readonly key: number;
  readonly createdAt: number;
  readonly mode: "single" | "ha" | "cluster" | "proxy" | "ha_rw_split";
  /** `off`: the plan is still there, but only manual backups are made. */
  readonly policy: "auto" | "off" | "none";
  readonly plan: WeeklyPlan;
  readonly saveDays: number;
  readonly failed: boolean;
  readonly backups: DcsBackups;
}

/** Instances that the account lists; the first is the mock's own resource, whose backups are made every day. */
const ACCOUNT = 12;
const DAY = 86_400_000;
const MODES = ["ha", "cluster", "proxy", "ha_rw_split"] as const;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** The kinds of instances that the account has besides, with `gaps`. */
const GAPS = ["missed", "manual", "empty", "hollow", "failing", "never", "stuck", "gone"];

/** Days of the week of a plan, 1 is Monday. */
const WEEKS = [EVERY_DAY, [1, 2, 3, 4, 5], [1, 3, 5], [2, 6], [7]];

/** The instances that the simulator knows, by the seed. */
export interface DcsAccount {
  /** The id of the mock's own instance. */
  readonly resource: string;
  /**
   * The instances that are listed at `now`: the mock's own, those with a weekly plan, one whose plan is switched off, one
   * of a single node, which cannot be backed up, and one that could not be created.
   */
  instances(now: number): SimulatedInstance[];
  /** An instance by its id. One that is not listed has backups every day, or what the prefix of its id says. */
  instance(id: string): SimulatedInstance;
}

export function createAccount(options: SimulatorOptions): DcsAccount {
  const { seed } = options;
  const resource = uuid(mix(seed, 0, 1), seed, 0);
  const ids = [
    resource,
    ...Array.from({ length: ACCOUNT - 1 }, (_, at) => uuid(mix(seed, at, 3), seed, at + 1)),
  ];
  const places = new Map(ids.map((id, at) => [id, at]));
  const instance = (id: string) => createInstance(options, id, places.get(id) ?? 0);
  return {
    resource,
    instances: (now) => [...ids, ...listedBesides(GAPS, options, now)].map(instance),
    instance,
  };
}

/** @param at place in the account; 0 for the mock's own and for any that is not listed */
function createInstance(options: SimulatorOptions, id: string, at: number): SimulatedInstance {
  const key = keyOf(options.seed, "dcs", id);
  const population = createPopulation(options, key, id);
  const createdAt = options.start - (400 + (mix(key, 0, 60) % 1000)) * DAY;
  if (at === 0) {
    const plan = { days: EVERY_DAY, hour: new Date(population.dueAt).getUTCHours() };
    const byHand = id.startsWith("manual-");
    const policy = id.startsWith("empty-") ? "none" : byHand ? "off" : "auto";
    const by = byHand ? "manual" : id.startsWith("healthy-") ? "auto" : "both";
    const backups = { population, by, saveDays: 7 } as const;
    return { id, key, createdAt, failed: false, saveDays: 7, mode: "ha", policy, plan, backups };
  }
  const saveDays = 1 + (mix(key, 0, 61) % 7);
  const plan = { days: WEEKS[at % WEEKS.length] ?? EVERY_DAY, hour: mix(key, 0, 62) % 24 };
  const mode = MODES[mix(key, 0, 63) % MODES.length] ?? "ha";
  const base = { id, key, createdAt, failed: false, saveDays, mode, plan };
  const none = { population: { ...population, size: 0, unsettled: 0 }, by: "auto", saveDays } as const;
  if (at === ACCOUNT - 1) return { ...base, failed: true, policy: "none", backups: none };
  if (at === ACCOUNT - 2) return { ...base, mode: "single", policy: "none", backups: none };
  if (at === ACCOUNT - 3) return { ...base, policy: "off", backups: { population, by: "manual", saveDays } };
  const weekly = createWeeklyPopulation(options, key, plan);
  return { ...base, policy: "auto", backups: { population: weekly, by: "auto", saveDays } };
}

/** What a request for a listing of instances asks for; a filter that is undefined lets every instance pass. */
export interface InstanceFilter {
  readonly name: string | undefined;
  readonly exactName: boolean;
  readonly status: string | undefined;
  /** `key=value`, all of which an instance must have. */
  readonly tags: readonly string[];
  readonly ip: string | undefined;
  readonly capacity: string | undefined;
  readonly failed: boolean;
}

/** Whether an instance passes a filter. A name is found anywhere in another, in any letter case. */
export function passes(instance: SimulatedInstance, filter: InstanceFilter): boolean {
  const { name, status, ip, capacity, tags = [] } = listedInstance(instance);
  const found = filter.name?.toLowerCase();
  const own = (tags ?? []).map(({ key, value }) => `${key}=${value}`);
  return [
    filter.failed || !instance.failed,
    found === undefined || (filter.exactName ? name === filter.name : name.toLowerCase().includes(found)),
    filter.status === undefined || status === filter.status,
    filter.tags.every((tag) => own.includes(tag)),
    filter.ip === undefined || ip === filter.ip,
    filter.capacity === undefined || String(capacity) === filter.capacity,
  ].every(Boolean);
}

const NAMES = ["billing", "sessions", "catalog", "search", "cart", "profiles", "orders", "metrics"];
const TEAMS = ["billing", "shop", "platform"];
const STAGES = ["live", "test"];
const CAPACITIES = [0, 1, 2, 4, 8, 16, 32];
const VERSIONS = ["4.0", "5.0", "6.0"];

/** The wire object of an instance in the listing. */
export function listedInstance(instance: SimulatedInstance): DcsListedInstance {
  const { id, key, createdAt, mode, failed } = instance;
  const pick = <Value>(purpose: number, values: readonly Value[], standard: Value) =>
    values[mix(key, 0, purpose) % values.length] ?? standard;
  const capacity = pick(64, CAPACITIES, 4);
  const megabytes = capacity === 0 ? 128 : capacity * 1024;
  const tags: DcsInstanceTag[] = [
    { key: "team", value: pick(65, TEAMS, "shop") },
    { key: "stage", value: pick(66, STAGES, "live") },
  ];
  return {
    instance_id: id,
    name: `dcs-${pick(67, NAMES, "cache")}-${hex(key, 4)}`,
    status: failed ? "CREATEFAILED" : "RUNNING",
    sub_status: "normal",
    publicip_id: null,
    vpc_name: "vpc-mock",
    charging_mode: 0,
    vpc_id: uuid(mix(key, 0, 68), key, 1),
    subnet_id: uuid(mix(key, 0, 69), key, 2),
    security_group_id: uuid(mix(key, 0, 70), key, 3),
    created_at: iso(createdAt),
    updated_at: iso(createdAt + DAY),
    enable_ssl: false,
    max_memory: megabytes,
    used_memory: failed ? 0 : Math.floor((megabytes * (10 + (mix(key, 0, 71) % 80))) / 100),
    publicip_address: null,
    capacity,
    capacity_minor: capacity === 0 ? ".125" : null,
    order_id: null,
    maintain_begin: "18:00:00",
    maintain_end: "19:00:00",
    engine: "Redis",
    engine_version: pick(72, VERSIONS, "5.0"),
    service_upgrade: false,
    no_password_access: "false",
    service_task_id: "",
    ip: `192.168.${mix(key, 0, 73) % 256}.${1 + (mix(key, 0, 74) % 254)}`,
    access_user: null,
    enable_publicip: false,
    port: 6379,
    user_id: hex(mix(key, 0, 75)) + hex(mix(key, 0, 76)),
    user_name: "mock-user",
    domain_name: `redis-${id}.dcs.example.com`,
    spec_code: `redis.${mode}.xu1.${capacity === 0 ? "tiny" : "large"}.${capacity === 0 ? 128 : capacity}`,
    tags,
    enterprise_project_id: "0",
    description: null,
    cpu_type: "x86_64",
    az_codes: ["mock-01", "mock-02"],
    features: {
      support_acl: true,
      support_transparent_client_ip: true,
      support_ssl: false,
      support_audit_log: false,
    },
  };
}

/** The wire object of an instance in full. */
export function wireInstance(instance: SimulatedInstance): DcsInstance {
  const { updated_at, az_codes: _, ...listed } = listedInstance(instance);
  const sharded = instance.mode === "cluster" || instance.mode === "proxy";
  return {
    ...listed,
    ...(updated_at !== undefined && { update_at: updated_at }),
    order_id: null,
    publicip_id: null,
    az_codes: ["mock-01", "mock-02"],
    available_zones: [hex(mix(instance.key, 0, 77)), hex(mix(instance.key, 0, 78))],
    cache_mode: instance.mode,
    instance_backup_policy: wirePolicy(instance),
    security_group_name: "mock-group",
    subnet_name: "subnet-mock",
    subnet_cidr: "192.168.0.0/16",
    enterprise_project_name: "default",
    transparent_client_ip_enable: true,
    product_type: "generic",
    storage_type: "DRAM",
    launched_at: iso(instance.createdAt + 60_000),
    db_number: sharded ? 1 : 256,
    replica_count: instance.mode === "single" ? 1 : 2,
    ...(sharded && { sharding_count: 3 }),
    cloud_service_type_code: "hws.service.type.dcs",
    cloud_resource_type_code: "hws.resource.type.dcs3",
    inquery_spec_code: listed.spec_code,
  };
}

function wirePolicy({
  key,
  createdAt,
  policy,
  plan,
  saveDays,
}: SimulatedInstance): DcsInstanceBackupPolicy | null {
  if (policy === "none") return null;
  const hour = (value: number) => `${String(value % 24).padStart(2, "0")}:00`;
  const schedule: DcsBackupPlan = {
    timezone_offset: null,
    backup_at: [...plan.days],
    period_type: "weekly",
    begin_at: `${hour(plan.hour)}-${hour(plan.hour + 1)}`,
  };
  const inner: DcsBackupPolicy = {
    backup_type: policy === "auto" ? "auto" : "manual",
    save_days: saveDays,
    periodical_backup_plan: schedule,
  };
  return {
    backup_policy_id: uuid(mix(key, 0, 79), key, 4),
    created_at: iso(createdAt + 3_600_000),
    updated_at: iso(createdAt + DAY),
    policy: inner,
    tenant_id: hex(mix(key, 0, 80)) + hex(mix(key, 0, 81)),
  };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
