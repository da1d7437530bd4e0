import { resolvePointer } from "../../core/pointer.js";
import type { BackupService } from "../../records/record.js";
import { type Contract, dereference } from "../contracts.js";
import { documentedPlaces, documentName } from "../knowledge.js";
import type { Entry } from "./entry.js";
import { httpStatusBackground } from "./tables/http-statuses.js";

interface Meaning {
  readonly text: string;
  readonly document: string;
}

/** A status of HTTP each, with what it means to every operation that declares it. */
export function httpStatusEntries(contracts: ReadonlyMap<BackupService, Contract>): Entry[] {
  const byStatus = new Map<string, Meaning[]>();
  for (const [service, contract] of contracts) {
    for (const { operation, status, response } of responsesOf(contract)) {
      const meanings = byStatus.get(status) ?? [];
      const text = String(resolvePointer(response, "/description") ?? "");
      meanings.push({
        text: `${service} ${operation}: ${text}`,
        document: documentOf(`${service} ${operation}`, operation, status, response),
      });
      byStatus.set(status, meanings);
    }
  }
  return [...byStatus]
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([status, meanings]) => ({
      code: status,
      kind: "HTTP status",
      meaning: meanings.map(({ text }) => text),
      cause: httpStatusBackground[status]?.cause ?? "",
      remedy: httpStatusBackground[status]?.remedy ?? "",
      documents: [...new Set(meanings.map(({ document }) => document))],
      inferred: true,
    }));
}

function documentOf(name: string, operation: string, status: string, response: unknown): string {
  const places = documentedPlaces(`responses ${operation}`, status);
  if (places.length > 0) {
    return `${name}: ${places.map((place) => `${place} (${documentName(place.split(", ")[0] ?? "")})`).join("; ")}`;
  }
  const beyond = resolvePointer(response, "/x-beyond-documents");
  return `${name}: none of the five. ${String(beyond ?? "")}`.trim();
}

function responsesOf(contract: Contract): { operation: string; status: string; response: unknown }[] {
  return Object.values(Object(resolvePointer(contract, "/paths"))).flatMap((item) =>
    Object.values(Object(item)).flatMap((operation) => {
      const id = resolvePointer(operation, "/operationId");
      if (typeof id !== "string") return [];
      return Object.entries(Object(resolvePointer(operation, "/responses"))).map(([status, response]) => ({
        operation: id,
        status,
        response: dereference(contract, response),
      }));
    }),
  );
}
