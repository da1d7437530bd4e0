import type { Clock } from "../core/deadline.js";
import type { BackupService } from "../records/record.js";
import type { Fault } from "./faults.js";

/** `examples` plays the contracts' own examples, `simulate` a population of records that behaves. */
export type MockMode = "examples" | "simulate";

/** An access key that the mock knows. */
export interface MockAccessKey {
  readonly secret: string;
  /** Set for temporary credentials, which must then bring it. */
  readonly securityToken?: string | undefined;
}

/** Whom the mock lets in where it verifies. */
export interface MockCredentials {
  /** Secrets by access key id, for all three schemes. @default the one of `fakeCredentials` */
  readonly keys?: Readonly<Record<string, MockAccessKey>> | undefined;
  /** Tokens that never expire, beside those that the mock's own IAM gives out. @default the one of `fakeCredentials` */
  readonly tokens?: readonly string[] | undefined;
  /** Passwords by user name, for the mock's IAM. @default the one of `fakeCredentials` */
  readonly users?: Readonly<Record<string, string>> | undefined;
}

/** Options of `startMock`. */
export interface MockOptions<Service extends BackupService = BackupService> {
  /** @default all three */
  readonly services?: readonly Service[] | undefined;
  /** @default "examples" */
  readonly mode?: MockMode | undefined;
  /** Port of the first service; each further one takes the next. 0: the system chooses. @default 0 */
  readonly port?: number | undefined;
  /** Serves all services from one port, each under its name: `http://127.0.0.1:PORT/dcs`. @default false */
  readonly prefixes?: boolean | undefined;
  /** `simulate`: records per instance, policy or cluster, at most a million. @default 25 */
  readonly records?: number | undefined;
  /** `simulate`: another number gives another population. @default 1 */
  readonly seed?: number | undefined;
  /** `simulate`: sizes beyond 2^53-1, which a double cannot hold. @default false */
  readonly bigSizes?: boolean | undefined;
  /** `simulate`: DCS v2 answers 204 without a body where there is no record, as OTC can. @default false */
  readonly noContent?: boolean | undefined;
  /** `simulate`: most records to a page, whatever is asked for. @default 1000 */
  readonly maxPageSize?: number | undefined;
  /**
   * `simulate`: ids that do not exist, beside all that begin with `missing-`. Of ids that begin with
   * `forbidden-` the caller may see nothing, and those that begin with `empty-` have no record; any other
   * id is one of an instance, policy or cluster with records. Of those, the backups of ids that begin with
   * `late-` stopped three days before the mock started, of `failing-` all of these three days have failed, of
   * `never-` all ever, and of `stuck-` the newest runs since twelve hours and never ends.
   */
  readonly unknown?: readonly string[] | undefined;
  /** What goes wrong, and when: as objects or in the text form of `parseFault`. @default nothing */
  readonly faults?: readonly (Fault | string)[] | undefined;
  /** `simulate`: whether signatures and tokens are checked. @default "off" */
  readonly auth?: "off" | "verify" | undefined;
  readonly credentials?: MockCredentials | undefined;
  /** How long the tokens of the mock's IAM live, in milliseconds. @default 24 hours */
  readonly tokenLifetimeMs?: number | undefined;
  /** Dates records and answers, moves states, and times faults. @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** Told of every request once it has been dealt with; secrets are replaced. What it throws is ignored. */
  readonly onRequest?: ((exchange: MockExchange) => void) | undefined;
  /** `examples`: told what Prism logs, line by line. @default silence */
  readonly log?: ((line: string) => void) | undefined;
}

/** What was asked and what was answered, without secrets: no token, no signature, no login's body. */
export interface MockExchange {
  readonly service: BackupService | "iam";
  /** Number of the request among those to this service, from 1. */
  readonly number: number;
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where no answer was sent. */
  readonly status: number | null;
  readonly answerHeaders: Readonly<Record<string, string>>;
  /** The answer as far as it was sent; empty for a login. */
  readonly answer: string;
  /** The faults that befell it, in the text form of `parseFault`. */
  readonly faults: readonly string[];
}

/** A running mock. */
export interface Mock<Service extends BackupService = BackupService> {
  /** Base URL of each service, without a slash at its end. */
  readonly urls: Readonly<Record<Service, string>>;
  /** Base URL of an IAM that gives out tokens: `POST /v3/auth/tokens`. */
  readonly iamUrl: string;
  /** An id with records to ask for: an instance, a policy, a cluster. */
  readonly resources: Readonly<Record<Service, string>>;
  /** Variables of the vendors' own names with fake credentials that the mock accepts, and the base URLs. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops listening, breaks open connections and drops what is waiting. May be called again. */
  stop(): Promise<void>;
}
