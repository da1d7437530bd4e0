import type { Environment } from "./environment.js";

/** Placeholder while the tunnel is written. */
export async function proxiedFetch(
  _env: Environment,
  _baseUrl: string | undefined,
  _debug: (line: string) => void = () => {},
): Promise<typeof globalThis.fetch | undefined> {
  return undefined;
}
