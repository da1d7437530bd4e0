/** Writes the documentation site into `site/`, or into the folder that `--out` names. */
import { parseArgs } from "node:util";
import { buildSite } from "./docs/site.js";

const { values } = parseArgs({ options: { out: { type: "string", default: "site" } } });

try {
  const pages = await buildSite(values.out);
  console.error(`${pages} pages and the API reference written; open ${values.out}/index.html`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
