import type { Fault } from "./fault.js";
import { authenticationFaults } from "./table/authentication.js";
import { bodyFaults } from "./table/bodies.js";
import { connectionFaults } from "./table/connections.js";
import { listingFaults } from "./table/listings.js";
import { slowFaults } from "./table/slowness.js";
import { statusFaults } from "./table/statuses.js";

/** Every fault that the client is held against. */
export const faults: readonly Fault[] = [
  ...connectionFaults,
  ...slowFaults,
  ...statusFaults,
  ...bodyFaults,
  ...authenticationFaults,
  ...listingFaults,
];
