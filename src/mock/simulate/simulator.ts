import type { Clock } from "../../core/deadline.js";
import type { BackupService } from "../../records/record.js";
import type { MockContract, MockOperation } from "../contract.js";
import { toJson } from "../json.js";
import type { Answerer, MockReply, MockRequest } from "../message.js";
import { type Reason, refuse, requestIdHeader } from "../refusal.js";
import type { Verify } from "../verify/context.js";
import { dcsModel } from "./dcs.js";
import type { Binding, Model, World } from "./model.js";
import { type Query, readQuery } from "./query.js";
import { findRoute } from "./route.js";
import { type RankCache, type Selection, select } from "./selection.js";
import { starRocksModel } from "./starrocks.js";
import { vbsModel } from "./vbs.js";

/** What a simulator needs beyond its contract. */
export interface SimulatorOptions extends World {
  readonly clock: Clock;
  /** Ids that do not exist. */
  readonly unknown: readonly string[];
  readonly maxPageSize: number;
  readonly noContent: boolean;
  /** Checks who asks; absent where anyone may. */
  readonly verify?: Verify | undefined;
}

/** A service simulated: what answers, and an id to ask for. */
export interface Simulator {
  readonly answer: Answerer;
  readonly resource: string;
}

const MODELS: Readonly<Record<BackupService, (world: World) => Model>> = {
  dcs: dcsModel,
  vbs: vbsModel,
  starrocks: starRocksModel,
};

/** Page size where neither the caller nor the contract names one. */
const DEFAULT_PAGE_SIZE = 10;

/** Answers as the contract says, from records that are computed when they are asked for. */
export function createSimulator(contract: MockContract, options: SimulatorOptions): Simulator {
  const model = MODELS[contract.service](options);
  const cache: RankCache = new Map();
  return {
    resource: model.resource,
    async answer(request) {
      const route = findRoute(contract, request.method, request.path);
      if (!("operation" in route)) return nowhere(contract, request, route.methods);
      const { operation, ids } = route;
      const turnDown = (reason: Reason, message?: string) =>
        refuse(contract, operation, reason, request.requestId, message);
      const refusal = await options.verify?.(request, operation, ids["project_id"]);
      if (refusal) return turnDown(refusal.reason, refusal.message);
      if (ids["project_id"] === "") return turnDown("empty-project");
      const binding = model.bindings[operation.operationId];
      if (binding === undefined) return nowhere(contract, request, []);
      if (ids[binding.resource] === "") return turnDown("empty-resource");
      const query = readQuery(operation, request.query);
      if ("problem" in query) return turnDown("parameter", query.problem);
      const resource = ids[binding.resource] ?? query.text(binding.resource);
      if (resource?.startsWith("forbidden-")) return turnDown("forbidden");
      if (resource !== undefined && (resource.startsWith("missing-") || options.unknown.includes(resource))) {
        return turnDown("unknown-resource");
      }
      const page = readPage({ operation, binding, query, resource, model, options, cache });
      if ("problem" in page) return turnDown("parameter", page.problem);
      return reply(request, operation, model, page, options);
    },
  };
}

interface Listing {
  readonly operation: MockOperation;
  readonly binding: Binding;
  readonly query: Query;
  readonly resource: string | undefined;
  readonly model: Model;
  readonly options: SimulatorOptions;
  readonly cache: RankCache;
}

interface Page {
  readonly items: readonly object[];
  readonly total: number;
}

function readPage(listing: Listing): Page | { readonly problem: string } {
  const { operation, binding, query, resource, model, options, cache } = listing;
  const { paging } = operation;
  const scope = query.text(binding.scope);
  const records = model.records(resource, scope);
  const filter = {
    from: query.seconds(binding.from),
    to: query.seconds(binding.to),
    states: query.parts(binding.states),
    id: query.text(binding.id),
  };
  const now = options.clock.now();
  const selection = select(records, filter, now, cache, JSON.stringify([resource, scope]));
  const ascending = query.text(binding.direction) === "asc";
  const { total } = selection;
  const asked = query.integer(paging?.parameters.limit) ?? DEFAULT_PAGE_SIZE;
  const size = Math.min(asked, options.maxPageSize);
  const position = paging?.parameters.position;
  const marker = paging?.conflicts?.find((name) => query.sent(name));
  let first = firstRow(paging?.style, query.integer(position), size);
  if (marker !== undefined) {
    if (position !== undefined && query.sent(position)) {
      return { problem: `${marker} and ${position} cannot be combined` };
    }
    const index = records.indexOf(query.text(marker) ?? "");
    if (index === undefined) return { problem: `${marker} is the id of no record` };
    first = behind(selection, index, ascending);
  }
  const items: object[] = [];
  for (let place = first; place < Math.min(first + size, total); place++) {
    items.push(records.record(selection.at(ascending ? total - 1 - place : place), now));
  }
  return { items, total };
}

/** Rows before a page. A number far too large is as good as any behind the end. */
function firstRow(style: string | undefined, position: number | undefined, size: number): number {
  const rows =
    style === "page" ? ((position ?? 1) - 1) * size : style === "start" ? (position ?? 1) - 1 : position;
  return Math.min(rows ?? 0, Number.MAX_SAFE_INTEGER / 2);
}

/** A marker is the last record that its sender has: the page starts at the next one. */
function behind(selection: Selection, index: number, ascending: boolean): number {
  return ascending ? selection.total - selection.newerThan(index) : selection.newerThan(index + 1);
}

function reply(
  { service, requestId }: MockRequest,
  { paging, success }: MockOperation,
  model: Model,
  { items, total }: Page,
  { noContent }: SimulatorOptions,
): MockReply {
  const headers = requestIdHeader(service, requestId);
  if (total === 0 && noContent && success.includes(204)) return { status: 204, headers, body: "" };
  const body = {
    ...model.envelope(requestId),
    [paging?.items.slice(1) ?? "items"]: items,
    [paging?.total.slice(1) ?? "total"]: total,
  };
  return { status: 200, headers: { ...headers, "content-type": "application/json" }, body: toJson(body) };
}

function nowhere(
  contract: MockContract,
  { method, path, requestId }: MockRequest,
  methods: readonly MockOperation[],
): MockReply {
  const [operation = contract.operations[0]] = methods;
  if (operation === undefined) return { status: 404, headers: {}, body: "" };
  return methods.length > 0
    ? refuse(contract, operation, "method", requestId, `${method} is not allowed here`)
    : refuse(contract, operation, "address", requestId, `There is no such address: ${method} ${path}`);
}
