import type { DiscoveryContent } from "../../../generated/audit/targets-types.js";
import type { ListedSubject, Service } from "../../records/service.js";
import { ANY, type Target } from "../target.js";
import { child } from "./problems.js";
import { expectationsOf, type Layer, type Resolving, resolveTarget } from "./resolve.js";

/** One place in which an audit finds targets: a service, as an account sees it in a region and a project. */
export interface Discovery {
  /**
   * The place itself, in the form of a target that no service knows: its name says where it is, e.g. `dcs in eu-de`, and
   * the id of its resource is `*`. It is the result of a discovery that failed.
   */
  readonly place: Target;
  /** What the service cannot list, as a sentence; null if it lists all. */
  readonly unseen: string | null;
  /** Whether a listed subject is to be audited. */
  accepts(subject: ListedSubject): boolean;
  /** What the audit expects of a subject. */
  targetOf(subject: ListedSubject, name: string): Target;
}

/** What holds for a discovery if the file does not say otherwise. */
const STANDARD = { schedule: "own" } as const;

/** The discoveries of a file, one for each region and project. Each mistake is reported. */
export function discoveriesOf(context: Resolving): Discovery[] {
  return Object.entries(context.file.discover ?? []).flatMap(([at, content]) =>
    placesOf(content, child("/discover", at), context),
  );
}

function placesOf(content: DiscoveryContent, pointer: string, context: Resolving): Discovery[] {
  const {
    regions = [undefined],
    projects = [undefined],
    names: _,
    except: __,
    tags,
    statuses: ___,
    overrides = [],
    ...settings
  } = content;
  const selects = selection(content);
  return [...new Set(regions)].flatMap((region) =>
    [...new Set(projects)].flatMap((project) => {
      const place = {
        ...settings,
        ...(region !== undefined && { region }),
        ...(project !== undefined && { project }),
      };
      const resolved = resolveTarget(place, pointer, context, STANDARD);
      const service = context.services.find(({ name }) => name === resolved?.common.service);
      if (resolved === undefined || service === undefined) return [];
      const { common, layers } = resolved;
      if (tags !== undefined && !service.subject.tagged)
        context.problems.add(child(pointer, "tags"), `${service.name} lists no tags`, {
          hint: "select by names",
        });
      const own = Object.entries(overrides).map(([index, { names: patterns, ...others }]) => {
        const layer: Layer = { pointer: child(child(pointer, "overrides"), index), settings: others };
        // Reports the mistakes in it.
        expectationsOf([layer, ...layers], context.problems);
        return { holds: matcher(patterns ?? []), layer };
      });
      return [toDiscovery(common, layers, own, selects, service)];
    }),
  );
}

interface Override {
  readonly holds: (subject: ListedSubject) => boolean;
  readonly layer: Layer;
}

function toDiscovery(
  common: Omit<Target, "name" | "resource">,
  layers: readonly Layer[],
  overrides: readonly Override[],
  accepts: Discovery["accepts"],
  { subject: { types }, unseen }: Service,
): Discovery {
  const [type = "instance"] = types;
  const place = { ...common, name: placeName(common), resource: { type, id: ANY } };
  return {
    place,
    unseen: (place.cloud && unseen?.[place.cloud]) ?? null,
    accepts,
    targetOf(subject, name) {
      const own = overrides.filter(({ holds }) => holds(subject)).map(({ layer }) => layer);
      // The later one wins. What is wrong in it was reported when the file was read.
      const expected =
        own.length === 0 ? {} : expectationsOf([...own.reverse(), ...layers], { add: () => {} });
      return {
        ...common,
        ...expected,
        name,
        resource: { type, id: subject.id },
        found: { place: place.name, subject },
      };
    },
  };
}

function placeName({
  service,
  cloud,
  region,
  baseUrl,
  projectId,
}: Omit<Target, "name" | "resource">): string {
  const project = projectId === null ? "" : `, project ${projectId}`;
  return `${service} in ${region ?? cloud ?? baseUrl}${project}`;
}

/** Whether a subject passes all filters that are given. */
function selection({
  names,
  except,
  tags = {},
  statuses,
}: Pick<DiscoveryContent, "names" | "except" | "tags" | "statuses">): Discovery["accepts"] {
  const [wanted, unwanted] = [names && matcher(names), matcher(except ?? [])];
  const words = statuses && new Set(statuses.map((status) => status.toLowerCase()));
  return (subject) =>
    (wanted === undefined || wanted(subject)) &&
    !unwanted(subject) &&
    Object.entries(tags).every(([key, value]) => subject.tags[key] === value) &&
    (words === undefined || words.has((subject.status ?? "").toLowerCase()));
}

/** Whether a subject's name or id is one of the patterns. */
function matcher(patterns: readonly string[]): (subject: ListedSubject) => boolean {
  const fitting = patterns.map((pattern) => fits(pattern.toLowerCase().split("*")));
  return ({ id, name }) => {
    const words = [id, name ?? id].map((word) => word.toLowerCase());
    return fitting.some((one) => words.some(one));
  };
}

/** Whether a text has the pieces of a pattern in their order, the first at its beginning and the last at its end. */
function fits([first = "", ...others]: readonly string[]): (text: string) => boolean {
  const last = others.at(-1);
  const middle = others.slice(0, -1);
  return (text) => {
    if (last === undefined) return text === first;
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const piece of middle) {
      const found = text.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}
