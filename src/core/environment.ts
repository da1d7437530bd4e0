import type { BackupRecord } from "../records/record.js";
import type { Awaitable } from "./awaitable.js";
import type { Engine } from "./engine/engine.js";
import type { HeaderValues } from "./headers.js";
import type { OperationDescriptor } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";
import type { QueryValues } from "./parameters.js";
import type { ClientSettings } from "./settings.js";
import type { Validator } from "./validation.js";

/** What a service brings to the runtime: its generated tables, and what no contract can say. */
export interface ServiceDefinition {
  /** e.g. `dcs` */
  readonly service: string;
  /** Method name to operation. */
  readonly operations: Readonly<Record<string, OperationDescriptor>>;
  /**
   * The engine of this platform. The services import it, not the client, so that no import leads back from the engine
   * to where it is imported.
   */
  readonly loadEngine: () => Awaitable<(environment: ClientEnvironment) => Engine>;
  /** Loads, where answers are to be checked, operationId to the validator of a successful answer. */
  readonly validators: () => Promise<Readonly<Record<string, Validator>>>;
  /** Loads, where unified records are asked for, what makes one of a listed wire object. */
  readonly toRecord: () => Promise<(item: never) => BackupRecord>;
  /** Loads, where an answer is an error, what to do about a vendor's error code. */
  readonly advice?: () => Promise<(code: string) => string | undefined>;
}

/** A client's fixed part, checked, and shared by its calls. */
export interface ClientEnvironment {
  readonly definition: ServiceDefinition;
  readonly options: ClientOptions;
  readonly settings: ClientSettings;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** For every request, checked. */
  readonly headers: HeaderValues;
}

/** One request, checked and ready. */
export interface PreparedCall {
  readonly operation: OperationDescriptor;
  /** Filled in and percent-encoded. */
  readonly path: string;
  readonly query: QueryValues;
  readonly options: CallOptions;
}
