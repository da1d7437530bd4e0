/** Writes THIRD_PARTY_NOTICES: the licences of the libraries that are bundled into `dist`. Runs after the build. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { librariesIn, NOTICES, readLibrary, renderNotices } from "./build/notices.js";

const files = readdirSync("dist", { recursive: true, encoding: "utf8" });
const folders = files
  .filter((file) => /\.(?:js|d\.ts)$/.test(file))
  .flatMap((file) => librariesIn(join("dist", file)));
writeFileSync(NOTICES, renderNotices([...new Set(folders)].map(readLibrary)));
