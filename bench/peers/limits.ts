import { Agent, request } from "node:http";
import createClient from "openapi-fetch";
import { Agent as UndiciAgent, request as undiciRequest } from "undici";
import type { paths } from "../../generated/dcs/types.js";
import type { Unverified } from "./own.js";
import { dcsRows, type Place } from "./place.js";

/**
 * What every bare client sends: the headers that this package sent once, its signature among them, to the same
 * path. Nothing is computed; the answer is read and parsed as it is by any client.
 */
export interface Fixed {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Counts the rows of an answer. */
  readonly rows: (body: never) => number;
}

/** node:http with keep-alive. */
export function nodeHttp({ method, url, headers, rows }: Fixed): Unverified {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port, pathname, search } = new URL(url);
  const options = { agent, method, hostname, port, path: pathname + search, headers };
  return {
    name: "bare node:http",
    signs: "fixed",
    call: () =>
      new Promise((resolve, reject) => {
        const sent = request(options, (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk) => chunks.push(chunk));
          answer.on("end", () => {
            if (answer.statusCode !== 200) return reject(new Error(String(answer.statusCode)));
            resolve(rows(JSON.parse(Buffer.concat(chunks).toString()) as never));
          });
          answer.on("error", reject);
        });
        sent.on("error", reject);
        sent.end();
      }),
  };
}

/** undici's `request`, over an agent with its defaults. */
export function undici({ method, url, headers, rows }: Fixed): Unverified {
  const dispatcher = new UndiciAgent();
  return {
    name: "undici.request",
    signs: "fixed",
    async call() {
      const { statusCode, body } = await undiciRequest(url, { dispatcher, method, headers });
      if (statusCode !== 200) throw new Error(String(statusCode));
      return rows((await body.json()) as never);
    },
  };
}

/** The global `fetch`. */
export function globalFetch({ method, url, headers, rows }: Fixed): Unverified {
  return {
    name: "global fetch",
    signs: "fixed",
    async call() {
      const answer = await fetch(url, { method, headers });
      if (!answer.ok) throw new Error(String(answer.status));
      return rows((await answer.json()) as never);
    },
  };
}

/** openapi-fetch over the global `fetch`, on the generated types of DCS. */
export function openapiFetch({ baseUrl, projectId, instanceId }: Place, { headers }: Fixed): Unverified {
  const client = createClient<paths>({ baseUrl, headers });
  return {
    name: "bare openapi-fetch",
    signs: "fixed",
    async call() {
      const { data, response } = await client.GET("/v2/{project_id}/instances/{instance_id}/backups", {
        params: { path: { project_id: projectId, instance_id: instanceId }, query: { limit: 10, offset: 0 } },
      });
      if (data === undefined) throw new Error(String(response.status));
      return dcsRows(data);
    },
  };
}
