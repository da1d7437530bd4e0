import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { TargetResult } from "../result.js";

/**
 * A result as it goes through Redis, compressed: JSON in which dates and large integers keep their type, marked
 * by a control character that a text of that beginning has doubled. The target stays out, for who asked has it.
 */
export function encodeResult({ target: _, ...rest }: TargetResult): string {
  const json = JSON.stringify(rest, function (this: Record<string, unknown>, key, value: unknown) {
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
  const rest: Omit<TargetResult, "target"> = JSON.parse(json, (_, value: unknown) => {
    if (typeof value !== "string" || !value.startsWith(MARK)) return value;
    const content = value.slice(2);
    if (value[1] === "d") return new Date(Number(content));
    return value[1] === "n" ? BigInt(content) : content;
  });
  return { target, ...rest };
}

const MARK = "\u0001";
