import { type AccountClientsOptions, createAccountClients } from "../audit/account-clients.js";

export { type AccountClientsOptions, createAccountClients } from "../audit/account-clients.js";
export { TargetsFileError, type TargetsProblem } from "../audit/targets/error.js";
export { type ReadTargetsFileOptions, readPlaces, readTargetsFile } from "../audit/targets/node.js";
export type { TargetsFile } from "../audit/targets/read.js";
export { type CloudsYamlOptions, fromCloudsYaml } from "./clouds-yaml.js";
export type { FoundCredentials } from "./credentials.js";
export type { Environment } from "./environment.js";
export { type EnvironmentOptions, fromEnvironment } from "./find-credentials.js";

/** @deprecated Use `AccountClientsOptions`. */
export type ConnectionsOptions = AccountClientsOptions;
/** @deprecated Use `createAccountClients`. */
export const openConnections = createAccountClients;
