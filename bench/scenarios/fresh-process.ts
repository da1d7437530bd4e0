/** What `process-start` starts: one client in a process that has done nothing else. Prints what each stage took. */
import type { Place, Service } from "../clients/client.js";
import { type ClientName, clients } from "../clients/create.js";

/** What the process is to do. */
export interface FreshArguments {
  readonly client: ClientName;
  readonly service: Service;
  readonly place: Place;
  readonly stage: Stage;
}

export type Stage = "import" | "first call" | "first thousand";

const { client, service, place, stage }: FreshArguments = JSON.parse(process.argv[2] ?? "{}");

const begun = performance.now();
const { name, call } = await clients[client](service, place);
const imported = performance.now();
if (stage !== "import") {
  let left = stage === "first call" ? 1 : 1000;
  const caller = async () => {
    while (left-- > 0) {
      const records = await call();
      if (records !== 10) throw new Error(`${records} of 10 records came`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(left, 50) }, caller));
}
const ms = stage === "import" ? imported - begun : performance.now() - imported;
console.log(JSON.stringify({ name, ms }));
// Clients keep their connections open.
process.exit();
