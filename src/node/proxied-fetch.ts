import { isLoopback } from "../core/endpoint.js";
import { ConfigurationError } from "../core/errors.js";
import type { Environment } from "./environment.js";

type Fetch = typeof globalThis.fetch;

/**
 * The `fetch` for an environment: undici's over the proxy that `HTTPS_PROXY` names, or `HTTP_PROXY` for http,
 * since Node's own takes no notice of them; undefined, which means Node's own, where no proxy is set or needed.
 * A service on this machine is asked directly.
 * @throws ConfigurationError where a proxy is set and undici is not installed
 */
export async function proxiedFetch(
  env: Environment,
  baseUrl: string | undefined,
  debug: (line: string) => void = () => {},
): Promise<Fetch | undefined> {
  const url = baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const names = url?.protocol === "http:" ? ["http_proxy", "HTTP_PROXY"] : ["https_proxy", "HTTPS_PROXY"];
  const variable = names.find((name) => env[name]);
  const proxy = variable === undefined ? undefined : env[variable];
  const noProxy = env["no_proxy"] ?? env["NO_PROXY"] ?? "";
  if (variable === undefined || proxy === undefined || goesAround(noProxy, url?.hostname)) return undefined;
  // `host:port` alone is a URL as well, whose protocol is the host.
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol))
    throw new ConfigurationError(`${variable} is no http URL: write http://host:port`);
  const { EnvHttpProxyAgent, fetch } = await loadUndici(variable);
  debug(`proxy: ${new URL(proxy).host} from ${variable}`);
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: proxy, httpsProxy: proxy, noProxy });
  // undici has types of its own for what the platform calls Request and Response: they are the same standard's.
  const proxied = (input: string, init: object) => fetch(input, { ...init, dispatcher });
  return proxied as unknown as Fetch;
}

/** Whether no proxy is needed, as far as that can be told before undici is asked. */
function goesAround(noProxy: string, hostname: string | undefined): boolean {
  const entries = noProxy.split(/[\s,]+/).filter(Boolean);
  if (entries.includes("*")) return true;
  return hostname !== undefined && (isLoopback(hostname) || entries.includes(hostname));
}

async function loadUndici(variable: string): Promise<typeof import("undici")> {
  try {
    return await import("undici");
  } catch (cause) {
    throw new ConfigurationError(
      `${variable} is set, which Node's own fetch ignores, and undici is not installed: run \`npm install undici@7\`, or unset ${variable}`,
      { cause },
    );
  }
}
