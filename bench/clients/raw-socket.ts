/** The physical limit: HTTP written by hand over `node:net`, for responses with a `Content-Length`. */
import { connect, type Socket } from "node:net";
import { type Client, countRecords, type Place, type Service } from "./client.js";
import { signedRequest } from "./signed-request.js";

/** Keeps as many connections as there are calls at once. */
export function rawSocket(service: Service, place: Place): Client {
  const { method, target, sign } = signedRequest(service, place);
  const { hostname, port } = new URL(place.baseUrl);
  const idle: Connection[] = [];
  return {
    name: "raw socket",
    async call() {
      let head = `${method} ${target} HTTP/1.1\r\n`;
      const headers = sign();
      for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
      if (method === "POST") head += "content-length: 0\r\n";
      const connection = idle.pop() ?? new Connection(connect({ host: hostname, port: Number(port) }));
      const body = await connection.exchange(`${head}\r\n`);
      idle.push(connection);
      return countRecords(JSON.parse(body));
    },
  };
}

/** One connection, with one exchange at a time. */
class Connection {
  #received: Buffer = Buffer.alloc(0);
  #resolve: (body: string) => void = () => {};
  #reject: (error: Error) => void = () => {};
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#read(chunk));
    socket.on("error", (error) => this.#reject(error));
    socket.on("close", () => this.#reject(new Error("the server closed the connection")));
  }

  /** Sends a request and returns the body of its response. */
  exchange(request: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#socket.write(request, "latin1");
    });
  }

  #read(chunk: Buffer): void {
    const received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    this.#received = received;
    const end = received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = received.toString("latin1", 0, end);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1]);
    if (received.length < end + 4 + length) return;
    this.#received = Buffer.alloc(0);
    if (head.startsWith("HTTP/1.1 200")) this.#resolve(received.toString("utf8", end + 4, end + 4 + length));
    else this.#reject(new Error(head.slice(0, head.indexOf("\r\n"))));
  }
}
