import { openapiOverlay } from "openapi-format";
import type { Contract } from "./contract.js";

/** An OpenAPI Overlay 1.0 document. */
export interface Overlay {
  overlay: string;
  info: { title: string; version: string };
  actions: { target: string; description?: string; update: string | Record<string, unknown> }[];
}

/** Applies an overlay to a copy of a bundled contract; an action that matches nothing is an error. */
export async function applyOverlay(contract: Contract, overlay: Overlay): Promise<Contract> {
  const { data, resultData } = await openapiOverlay(structuredClone(contract), {
    overlaySet: { ...overlay },
  });
  const unused = resultData["unusedActions"] as Overlay["actions"];
  if (unused.length > 0) {
    const targets = unused.map(({ target }) => `  ${target}`).join("\n");
    throw new Error(`overlay "${overlay.info.title}": nothing in the contract matches\n${targets}`);
  }
  return data as Contract;
}
