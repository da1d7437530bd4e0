import { ConfigurationError } from "../core/errors.js";
import { mix } from "./random.js";
import { type MockServiceName, mockServices } from "./services.js";

/** Which requests have a fault: all of them, unless `rate` or `nth` says otherwise. */
export interface FaultTrigger<Service extends string = MockServiceName> {
  /** The service whose requests fail. @default every service */
  readonly on?: Service | undefined;
  /** Share of the requests, 0 to 1. The seed decides which ones. */
  readonly rate?: number | undefined;
  /** Numbers of the requests to the service, from 1. */
  readonly nth?: number | readonly number[] | undefined;
}

/** What happens to a request. */
export type FaultEffect =
  | {
      /** The status of the response, with the contract's own body if the contract declares the status. */
      readonly status: number;
      /** How long the service asks to wait, in milliseconds. @default it does not ask */
      readonly retryAfterMs?: number | undefined;
    }
  | {
      /** The request is throttled in the vendor's own way, which is not always a 429. */
      readonly throttle: true;
      /** How long the service asks to wait, in milliseconds. @default it does not ask */
      readonly retryAfterMs?: number | undefined;
    }
  | {
      /** The response comes this many milliseconds later. */
      readonly latencyMs: number;
    }
  | {
      /** The connection is reset before a response. */
      readonly reset: true;
    }
  | {
      /** No response ever comes, and the connection stays open. */
      readonly stall: true;
    }
  | {
      /** The response ends after half of its body. */
      readonly truncate: true;
    };

/** Something that goes wrong on purpose. */
export type Fault<Service extends string = MockServiceName> = FaultTrigger<Service> & FaultEffect;

/** The faults of a request to `service`, the `number`th from 1. The same seed gives the same faults. */
export function faultsFor(
  faults: readonly Fault<string>[],
  service: string,
  number: number,
  seed: number,
): Fault<string>[] {
  return faults.filter(({ on, rate, nth }, index) => {
    if (on !== undefined && on !== service) return false;
    if (nth !== undefined) return [nth].flat().includes(number);
    return rate === undefined || mix(seed, number, 500 + index) / 2 ** 32 < rate;
  });
}

/**
 * Reads a fault from its text form, `[service/]what[=milliseconds][:share|@numbers]`. `what` is a status
 * from 400 to 599, `throttle`, `latency`, `reset`, `stall` or `truncate`. The milliseconds are the delay, or
 * the time that a status asks the client to wait.
 * @throws ConfigurationError that says what is wrong with it
 * @example
 * parseFault("429=1500:0.1"); // a tenth of the responses, asking to wait 1.5 s
 * parseFault("dcs/reset@3");  // the third request to DCS
 * parseFault("stall@2,5-7");  // four requests to each service
 * parseFault("latency=50");   // all of them
 */
export function parseFault(text: string): Fault {
  return readFault(
    text,
    mockServices.map(({ name }) => name),
  );
}

/**
 * The faults of an option, checked.
 * @param services names that a fault may be limited to
 * @throws ConfigurationError
 */
export function readFaults(
  faults: readonly (Fault<string> | string)[],
  services: readonly string[],
): Fault<string>[] {
  return faults.map((fault) => readFault(typeof fault === "string" ? fault : formatFault(fault), services));
}

/** A fault in its text form. */
export function formatFault(fault: Fault<string>): string {
  const on = fault.on === undefined ? "" : `${fault.on}/`;
  const when =
    fault.nth !== undefined
      ? `@${[fault.nth].flat().join(",")}`
      : fault.rate === undefined
        ? ""
        : `:${fault.rate}`;
  return `${on}${formatEffect(fault)}${when}`;
}

function formatEffect(fault: FaultEffect): string {
  if ("latencyMs" in fault) return `latency=${fault.latencyMs}`;
  if ("reset" in fault) return "reset";
  if ("stall" in fault) return "stall";
  if ("truncate" in fault) return "truncate";
  const wait = fault.retryAfterMs === undefined ? "" : `=${fault.retryAfterMs}`;
  return `${"throttle" in fault ? "throttle" : fault.status}${wait}`;
}

const FORM = /^(?:([a-z\d]+)\/)?([a-z]+|\d+)(?:=(\d+))?(?::(\d*\.?\d+)|@([\d,-]+))?$/;

function readFault<Service extends string>(text: string, services: readonly Service[]): Fault<Service> {
  const match = FORM.exec(text);
  if (match === null) {
    throw refuse(text, "write [service/]what[=milliseconds][:share|@numbers], such as 429:0.1 or reset@3");
  }
  const [, on, what = "", milliseconds, share, numbers] = match;
  return {
    ...readService(text, on, services),
    ...readWhen(text, share, numbers),
    ...readEffect(text, what, milliseconds === undefined ? undefined : Number(milliseconds)),
  };
}

function readService<Service extends string>(
  text: string,
  on: string | undefined,
  services: readonly Service[],
): Pick<FaultTrigger<Service>, "on"> {
  if (on === undefined) return {};
  const service = services.find((known) => known === on);
  if (service !== undefined) return { on: service };
  throw refuse(text, `${on} is not a service (expected ${services.join(", ")})`);
}

function readWhen(text: string, share: string | undefined, numbers: string | undefined): FaultTrigger<never> {
  if (share === undefined) return numbers === undefined ? {} : { nth: readNumbers(text, numbers) };
  if (Number(share) > 1) throw refuse(text, `the share ${share} is not between 0 and 1`);
  return { rate: Number(share) };
}

function readNumbers(text: string, numbers: string): number[] {
  return numbers.split(",").flatMap((part) => {
    const [, first, last] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    const from = Number(first);
    const to = Number(last ?? first);
    if (!(from >= 1 && to >= from && to - from < 10_000)) {
      throw refuse(text, `"${part}" is not a number from 1 or a range (expected 3 or 2-4)`);
    }
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

function readEffect(text: string, what: string, milliseconds: number | undefined): FaultEffect {
  const wait = milliseconds === undefined ? {} : { retryAfterMs: milliseconds };
  if (/^\d+$/.test(what)) {
    const status = Number(what);
    if (status < 400 || status > 599) throw refuse(text, `${what} is not a status from 400 to 599`);
    return { status, ...wait };
  }
  if (what === "throttle") return { throttle: true, ...wait };
  if (what === "latency") {
    if (milliseconds === undefined) throw refuse(text, "latency needs milliseconds: latency=50");
    return { latencyMs: milliseconds };
  }
  if (milliseconds !== undefined) throw refuse(text, `${what} takes no milliseconds`);
  if (what === "reset") return { reset: true };
  if (what === "stall") return { stall: true };
  if (what === "truncate") return { truncate: true };
  throw refuse(
    text,
    `${what} is not a fault (expected a status, throttle, latency, reset, stall or truncate)`,
  );
}

function refuse(text: string, why: string): ConfigurationError {
  return new ConfigurationError(`fault ${JSON.stringify(text)}: ${why}`);
}
