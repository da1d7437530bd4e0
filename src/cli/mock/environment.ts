import type { Mock } from "../../mock/index.js";
import type { BackupService } from "../../records/record.js";

const subjects: Readonly<Record<BackupService, string>> = {
  dcs: "--instance",
  vbs: "--policy",
  starrocks: "--instance",
};

/** A shell script: as comments where each service is and what to try, then the environment. */
export function describeMock({ urls, resources, env }: Mock): string {
  const services: BackupService[] = ["dcs", "vbs", "starrocks"];
  const started = services.filter((service) => urls[service] !== undefined);
  const places = started.map((service) => `# ${service.padEnd(9)} ${urls[service]}`);
  const tries = started.map(
    (service) => `# backup-records list ${service} ${subjects[service]} ${resources[service]}`,
  );
  const exports = Object.entries(env).map(([name, value]) => `export ${name}='${value}'`);
  return `${[...places, "# To try, with the lines below in the environment:", ...tries, ...exports].join("\n")}\n`;
}
