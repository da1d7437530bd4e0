import type { Mock } from "../../mock/index.js";
import { services } from "../contracts.js";
import { SUBJECTS } from "../list/ids.js";

/** A shell script: as comments the URL of each service and a command to try, then the environment. */
export function describeMock({ urls, resources, env }: Mock): string {
  const started = services.filter((service) => urls[service] !== undefined);
  const places = started.map((service) => `# ${service.padEnd(9)} ${urls[service]}`);
  const tries = started.map(
    (service) => `# backup-records list ${service} --${SUBJECTS[service].option} ${resources[service]}`,
  );
  const exports = Object.entries(env).map(([name, value]) => `export ${name}='${value}'`);
  return `${[...places, "# To try, with the lines below in the environment:", ...tries, ...exports].join("\n")}\n`;
}
