import type { Target } from "../../audit/target.js";
import type { TargetsFile } from "../../audit/targets/read.js";
import { count } from "../../audit/words.js";
import { findLandscape } from "../audit/landscape.js";
import type { PlaceOptions } from "../audit/place-options.js";
import { targetsSource } from "../audit/places.js";
import { openClients } from "../audit/results.js";
import { plainLine, toJson } from "../escape.js";
import { exitCodes } from "../exit.js";
import type { FormatOf } from "../formats.js";
import { plainTable } from "../plain-table.js";
import type { Terminal } from "../terminal.js";
import { targetsYaml } from "./yaml.js";

/** The options of `discover`, as they were given. */
export interface DiscoverOptions extends PlaceOptions {
  readonly format?: FormatOf<"discover">;
  /** Milliseconds. */
  readonly timeout: number;
  readonly attempts: number;
  readonly debug?: boolean;
}

/** Runs `discover` and returns its exit code. */
export async function runDiscover(
  path: string | undefined,
  options: DiscoverOptions,
  terminal: Terminal,
): Promise<number> {
  const { out, say, note } = terminal;
  const targetsFile = await targetsSource(path, options, terminal).read();
  const { accounts, discoveries } = targetsFile;
  const abort = new AbortController();
  const release = terminal.onInterrupt(() => abort.abort());
  try {
    const { signal } = abort;
    const clientsOf = openClients(accounts, { signal, options, terminal });
    const { targets, results, requests } = await findLandscape(targetsFile, null, {
      clientsOf,
      signal,
      terminal,
    });
    const format = options.format ?? (out.isTerminal ? "table" : "yaml");
    await out.write(writeTargets[format](targets, { accounts, style: out.style }));
    for (const { target, failure } of results)
      say(["yellow", `${target.name} could not be listed: `], plainLine(failure?.message ?? ""));
    for (const line of new Set(discoveries.flatMap(({ unseen }) => unseen ?? []))) note(line);
    note(`${count(targets.length, "target")}; ${count(requests, "request")}`);
    return results.length > 0 ? exitCodes.network : exitCodes.fine;
  } catch (error) {
    if (abort.signal.aborted) return exitCodes.interrupted;
    throw error;
  } finally {
    release();
  }
}

interface WritingContext {
  readonly accounts: TargetsFile["accounts"];
  readonly style: Terminal["out"]["style"];
}

/** The targets in each format. */
export const writeTargets: Readonly<
  Record<FormatOf<"discover">, (targets: readonly Target[], context: WritingContext) => string>
> = {
  table: tableOf,
  yaml: (targets, { accounts }) => targetsYaml(targets, accounts),
  json: (targets) => `${toJson(targets.map(toDiscoverJson))}\n`,
};

function toDiscoverJson({
  name,
  service,
  account,
  cloud,
  region,
  projectId,
  resource,
  group,
  labels,
  found,
}: Target) {
  const { status = null, tags = {}, paused = null } = found?.subject ?? {};
  return {
    target: name,
    ...{ service, account, cloud, region, project: projectId, resource, group, labels },
    ...{ found: found != null, status, tags, paused: paused?.reason ?? null },
  };
}

/** Nothing is cut: other commands take the ids. */
function tableOf(targets: readonly Target[], { style }: WritingContext): string {
  const header = ["TARGET", "SERVICE", "WHERE", "STATUS", "ID"];
  const rows = targets.map(({ name, service, cloud, region, resource, found }) => [
    plainLine(name),
    service,
    plainLine(region ?? cloud ?? ""),
    plainLine(found?.subject.status ?? ""),
    plainLine(resource.id),
  ]);
  const columns = header.map(() => ({ width: undefined }));
  const [titles = "", ...lines] = plainTable(columns, [header, ...rows]).split("\n");
  return `${[style.bold(titles), ...lines].join("\n")}\n`;
}
