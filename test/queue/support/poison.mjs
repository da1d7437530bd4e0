// Loaded into a worker: ends it as a crash would, each time that it sends a request for the poisoned instance.
import { subscribe } from "node:diagnostics_channel";

for (const channel of ["undici:request:create", "http.client.request.start"]) {
  subscribe(channel, (message) => {
    const { path } = /** @type {{ request: { path: string } }} */ (message).request;
    if (/\/instances\/poison\/|resource_id=poison\b/.test(path)) process.kill(process.pid, "SIGKILL");
  });
}
