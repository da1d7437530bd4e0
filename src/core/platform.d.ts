/** Either of the two modules named `platform-transport`, as package.json's `imports` and the runtime choose. */
declare module "#transport" {
  export const platformTransport: typeof import("./platform-transport.js").platformTransport;
}
