import { parseArgs } from "node:util";
import { BackupRecordsError } from "../src/core/errors.js";
import { startMock } from "../src/mock/index.js";
import type { BackupService } from "../src/records/record.js";

// npm run mock -- [service…] [--port N] [--mode examples|simulate] [--records N] [--fault …] [--prefixes] [--verify]

const isService = (name: string): name is BackupService => /^(dcs|vbs|starrocks)$/.test(name);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: "4010" },
      mode: { type: "string", default: "examples" },
      records: { type: "string" },
      seed: { type: "string" },
      fault: { type: "string", multiple: true, default: [] },
      prefixes: { type: "boolean", default: false },
      verify: { type: "boolean", default: false },
    },
  });
  const stranger = positionals.find((name) => !isService(name));
  if (stranger !== undefined) throw new TypeError(`there is no service ${stranger}: dcs, vbs, starrocks`);
  if (!/^(examples|simulate)$/.test(values.mode)) throw new TypeError("--mode is examples or simulate");
  const mock = await startMock({
    services: positionals.length > 0 ? positionals.filter(isService) : undefined,
    mode: values.mode === "simulate" ? "simulate" : "examples",
    port: Number(values.port),
    records: values.records === undefined ? undefined : Number(values.records),
    seed: values.seed === undefined ? undefined : Number(values.seed),
    faults: values.fault,
    prefixes: values.prefixes,
    auth: values.verify ? "verify" : "off",
    onRequest: ({ service, method, url, status, faults }) =>
      console.error([service, method, url, status ?? "no answer", ...faults].join(" ")),
  });
  for (const [name, value] of Object.entries(mock.env)) console.log(`export ${name}='${value}'`);
  for (const [service, id] of Object.entries(mock.resources)) console.log(`# ${service}: ask for ${id}`);
  console.error("Stop with Ctrl-C.");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void mock.stop());
}

main().catch((error: unknown) => {
  const expected = error instanceof BackupRecordsError || error instanceof TypeError;
  console.error(expected ? error.message : error);
  process.exitCode = 2;
});
