import { createRequire } from "node:module";
import { join } from "node:path";
import { ConfigurationError } from "../../core/errors.js";

/** A running Prism. */
export interface Prism {
  readonly url: string;
  close(): Promise<void>;
}

/** The part of `@stoplight/prism-http` and `-http-server` that is used here. */
interface PrismPackages {
  getHttpOperationsFromSpec(document: object): Promise<unknown>;
  createServer(
    operations: unknown,
    options: { readonly cors: boolean; readonly config: object; readonly components: object },
  ): { listen(port: number, host: string): Promise<string>; close(): Promise<void> };
}

/**
 * Plays a contract with Prism, in this process, on a free port of 127.0.0.1.
 * @throws ConfigurationError where `@stoplight/prism-cli` is not installed
 */
export async function startPrism(document: object, log: (line: string) => void): Promise<Prism> {
  const { getHttpOperationsFromSpec, createServer } = loadPrism();
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const config = {
    isProxy: false,
    mock: { dynamic: false },
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
    errors: false,
  };
  const server = createServer(operations, { cors: false, config, components: { logger: logger(log) } });
  const url = await server.listen(0, "127.0.0.1");
  return { url, close: () => server.close() };
}

/**
 * Both packages come with the command line's, which is the one that people install: they are looked for
 * where that one sees them, first beside this package and then in the caller's project.
 */
function loadPrism(): PrismPackages {
  for (const from of [import.meta.url, join(process.cwd(), "package.json")]) {
    let cli: string;
    try {
      cli = createRequire(from).resolve("@stoplight/prism-cli/package.json");
    } catch {
      continue;
    }
    const require = createRequire(cli);
    return { ...require("@stoplight/prism-http"), ...require("@stoplight/prism-http-server") };
  }
  throw new ConfigurationError(
    'The mock mode "examples" needs Prism: run `npm install --save-dev @stoplight/prism-cli@5.14.2`, or use the mode "simulate"',
  );
}

/**
 * A logger of the shape that Prism calls, which is pino's with one level more. What it tells below `info`
 * are headers and bodies, credentials among them: those lines are dropped.
 */
function logger(log: (line: string) => void): object {
  const write = (level: string) => (first: unknown, second?: unknown) =>
    log(`${level}: ${typeof second === "string" ? second : typeof first === "string" ? first : "request"}`);
  const levels = ["info", "success", "warn", "error", "fatal"];
  const made: Record<string, unknown> = Object.fromEntries(levels.map((level) => [level, write(level)]));
  made["trace"] = made["debug"] = () => {};
  made["child"] = () => made;
  return made;
}
