import type { Command } from "commander";
import { loadServices } from "../../load-service.js";
import { exitCodes } from "../exit.js";
import { loadEntries } from "../explain/entries.js";
import type { Terminal } from "../terminal.js";
import { bashScript, fishScript, type Script, zshScript } from "./scripts.js";
import { surfaceOf } from "./surface.js";

const scripts: Readonly<Record<"bash" | "zsh" | "fish", Script>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Runs `completion` and answers its exit code. */
export async function runCompletion(
  shell: keyof typeof scripts,
  program: Command,
  { out }: Terminal,
): Promise<number> {
  const [services, entries] = await Promise.all([loadServices(), loadEntries()]);
  const regions = services.flatMap(({ clouds }) => Object.values(clouds).flatMap((cloud) => cloud.regions));
  const values = {
    regions: [...new Set(regions)].sort(),
    codes: [...new Set(entries.map(({ code }) => code))],
  };
  await out.write(scripts[shell](surfaceOf(program, values)));
  return exitCodes.fine;
}
