import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Contract } from "./contract.js";
import { applyOverlay, nodesAt, type Overlay } from "./overlay.js";

/** The overlays that translate a contract: what the services share, and what is the service's own. */
export interface Translation {
  shared: Overlay;
  own: Overlay;
}

/** Where the Chinese text of a service, or of `common`, stands. */
export const overlayFile = (spec: string, folder: string): string => join(spec, folder, "zh-CN.overlay.yaml");

/** A service's Chinese overlays; undefined where it has none of its own. */
export async function loadTranslation(spec: string, service: string): Promise<Translation | undefined> {
  const [shared, own] = await Promise.all(
    ["common", service].map(async (folder) => {
      const file = overlayFile(spec, folder);
      if (!existsSync(file)) return undefined;
      const overlay: Overlay = parse(await readFile(file, "utf8"));
      return overlay;
    }),
  );
  return own === undefined ? undefined : { shared: shared ?? { ...own, actions: [] }, own };
}

/**
 * A translated copy of a bundled contract. A shared action is passed over where the contract lacks its target,
 * since not every service has every shared component; one of the service's own that matches nothing is an error.
 */
export async function translate(contract: Contract, { shared, own }: Translation): Promise<Contract> {
  const actions = shared.actions.filter(({ target }) => nodesAt(contract, target).length > 0);
  return applyOverlay(await applyOverlay(contract, { ...shared, actions }), own);
}
