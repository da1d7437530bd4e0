import { acsSigner } from "./acs-signer.js";
import { IamSessions } from "./iam-sessions.js";
import { sdkSigner } from "./sdk-signer.js";

/** What signs and logs in, loaded with the package: where files are at hand. */
export const loadSdkSigner = () => sdkSigner;
export const loadAcsSigner = () => acsSigner;
export const loadIamSessions = () => IamSessions;
