import { afterAll } from "vitest";
import { type Loopback, startLoopback } from "./loopback.js";
import type { ReceivedRequest, Reply } from "./signing/received.js";

export interface RecordingServer extends Loopback {
  /** What was received, in order. */
  readonly requests: ReceivedRequest[];
}

const open: Loopback[] = [];

afterAll(() => Promise.all(open.map((server) => server.close())));

/** A loopback server that keeps what it receives; it is closed when the test file ends. */
export async function record(answer: (request: ReceivedRequest) => Reply): Promise<RecordingServer> {
  const requests: ReceivedRequest[] = [];
  const server = await startLoopback((request) => {
    requests.push(request);
    return answer(request);
  });
  open.push(server);
  return { ...server, requests };
}

/** The query of a received request, in the order in which it came. */
export function queryOf(request: ReceivedRequest | undefined): [string, string][] {
  return [...new URL(request?.target ?? "/", "http://127.0.0.1").searchParams];
}
