import { isLoopback } from "../../core/endpoint.js";
import { Problem } from "../problem.js";
import type { Environment } from "../terminal.js";

type Fetch = typeof globalThis.fetch;

/**
 * The `fetch` for an environment: undici's over the proxy that `HTTPS_PROXY` or `HTTP_PROXY` names, since
 * Node's own takes no notice of them; undefined, which means Node's own, where no proxy is set. A service on
 * this machine is asked directly.
 * @throws Problem where a proxy is set and undici is not installed
 */
export async function proxiedFetch(
  env: Environment,
  baseUrl: string | undefined,
  debug: (line: string) => void,
): Promise<Fetch | undefined> {
  const https = baseUrl === undefined || !baseUrl.startsWith("http:");
  const names = https ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy", "HTTP_PROXY"];
  const variable = names.find((name) => env[name]);
  const proxy = variable === undefined ? undefined : env[variable];
  if (variable === undefined || proxy === undefined) return undefined;
  if (baseUrl !== undefined && URL.canParse(baseUrl) && isLoopback(new URL(baseUrl).hostname))
    return undefined;
  if (!URL.canParse(proxy)) throw new Problem(`${variable} is no URL: write http://host:port`);
  const { EnvHttpProxyAgent, fetch } = await loadUndici(variable);
  debug(`proxy ${new URL(proxy).host} from ${variable}`);
  const noProxy = env["no_proxy"] ?? env["NO_PROXY"] ?? "";
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: proxy, httpsProxy: proxy, noProxy });
  // undici types its own Request and Response; they are the standard's.
  const proxied = (input: unknown, init: object | undefined) =>
    fetch(input as string, { ...init, dispatcher });
  return proxied as unknown as Fetch;
}

async function loadUndici(variable: string): Promise<typeof import("undici")> {
  try {
    return await import("undici");
  } catch (cause) {
    throw new Problem(
      `${variable} is set, which Node's own fetch ignores, and undici is not installed: run \`npm install undici@7\`, or unset ${variable}`,
      undefined,
      { cause },
    );
  }
}
