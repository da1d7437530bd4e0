import type { BackupService } from "../records/record.js";

/** A request as the mock's rooms see it: received whole, its service known. */
export interface MockRequest {
  readonly service: BackupService;
  readonly method: string;
  /** Path and query as they came: what a signature covers. */
  readonly target: string;
  /** The path without the service's prefix, still percent-encoded. */
  readonly path: string;
  /** The query without its `?`, still percent-encoded. */
  readonly query: string;
  /** Lower-case names; repeated headers joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The id that the answer is to carry. */
  readonly requestId: string;
}

/** An answer before it is sent. */
export interface MockReply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where there is none. */
  readonly body: string;
}

/** Whatever answers requests: Prism, or the simulator. */
export type Answerer = (request: MockRequest) => MockReply | Promise<MockReply>;
