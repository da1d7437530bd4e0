import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll } from "vitest";

const cli = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-cli/package.json"));

interface Running {
  listen(port: number, host: string): Promise<string>;
  close(): Promise<void>;
}

const running: Running[] = [];

afterAll(() => Promise.all(running.map((server) => server.close())));

/**
 * Prism's validating proxy in front of a server: what it finds wrong stands in `sl-violations`, and with
 * `errors` a violation becomes an error of its own. Closed when the test file ends.
 */
export async function startProxy(service: string, upstream: string, errors: boolean): Promise<string> {
  const {
    getHttpOperationsFromSpec,
  }: { getHttpOperationsFromSpec: (document: object) => Promise<unknown[]> } = cli("@stoplight/prism-http");
  const { createServer }: { createServer: (operations: unknown[], options: object) => Running } = cli(
    "@stoplight/prism-http-server",
  );
  const document = JSON.parse(readFileSync(`generated/${service}/openapi.json`, "utf8"));
  const quiet = Object.fromEntries(
    ["trace", "debug", "info", "success", "warn", "error", "fatal"].map((level) => [level, () => {}]),
  );
  const logger: Record<string, unknown> = { ...quiet, child: () => logger };
  const server = createServer(await getHttpOperationsFromSpec(document), {
    cors: false,
    components: { logger },
    config: {
      isProxy: true,
      upstream: new URL(upstream),
      mock: false,
      errors,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
    },
  });
  running.push(server);
  return server.listen(0, "127.0.0.1");
}
