import { didYouMean, oneOf, quote } from "../../node/quote.js";
import type { Cloud, Service } from "../../records/service.js";

/** The clouds that offer a service. */
export function cloudsOf({ clouds }: Service): readonly Cloud[] {
  const known: readonly Cloud[] = ["huaweicloud", "otc", "alibabacloud"];
  return known.filter((cloud) => clouds[cloud] !== undefined);
}

/**
 * Why a service has no endpoint in a region of a cloud, and what to do; undefined if it has one. A region that is
 * not known can still exist, unless the service's only endpoint names another, or a known region is spelt alike.
 */
export function regionProblem(
  service: Service,
  cloud: Cloud,
  region: string,
): { readonly message: string; readonly hint: string } | undefined {
  const { name, clouds, endpoints } = service;
  const regions = clouds[cloud]?.regions ?? [];
  if (clouds[cloud] === undefined || regions.includes(region)) return undefined;
  const message = `${name} has no endpoint in region ${quote(region)} of ${cloud}`;
  const elsewhere = cloudsOf(service).find((other) => clouds[other]?.regions.includes(region));
  if (elsewhere !== undefined) {
    return { message, hint: `it is a region of ${elsewhere}: write cloud: ${elsewhere}` };
  }
  const guess = didYouMean(region, regions);
  if (guess === undefined && endpoints[cloud]?.includes("{region}")) return undefined;
  return { message, hint: `${guess ?? `it has one in ${oneOf(regions)}`}; any other is reached by baseUrl` };
}
