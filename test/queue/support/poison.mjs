// Loaded into a worker: ends it as a crash would, each time that it asks for the poisoned instance.
import { subscribe } from "node:diagnostics_channel";

subscribe("undici:request:create", (message) => {
  const { path } = /** @type {{ request: { path: string } }} */ (message).request;
  if (path.includes("/instances/poison/")) process.kill(process.pid, "SIGKILL");
});
