import { isLoopback } from "../core/endpoint.js";

/** Whether a base URL leads to this machine itself. */
export function isLocal(baseUrl: string | undefined): boolean {
  return baseUrl !== undefined && URL.canParse(baseUrl) && isLoopback(new URL(baseUrl).hostname);
}
