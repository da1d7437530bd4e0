// A service in a process of its own, so that nobody's work delays the moment at which a request is counted.
// Asked for an instance it answers one good backup; `slow-…` takes half a second, and of `again-…` the first
// request is throttled. Tells the parent of each request when it arrives.
import { createServer } from "node:http";

/** How often each instance was asked for. */
const counts = new Map();

const server = createServer((request, response) => {
  const at = performance.timeOrigin + performance.now();
  const [, id = ""] = /\/instances\/([^/]+)\//.exec(request.url ?? "") ?? [];
  process.send?.({ at, id, port: request.socket.remotePort });
  const number = (counts.get(id) ?? 0) + 1;
  counts.set(id, number);
  const json = { "content-type": "application/json" };
  const answer = () => {
    if (id.startsWith("again-") && number === 1) {
      response.writeHead(429, { ...json, "retry-after": "0" });
      response.end(JSON.stringify({ error_code: "APIGW.0308", error_msg: "Slow down" }));
      return;
    }
    response.writeHead(200, json);
    const time = new Date(Date.now() - 3_600_000).toISOString();
    const record = {
      status: "succeed",
      remark: null,
      period: null,
      progress: "100.00",
      size: 9007199254740000,
      instance_id: id,
      backup_id: `backup-of-${id}`,
      created_at: time,
      updated_at: time,
      backup_type: "auto",
      backup_name: `backup of ${id}`,
      error_code: null,
      is_support_restore: "TRUE",
    };
    response.end(JSON.stringify({ backup_record_response: [record], total_num: 1 }));
  };
  setTimeout(answer, id.startsWith("slow-") ? 500 : 20);
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) process.send?.({ listening: address.port });
});
