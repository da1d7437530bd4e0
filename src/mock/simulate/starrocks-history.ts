import type { StarRocksOperation } from "../../../generated/starrocks/types.js";
import { hex, mix, scramble } from "../random.js";
import type { SimulatorOptions } from "../service-definition.js";
import type { Population } from "./population.js";
import type { Records } from "./records.js";
import { beginOf, populationOf, regionOf } from "./starrocks-account.js";

/** Backups between two operations of another kind in the history, and what these are, in turn. */
const BACKUPS_BETWEEN = 10;
const OTHER_OPERATIONS = ["restore", "update_configuration", "restart_cluster", "delete_backup"];

/**
 * The operations on a cluster that have ended: its backups, after every tenth of them another operation, and at last its
 * creation. No source page has a state for an operation under way.
 */
export function historyOf(
  options: SimulatorOptions,
  cluster: string,
  text: (parameter: string) => string | undefined,
  now: number,
): Records {
  const population = populationOf(options, cluster, regionOf(options, cluster));
  const { size, unsettled, run } = population;
  const moving = Array.from({ length: unsettled }, (_, index) => index);
  const ended = moving.filter((index) => run(index, now).phase === "ended");
  const backups = size - unsettled + ended.length;
  const others = Math.floor(backups / BACKUPS_BETWEEN);
  const operation = (position: number): StarRocksOperation & { readonly GmtCreate: number } => {
    const [block, row] = [Math.floor(position / (BACKUPS_BETWEEN + 1)), position % (BACKUPS_BETWEEN + 1)];
    const at = block * BACKUPS_BETWEEN + row;
    const index = ended[at] ?? at - ended.length + unsettled;
    if (position === backups + others) return creation(population, cluster);
    return row < BACKUPS_BETWEEN
      ? backupOperation(population, cluster, index)
      : otherOperation(population, cluster, index, block);
  };
  const filters = (["OperationId", "OperationType", "OperationStatus"] as const).flatMap((name) => {
    const value = text(name);
    return value === undefined ? [] : [(wire: StarRocksOperation) => wire[name] === value];
  });
  const total = backups + others + 1;
  const kept =
    filters.length === 0
      ? undefined
      : Array.from({ length: total }, (_, position) => position).filter((position) =>
          filters.every((passes) => passes(operation(position))),
        );
  const record = (position: number) => operation(kept === undefined ? position : (kept[position] ?? 0));
  return {
    size: kept?.length ?? total,
    unsettled: 0,
    createdAt: (position) => record(position).GmtCreate,
    state: () => "",
    record,
    indexOf: () => undefined,
  };
}

function backupOperation(population: Population, InstanceId: string, index: number) {
  const { created, ends } = population.run(index, Number.POSITIVE_INFINITY);
  const bad = population.outcome(index) === "bad";
  return {
    GmtCreate: created,
    GmtEnd: ends,
    InstanceId,
    OperationId: operationId(population, index, 50),
    OperationStatus: bad ? "TERMINATED" : "COMPLETED",
    OperationType: "backup",
    Progress: bad ? Math.floor(population.random(index, 51) * 100) : 100,
  } satisfies StarRocksOperation;
}

/** An operation halfway between a backup and the next newer one. */
function otherOperation(population: Population, InstanceId: string, older: number, block: number) {
  const GmtCreate = Math.floor((population.createdAt(older - 1) + population.createdAt(older)) / 2);
  const OperationType = OTHER_OPERATIONS[block % OTHER_OPERATIONS.length] ?? "restore";
  return {
    ...(OperationType === "update_configuration" && {
      AfterValue: "FE enable = true",
      BeforeValue: "FE enable = false",
    }),
    GmtCreate,
    GmtEnd: GmtCreate + Math.floor((1 + population.random(older, 52) * 4) * 60_000),
    InstanceId,
    OperationId: operationId(population, older, 53),
    OperationStatus: "COMPLETED",
    OperationType,
    Progress: 100,
  } satisfies StarRocksOperation;
}

function creation(population: Population, InstanceId: string) {
  const GmtCreate = beginOf(population);
  return {
    GmtCreate,
    GmtEnd: GmtCreate + 300_000,
    InstanceId,
    OperationId: operationId(population, 0, 54),
    OperationStatus: "COMPLETED",
    OperationType: "create_cluster",
    Progress: 100,
  } satisfies StarRocksOperation;
}

function operationId({ key }: Population, index: number, purpose: number): string {
  return `op-${hex(mix(key, index, purpose))}${hex(scramble(key, index), 8)}`;
}
