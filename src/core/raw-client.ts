import type {
  Client,
  ClientPathsWithMethod,
  MaybeOptionalInit,
  Middleware,
  ParseAsResponse,
} from "openapi-fetch";

/**
 * The client that openapi-fetch generates, for the two methods that the contracts use. openapi-fetch's own result
 * types reduce the `string & {}` of an open enumeration, so the results are typed here.
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

/** The bodies of the given statuses; without any, of all that are not a success. */
type Body<Operation, Statuses> = Operation extends { responses: infer Responses }
  ? Content<
      Responses[[Statuses] extends [never] ? Exclude<keyof Responses, Success> : Statuses & keyof Responses]
    >
  : never;

type Content<Response> = Response extends { content: infer Media } ? Media[keyof Media] : undefined;

/** The raw client, loaded by its first call. Middleware can be added and removed before. */
export function loadedByFirstCall<Paths extends object>(
  load: () => Promise<RawClient<Paths>>,
): RawClient<Paths> {
  const early = new Set<Middleware>();
  let loaded: Promise<RawClient<Paths>> | undefined;
  let raw: RawClient<Paths> | undefined;
  const forward =
    (method: "GET" | "POST") =>
    async (...call: unknown[]): Promise<unknown> => {
      loaded ??= load();
      raw ??= await loaded;
      raw.use(...early);
      early.clear();
      return Reflect.apply(raw[method], undefined, call);
    };
  return {
    // The arguments are passed on unchanged; only the caller knows the types of path and init.
    GET: forward("GET") as RawMethod<Paths, "get">,
    POST: forward("POST") as RawMethod<Paths, "post">,
    use(...middleware) {
      if (raw) raw.use(...middleware);
      else for (const one of middleware) early.add(one);
    },
    eject(...middleware) {
      if (raw) raw.eject(...middleware);
      else for (const one of middleware) early.delete(one);
    },
  };
}
