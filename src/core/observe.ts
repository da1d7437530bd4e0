import { tracing } from "#transport";
import type { CallContext, CallSettings, PreparedCall } from "./context.js";
import { elapsed } from "./deadline.js";
import { ApiError, ConnectionError } from "./errors.js";
import { type CallSubject, emit } from "./events.js";

let calls = 0;

/** A number for a call or a listing that no other one of this process has. */
export function nextId(): number {
  calls += 1;
  return calls;
}

/** A call as its observers see it. */
export interface ObservedCall {
  readonly context: CallContext;
  readonly callId: number;
  readonly url: URL;
  /** Only called if somebody observes the call. */
  subject(): CallSubject;
}

/** Runs a call, and reports its beginning and end if somebody wants to know. */
export function observe<Result>(
  call: ObservedCall,
  settings: Pick<CallSettings, "clock" | "onEvent">,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const { onEvent } = settings;
  const channel = tracing?.call.hasSubscribers ? tracing.call : undefined;
  if (onEvent === undefined && channel === undefined) return work();
  const { context, callId, url } = call;
  const subject = call.subject();
  const reported = async () => {
    const began = elapsed(settings.clock);
    const end = (code: string | null) =>
      emit(onEvent, { type: "end", ...context, callId, code, durationMs: elapsed(settings.clock) - began });
    emit(onEvent, { type: "start", ...context, callId, ...subject });
    try {
      const result = await work();
      end(null);
      return result;
    } catch (error) {
      end(signal?.aborted && error === signal.reason ? "aborted" : codeOf(error));
      throw error;
    }
  };
  return channel ? channel.publish({ ...context, callId, host: url.host, ...subject }, reported) : reported();
}

/** A failure in a word, for observers. */
export function codeOf(error: unknown): string {
  if (error instanceof ApiError || error instanceof ConnectionError) return error.code;
  return error instanceof Error ? error.name : "unknown";
}

/** Id of what a call is about: the last one in its path, or that of an instance or a policy in its query; null without any. */
export function resourceOf({ operation, path, query }: PreparedCall): string | null {
  const parts = operation.path.split("/");
  const at = parts.findLastIndex((part) => /^\{(?!project_)\w+_id\}$/.test(part));
  const inPath = path.split("/")[at];
  if (inPath !== undefined) return decodeURIComponent(inPath);
  return (
    Object.entries(query).find(([name]) => /^(instance|resource|policy|vault)_?id$/i.test(name))?.[1] ?? null
  );
}
