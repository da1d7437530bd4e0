import type { OutgoingRequest } from "../../../core/auth.js";
import { isLoopback } from "../../../core/endpoint.js";
import { Problem } from "../../problem.js";

/**
 * A URL that an option names, to which an audit sends what it found. Its path and query are often secret, so nothing
 * of it but the host is shown.
 */
export class Receiver {
  readonly option: string;
  /** Host and port, for messages. */
  readonly host: string;
  /** Private, so that `util.inspect` shows no secret. */
  readonly #url: URL;
  readonly #authorization: string | undefined;

  /** @throws Problem that never quotes the text */
  constructor(option: string, text: string) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !/^https?:$/.test(url.protocol)) {
      throw new Problem(`${option} is not the URL of a receiver; write it as https://host/path`);
    }
    const { username, password, hostname } = url;
    if (username !== "" || password !== "") {
      if (url.protocol === "http:" && !isLoopback(hostname)) {
        throw new Problem(`${option} has a user and password, which http sends in the clear; write https://`);
      }
      this.#authorization = `Basic ${Buffer.from(`${decode(username)}:${decode(password)}`).toString("base64")}`;
    }
    url.username = "";
    url.password = "";
    url.hash = "";
    this.option = option;
    this.host = url.host;
    this.#url = url;
  }

  /** A POST of `body` to the URL, or to a path below it. */
  request(below: string, contentType: string, body: string): OutgoingRequest {
    const url = new URL(this.#url);
    if (below !== "") url.pathname = url.pathname.replace(/\/?$/, below);
    const authorization = this.#authorization;
    return {
      method: "POST",
      url,
      headers: { "content-type": contentType, ...(authorization !== undefined && { authorization }) },
      body,
    };
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
