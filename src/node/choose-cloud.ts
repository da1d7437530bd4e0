import { ConfigurationError } from "../core/errors.js";
import type { Cloud, Service } from "../records/service.js";
import { type Environment, hasCredentials } from "./environment.js";
import { isLocal } from "./local.js";

/** Where a service is to be reached, as far as it is said, and the variables that hold credentials. */
export interface CloudSearch {
  readonly service: Pick<Service, "name" | "clouds" | "endpoints">;
  readonly cloud: Cloud | undefined;
  readonly region: string | undefined;
  readonly baseUrl: string | undefined;
  readonly env: Environment;
}

/** A cloud, and why it is that one. */
export interface CloudChoice {
  /** Undefined if any credentials that are found will do. */
  readonly cloud: Cloud | undefined;
  /** For people, if credentials of two clouds are set. */
  readonly note?: string;
}

/**
 * Whose credentials are meant: those of the cloud that is named, or whose address it is, or that alone has the region. A
 * service on this machine takes any.
 * @throws ConfigurationError if the address is another cloud's, or credentials of two clouds are set and nothing decides
 */
export function chooseCloud({ service, cloud, region, baseUrl, env }: CloudSearch): CloudChoice {
  const clouds = (["huaweicloud", "otc"] as const).filter((one) => service.clouds[one] !== undefined);
  const owner = clouds.find((one) => isAddressOf(service.endpoints[one], baseUrl));
  if (owner !== undefined && cloud !== undefined && owner !== cloud)
    throw new ConfigurationError(`the address is one of ${owner}, and gets no credentials of ${cloud}`);
  if (cloud !== undefined || clouds.length < 2 || isLocal(baseUrl)) return { cloud };
  const twice =
    hasCredentials("huaweicloud", env) &&
    hasCredentials("otc", env) &&
    // Then all are of one cloud.
    !isAddressOf(service.endpoints.huaweicloud, env["OS_AUTH_URL"]);
  if (owner !== undefined)
    return { cloud: owner, ...(twice && { note: noteOf(owner, "whose address it is") }) };
  const known = region ?? (twice ? env["OS_REGION_NAME"] : undefined) ?? "";
  const [only, ...others] = clouds.filter((one) => service.clouds[one]?.regions.includes(known));
  const chosen = others.length === 0 ? only : undefined;
  if (!twice) return { cloud: baseUrl === undefined ? chosen : undefined };
  if (chosen !== undefined) return { cloud: chosen, note: noteOf(chosen, `which has the region ${known}`) };
  throw new ConfigurationError(
    `credentials of ${clouds.join(" and ")} are set, and nothing says which of them ${service.name} gets: ` +
      "give --cloud, or cloud: in a targets file, or a region that one of them alone has",
  );
}

function noteOf(cloud: Cloud, why: string): string {
  return `credentials of both clouds are set: those of ${cloud} are used, ${why}`;
}

/** Whether a URL's host is in the domain of a cloud's endpoints, `https://dcs.{region}.example.com`. */
function isAddressOf(endpoint: string | undefined, baseUrl: string | undefined): boolean {
  if (endpoint === undefined || baseUrl === undefined || !URL.canParse(baseUrl)) return false;
  const domain = endpoint.replace(/^https:\/\/[^.]+\.[^.]+/, "");
  return new URL(baseUrl).hostname.replace(/\.$/, "").endsWith(domain);
}
