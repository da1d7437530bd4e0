import type { Clock } from "../../core/deadline.js";
import type { MockContract, MockOperation } from "../contract.js";
import { type MockRequest, type MockResponse, type Responder, toJson } from "../messages.js";
import { documentedResponse, refuse } from "../refusals.js";
import type { RefusalReason, SimulatedListing, SimulatorOptions } from "../service-definition.js";
import type { Verify } from "../verify/verify.js";
import { isUnknown } from "./population.js";
import { findRoute, type Query, readQuery } from "./request.js";
import { type RankCache, type Selection, select } from "./selection.js";

/** A simulated service. */
export interface Simulator {
  readonly respond: Responder;
  /** An id that has records. */
  readonly resource: string;
}

/** Page size if neither the request nor the contract names one. */
const DEFAULT_PAGE_SIZE = 10;

/**
 * Responds as the contract says, with records that are computed when they are listed. An operation for which
 * the service defines neither a listing nor a response gets its documented example.
 * @param verify checks the credentials; undefined accepts every request
 */
export function createSimulator(
  contract: MockContract,
  options: SimulatorOptions,
  clock: Clock,
  verify: Verify | undefined,
): Simulator {
  const { listings, responses = {}, resource } = contract.definition.simulate(options);
  const cache: RankCache = new Map();
  return {
    resource,
    async respond(request) {
      const route = findRoute(contract, request.method, request.path);
      if (!("operation" in route)) return refuseAddress(contract, request, route.otherMethods);
      const { operation, ids } = route;
      const { operationId } = operation;
      const refuseFor = (reason: RefusalReason, message?: string) =>
        refuse(contract, operation, reason, request.requestId, message);
      const refusal = await verify?.(request, operation, ids["project_id"]);
      if (refusal) return refuseFor(refusal.reason, refusal.message);
      if (ids["project_id"] === "") return refuseFor("empty-project");
      const listing = listings[operationId];
      const unpaged = responses[operationId];
      const parameter = (listing?.parameters ?? unpaged)?.resource ?? "";
      if (ids[parameter] === "") return refuseFor("empty-resource");
      const query = readQuery(operation, request.query);
      if ("problem" in query) return refuseFor("parameter", query.problem);
      if (listing === undefined && unpaged === undefined) {
        return documentedResponse(contract, operation, operation.success[0] ?? 200, request.requestId);
      }
      const id = ids[parameter] ?? query.text(parameter);
      if (id?.startsWith("forbidden-")) return refuseFor("forbidden");
      const now = clock.now();
      const unknown = id !== undefined && isUnknown(id, options, now);
      if (unknown && !listing?.emptyIfUnknown) return refuseFor("unknown-resource");
      const { requestIdHeader } = contract.definition.format;
      const headers = { [requestIdHeader]: request.requestId };
      if (listing === undefined) {
        const { requestId } = request;
        const body = unpaged?.body({ resource: id, text: query.text, requestId, now });
        if (body === undefined) return refuseFor("unknown-resource");
        return {
          status: 200,
          headers: { ...headers, "content-type": "application/json" },
          body: toJson(body),
        };
      }
      const { maxPageSize } = options;
      const given = listing.given && options.given?.(id);
      // What a test gives may be different each time.
      const ranks = given ? new Map() : cache;
      const context = { operation, listing, given, ids, query, id, unknown, maxPageSize, cache: ranks };
      const page = readPage(context, now);
      if ("problem" in page) return refuseFor("parameter", page.problem);
      if (page.total === 0 && options.noContent && operation.success.includes(204)) {
        return { status: 204, headers, body: "" };
      }
      const body = listBody(operation, page, listing.envelope?.(request.requestId));
      return { status: 200, headers: { ...headers, "content-type": "application/json" }, body };
    },
  };
}

/** What a page is read from. */
interface ListingContext {
  readonly operation: MockOperation;
  readonly listing: SimulatedListing;
  /** In place of the simulated records. */
  readonly given: readonly object[] | undefined;
  /** The parameters of the path. */
  readonly ids: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Of the instance, policy or cluster. */
  readonly id: string | undefined;
  readonly unknown: boolean;
  readonly maxPageSize: number;
  readonly cache: RankCache;
}

interface Page {
  readonly items: readonly object[];
  readonly total: number;
}

function readPage(context: ListingContext, now: number): Page | { readonly problem: string } {
  const { operation, listing, given, ids, query, id } = context;
  const { parameters } = listing;
  const { operationId, paging } = operation;
  const scope = ids[parameters.scope ?? ""] ?? query.text(parameters.scope);
  if (context.unknown) return { items: [], total: 0 };
  const records = (given && listing.given?.(given)) ?? listing.records(id, scope, query.text, now);
  const filter = {
    from: query.seconds(parameters.from),
    to: query.seconds(parameters.to),
    states: query.parts(parameters.states),
    id: query.text(parameters.id),
  };
  const known = [paging?.parameters.position, paging?.parameters.limit, ...Object.values(parameters)];
  const others = operation.parameters.flatMap(({ name }) =>
    known.includes(name) ? [] : (query.text(name) ?? ""),
  );
  const name = JSON.stringify([operationId, id, scope, ...others]);
  const selection = select(records, filter, now, context.cache, name);
  const ascending = query.text(parameters.direction) === "asc";
  const { total } = selection;
  const size = Math.min(query.integer(paging?.parameters.limit) ?? DEFAULT_PAGE_SIZE, context.maxPageSize);
  const position = paging?.parameters.position;
  const marker = paging?.conflicts?.find((conflict) => query.sent(conflict));
  let first = firstRow(paging?.style, query.integer(position), size);
  if (marker !== undefined) {
    if (position !== undefined && query.sent(position)) {
      return { problem: `${marker} and ${position} cannot be combined` };
    }
    const index = records.indexOf(query.text(marker) ?? "");
    if (index === undefined) return { problem: `${marker} is not the id of a record` };
    first = rowAfter(selection, index, ascending);
  }
  const items: object[] = [];
  for (let row = first; row < Math.min(first + size, total); row++) {
    items.push(records.record(selection.at(ascending ? total - 1 - row : row), now));
  }
  return { items, total };
}

/** Number of rows before a page. A position that is far too large gives an empty page. */
function firstRow(style: string | undefined, position: number | undefined, size: number): number {
  const rows =
    style === "page" ? ((position ?? 1) - 1) * size : style === "start" ? (position ?? 1) - 1 : position;
  return Math.min(rows ?? 0, Number.MAX_SAFE_INTEGER / 2);
}

/** A marker is the last record that the client has: the page starts at the next one. */
function rowAfter(selection: Selection, index: number, ascending: boolean): number {
  return ascending ? selection.total - selection.newerThan(index) : selection.newerThan(index + 1);
}

function listBody({ paging }: MockOperation, { items, total }: Page, envelope: object = {}): string {
  const [itemsName, totalName] = [paging?.items.slice(1) ?? "items", paging?.total?.slice(1)];
  return toJson({ ...envelope, [itemsName]: items, ...(totalName !== undefined && { [totalName]: total }) });
}

function refuseAddress(
  contract: MockContract,
  { method, path, requestId }: MockRequest,
  otherMethods: readonly MockOperation[],
): MockResponse {
  const [operation = contract.operations[0]] = otherMethods;
  if (operation === undefined) return { status: 404, headers: {}, body: "" };
  return otherMethods.length > 0
    ? refuse(contract, operation, "method", requestId, `${method} is not allowed here`)
    : refuse(contract, operation, "address", requestId, `There is no such address: ${method} ${path}`);
}
