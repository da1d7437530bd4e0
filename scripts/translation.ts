/**
 * Writes into every Chinese overlay the English that its actions translate (`x-source`), as the contracts have it
 * now, and prints each sentence that is new or has changed beside the Chinese that stands for it: the Chinese is
 * for a person to look at. With `--check` it writes nothing and exits 1 where there is such a sentence.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { isMap, isSeq, parseDocument } from "yaml";
import { bundleContract } from "./generate/bundle.js";
import type { Contract } from "./generate/contract.js";
import { servicesOf } from "./generate/outputs.js";
import { nodesAt, type OverlayAction } from "./generate/overlay.js";
import { overlayFile } from "./generate/translation.js";

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, spec: { type: "string", default: "spec" } },
});

const services = await servicesOf(values.spec);
const contracts = new Map<string, Contract>();
for (const service of services) {
  contracts.set(service, await bundleContract(join(values.spec, service, "openapi.yaml")));
}

let changes = 0;
await refresh("common", [...contracts.values()]);
for (const [service, contract] of contracts) await refresh(service, [contract]);
console.error(changes === 0 ? "Every sentence is as it was translated." : `${changes} new or changed.`);
if (values.check && changes > 0) {
  console.error("Look at the Chinese, then run `tsx scripts/translation.ts` and commit what it writes.");
  process.exitCode = 1;
}

async function refresh(folder: string, among: Contract[]): Promise<void> {
  const file = overlayFile(values.spec, folder);
  const document = parseDocument(await readFile(file, "utf8"));
  const actions = document.get("actions");
  let stale = false;
  for (const node of isSeq(actions) ? actions.items : []) {
    if (!isMap(node)) continue;
    const action: OverlayAction = node.toJS(document);
    if (action.update === undefined) continue;
    const [source, ...others] = among
      .flatMap((contract) => nodesAt(contract, action.target))
      .map((english) => counterpart(action.update, english));
    if (source === undefined) throw new Error(`${file}: nothing matches ${action.target}`);
    if (others.some((other) => !isDeepStrictEqual(other, source))) {
      throw new Error(`${file}: ${action.target} selects texts that differ`);
    }
    if (isDeepStrictEqual(source, action["x-source"])) continue;
    stale = true;
    report(`${folder} ${action.target}`, action["x-source"], source, action.update);
    node.delete("x-source");
    // The original above the translation, as a reader expects it.
    const place = node.items.findIndex(({ key }) => String(key) === "update");
    node.items.splice(place, 0, document.createPair("x-source", source));
  }
  if (stale && !values.check) {
    await writeFile(
      file,
      document.toString({ lineWidth: 110, blockQuote: "literal", flowCollectionPadding: false }),
    );
  }
}

/** What the contract has where a translation has texts. */
function counterpart(translation: unknown, english: unknown): unknown {
  if (!isObject(translation)) return english;
  return Object.fromEntries(
    Object.entries(translation).map(([key, value]) => [
      key,
      counterpart(value, isObject(english) ? english[key] : undefined),
    ]),
  );
}

function report(place: string, before: unknown, now: unknown, chinese: unknown): void {
  if (isObject(now)) {
    for (const [key, value] of Object.entries(now)) {
      const [old, translated] = [before, chinese].map((tree) => (isObject(tree) ? tree[key] : undefined));
      report(`${place} ${key}`, old, value, translated);
    }
  } else if (!isDeepStrictEqual(before, now)) {
    changes++;
    console.log([place, ...(before === undefined ? [] : [before]), now, chinese].join("\n    "));
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
