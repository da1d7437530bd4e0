import { spawnSync } from "node:child_process";

/**
 * Milliseconds that whole processes take from start to end, command by command in turns.
 * @throws Error where one does not end with 0
 */
export function timeProcesses(
  commands: Readonly<Record<string, readonly string[]>>,
  rounds: number,
  options: { readonly cwd?: string; readonly warmUp?: number } = {},
): Map<string, number[]> {
  const { cwd, warmUp = 2 } = options;
  const taken = new Map<string, number[]>();
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, [command = "", ...args]] of Object.entries(commands)) {
      const begun = performance.now();
      const { status, stderr } = spawnSync(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
      const ms = performance.now() - begun;
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      if (round >= 0) taken.set(name, [...(taken.get(name) ?? []), ms]);
    }
  }
  return taken;
}
