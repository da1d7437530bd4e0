import type { Contract } from "../../../scripts/generate/contract.js";

/** An entry of `errata.yaml`. */
export interface Erratum {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly string[];
  /** What the source pages say. */
  readonly statement: string;
  /** What the contract does about it. */
  readonly contract: string;
  /** Every place in a contract that refers to it, e.g. `dcs/schemas/DcsBackupRecord/period`. */
  readonly affects: readonly string[];
  /** Why no contract refers to it; only where none does. */
  readonly unreferenced?: string;
}

/**
 * Every `x-errata` of a bundled contract, as pairs of a place and an id. A place is the service, the kind of
 * component and its name, then the way into it; below `paths`, `operations` and the operationId.
 */
export function referencesOf(service: string, contract: Contract): { place: string; id: string }[] {
  const found: { place: string; id: string }[] = [];
  const visit = (node: unknown, way: string[]): void => {
    if (typeof node !== "object" || node === null) return;
    // What an example holds is data, whatever its names.
    if (way[0] === "examples" && way[2] === "value") return;
    if ("x-errata" in node && Array.isArray(node["x-errata"])) {
      for (const id of node["x-errata"]) found.push({ place: [service, ...way].join("/"), id: String(id) });
    }
    for (const [key, child] of Object.entries(node)) {
      visit(child, key === "properties" && !Array.isArray(node) ? way : [...way, key]);
    }
  };
  visit(contract.components ?? {}, []);
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const id =
        typeof operation === "object" && "operationId" in operation ? operation.operationId : undefined;
      visit(operation, id === undefined ? ["paths", path, method] : ["operations", id]);
    }
  }
  const { paths: _, components: __, ...rest } = contract;
  visit(rest, []);
  return found;
}
