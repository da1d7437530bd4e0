export { fakeCredentials } from "./credentials.js";
export { type Fault, type FaultEffect, type FaultTrigger, formatFault, parseFault } from "./faults.js";
export type { Mock, MockAccessKey, MockCredentials, MockExchange, MockMode, MockOptions } from "./options.js";
export { startMock } from "./start-mock.js";
