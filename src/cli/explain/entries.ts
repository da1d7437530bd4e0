import { resolvePointer } from "../../core/pointer.js";
import { dcsAdvice } from "../../dcs/advice.js";
import { dcsStates } from "../../dcs/record.js";
import { type BackupService, readState, type StateTable } from "../../records/record.js";
import { starRocksAdvice } from "../../starrocks/advice.js";
import { starRocksStates } from "../../starrocks/record.js";
import { vbsAdvice } from "../../vbs/advice.js";
import { vbsStates } from "../../vbs/record.js";
import { type Contract, loadContract, services } from "../contracts.js";
import { documentedPlaces, documentName, errata } from "../knowledge.js";
import type { Entry } from "./entry.js";
import { httpStatusEntries } from "./http-entries.js";
import { apiErrorBackground } from "./tables/api-errors.js";
import { jobErrorBackground } from "./tables/job-errors.js";
import { stateBackground } from "./tables/states.js";

/** Everything that can be explained: what the contracts, the errata and the clients know. */
export async function loadEntries(): Promise<Entry[]> {
  const contracts = new Map<BackupService, Contract>();
  for (const service of services) contracts.set(service, await loadContract(service));
  return [
    ...jobErrors(contracts),
    ...apiErrors(contracts),
    ...httpStatusEntries(contracts),
    ...wireStatuses(contracts),
    ...unifiedStates(),
    ...errata.map(
      ({ id, title, sources, statement, contract }): Entry => ({
        code: id,
        kind: "erratum of the documents",
        meaning: [title],
        cause: statement,
        remedy: `Rely on the contract, which decides: ${contract}`,
        documents: sources.map((source) => `${source} (${documentName(source)})`),
        inferred: false,
      }),
    ),
  ];
}

type Contracts = ReadonlyMap<BackupService, Contract>;

function jobErrors(contracts: Contracts): Entry[] {
  return valuesOf(contracts, "dcs", "DcsJobErrorCode").map(({ value, meaning, documents }) => ({
    code: value,
    kind: "job error of dcs: why a backup failed",
    meaning: [meaning],
    cause: jobErrorBackground[value]?.cause ?? "",
    remedy: jobErrorBackground[value]?.remedy ?? "",
    documents,
    inferred: true,
  }));
}

function apiErrors(contracts: Contracts): Entry[] {
  const lists = [
    { service: "dcs", schema: "DcsApiErrorCode", whose: "dcs", advice: dcsAdvice },
    { service: "vbs", schema: "VbsApiErrorCode", whose: "vbs", advice: vbsAdvice },
    { service: "starrocks", schema: "StarRocksErrorCode", whose: "starrocks", advice: starRocksAdvice },
    {
      service: "dcs",
      schema: "GatewayErrorCode",
      whose: "the gateway before dcs and vbs",
      advice: dcsAdvice,
    },
  ] as const;
  return lists.flatMap(({ service, schema, whose, advice }) =>
    valuesOf(contracts, service, schema).map(({ value, meaning, documents }) => ({
      code: value,
      kind: `API error of ${whose}`,
      meaning: [meaning],
      cause: apiErrorBackground[value]?.cause ?? "",
      remedy: apiErrorBackground[value]?.remedy ?? advice(value) ?? "",
      documents,
      inferred: true,
    })),
  );
}

const statusLists: readonly { service: BackupService; schema: string; table: StateTable; places: string }[] =
  [
    { service: "dcs", schema: "DcsBackupStatus", table: dcsStates, places: "schema DcsBackupRecord/status" },
    { service: "vbs", schema: "VbsBackupTaskStatus", table: vbsStates, places: "values VbsBackupTaskStatus" },
    {
      service: "starrocks",
      schema: "StarRocksBackupStatus",
      table: { ...starRocksStates, success: "succeeded" },
      places: "values StarRocksBackupStatus",
    },
  ];

function wireStatuses(contracts: Contracts): Entry[] {
  return statusLists.flatMap(({ service, schema, table, places }) =>
    valuesOf(contracts, service, schema, places).map(({ value, meaning, documents }) => {
      const state = readState(table, value);
      const { cause, remedy } = stateBackground[state];
      return {
        code: value,
        kind: `backup status of ${service}, in the unified words ${state}`,
        meaning: [meaning],
        cause,
        remedy,
        documents,
        inferred: true,
      };
    }),
  );
}

function unifiedStates(): Entry[] {
  return Object.entries(stateBackground).map(([state, { meaning, cause, remedy }]) => {
    const words = statusLists.flatMap(({ service, table }) =>
      Object.entries(table).flatMap(([word, means]) => (means === state ? `${word} of ${service}` : [])),
    );
    const sources = words.length === 0 ? "no document: what none of them lists" : words.join(", ");
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

/** The values of an enumeration, what each means, and who says so. */
function valuesOf(contracts: Contracts, service: BackupService, schema: string, list = `values ${schema}`) {
  const place = `/components/schemas/${schema}`;
  const descriptions = Object(resolvePointer(contracts.get(service), `${place}/x-enumDescriptions`));
  const beyond = resolvePointer(contracts.get(service), `${place}/x-beyond-documents`);
  return Object.entries(descriptions).map(([value, meaning]) => {
    const places = documentedPlaces(list, value);
    const documents =
      places.length > 0 ? places.map(withName) : [`none of the five. ${String(beyond ?? "")}`.trim()];
    return { value, meaning: String(meaning), documents };
  });
}

/** `dcs-hwc-en, Table 4`, with the document's publisher and title. */
export function withName(place: string): string {
  const [id = ""] = place.split(", ");
  return `${place} (${documentName(id)})`;
}
