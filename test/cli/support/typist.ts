import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { pathOf } from "../../support/parts.js";
import type { BuiltCommand } from "./command.js";
import { run } from "./run.js";
import { plain, startSession } from "./session.js";

export const shellNames = ["bash", "zsh", "fish"] as const;
export type ShellName = (typeof shellNames)[number];

/** A person at an interactive shell that has the completion of the command. */
export interface Typist {
  /** The words that are offered in place of the last one, in alphabetical order, as the shell writes them. */
  offers(line: string): Promise<string[]>;
  /** The line after a press of Tab. */
  tab(line: string): Promise<string>;
  /** Resolves once the shell has drawn such a list below the line: Tab is pressed twice. */
  lists(line: string, pattern: RegExp): Promise<void>;
  /** Ends the shell, even one that waits. */
  leave(): Promise<number>;
}

/** How to start a shell without its user's configuration; Ctrl-X d prints the line, Ctrl-X a puts in all that is offered. */
const setups: Readonly<
  Record<ShellName, { readonly start: string; readonly rc: (script: string) => string }>
> = {
  bash: {
    start: "--norc --noprofile -i",
    rc: (script) => `${script}
PS1='ready> ' shown=0
show() { shown=$((shown + 1)); printf '\\n<<%s|%s>>\\n' "$shown" "$READLINE_LINE"; }
bind -x '"\\C-xd": show'
bind '"\\C-xa": insert-completions' 'set page-completions off'`,
  },
  zsh: {
    start: "-f -i",
    rc: (script) => `autoload -Uz compinit && compinit -D -u
${script}
PS1='ready> ' shown=0
show() { shown=$((shown + 1)); printf '\\n<<%s|%s>>\\n' "$shown" "$BUFFER"; }
take_all() { _main_complete; compstate[insert]=all; }
zle -N show
zle -C take_all complete-word take_all
bindkey '^Xd' show '^Xa' take_all`,
  },
  fish: {
    start: "--no-config -i",
    rc: (script) => `${script}
function fish_prompt; printf 'ready> '; end
set -g shown 0
function show
    set shown (math $shown + 1)
    printf '\\n<<%s|%s>>\\n' $shown "$(commandline)"
end
bind \\cxd show`,
  },
};

/** Starts a shell in a terminal of 80 columns, in the command's folder for work. */
export async function startTypist(shell: ShellName, command: BuiltCommand): Promise<Typist> {
  const { start, rc } = setups[shell];
  const { stdout: script } = await run(command, ["completion", shell]);
  const file = join(command.work, `completion.${shell}`);
  writeFileSync(file, rc(script));
  const session = startSession(`exec '${pathOf(shell)}' ${start}`, command);
  session.type(`. '${file}'\r`);
  // Before its prompt, the terminal would take the keys.
  await session.saw(/ready> /);
  let count = 0;
  const shown = async (): Promise<string> => {
    count += 1;
    const pattern = new RegExp(`<<${count}\\|(.*?)>>\\r?\\n`, "s");
    await session.saw(pattern);
    return pattern.exec(session.drawn())?.[1] ?? "";
  };
  /** The line after these keys. Ctrl-U empties it. */
  const after = (keys: string) => {
    session.type(`${keys}\u0018d\u0015`);
    return shown();
  };
  return {
    async offers(line) {
      const words =
        shell === "fish" ? await askFish(line, file, command) : splitLine(await after(`${line}\u0018a`));
      const typed = line.split(" ");
      const further = shell === "fish" ? words : words.slice(typed.length - 1);
      return further.filter((word) => word !== typed.at(-1)).sort();
    },
    tab: (line) => after(`${line}\t`),
    async lists(line, pattern) {
      const before = plain(session.drawn()).length;
      session.type(`${line}\t\t`);
      await session.saw({ test: () => pattern.test(plain(session.drawn()).slice(before)) });
      await after("\u0015");
    },
    leave() {
      session.hangUp();
      return session.ended;
    },
  };
}

/** The words of a line; a blank may be escaped. */
function splitLine(line: string): string[] {
  return line.trim().split(/(?<!\\) /);
}

/** fish inserts one word at a time, but says what it would offer. */
async function askFish(line: string, file: string, { work, bin }: BuiltCommand): Promise<string[]> {
  const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: work, LANG: "C.UTF-8" };
  const args = ["--no-config", "-c", ". $argv[1]; complete -C $argv[2]", file, line];
  const { stdout } = await promisify(execFile)(pathOf("fish"), args, { cwd: work, env });
  return stdout.split("\n").flatMap((one) => one.split("\t")[0] || []);
}
