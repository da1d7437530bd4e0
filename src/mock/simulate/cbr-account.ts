import type {
  CbrPolicy,
  CbrProtectable,
  CbrResourceType,
  CbrVault,
  CbrVaultResource,
} from "../../../generated/cbr/types.js";
import { hex, keyOf, mix, uuid } from "../random.js";
import type { SimulatorOptions } from "../service-definition.js";
import { wireTime } from "./cbr-backup.js";
import { createPopulation, isUnknown, listedBesides, type Population } from "./population.js";

/** A resource of the simulated project: a member of a vault, or one that no vault has. */
export interface CbrMember {
  readonly id: string;
  readonly name: string;
  readonly kind: "server" | "disk";
  /** Null: it is in no vault. */
  readonly vault: SimulatedVault | null;
  /** Whether it follows the vault's policy. */
  readonly follows: boolean;
  /** Whether it does not exist any more, and is in its vault all the same. */
  readonly isDeleted: boolean;
  readonly population: Population;
}

export interface SimulatedVault {
  readonly id: string;
  readonly name: string;
  readonly kind: "server" | "disk";
  readonly protects: "backup" | "replication";
  readonly policy: string | null;
  readonly full: boolean;
  readonly createdAt: number;
}

/** The project that the simulator knows, by the seed. */
export interface CbrAccount {
  /** The id of the mock's own server. */
  readonly resource: string;
  readonly vaults: readonly SimulatedVault[];
  readonly policies: readonly CbrPolicy[];
  /** What there is at `now`. */
  members(now: number): CbrMember[];
  /** A resource by its id. One that is in no vault has backups every day, or what the prefix of its id says. */
  member(id: string): CbrMember;
}

const DAY = 86_400_000;
export const PROVIDERS = {
  server: "0daac4c5-6707-4851-97ba-169e36266b66",
  disk: "d1603440-187d-4516-af25-121250c7cc97",
} as const;
export const TYPES: Readonly<Record<CbrMember["kind"], CbrResourceType>> = {
  server: "OS::Nova::Server",
  disk: "OS::Cinder::Volume",
};

/** Servers in the first vault, with `gaps`. */
const GAPS = ["missed", "failing", "stuck", "gone"];
/** With `gaps`, a server that does not exist any more: the backups that its vault begins of it fail. */
const DELETED = "failing-deleted-1";
/** Healthy servers in a vault. */
const PER_VAULT = 500;

export function createCbrAccount(options: SimulatorOptions): CbrAccount {
  const { seed, start } = options;
  const id = (at: number, purpose: number) => uuid(mix(seed, at, purpose), seed, at + 100 * purpose);
  const resource = id(0, 50);
  const [daily, weekly, off] = [id(0, 51), id(1, 51), id(2, 51)];
  const vault = (at: number, given: Partial<SimulatedVault>): SimulatedVault => ({
    ...{ id: id(at, 52), name: `vault-${hex(mix(seed, at, 53), 4)}`, kind: "server", protects: "backup" },
    ...{ policy: null, full: false, createdAt: start - (400 + at) * DAY, ...given },
  });
  const servers = vault(0, { policy: daily });
  const disks = vault(1, { kind: "disk", policy: weekly });
  const full = vault(6, { policy: daily, full: true });
  const vaults = [
    ...[servers, disks, vault(2, {}), vault(3, { protects: "replication" })],
    ...(options.gaps > 0 ? [vault(4, { policy: off }), vault(5, {}), full] : []),
  ];
  const further = Array.from({ length: Math.ceil(options.healthy / PER_VAULT) }, (_, at) =>
    vault(10 + at, { policy: daily }),
  );
  const places = new Map<string, Omit<CbrMember, "id" | "name" | "isDeleted" | "population">>([
    ...[resource, id(1, 50), id(2, 50)].map(
      (one) => [one, { kind: "server", vault: servers, follows: true }] as const,
    ),
    // Nothing backs it up: it is in the vault, and does not follow the vault's policy.
    [`empty-${id(3, 50)}`, { kind: "server", vault: servers, follows: false }],
    ...[id(4, 50), id(5, 50)].map((one) => [one, { kind: "disk", vault: disks, follows: true }] as const),
    [`empty-${id(6, 50)}`, { kind: "server", vault: null, follows: false }],
    ...(options.gaps
      ? [
          ...listedBesides(GAPS, { ...options, healthy: 0 }, start).map(
            (one) => [one, { kind: "server", vault: servers, follows: true }] as const,
          ),
          [DELETED, { kind: "server", vault: servers, follows: true }] as const,
          ["failing-full-1", { kind: "server", vault: full, follows: true }] as const,
          ["empty-off-1", { kind: "server", vault: vaults[4] ?? null, follows: true }] as const,
          ["empty-unbound-1", { kind: "server", vault: vaults[5] ?? null, follows: true }] as const,
        ]
      : []),
    ...listedBesides([], options, start).map(
      (one, at) =>
        [one, { kind: "server", vault: further[Math.floor(at / PER_VAULT)] ?? null, follows: true }] as const,
    ),
  ]);
  const member = (one: string): CbrMember => {
    const key = keyOf(seed, "cbr", one);
    const place = places.get(one) ?? { kind: "server", vault: null, follows: true };
    return {
      id: one,
      name: `${place.kind}-${hex(key, 4)}`,
      ...place,
      isDeleted: one === DELETED,
      population: createPopulation(options, key, one),
    };
  };
  const due = new Date(member(resource).population.dueAt);
  const times = `BYHOUR=${due.getUTCHours()};BYMINUTE=${String(due.getUTCMinutes()).padStart(2, "0")}`;
  const policy = (at: number, own: string, pattern: string, enabled: boolean): CbrPolicy => ({
    id: own,
    name: ["daily", "weekly", "off"][at] ?? "policy",
    enabled,
    operation_type: "backup",
    associated_vaults: [...vaults, ...further].flatMap(({ id: vault_id, policy: applied }) =>
      applied === own ? { vault_id } : [],
    ),
    operation_definition: {
      retention_duration_days: 30,
      ...{ day_backups: 0, week_backups: 0, month_backups: 0, year_backups: 0, timezone: "UTC+01:00" },
    },
    trigger: {
      id: id(at, 54),
      name: "default",
      type: "time",
      properties: {
        pattern: [pattern],
        start_time: wireTime(start - 300 * DAY)
          .slice(0, 19)
          .replace("T", " "),
      },
    },
  });
  return {
    resource,
    vaults: [...vaults, ...further],
    policies: [
      policy(0, daily, `FREQ=DAILY;INTERVAL=1;${times}`, true),
      policy(1, weekly, `FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;${times}`, true),
      ...(options.gaps ? [policy(2, off, `FREQ=DAILY;INTERVAL=1;${times}`, false)] : []),
    ],
    members: (now) => [...places.keys()].filter((one) => !isUnknown(one, options, now)).map(member),
    member,
  };
}

/** The wire object of a vault with its members. */
export function wireVault(vault: SimulatedVault, members: readonly CbrMember[]): CbrVault {
  const resources = members.filter((member) => member.vault?.id === vault.id).map(wireResource);
  const size = Math.max(100, 40 * resources.length);
  return {
    id: vault.id,
    name: vault.name,
    description: null,
    project_id: "project",
    provider_id: PROVIDERS[vault.kind],
    created_at: wireTime(vault.createdAt),
    enterprise_project_id: "0",
    auto_bind: false,
    bind_rules: {},
    auto_expand: false,
    user_id: "user",
    tags: [],
    resources,
    billing: {
      allocated: 40 * resources.length,
      charging_mode: "post_paid",
      cloud_type: "public",
      consistent_level: "crash_consistent",
      object_type: vault.kind,
      protect_type: vault.protects,
      size,
      spec_code: vault.kind === "disk" ? "vault.backup.volume.normal" : "vault.backup.server.normal",
      status: "available",
      used: vault.full ? size * 1024 : resources.length * 1024,
      ...{ frozen_scene: null, order_id: null, product_id: null, storage_unit: null },
    },
  };
}

function wireResource({ id, name, kind, follows, population }: CbrMember): CbrVaultResource {
  return {
    id,
    name,
    type: TYPES[kind],
    protect_status: "available",
    size: 40,
    backup_size: 40,
    backup_count: Math.min(30, population.size),
    auto_protect: follows,
  };
}

/** The wire object of a resource among those that can be backed up. */
export function wireProtectable(member: CbrMember, members: readonly CbrMember[]): CbrProtectable {
  const { id, name, kind, vault, isDeleted } = member;
  return {
    id,
    name,
    type: TYPES[kind],
    size: 40,
    status: isDeleted ? "DELETED" : "ACTIVE",
    children: [],
    detail: { id, name },
    protectable: {
      code: "",
      reason: "",
      result: true,
      vault: vault === null ? null : wireVault(vault, members),
    },
  };
}
