import { ConfigurationError } from "./core/errors.js";
import type { Service } from "./records/service.js";
import { services } from "./services.js";

/**
 * The definition of a service.
 * @throws ConfigurationError if there is no service of that name
 */
export async function loadService(name: string): Promise<Service> {
  const found = services.find((service) => service.name === name);
  if (found) return found.load();
  const names = services.map((service) => service.name).join(", ");
  throw new ConfigurationError(`there is no service ${name}; there are ${names}`);
}

/** The definitions of all services. */
export function loadServices(): Promise<Service[]> {
  return Promise.all(services.map(({ load }) => load()));
}
