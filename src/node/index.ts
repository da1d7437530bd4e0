export { type CloudsYamlOptions, fromCloudsYaml } from "./clouds-yaml.js";
export type { FoundCredentials } from "./credentials.js";
export { type Environment, type EnvironmentOptions, fromEnvironment } from "./environment.js";
