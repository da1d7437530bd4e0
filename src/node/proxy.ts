import { type Agent, request, STATUS_CODES } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { BlockList, connect as connectTcp, isIP, type Socket } from "node:net";
import { unescape as percentDecode } from "node:querystring";
import { Duplex } from "node:stream";
// Not the globals: an environment that plays a page replaces them with a window's.
import { clearTimeout, setTimeout } from "node:timers";
import { connect as connectTls } from "node:tls";
import { domainToASCII } from "node:url";
import { ConfigurationError } from "../core/errors.js";
import type { Environment } from "./environment.js";

/** A proxy that an environment variable names. Its credentials are sent to the proxy and shown nowhere. */
export class HttpProxy {
  readonly variable: string;
  /** Host and port. */
  readonly host: string;
  /** Private, so that `util.inspect` shows no password. */
  readonly #url: URL;

  /** @throws ConfigurationError that names the variable, never its value, which can hold a password */
  constructor(variable: string, value: string) {
    const [, scheme = ""] = /^([a-z][a-z\d+.-]*):\/\//i.exec(value) ?? [];
    const expected = "(expected http://host:port)";
    if (!/^(https?)?$/i.test(scheme)) {
      throw new ConfigurationError(
        `${variable} names a ${scheme} proxy; only http and https are supported ${expected}`,
      );
    }
    const address = scheme === "" ? `http://${value}` : value;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    // A path, query or fragment is most likely the rest of a password that holds a slash, "?" or "#".
    if (url === undefined || url.pathname + url.search + url.hash !== "/") {
      throw new ConfigurationError(
        `${variable} is not the address of a proxy ${expected}; percent-encode / ? # % @ and : in user and password`,
      );
    }
    this.variable = variable;
    this.host = `${url.hostname}:${portOf(url)}`;
    this.#url = url;
  }

  /** Opens a connection to the proxy. */
  connect(connected: () => void): Socket {
    const host = bareHost(this.#url.hostname);
    const port = portOf(this.#url);
    if (this.#url.protocol === "http:") return connectTcp({ host, port }, connected);
    return connectTls({ host, port, ...(isIP(host) === 0 && { servername: host }) }, connected);
  }

  /** The value of `proxy-authorization`; undefined if the variable holds no credentials. */
  authorization(): string | undefined {
    const { username, password } = this.#url;
    if (username === "" && password === "") return undefined;
    const credentials = `${percentDecode(username)}:${percentDecode(password)}`;
    return `Basic ${Buffer.from(credentials).toString("base64")}`;
  }
}

/**
 * The proxy for a URL: from `https_proxy` or `http_proxy`, by the URL's scheme, or else from `all_proxy`. Null if
 * none is set, if `no_proxy` covers the host, or if the host is this machine. As in curl, a name in lower case
 * takes precedence over the same name in upper case.
 * @throws ConfigurationError if the proxy or a range in `no_proxy` cannot be read
 */
export function proxyFor(url: URL, environment: Environment): HttpProxy | null {
  const value = (name: string) => environment[name]?.trim() ?? "";
  const scheme = url.protocol === "http:" ? "http_proxy" : "https_proxy";
  // For a CGI program, HTTP_PROXY is the header "Proxy" of the request that it serves.
  const untrusted = value("REQUEST_METHOD") === "" ? "" : "HTTP_PROXY";
  const names = [scheme, scheme.toUpperCase(), "all_proxy", "ALL_PROXY"].filter((name) => name !== untrusted);
  const variable = names.find(value);
  if (variable === undefined) return null;
  const exceptions = ["no_proxy", "NO_PROXY"].find(value) ?? "no_proxy";
  const entries = `localhost,127.0.0.0/8,::1,${value(exceptions)}`.split(/[\s,]+/);
  if (entries.some((entry) => covers(entry, url, exceptions))) return null;
  return new HttpProxy(variable, value(variable));
}

/** Whether an entry of NO_PROXY covers a URL: `*`, a domain, an address or a range, with or without a port. */
function covers(entry: string, url: URL, variable: string): boolean {
  // An IPv6 address has a port only if it stands in brackets.
  const [suffix = "", port] = /(?<=^[^:]*|\].*):(\d+)$/.exec(entry) ?? [];
  if (port !== undefined && Number(port) !== portOf(url)) return false;
  const name = bareHost(entry.slice(0, entry.length - suffix.length));
  if (name === "*") return true;
  const host = bareHost(url.hostname).replace(/\.$/, "");
  const [address = "", prefix] = name.split("/");
  if (isIP(address) !== 0) {
    const range = new BlockList();
    const bits =
      prefix === undefined ? { ipv4: 32, ipv6: 128 }[family(address)] : Number.parseInt(prefix, 10);
    try {
      range.addSubnet(address, bits, family(address));
    } catch {
      throw new ConfigurationError(
        `${variable} holds ${JSON.stringify(entry)}, which is not a range of addresses (expected e.g. 10.0.0.0/8)`,
      );
    }
    return isIP(host) !== 0 && range.check(host, family(host));
  }
  const domain = domainToASCII(name.replace(/^\*?\./, "").replace(/\.$/, ""));
  return domain !== "" && (host.endsWith(`.${domain}`) || (host === domain && !name.startsWith("*")));
}

/** A host as sockets take it: without the brackets and the zone of an IPv6 address. */
function bareHost(host: string): string {
  return host.replace(/[[\]]|%.*/g, "");
}

function family(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 4 ? "ipv4" : "ipv6";
}

function portOf({ port, protocol }: URL): number {
  return Number(port || (protocol === "http:" ? 80 : 443));
}

/**
 * Makes an agent open each new connection through the proxy of its target, if the variables name one. Destroying
 * the request, its connection or the agent closes the connection to the proxy at once. A tunnel that is not open
 * after `timeoutMs`, TLS with the target included, is an error of the request. `request()` throws what `proxyFor`
 * throws.
 */
export function connectThroughProxies<Kind extends Agent>(
  agent: Kind,
  environment: Environment,
  timeoutMs = 10_000,
): Kind {
  // A copy: if a variable changed, the agent could throw while it serves its queue, where nobody catches it.
  const variables = { ...environment };
  const scheme = agent instanceof HttpsAgent ? "https" : "http";
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const host = String(options.host);
    const target = new URL(`${scheme}://${isIP(host) === 6 ? `[${host}]` : host}:${options.port}`);
    const proxy = proxyFor(target, variables);
    if (proxy === null) return connect(options, callback);
    const secure = (socket: Socket) => {
      if (scheme === "http") return socket;
      const overSocket = { ...options, socket };
      return connect(overSocket) ?? socket;
    };
    return new Tunnel(proxy, target, secure, timeoutMs);
  };
  return agent;
}

/**
 * A connection through a proxy. An agent gets it before it is open: an agent that waits for its callback neither
 * counts the connection nor notices that the request is destroyed.
 */
class Tunnel extends Duplex {
  /** The connection to the proxy. */
  readonly #socket: Socket;
  readonly #timer: NodeJS.Timeout;
  /** What a failure means at this moment; empty once the tunnel is open. */
  #failure: string;
  /** Carries the bytes of the target, once the proxy has opened the tunnel. */
  #stream: Duplex | undefined;

  constructor(proxy: HttpProxy, url: URL, secure: (socket: Socket) => Duplex, timeoutMs: number) {
    super({ allowHalfOpen: false });
    const target = `${url.hostname}:${portOf(url)}`;
    const name = `the proxy ${proxy.host} (${proxy.variable})`;
    this.#failure = `cannot connect to ${name}`;
    this.#timer = setTimeout(() => {
      this.#fail(`it took longer than ${timeoutMs / 1000}s`, "proxy_timeout");
    }, timeoutMs).unref();
    // An HTTP client ends only a connection that it no longer needs. The other side may never end it.
    this.on("finish", () => this.destroy());

    const authorization = proxy.authorization();
    const connected = () => {
      this.#failure = `${name} opens no tunnel to ${target}`;
    };
    this.#socket = proxy.connect(connected).setNoDelay();
    this.#socket.on("error", (error) => this.#lose(error));
    this.#socket.on("timeout", () => this.emit("timeout"));
    request({
      method: "CONNECT",
      path: target,
      headers: {
        host: target,
        connection: "keep-alive",
        ...(authorization !== undefined && { "proxy-authorization": authorization }),
      },
      createConnection: () => this.#socket,
    })
      .on("error", (error) => this.#lose(error))
      .on("connect", ({ statusCode = 0 }, _socket, head) => {
        if (statusCode === 407) {
          const reason =
            authorization === undefined ? "it asks for credentials" : "it rejects the credentials";
          this.#fail(`${reason} (407): put user and password into ${proxy.variable}`, "proxy_refused");
        } else if (statusCode < 200 || statusCode > 299) {
          const reason = `it responds ${statusCode} ${STATUS_CODES[statusCode] ?? ""}`.trimEnd();
          this.#fail(reason, statusCode < 500 ? "proxy_refused" : "proxy_failed");
        } else {
          this.#socket.unshift(head);
          this.#failure = `no TLS connection to ${target} through ${name}`;
          this.#carry(secure(this.#socket));
        }
      })
      .end();
  }

  #carry(stream: Duplex): void {
    const opened = () => {
      clearTimeout(this.#timer);
      this.#failure = "";
    };
    if (stream === this.#socket) opened();
    else stream.once("secureConnect", opened);
    stream.on("data", (chunk) => {
      if (!this.push(chunk)) stream.pause();
    });
    stream.on("end", () => this.push(null));
    stream.on("error", (error) => this.#lose(error));
    stream.on("close", () => {
      if (!stream.readableEnded) this.#fail("the connection was closed", "ECONNRESET");
    });
    this.#stream = stream;
    this.emit("connect");
  }

  #lose({ message, code = "ECONNRESET" }: NodeJS.ErrnoException): void {
    const closed = code === "ECONNRESET" ? "the connection was closed" : undefined;
    // OpenSSL's own message names a line of its source.
    const plain = message.includes("wrong version number") ? "the other side does not speak TLS" : undefined;
    this.#fail(closed ?? plain ?? (message || code), code);
  }

  #fail(reason: string, code: string): void {
    const message = this.#failure === "" ? reason : `${this.#failure}: ${reason}`;
    this.destroy(Object.assign(new Error(message), { code }));
  }

  override _read(): void {
    this.#stream?.resume();
  }

  override _write(chunk: unknown, encoding: BufferEncoding, callback: () => void): void {
    if (this.#stream === undefined) this.once("connect", () => this._write(chunk, encoding, callback));
    // A failure is left to the event `error`, which knows what it means.
    else this.#stream.write(chunk, encoding, () => callback());
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    clearTimeout(this.#timer);
    this.#stream?.destroy();
    this.#socket.destroy();
    callback(error);
  }

  // An agent calls these on the connections that it keeps.

  ref(): this {
    this.#socket.ref();
    return this;
  }

  unref(): this {
    this.#socket.unref();
    return this;
  }

  setKeepAlive(enable?: boolean, initialDelay?: number): this {
    this.#socket.setKeepAlive(enable, initialDelay);
    return this;
  }

  setTimeout(timeoutMs: number): this {
    this.#socket.setTimeout(timeoutMs);
    return this;
  }
}
