import { afterAll } from "vitest";
import { type Loopback, startLoopback } from "./loopback.js";
import type { ReceivedRequest, Reply } from "./signing/received.js";

export interface RecordingServer extends Loopback {
  /** The received requests, in order. */
  readonly requests: ReceivedRequest[];
}

const open: Loopback[] = [];

afterAll(() => Promise.all(open.map((server) => server.close())));

/** A loopback server that records its requests. It is closed at the end of the test file. */
export async function record(respond: (request: ReceivedRequest) => Reply): Promise<RecordingServer> {
  const requests: ReceivedRequest[] = [];
  const server = await startLoopback((request) => {
    requests.push(request);
    return respond(request);
  });
  open.push(server);
  return { ...server, requests };
}

/** The query of a received request, in its order. */
export function queryOf(request: ReceivedRequest | undefined): [string, string][] {
  return [...new URL(request?.target ?? "/", "http://127.0.0.1").searchParams];
}
