/**
 * The transport of this platform, chosen by package.json's `imports`: Node's own HTTP client on Node, the given
 * `fetch` everywhere else. With it comes what else a platform offers: tracing channels on Node.
 */
declare module "#transport" {
  type Transport = import("./transport.js").Transport;
  export function createTransport(overFetch: Transport): Transport;
  /** Undefined on a platform without tracing channels. */
  export const tracing: import("./tracing.js").Tracing | undefined;
}
