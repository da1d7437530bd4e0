import { type Clock, elapsed, systemClock } from "../core/deadline.js";
import { ConfigurationError } from "../core/errors.js";
import { checkOptions } from "../core/options.js";
import { loadService } from "../load-service.js";
import type { ListedSubject, Service } from "../records/service.js";
import { attemptCounter, notChecked } from "./check.js";
import type { TargetResult } from "./result.js";
import type { ClientsOf } from "./run.js";
import type { Target } from "./target.js";
import type { Discovery } from "./targets/discovery.js";

/** What the services list. */
export interface Discovered {
  /** In the order of the discoveries, and of the services' lists within each. */
  readonly targets: readonly Target[];
  /** A place each that could not be listed, in the form of a result. */
  readonly failures: readonly TargetResult[];
  /** By the name of each place that was listed to its end: the ids that are there, whether audited or not. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** Requests sent, retries included, of the places that were listed. */
  readonly requests: number;
  /** How many of these requests the services refused for their pace. */
  readonly throttled: number;
}

/** Options of `discover`. */
export interface DiscoverOptions {
  /** The clients that list the places, by their accounts. */
  readonly clientsOf: ClientsOf;
  /** Targets that are known already: they are not found again, and keep their names. @default none */
  readonly known?: readonly Target[] | undefined;
  /** Dates the failures. @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** Ends the listing; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** Told how many subjects were listed by then. */
  readonly onListed?: ((count: number) => void) | undefined;
}

const optionTypes = {
  clientsOf: "function",
  known: "object",
  clock: "object",
  signal: "object",
  onListed: "function",
} as const;

/** Places that are listed at once. */
const CONCURRENCY = 8;

/**
 * Finds the targets of a targets file's discoveries: every instance and policy that the services list and that the file
 * does not leave out. A place that cannot be listed hides no other. What two discoveries find belongs to the first.
 * A target is called as its owner has named it, or `name/id` if several have that name, or its id if that is too long.
 * @throws ConfigurationError if there is no such option, or it has another type
 * @throws the reason of the signal
 */
export async function discover(
  discoveries: readonly Discovery[],
  options: DiscoverOptions,
): Promise<Discovered> {
  checkOptions(options, optionTypes, "discover option", (problem) => new ConfigurationError(problem));
  let count = 0;
  const onListed = () => options.onListed?.(++count);
  const places: PlaceResult[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < discoveries.length; at = next++) {
      const discovery = discoveries[at];
      if (discovery !== undefined) places[at] = await listPlace(discovery, options, onListed);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const listed = places.filter((place) => place.failure === null);
  return {
    targets: nameAll(options.known ?? [], discoveries, places),
    failures: places.flatMap(({ failure }) => failure ?? []),
    ids: new Map(listed.map(({ name, ids }) => [name, ids])),
    requests: listed.reduce((sum, { requests }) => sum + requests, 0),
    throttled: listed.reduce((sum, { throttled }) => sum + throttled, 0),
  };
}

interface PlaceResult {
  readonly name: string;
  readonly subjects: readonly ListedSubject[];
  readonly ids: ReadonlySet<string>;
  readonly failure: TargetResult | null;
  readonly requests: number;
  readonly throttled: number;
}

async function listPlace(
  { place, accepts }: Discovery,
  { clientsOf, clock = systemClock, signal }: DiscoverOptions,
  onListed: () => void,
): Promise<PlaceResult> {
  const askedAt = clock.now();
  const began = elapsed(clock);
  const attempts = attemptCounter();
  const subjects: ListedSubject[] = [];
  const ids = new Set<string>();
  const { name } = place;
  let service: Service | undefined;
  try {
    signal?.throwIfAborted();
    service = await loadService(place.service);
    const source = await (await clientsOf(place)).source(place, signal);
    const call = { signal, onEvent: attempts.take };
    for await (const subject of source.subjects?.(call) ?? []) {
      onListed();
      ids.add(subject.id);
      if (accepts(subject)) subjects.push(subject);
    }
    return { name, subjects, ids, failure: null, ...attempts.counts() };
  } catch (error) {
    signal?.throwIfAborted();
    const durationMs = elapsed(clock) - began;
    const result = {
      target: place,
      ...notChecked(error, place, service),
      ...attempts.counts(),
      askedAt,
      durationMs,
    };
    // What was listed before the failure is audited all the same.
    return { name, subjects, ids, failure: result, requests: 0, throttled: 0 };
  }
}

/** Makes targets of what was found, each once. One whose name another has as well is called name/id. */
function nameAll(
  known: readonly Target[],
  discoveries: readonly Discovery[],
  places: readonly PlaceResult[],
): Target[] {
  const seen = new Set(known.map((target) => identity(target, target.resource.id)));
  const found = discoveries.flatMap((discovery, at) =>
    (places[at]?.subjects ?? []).flatMap((subject) => {
      const key = identity(discovery.place, subject.id);
      if (seen.has(key)) return [];
      seen.add(key);
      return { discovery, subject };
    }),
  );
  const uses = new Map(known.map(({ name }) => [name, 1]));
  for (const { subject } of found) {
    const name = shownName(subject);
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const taken = new Set(known.map(({ name }) => name));
  return found.map(({ discovery, subject }) => {
    const own = shownName(subject);
    const long = `${own}/${subject.id}`;
    const certain = long.length <= MAX_NAME ? long : subject.id;
    const candidates = [...(uses.get(own) === 1 ? [own] : []), certain];
    const name = candidates.find((one) => !taken.has(one)) ?? `${certain} (${discovery.place.name})`;
    taken.add(name);
    return discovery.targetOf(subject, name);
  });
}

/** Characters of a target's name in a targets file, at most. */
const MAX_NAME = 200;

/** The name that its owner gave it, if that can be the name of a target. */
function shownName({ id, name }: ListedSubject): string {
  return name !== null &&
    name.length <= MAX_NAME &&
    /^[^\s\p{Cc}](?:[^\p{Cc}\u2028\u2029]*[^\s\p{Cc}])?$/u.test(name)
    ? name
    : id;
}

function identity({ service, cloud, region, baseUrl, projectId }: Target, id: string): string {
  return JSON.stringify([service, cloud, region, baseUrl, projectId, id]);
}
