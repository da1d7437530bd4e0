import { parseJson } from "../../core/json.js";

/** A response as it was captured. */
export interface Capture {
  /** Undefined if the capture is a body alone. */
  readonly status: number | undefined;
  /** Undefined if there is none. */
  readonly body: unknown;
  /** Why the body cannot be read as JSON. */
  readonly unreadable: string | undefined;
  /** Lines before the body. */
  readonly linesBefore: number;
}

/**
 * Reads a body, or what `curl -i` prints: of several heads (of a proxy, of `100 Continue`, of redirects) the last
 * one counts.
 */
export function readCapture(text: string): Capture {
  let rest = text.replace(/^\uFEFF/, "");
  let status: number | undefined;
  let linesBefore = 0;
  for (;;) {
    const [head, code] = /^HTTP\/\d(?:\.\d)? (\d{3})[^\n]*\n(?:[^\r\n][^\n]*\n)*(?:\r?\n|$)/.exec(rest) ?? [];
    if (head === undefined) break;
    status = Number(code);
    linesBefore += head.split("\n").length - 1;
    rest = rest.slice(head.length);
  }
  if (rest.trim() === "") return { status, body: undefined, unreadable: undefined, linesBefore };
  try {
    return { status, body: parseJson(rest), unreadable: undefined, linesBefore };
  } catch (error) {
    const unreadable = error instanceof Error ? error.message : String(error);
    return { status, body: undefined, unreadable, linesBefore };
  }
}
