export { accountEnvironment } from "./account.js";
export { TargetsFileError, type TargetsProblem } from "./error.js";
export {
  type CredentialsNeed,
  type FoundPlace,
  type IdsText,
  type ReadTargetsOptions,
  readTargets,
  type TargetsFile,
} from "./read.js";
