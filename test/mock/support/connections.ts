import { connect, type Socket } from "node:net";

const REQUEST = "POST /webapi/backup/manage/describe HTTP/1.1\r\nhost: 127.0.0.1\r\n";

/** Connections that a server must be able to close: what their clients have sent, and whether they go on. */
const openings = {
  silent: "",
  "half a line": "POST /webapi/back",
  "half of the headers": REQUEST,
  "half of the body": `${REQUEST}content-length: 10\r\n\r\n12345`,
  "dripping headers": `${REQUEST}x-drip: `,
  "dripping body": `${REQUEST}content-length: 1000000\r\n\r\n`,
  "dripping body that is too large": `${REQUEST}content-length: 9000000\r\n\r\n${"x".repeat(1_000_001)}`,
  idle: `${REQUEST}content-length: 0\r\n\r\n`,
  "a response that is not read":
    `${REQUEST.replace(" HTTP", "?PageSize=1000 HTTP")}content-length: 0\r\n\r\n`.repeat(20),
} as const;

/** Connections to a server. */
export interface HangingConnections {
  /** Resolves as soon as the server has closed all of them. */
  closed(): Promise<void>;
  destroy(): void;
}

/** Opens one connection of each kind. Resolves once each has sent what it sends at once. */
export async function openHangingConnections(url: string): Promise<HangingConnections> {
  const port = Number(new URL(url).port);
  const sockets = await Promise.all(Object.entries(openings).map(([kind, text]) => open(port, kind, text)));
  return {
    async closed() {
      // A socket that is not read does not notice its end.
      for (const socket of sockets) socket.resume();
      await Promise.all(
        sockets.map((socket) => socket.closed || new Promise((resolve) => socket.once("close", resolve))),
      );
    },
    destroy() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

function open(port: number, kind: string, text: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    // A reset is one way to close.
    socket.on("error", reject);
    socket.on("connect", () => {
      if (kind !== "a response that is not read") socket.resume();
      socket.write(text, () => resolve(socket));
      if (!kind.startsWith("dripping")) return;
      const drip = setInterval(() => socket.write("x"), 20);
      socket.once("close", () => clearInterval(drip));
    });
  });
}
