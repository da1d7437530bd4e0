import { ConfigurationError } from "../core/errors.js";
import type { BackupService } from "../records/record.js";
import type { Fault, FaultEffect, FaultTrigger } from "./faults.js";

const FORM = /^(?:([a-z\d]+)\/)?([a-z]+|\d+)(?:=(\d+))?(?::(\d*\.?\d+)|@([\d,-]+))?$/;
const SERVICES: readonly BackupService[] = ["dcs", "vbs", "starrocks"];

/**
 * Reads a fault from its text form, `[service/]what[=milliseconds][:share|@numbers]`. `what` is a status
 * from 400 to 599, `throttle`, `latency`, `reset`, `stall` or `truncate`; the milliseconds are how long to
 * delay, or how long a status asks to wait.
 * @throws ConfigurationError that says what is wrong with it
 * @example
 * parseFault("429=1500:0.1"); // a tenth of the answers, asking to wait 1.5 s
 * parseFault("dcs/reset@3");  // the third request to DCS
 * parseFault("stall@2,5-7");  // four requests to each service
 * parseFault("latency=50");   // all of them
 */
export function parseFault(text: string): Fault {
  const match = FORM.exec(text);
  if (match === null) {
    throw refuse(text, "write [service/]what[=milliseconds][:share|@numbers], such as 429:0.1 or reset@3");
  }
  const [, on, what = "", milliseconds, share, numbers] = match;
  return {
    ...trigger(text, on, share, numbers),
    ...effect(text, what, milliseconds === undefined ? undefined : Number(milliseconds)),
  };
}

/** A fault in its text form. */
export function formatFault(fault: Fault): string {
  const on = fault.on === undefined ? "" : `${fault.on}/`;
  const when =
    fault.nth !== undefined
      ? `@${[fault.nth].flat().join(",")}`
      : fault.rate === undefined
        ? ""
        : `:${fault.rate}`;
  return `${on}${what(fault)}${when}`;
}

/**
 * The faults of an option, checked.
 * @throws ConfigurationError
 */
export function readFaults(faults: readonly (Fault | string)[]): Fault[] {
  return faults.map((fault) => parseFault(typeof fault === "string" ? fault : formatFault(fault)));
}

function what(fault: Fault): string {
  if ("latencyMs" in fault) return `latency=${fault.latencyMs}`;
  if ("reset" in fault) return "reset";
  if ("stall" in fault) return "stall";
  if ("truncate" in fault) return "truncate";
  const wait = fault.retryAfterMs === undefined ? "" : `=${fault.retryAfterMs}`;
  return `${"throttle" in fault ? "throttle" : fault.status}${wait}`;
}

function effect(text: string, what: string, milliseconds: number | undefined): FaultEffect {
  const wait = milliseconds === undefined ? {} : { retryAfterMs: milliseconds };
  if (/^\d+$/.test(what)) {
    const status = Number(what);
    if (status < 400 || status > 599) throw refuse(text, `${what} is no status from 400 to 599`);
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
  throw refuse(text, `${what} is no status, throttle, latency, reset, stall or truncate`);
}

function trigger(
  text: string,
  on: string | undefined,
  share: string | undefined,
  numbers: string | undefined,
): FaultTrigger {
  const service = SERVICES.find((known) => known === on);
  if (on !== undefined && service === undefined) throw refuse(text, `${on} is no ${SERVICES.join(", ")}`);
  const where = service === undefined ? {} : { on: service };
  if (share !== undefined) {
    if (Number(share) > 1) throw refuse(text, `the share ${share} is not between 0 and 1`);
    return { ...where, rate: Number(share) };
  }
  return numbers === undefined ? where : { ...where, nth: readNumbers(text, numbers) };
}

function readNumbers(text: string, numbers: string): number[] {
  return numbers.split(",").flatMap((part) => {
    const [, first, last] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    const from = Number(first);
    const to = Number(last ?? first);
    if (!(from >= 1 && to >= from && to - from < 10_000)) {
      throw refuse(text, `${part} is no number from 1, and no range such as 2-4`);
    }
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

function refuse(text: string, why: string): ConfigurationError {
  return new ConfigurationError(`fault ${JSON.stringify(text)}: ${why}`);
}
