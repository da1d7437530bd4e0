import type { Client, ClientPathsWithMethod, MaybeOptionalInit, ParseAsResponse } from "openapi-fetch";

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
