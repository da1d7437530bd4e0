import { isLoopback } from "../core/endpoint.js";

/** Whether a base URL is an address of this machine. */
export function isLocal(baseUrl: string | undefined): boolean {
  return baseUrl !== undefined && URL.canParse(baseUrl) && isLoopback(new URL(baseUrl).hostname);
}
