import { ConfigurationError } from "./errors.js";
import type { Endpoint } from "./options.js";

/**
 * Checks a base URL: absolute, https (http on loopback alone), without credentials, query or fragment.
 * Returns it without a trailing slash; a path prefix is kept.
 * @throws ConfigurationError
 */
export function checkBaseUrl(text: string): string {
  if (!URL.canParse(text))
    throw new ConfigurationError(`baseUrl is not an absolute URL (expected https://host)`);
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") {
    throw new ConfigurationError("baseUrl contains credentials; pass them as auth instead");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw new ConfigurationError(
      `baseUrl ${url.origin} is not https; unencrypted credentials are only sent to loopback`,
    );
  }
  if (/[?#]/.test(url.href)) {
    throw new ConfigurationError(`baseUrl ${url.origin} has a query or a fragment; give the part before it`);
  }
  return url.href.replace(/\/+$/, "");
}

/** Whether a URL's host is this machine itself. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/**
 * The endpoint of a client: `baseUrl` if it is given, otherwise the cloud's own for the region. `defaults` are those
 * of a service that has only one cloud or region.
 * @throws ConfigurationError if neither is known, or the region could change the host
 */
export function chooseEndpoint<Cloud extends string>(
  templates: Readonly<Record<Cloud, string>>,
  options: {
    readonly cloud?: Cloud | undefined;
    readonly region?: string | undefined;
    readonly baseUrl?: string | undefined;
  },
  defaults: { readonly cloud?: Cloud; readonly region?: string } = {},
): Endpoint {
  if (typeof options !== "object" || options === null)
    throw new ConfigurationError("client options must be an object");
  const { cloud = defaults.cloud, region = defaults.region, baseUrl } = options;
  if (baseUrl !== undefined) {
    if (region !== undefined) checkRegion(region);
    return { baseUrl: checkBaseUrl(baseUrl), cloud, region };
  }
  const clouds = Object.keys(templates).join(" or ");
  if (cloud === undefined)
    throw new ConfigurationError(`cloud is missing; pass ${clouds}, or baseUrl instead`);
  if (!Object.hasOwn(templates, cloud))
    throw new ConfigurationError(`cloud must be ${clouds}, not ${JSON.stringify(cloud)}`);
  return { baseUrl: regionalUrl(templates[cloud], region), cloud, region };
}

/**
 * The endpoint of a region, from a template such as `https://dcs.{region}.example.com`.
 * @throws ConfigurationError if the region is missing or could change the host
 */
export function regionalUrl(template: string, region: string | undefined): string {
  if (region === undefined) throw new ConfigurationError("region is missing; pass it, or baseUrl instead");
  checkRegion(region);
  if (!template.includes("{region}") && !template.includes(`.${region}.`)) {
    throw new ConfigurationError(
      `the only endpoint is ${template}, not in region ${region}; pass another one as baseUrl`,
    );
  }
  return template.replace("{region}", region);
}

function checkRegion(region: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(region)) {
    throw new ConfigurationError(
      `region ${JSON.stringify(region)} is not a region name (expected one such as eu-de)`,
    );
  }
}
