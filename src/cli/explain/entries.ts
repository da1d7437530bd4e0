import { resolvePointer } from "../../core/pointer.js";
import { readState, type StateTable } from "../../records/record.js";
import type { Service } from "../../records/service.js";
import { services } from "../../services.js";
import { backupSchema, type Contract, loadContract } from "../contracts.js";
import { documentedPlaces, documentName, errata } from "../knowledge.js";
import type { Entry } from "./entry.js";
import { httpStatusEntries } from "./http-entries.js";
import { ownEntries } from "./own-entries.js";
import { apiErrorBackground } from "./tables/api-errors.js";
import { jobErrorBackground } from "./tables/job-errors.js";
import { stateBackground } from "./tables/states.js";

/** A service with its contract. */
interface Known {
  readonly service: Service;
  readonly contract: Contract;
}

/** Everything that can be explained: what the contracts, the errata and the clients know. */
export async function loadEntries(): Promise<Entry[]> {
  const known: Known[] = await Promise.all(
    services.map(async ({ name, load }) => ({ service: await load(), contract: await loadContract(name) })),
  );
  return [
    ...known.flatMap(jobErrors),
    ...known.flatMap(apiErrors),
    ...gatewayErrors(known),
    ...httpStatusEntries(new Map(known.map(({ service, contract }) => [service.name, contract]))),
    ...known.flatMap(wireStatuses),
    ...unifiedStates(known),
    ...ownEntries(),
    ...errata.map(
      ({ id, title, sources, statement, contract }): Entry => ({
        code: id,
        kind: "erratum of the source pages",
        meaning: [title],
        cause: statement,
        remedy: `Rely on the contract, which decides: ${contract}`,
        documents: sources.map((source) => `${source} (${documentName(source)})`),
        inferred: false,
      }),
    ),
  ];
}

function jobErrors({ service, contract }: Known): Entry[] {
  const { jobErrorCodes } = service.schemas;
  if (jobErrorCodes === undefined) return [];
  return valuesOf(contract, jobErrorCodes).map(({ value, meaning, documents }) => ({
    code: value,
    kind: `job error of ${service.name}: why a backup failed`,
    meaning: [meaning],
    cause: jobErrorBackground[value]?.cause ?? "",
    remedy: jobErrorBackground[value]?.remedy ?? service.advice(value) ?? "",
    documents,
    inferred: true,
  }));
}

function apiErrors({ service, contract }: Known): Entry[] {
  return errorEntries(contract, service.schemas.errorCodes, service.name, service.advice);
}

const gatewaySchema = "GatewayErrorCode";

/** The codes of the gateway before some services, once. */
function gatewayErrors(known: readonly Known[]): Entry[] {
  const behind = known.filter(({ contract }) =>
    resolvePointer(contract, `/components/schemas/${gatewaySchema}`),
  );
  const [first] = behind;
  if (first === undefined) return [];
  const names = behind.map(({ service }) => service.name).join(" and ");
  return errorEntries(first.contract, gatewaySchema, `the gateway before ${names}`, first.service.advice);
}

function errorEntries(contract: Contract, schema: string, whose: string, advice: Service["advice"]): Entry[] {
  return valuesOf(contract, schema).map(({ value, meaning, documents }) => ({
    code: value,
    kind: `API error of ${whose}`,
    meaning: [meaning],
    cause: apiErrorBackground[value]?.cause ?? "",
    remedy: apiErrorBackground[value]?.remedy ?? advice(value) ?? "",
    documents,
    inferred: true,
  }));
}

/** Every status that is understood, and what it means. */
function statesOf({ states, furtherStates }: Service): StateTable {
  return { ...states, ...furtherStates };
}

function wireStatuses({ service, contract }: Known): Entry[] {
  return valuesOf(contract, service.schemas.statuses).map(({ value, meaning, documents }) => {
    const state = readState(statesOf(service), value);
    const { cause, remedy } = stateBackground[state];
    return {
      code: value,
      kind: `backup status of ${service.name}, in the unified words ${state}`,
      meaning: [meaning],
      cause,
      remedy,
      documents,
      inferred: true,
    };
  });
}

function unifiedStates(known: readonly Known[]): Entry[] {
  return Object.entries(stateBackground).map(([state, { meaning, cause, remedy }]) => {
    const words = known.flatMap(({ service }) =>
      Object.entries(statesOf(service)).flatMap(([word, means]) =>
        means === state ? `${word} of ${service.name}` : [],
      ),
    );
    const sources = words.length === 0 ? "no source page: what none of them lists" : words.join(", ");
    return {
      code: state,
      kind: "unified state, as of --status",
      meaning: [meaning],
      cause,
      remedy,
      documents: [`this package's own word for ${sources}`],
      inferred: true,
    };
  });
}

/** The values of an enumeration, what each means, and the source pages that list it. */
function valuesOf(contract: Contract, schema: string) {
  const place = `/components/schemas/${schema}`;
  const descriptions = Object(resolvePointer(contract, `${place}/anyOf/0/x-enumDescriptions`));
  const beyond = resolvePointer(contract, `${place}/x-beyond-documents`);
  return Object.entries(descriptions).map(([value, meaning]) => {
    const places = [`values ${schema}`, ...fieldsOf(contract, schema)].flatMap((list) =>
      documentedPlaces(list, value),
    );
    const documents =
      places.length > 0 ? places.map(withName) : [`no source page. ${String(beyond ?? "")}`.trim()];
    return { value, meaning: String(meaning), documents };
  });
}

/** The fields of a backup that have the values of a schema, as the source tables name them. */
function fieldsOf(contract: Contract, schema: string): string[] {
  const { name, properties } = backupSchema(contract);
  return Object.entries(properties)
    .filter(([, property]) => resolvePointer(property, "/$ref") === `#/components/schemas/${schema}`)
    .map(([field]) => `schema ${name}/${field}`);
}

/** `dcs-hwc-en, Table 4`, with the publisher and title of the page. */
export function withName(place: string): string {
  const [id = ""] = place.split(", ");
  return `${place} (${documentName(id)})`;
}
