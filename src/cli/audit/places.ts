import type { DiscoveryContent } from "../../../generated/audit/targets-types.js";
import { cloudsOf, regionProblem } from "../../audit/targets/endpoints.js";
import { TargetsFileError } from "../../audit/targets/error.js";
import { readPlaces, readTargetsFile } from "../../audit/targets/node.js";
import type { TargetsFile } from "../../audit/targets/read.js";
import { loadServices } from "../../load-service.js";
import { endpointVariable } from "../../node/endpoint-variable.js";
import type { Cloud, Service } from "../../records/service.js";
import { exitCodes } from "../exit.js";
import { Problem } from "../problem.js";
import { didYouMean } from "../suggest.js";
import type { Terminal } from "../terminal.js";
import type { PlaceOptions } from "./place-options.js";

/** The targets file of a command that names none. */
export const DEFAULT_FILE = "targets.yaml";

/** What to audit, and the path of the file that says it; null if options do, or standard input. */
export interface TargetsSource {
  readonly file: string | null;
  read(): Promise<TargetsFile>;
}

/**
 * The targets file that is named, the one of the default name, or the places that options name.
 * @throws Problem if a file and places are named
 */
export function targetsSource(
  file: string | undefined,
  options: PlaceOptions,
  terminal: Pick<Terminal, "env" | "stdin" | "note">,
): TargetsSource {
  const { cloud, region, service, project } = options;
  const { env } = terminal;
  const told = new Set<string>();
  const onNote = (note: string) => {
    if (!told.has(note)) terminal.note(note);
    told.add(note);
  };
  const given = Object.entries({ cloud, region, service, project }).filter(
    ([, value]) => value !== undefined,
  );
  const [[first] = []] = given;
  if (first === undefined) {
    const path = file ?? DEFAULT_FILE;
    return {
      file: path === "-" ? null : path,
      async read() {
        const targetsFile = await readTargetsFile(path, { env, stdin: terminal.stdin, onNote });
        for (const note of unheeded(targetsFile, env)) onNote(note);
        return targetsFile;
      },
    };
  }
  if (file !== undefined)
    throw new Problem(
      `--${first} is for an audit without a targets file: leave it out, or leave out ${file}`,
    );
  if (cloud === undefined && service === undefined)
    throw new Problem(`--${first} does not say what to look for: give --cloud, --service, or both`);
  return {
    file: null,
    read: async () => {
      try {
        return await readPlaces(discoveries(options, await loadServices(), env), { env, onNote });
      } catch (error) {
        throw error instanceof TargetsFileError ? asProblem(error) : error;
      }
    },
  };
}

/** The variables that name another endpoint for `list`, and none for a target of a file: its own words count. */
function unheeded({ targets, discoveries }: TargetsFile, env: Terminal["env"]): string[] {
  const places = [...targets, ...discoveries.map(({ place }) => place)];
  const names = new Set(places.flatMap(({ service, baseUrl }) => (baseUrl === null ? service : [])));
  return [...names]
    .map(endpointVariable)
    .filter((variable) => env[variable])
    .map(
      (variable) => `${variable} does not count for a targets file: only its baseUrl names another address`,
    );
}

/** An entry of `discover` for each service. */
export function discoveries(
  { cloud, region: regions, service: named, project: projects }: PlaceOptions,
  known: readonly Service[],
  env: Terminal["env"],
): DiscoveryContent[] {
  const offered = known.filter(({ name, clouds }) =>
    named ? named.includes(name) : cloud === undefined || clouds[cloud] !== undefined,
  );
  if (named === undefined && cloud !== undefined) refuseUnknown(regions ?? [], cloud, offered);
  return offered.flatMap((service) => {
    // A cloud does not offer each service in each region; of a service that is named, a mistake is told.
    const has = (region: string) => named || cloud === undefined || !regionProblem(service, cloud, region);
    const own = regions?.filter(has);
    if (own?.length === 0) return [];
    const baseUrl = env[endpointVariable(service.name)];
    return {
      service: service.name,
      ...(cloud !== undefined && { cloud }),
      ...(own !== undefined && { regions: own }),
      ...(projects !== undefined && service.needsProject && { projects: [...projects] }),
      ...(baseUrl && { baseUrl }),
    };
  });
}

/**
 * A region that some services of a cloud lack is no mistake, but one that all lack is.
 * @throws Problem
 */
export function refuseUnknown(regions: readonly string[], cloud: Cloud, offered: readonly Service[]): void {
  const unknown = regions.find((region) =>
    offered.every((service) => regionProblem(service, cloud, region) !== undefined),
  );
  if (unknown === undefined) return;
  const owner = offered.flatMap(cloudsOf).find((other) => regionsOf(other, offered).includes(unknown));
  const hint =
    owner === undefined
      ? didYouMean(unknown, regionsOf(cloud, offered))
      : `; it is a region of ${owner}: give --cloud ${owner}`;
  throw new Problem(`--region ${unknown}: ${cloud} has no such region${hint}`);
}

function regionsOf(cloud: Cloud, services: readonly Service[]): readonly string[] {
  return services.flatMap(({ clouds }) => clouds[cloud]?.regions ?? []);
}

/** The mistakes of places in the words of the command line. */
function asProblem({ problems }: TargetsFileError): Problem {
  const lines = problems.map(({ message, hint }) => {
    const text = hint === undefined ? message : `${message}; ${hint}`;
    return text
      .replace(/^this discovery/, "the audit")
      .replace(/^account "default": /, "")
      .replace(/^each of (region|project)s\b/, "--$1")
      .replaceAll(/\bwrite (region|cloud|project)s?:/g, "give --$1")
      .replace(/,? or a baseUrl(: \w+ does not count for a targets file)?$/, "");
  });
  const items = shared([...new Set(lines)]);
  const [first = "", ...others] = items;
  if (others.length === 0) return new Problem(first);
  return new Problem("the audit cannot begin", exitCodes.usage, { items });
}

/** Credentials that several services lack are told once. */
function shared(lines: readonly string[]): string[] {
  const lacking = /^No credentials for (\w+) (.*)$/;
  const names = (text: string) =>
    lines.flatMap((line) => {
      const [, name = "", rest] = lacking.exec(line) ?? [];
      return rest === text ? name : [];
    });
  return [
    ...new Set(
      lines.map((line) =>
        line.replace(
          lacking,
          (_, __, rest: string) => `No credentials for ${names(rest).join(", ")} ${rest}`,
        ),
      ),
    ),
  ];
}
