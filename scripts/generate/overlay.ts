import { openapiOverlay, resolveJsonPath } from "openapi-format";
import type { Contract } from "./contract.js";

/** An OpenAPI Overlay 1.0 document. */
export interface Overlay {
  overlay: string;
  info: { title: string; version: string };
  actions: OverlayAction[];
}

/** One action: what to merge into every node that its target selects, or that these nodes are to go. */
export interface OverlayAction {
  target: string;
  description?: string;
  update?: Record<string, unknown>;
  remove?: boolean;
  /** What `update` translates, in the same shape. For readers and tests: applying an overlay ignores it. */
  "x-source"?: Record<string, unknown>;
}

/** Applies an overlay to a copy of a bundled contract; an action that matches nothing is an error. */
export async function applyOverlay(contract: Contract, overlay: Overlay): Promise<Contract> {
  const { data, resultData } = await openapiOverlay(structuredClone(contract), {
    overlaySet: { ...overlay, actions: overlay.actions.map((action) => ({ ...action })) },
  });
  const unused = resultData["unusedActions"] as Overlay["actions"];
  if (unused.length > 0) {
    const targets = unused.map(({ target }) => `  ${target}`).join("\n");
    throw new Error(`overlay "${overlay.info.title}": nothing in the contract matches\n${targets}`);
  }
  return data as Contract;
}

/** The nodes of a contract that a target selects; none where it selects nothing. */
export function nodesAt(contract: Contract, target: string): unknown[] {
  return resolveJsonPath({ ...contract }, target).map(({ value }) => value);
}
