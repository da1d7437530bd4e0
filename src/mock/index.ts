export { fakeCredentials } from "./credentials.js";
export { formatFault, parseFault } from "./fault-syntax.js";
export type { Fault, FaultEffect, FaultTrigger } from "./faults.js";
export type { Mock, MockAccessKey, MockCredentials, MockExchange, MockMode, MockOptions } from "./options.js";
export { startMock } from "./start-mock.js";
