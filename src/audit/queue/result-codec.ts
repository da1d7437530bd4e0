import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { TargetResult } from "../result.js";

/** A result without its target, which the audit has. */
export type ResultBody = Omit<TargetResult, "target">;

/** The result of a target that was not checked: no request was sent. */
export function notChecked(error: unknown, at: number): ResultBody {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return {
    assessment: null,
    failure: { name, message: message.replace(/[\s\p{Cc}]+/gu, " ").trim(), code: null, requestId: null },
    timeline: [],
    requests: 0,
    throttled: 0,
    askedAt: at,
    durationMs: 0,
  };
}

/**
 * A result as text, compressed: JSON in which dates and large integers keep their type, marked by a control
 * character that a text of that beginning has doubled.
 */
export function encodeResult(result: ResultBody & { readonly target?: unknown }): string {
  const { target: _, ...body } = result;
  const json = JSON.stringify(body, function (this: Record<string, unknown>, key, value: unknown) {
    // A date has been turned into text before it comes here as `value`.
    const original = this[key];
    if (original instanceof Date) return `${MARK}d${original.getTime()}`;
    if (typeof value === "bigint") return `${MARK}n${value}`;
    return typeof value === "string" && value.startsWith(MARK) ? `${MARK}s${value}` : value;
  });
  return deflateRawSync(json).toString("base64");
}

/** Turns the text of `encodeResult` back, for the target that it is of. */
export function decodeResult(text: string, target: TargetResult["target"]): TargetResult {
  const json = inflateRawSync(Buffer.from(text, "base64")).toString();
  const body: ResultBody = JSON.parse(json, (_, value: unknown) => {
    if (typeof value !== "string" || !value.startsWith(MARK)) return value;
    const content = value.slice(2);
    if (value[1] === "d") return new Date(Number(content));
    return value[1] === "n" ? BigInt(content) : content;
  });
  return { target, ...body };
}

const MARK = "\u0001";
