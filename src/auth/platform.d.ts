/** One of two modules, as package.json's `imports` and the runtime choose: loaded with the package, or in a page later. */
declare module "#signing" {
  type Awaitable<T> = import("../core/awaitable.js").Awaitable<T>;
  export function loadSdkSigner(): Awaitable<typeof import("./sdk-signer.js").sdkSigner>;
  export function loadAcsSigner(): Awaitable<typeof import("./acs-signer.js").acsSigner>;
  export function loadIamSessions(): Awaitable<typeof import("./iam-sessions.js").IamSessions>;
}
