import { cbrMock } from "./simulate/cbr.js";
import { dcsMock } from "./simulate/dcs.js";
import { starRocksMock } from "./simulate/starrocks.js";
import { vbsMock } from "./simulate/vbs.js";

/** Every service of the mock, in the order of their ports. One line here adds or removes a service. */
export const mockServices = [
  dcsMock, // Distributed Cache Service
  vbsMock, // Volume Backup Service
  starRocksMock, // EMR Serverless StarRocks
  cbrMock, // Cloud Backup and Recovery
] as const;

/** Name of a service of the mock. */
export type MockServiceName = (typeof mockServices)[number]["name"];
