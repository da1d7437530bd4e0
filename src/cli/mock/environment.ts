import { loadServices } from "../../load-service.js";
import type { Mock } from "../../mock/index.js";

/** A shell script: as comments the URL of each service and a command to try, then the environment. */
export async function describeMock({ urls, resources, env }: Mock): Promise<string> {
  const known = await loadServices();
  const started = known.filter(({ name }) => urls[name] !== undefined);
  const places = started.map(({ name }) => `# ${name.padEnd(9)} ${urls[name]}`);
  const tries = started.map(
    ({ name, subject }) => `# backup-records list ${name} --${subject.option} ${resources[name]}`,
  );
  const exports = Object.entries(env).map(([name, value]) => `export ${name}='${value}'`);
  return `${[...places, "# To try, with the lines below in the environment:", ...tries, ...exports].join("\n")}\n`;
}
