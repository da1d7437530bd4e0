export * from "./backups.js";
export { fakeCredentials } from "./credentials.js";
export { type Fault, type FaultEffect, type FaultTrigger, formatFault, parseFault } from "./faults.js";
export type {
  GivenBackups,
  Mock,
  MockAccessKey,
  MockCall,
  MockCredentials,
  MockExchange,
  MockMode,
  MockOptions,
} from "./options.js";
export { startMock } from "./start-mock.js";
