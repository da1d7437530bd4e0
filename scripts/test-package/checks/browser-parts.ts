import type { ServerResponse } from "node:http";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { budgets } from "../budgets.js";
import { type Check, Failure } from "../check.js";
import { inPage } from "../in-page.js";

/** What a call came to. */
interface Listed {
  readonly listed?: number;
  readonly name?: string;
  readonly message?: string;
}

declare global {
  /** What the consumer's parts.js offers. */
  var make: (from: object) => void;
  var list: () => Promise<Listed>;
  /** The same, aborted as soon as it was called. */
  var leave: () => Promise<Listed>;
}

/**
 * A bundle in parts: a page downloads no more than it should at its start and until its first answer, nothing
 * twice; a part that does not arrive is told of and asked for again, and who does not want to wait for one need not.
 */
export const browserParts: Check = {
  name: "browser in parts",
  async run({ project, installed }) {
    const [files, program] = await Promise.all([partsOf(project), programOf(project)]);
    const { startMock, fakeCredentials } = await import(pathToFileURL(join(installed, "dist/mock.js")).href);
    const mock = await startMock({ services: ["dcs"], mode: "simulate", auth: "verify", records: 30 });
    const from = { urls: mock.urls, credentials: fakeCredentials };
    let state: "up" | "down" | "stalled" = "up";
    const stalled: ServerResponse[] = [];
    const sent: string[] = [];
    const bytes = () => sent.reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0) - program;
    try {
      const { seen, version } = await inPage(
        "parts.js",
        (name, response) => {
          if (state === "down") response.writeHead(503).end();
          else if (state === "stalled") stalled.push(response);
          else {
            sent.push(name);
            response.setHeader("content-encoding", "gzip").end(files.get(name));
          }
        },
        async (page) => {
          await page.evaluate((given) => globalThis.make(given), from);
          const start = bytes();
          state = "down";
          const refused = await page.evaluate(() => globalThis.list());
          state = "stalled";
          const left = await page.evaluate(() => globalThis.leave());
          const waited = stalled.length;
          // Whoever calls now waits for the same part, or for one that is refused at once.
          state = "down";
          const joined = page.evaluate(() => globalThis.list());
          for (const response of stalled) response.writeHead(503).end();
          const sharing = await joined;
          state = "up";
          const first = await page.evaluate(() => globalThis.list());
          const firstAnswer = bytes();
          const second = await page.evaluate(() => globalThis.list());
          return {
            start,
            refused: [refused, sharing],
            left,
            waited,
            first,
            firstAnswer,
            second,
            end: bytes(),
          };
        },
        // The browser tells its console of the file that did not arrive.
        true,
      );
      const { start, firstAnswer, end, refused, left, waited, first, second } = seen;
      if (
        refused.some(
          ({ name, message = "" }) => name !== "ConfigurationError" || !/not be loaded/.test(message),
        )
      )
        throw new Failure(`without its parts a call ends with ${JSON.stringify(refused)}`);
      if (left.name !== "AbortError" || waited === 0)
        throw new Failure(
          `a call that is aborted while ${waited} parts are awaited ends with ${JSON.stringify(left)}`,
        );
      if (first.listed !== 7 || second.listed !== 7)
        throw new Failure(`a page of 7 records is ${JSON.stringify([first, second])}`);
      if (start > budgets.start || firstAnswer > budgets.firstAnswer || end !== firstAnswer)
        throw new Failure(
          `${start} bytes at the start, ${firstAnswer} until the first answer, ${end} after the second`,
        );
      if (new Set(sent).size !== sent.length) throw new Failure(`loaded more than once: ${sent.join(", ")}`);
      return `Chromium ${version}: ${start} bytes at the start, ${firstAnswer} until the first answer, ${sent.length} files`;
    } finally {
      await mock.stop();
    }
  },
};

/** The files of a page's bundle, by name, as a server sends them. */
async function partsOf(project: string): Promise<Map<string, Buffer>> {
  const { outputFiles } = await bundle(project, { splitting: true });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), gzipSync(contents)]));
}

/** Bytes of the page's own program, without the package. */
async function programOf(project: string): Promise<number> {
  const { outputFiles } = await bundle(project, { external: ["backup-records"] });
  return gzipSync(outputFiles[0]?.contents ?? "").length;
}

function bundle(project: string, options: Pick<BuildOptions, "splitting" | "external">) {
  return build({
    ...options,
    entryPoints: [join(project, "parts.js")],
    absWorkingDir: project,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    outdir: "parts",
    write: false,
    logLevel: "silent",
  }).catch((error: Error) => {
    throw new Failure(error.message);
  });
}
