/** What signs and logs in, loaded with the first request that it is for: for pages, which download it. */
export const loadSdkSigner = async () => (await import("./sdk-signer.js")).sdkSigner;
export const loadAcsSigner = async () => (await import("./acs-signer.js")).acsSigner;
export const loadIamSessions = async () => (await import("./iam-sessions.js")).IamSessions;
