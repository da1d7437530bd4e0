/**
 * The transport of this platform, chosen by package.json's `imports`: Node's own HTTP client on Node, the given
 * `fetch` everywhere else.
 */
declare module "#transport" {
  type Transport = import("./transport.js").Transport;
  export function createTransport(overFetch: Transport): Transport;
}
