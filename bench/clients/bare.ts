/** What Node itself offers, with a signature written by hand. */
import { Agent, request } from "node:http";
import { type Client, countRecords, type PageBody, type Place, type Service } from "./client.js";
import { signedRequest } from "./signed-request.js";

/** `node:http` with an agent that keeps its connections. */
export function bareHttp(service: Service, place: Place): Client {
  const { method, target, sign } = signedRequest(service, place);
  const { hostname, port } = new URL(place.baseUrl);
  const options = { agent: new Agent({ keepAlive: true }), method, hostname, port, path: target };
  return {
    name: "bare node:http",
    call: () =>
      new Promise((resolve, reject) => {
        const sent = request({ ...options, headers: sign() }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk) => chunks.push(chunk));
          response.on("end", () => {
            if (response.statusCode !== 200) return reject(new Error(String(response.statusCode)));
            resolve(countRecords(JSON.parse(Buffer.concat(chunks).toString())));
          });
          response.on("error", reject);
        });
        sent.on("error", reject);
        sent.end();
      }),
  };
}

/** The global `fetch`. */
export function globalFetch(service: Service, place: Place): Client {
  const { method, target, sign } = signedRequest(service, place);
  const url = place.baseUrl + target;
  return {
    name: "global fetch",
    async call() {
      const { host: _, ...headers } = sign();
      const response = await fetch(url, { method, headers });
      if (!response.ok) throw new Error(String(response.status));
      const body: PageBody = await response.json();
      return countRecords(body);
    },
  };
}
