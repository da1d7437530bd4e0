/**
 * Either of the two modules named `platform-transport`, as package.json's `imports` and the runtime choose. The one
 * for Node wants to know which fetch was there before anybody replaced it.
 */
declare module "#transport" {
  type Transport = import("./transport.js").Transport;
  export function platformTransport(fetching: Transport, original: typeof globalThis.fetch): Transport;
}
