import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathOf } from "../../support/parts.js";

/** A Prometheus that one test uses. */
export interface TestPrometheus {
  /** Calls its API. */
  api<Data>(path: string): Promise<Data>;
  stop(): Promise<void>;
}

/** Starts Prometheus with this configuration and these rules, on a port that the system chooses. */
export async function startPrometheus(configuration: string, rules: string): Promise<TestPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), "backup-records-prometheus-"));
  writeFileSync(join(folder, "prometheus.yml"), configuration);
  writeFileSync(join(folder, "alerts.yml"), rules);
  const child = spawn(
    pathOf("prometheus"),
    [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      "--web.listen-address=127.0.0.1:0",
      "--log.format=json",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const port = await listening(child);
  return {
    async api<Data>(path: string): Promise<Data> {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/${path}`);
      const body = await response.json();
      if (!(typeof body === "object" && body !== null && "data" in body)) {
        throw new Error(`Prometheus rejects ${path}: ${JSON.stringify(body)}`);
      }
      return body.data as Data;
    },
    async stop() {
      child.kill();
      if (child.exitCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves to its port once it is ready for requests. */
async function listening(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error("Prometheus has no log");
  let port: string | undefined;
  for await (const line of createInterface(child.stderr)) {
    port ??= /"address":"127\.0\.0\.1:([1-9]\d*)"/.exec(line)?.[1];
    if (line.includes("Server is ready")) break;
  }
  child.stderr.resume();
  if (port === undefined) throw new Error("Prometheus did not log its port");
  return port;
}
