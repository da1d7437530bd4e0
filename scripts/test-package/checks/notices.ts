import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { headingsOf, librariesIn, NOTICES, readLibrary, renderNotices } from "../../build/notices.js";
import { type Check, refuseProblems } from "../check.js";

/** The entries of the builds that are minified: without their maps, which are not published, no library is found. */
const MINIFIED = ["dist/cli/main.js", "dist/yaml.js"];

/** THIRD_PARTY_NOTICES has the licence of every library of which the package contains code, and of no other. */
export const notices: Check = {
  name: "notices",
  async run({ files, installed, repository }) {
    const code = files.filter((file) => /^dist\/.*\.(?:js|d\.ts)$/.test(file));
    refuseProblems("cannot tell what is bundled", [
      // Maps of minified code are in the repository alone, and say nothing of another build's code.
      ...code
        .filter((file) => read(join(repository, file)) !== read(join(installed, file)))
        .map((file) => `${file} is not the one in the repository's dist/`),
      ...MINIFIED.filter((file) => !existsSync(join(repository, `${file}.map`))).map(
        (file) => `${file} was built without a map`,
      ),
    ]);
    const folders = new Set(code.flatMap((file) => librariesIn(join(repository, file))));
    const expected = renderNotices([...folders].map(readLibrary));
    const found = read(join(installed, NOTICES));
    const [wanted, listed] = [headingsOf(expected), headingsOf(found)];
    refuseProblems(NOTICES, [
      ...wanted.filter((heading) => !listed.includes(heading)).map((heading) => `lacks ${heading}`),
      ...listed
        .filter((heading) => !wanted.includes(heading))
        .map((heading) => `has ${heading}, which is not bundled`),
    ]);
    refuseProblems(NOTICES, found === expected ? [] : ["a text differs from the library's licence files"]);
    return `the licences of ${wanted.length} bundled libraries`;
  },
};

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
