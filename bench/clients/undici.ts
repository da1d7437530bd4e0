import { Agent, request } from "undici";
import { type Client, countRecords, type PageBody, type Place, type Service } from "./client.js";
import { signedRequest } from "./signed-request.js";

/** undici's `request`, over an agent with its defaults. */
export function undiciRequest(service: Service, place: Place): Client {
  const { method, target, sign } = signedRequest(service, place);
  const url = place.baseUrl + target;
  const dispatcher = new Agent();
  return {
    name: "undici.request",
    async call() {
      const { statusCode, body } = await request(url, { dispatcher, method, headers: sign() });
      if (statusCode !== 200) throw new Error(String(statusCode));
      return countRecords((await body.json()) as PageBody);
    },
  };
}
