import type { Client, Place, Service } from "./client.js";

type Create = (service: Service, place: Place) => Promise<Client>;

/** The clients by what they are. Each is loaded only if it is created: a cold import can be timed. */
export const clients = {
  "raw socket": async (...at) => (await import("./raw-socket.js")).rawSocket(...at),
  undici: async (...at) => (await import("./undici.js")).undiciRequest(...at),
  "node:http": async (...at) => (await import("./bare.js")).bareHttp(...at),
  own: async (...at) => (await import("./own.js")).own(...at),
  fetch: async (...at) => (await import("./bare.js")).globalFetch(...at),
  vendor: async (service, place) =>
    service === "dcs"
      ? (await import("./huawei-core.js")).huaweiCore(place)
      : (await import("./alibaba-core.js")).alibabaCore(place),
} as const satisfies Readonly<Record<string, Create>>;

export type ClientName = keyof typeof clients;
