/**
 * One row of `generated/<service>/operations.ts`: all that the client needs to know of an operation, taken from its
 * contract. Nothing here is specific to a service.
 */
export interface OperationDescriptor {
  /** The contract's operationId, e.g. `ListBackupRecordsV1`. */
  readonly operationId: string;
  readonly method: "GET" | "POST";
  /** Path template, e.g. `/v1.0/{project_id}/instances/{instance_id}/backups`. */
  readonly path: string;
  readonly parameters: readonly ParameterDescriptor[];
  /** Statuses that are documented as a success, e.g. `[200, 204]`. */
  readonly success: readonly number[];
  readonly paging?: PagingDescriptor;
  /** What the listed items are (`x-record`). */
  readonly record?: "backup" | "restore" | "instance" | "policy";
  readonly signing: SigningDescriptor;
  readonly failure?: FailureDescriptor;
}

export interface ParameterDescriptor {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly type: "string" | "integer" | "boolean";
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string | number | boolean;
  /** Regular expression source that a value must match. */
  readonly pattern?: string;
  /** The only legal values; absent if the documented list is known to grow. */
  readonly values?: readonly string[];
  /** Set if the parameter is a time: a `Date` is accepted and written in this format. */
  readonly time?: TimeDescriptor;
  /** Set if a list is sent as one value, joined by this string (`x-join`). */
  readonly join?: string;
}

/** `x-time`: how the service writes an instant. */
export interface TimeDescriptor {
  /**
   * `yyyyMMddHHmmss` 14 digits · `iso` RFC 3339 with zone · `iso-seconds` the same in whole seconds, with `Z` ·
   * `iso-without-zone` RFC 3339 less its zone · `s` epoch seconds · `ms` epoch milliseconds.
   */
  readonly format: "yyyyMMddHHmmss" | "iso" | "iso-seconds" | "iso-without-zone" | "s" | "ms";
  /** The zone of the formats that carry none themselves. */
  readonly zone: "UTC";
}

/** `x-paging`: how a listing is read page by page. */
export interface PagingDescriptor {
  /** `start` 1-based number of the first record · `offset` records to skip · `page` 1-based page number. */
  readonly style: "start" | "offset" | "page";
  /** Names of the query parameters that carry the position and the page size. */
  readonly parameters: { readonly position: string; readonly limit: string };
  /** JSON pointer to the overall total in the response; absent if it has none. */
  readonly total?: string;
  /** JSON pointer to the array of records in the response. */
  readonly items: string;
  /** Whether a response without that array breaks its contract; otherwise it is an empty page. */
  readonly required: boolean;
  /** JSON pointer, within a record, to the id by which repeated records are recognised. */
  readonly id: string;
  /**
   * Parameters that must not be combined with the position, e.g. a marker. If a caller sets one of them,
   * the listing is read by it: its next value is the id of the last record read.
   */
  readonly conflicts?: readonly string[];
}

/** `x-signing`: what a signer must know of an operation beyond the request itself. */
export interface SigningDescriptor {
  /** Service name in a credential scope, e.g. `dcs`. */
  readonly service: string;
  /** Alibaba Cloud: value of `x-acs-action`. */
  readonly action?: string;
  /** Alibaba Cloud: value of `x-acs-version`. */
  readonly version?: string;
}

/** `x-failure`: how a response with a success status says that the call failed after all. */
export interface FailureDescriptor {
  /** JSON pointer to the flag, and the value that means failure. */
  readonly pointer: string;
  readonly equals: boolean | string | number;
  /** The exception: if this also holds, the response is a success in spite of the flag. */
  readonly unless?: { readonly pointer: string; readonly equals: string };
  /** JSON pointers to the error's code and message. */
  readonly code: string;
  readonly message: string;
}
