import type {
  Client,
  ClientPathsWithMethod,
  MaybeOptionalInit,
  Middleware,
  ParseAsResponse,
} from "openapi-fetch";

/**
 * The client that openapi-fetch generates, for the two methods that the contracts use. Its own result types
 * take a `string & {}` apart, by which an enumeration is open, so the results are typed here.
 */
export interface RawClient<Paths extends object> extends Pick<Client<Paths>, "use" | "eject"> {
  /** Calls a GET operation; an error is returned, not thrown. */
  GET: RawMethod<Paths, "get">;
  /** Calls a POST operation; an error is returned, not thrown. */
  POST: RawMethod<Paths, "post">;
}

type RawMethod<Paths extends object, Method extends "get" | "post"> = <
  Path extends ClientPathsWithMethod<Client<Paths>, Method>,
  Init extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>,
>(
  url: Path,
  ...init: undefined extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>
    ? [init?: Init]
    : [init: Init]
) => Promise<RawResult<Paths[Path][Method & keyof Paths[Path]], Init>>;

type RawResult<Operation, Init> =
  | { data: ParseAsResponse<Body<Operation, Success>, Init>; error?: never; response: Response }
  | { data?: never; error: Body<Operation, never>; response: Response };

type Success = 200 | 201 | 202 | 203 | 204 | 205 | 206;

/** The bodies of the statuses given, or of all others where none is. */
type Body<Operation, Statuses> = Operation extends { responses: infer Responses }
  ? Content<
      Responses[[Statuses] extends [never] ? Exclude<keyof Responses, Success> : Statuses & keyof Responses]
    >
  : never;

type Content<Response> = Response extends { content: infer Media } ? Media[keyof Media] : undefined;

/** The same client, loaded by its first call. Middleware can be added and taken away before. */
export function lazyRawClient<Paths extends object>(
  load: (signal: AbortSignal | undefined) => Promise<RawClient<Paths>>,
): RawClient<Paths> {
  const early = new Set<Middleware>();
  let loaded: RawClient<Paths> | undefined;
  const forward =
    (method: "GET" | "POST") =>
    async (path: unknown, init?: { readonly signal?: AbortSignal | null }): Promise<unknown> => {
      const raw = loaded ?? (await load(init?.signal ?? undefined));
      loaded ??= raw;
      loaded.use(...early);
      early.clear();
      return Reflect.apply(loaded[method], undefined, [path, init]);
    };
  return {
    // The arguments are handed on as they are; only the caller knows the types of path and init.
    GET: forward("GET") as RawMethod<Paths, "get">,
    POST: forward("POST") as RawMethod<Paths, "post">,
    use(...middleware) {
      if (loaded) loaded.use(...middleware);
      else for (const one of middleware) early.add(one);
    },
    eject(...middleware) {
      if (loaded) loaded.eject(...middleware);
      else for (const one of middleware) early.delete(one);
    },
  };
}
