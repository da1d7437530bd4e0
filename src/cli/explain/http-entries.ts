import { resolvePointer } from "../../core/pointer.js";
import type { BackupService } from "../../records/record.js";
import { type Contract, dereference } from "../contracts.js";
import { documentedPlaces, documentName } from "../knowledge.js";
import { withoutNotes } from "../notes.js";
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
    for (const { operation, status, response, beyond } of responsesOf(contract)) {
      const meanings = byStatus.get(status) ?? [];
      const text = withoutNotes(String(resolvePointer(response, "/description") ?? ""));
      meanings.push({
        text: `${service} ${operation}: ${text}`,
        document: documentOf(`${service} ${operation}`, operation, status, beyond),
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

function documentOf(name: string, operation: string, status: string, beyond: unknown): string {
  const places = documentedPlaces(`responses ${operation}`, status);
  if (places.length > 0) {
    return `${name}: ${places.map((place) => `${place} (${documentName(place.split(", ")[0] ?? "")})`).join("; ")}`;
  }
  return `${name}: no source page. ${String(beyond ?? "")}`.trim();
}

/** A declared response, and why it is there although no source page states it or its operation. */
interface DeclaredResponse {
  readonly operation: string;
  readonly status: string;
  readonly response: unknown;
  readonly beyond: unknown;
}

function responsesOf(contract: Contract): DeclaredResponse[] {
  return Object.values(Object(resolvePointer(contract, "/paths"))).flatMap((item) =>
    Object.values(Object(item)).flatMap((operation) => {
      const id = resolvePointer(operation, "/operationId");
      if (typeof id !== "string") return [];
      return Object.entries(Object(resolvePointer(operation, "/responses"))).map(([status, reference]) => {
        const response = dereference(contract, reference);
        const reasons = [response, operation].map((node) => resolvePointer(node, "/x-beyond-documents"));
        const beyond = reasons.find((reason) => reason !== undefined);
        return { operation: id, status, response, beyond };
      });
    }),
  );
}
