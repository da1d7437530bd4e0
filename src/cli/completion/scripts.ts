import type { CompletedCommand } from "./surface.js";

/** Makes a script for a shell. */
export type Script = (commands: readonly CompletedCommand[]) => string;

export const bashScript: Script = (commands) => `# bash completion of backup-records
_backup_records() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="" file=targets.yaml several="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$command $word" in
      ${steps(commands)}) command="\${command:+$command }$word" ;;
      *.yaml|*.yml) file="$word" ;;
    esac
  done
  case "$command $previous" in
${values(commands, {
  chosen: (at, words) => `    "${at}") words="${words}" ;;`,
  several: (at, words) => `    "${at}") words="${words}" several=yes ;;`,
  named: (at, kind) =>
    `    "${at}") words="$(backup-records completion --names ${kind} --in "$file" 2>/dev/null)" ;;`,
  free: (at) => `    "${at}") return ;;`,
})}
    *)
      case "$command" in
        "") words="${[...names(commands), "help", "--help", "--version"].join(" ")}" ;;
${commands.map((command) => `        "${command.name}") words="${wordsOf(command).join(" ")}" ;;`).join("\n")}
      esac ;;
  esac
  if [ -n "$several" ] && [[ "$current" == *,* ]]; then
    COMPREPLY=($(compgen -P "\${current%,*}," -W "$words" -- "\${current##*,}"))
  else
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
complete -o default -F _backup_records backup-records
`;

export const zshScript: Script = (commands) => `#compdef backup-records
_backup_records() {
  local command="" file=targets.yaml word
  for word in \${words[2,CURRENT-1]}; do
    case "$command $word" in
      ${steps(commands)}) command="\${command:+$command }$word" ;;
      *.yaml|*.yml) file="$word" ;;
    esac
  done
  case "$command \${words[CURRENT-1]}" in
${values(commands, {
  chosen: (at, words) => `    "${at}") compadd -- ${words}; return ;;`,
  several: (at, words) => `    "${at}") compset -P '*,'; compadd -- ${words}; return ;;`,
  named: (at, kind) =>
    `    "${at}") compadd -- $(backup-records completion --names ${kind} --in "$file" 2>/dev/null); return ;;`,
  free: (at) => `    "${at}") _files; return ;;`,
})}
  esac
  case "$command" in
    "") compadd -- ${[...names(commands), "help", "--help", "--version"].join(" ")} ;;
${commands.map((command) => `    "${command.name}") compadd -- ${wordsOf(command).join(" ")}; _files ;;`).join("\n")}
  esac
}
compdef _backup_records backup-records
`;

export const fishScript: Script = (commands) =>
  [
    "# fish completion of backup-records",
    ...commands.flatMap((command) => {
      const below = commands.filter(({ name }) => name.startsWith(`${command.name} `)).map(lastWord);
      const seen = command.name.split(" ").map((word) => `__fish_seen_subcommand_from ${word}`);
      const unseen = below.map((word) => `not __fish_seen_subcommand_from ${word}`);
      const inside = `complete -c backup-records -n "${[...seen, ...unseen].join("; and ")}"`;
      const call = `complete -c backup-records -n __fish_use_subcommand -a ${command.name}`;
      return [
        ...(seen.length === 1 ? [`${call} -d ${quote(command.description)}`] : []),
        ...(command.choices.length > 0 ? [`${inside} -a ${quote(command.choices.join(" "))}`] : []),
        ...command.options.map(({ long, description, takesValue, choices, several, names }) => {
          const words = several ? `(__fish_append , ${choices.join(" ")})` : choices.join(" ");
          const offered = names === null ? words : `(backup-records completion --names ${names} 2>/dev/null)`;
          const value = offered !== "" ? ` -x -a ${quote(offered)}` : takesValue ? " -r" : "";
          return `${inside} -l ${long.slice(2)}${value} -d ${quote(description)}`;
        }),
      ];
    }),
    "",
  ].join("\n");

/** The commands that no other is above. */
function names(commands: readonly CompletedCommand[]): string[] {
  return commands.map(({ name }) => name).filter((name) => !name.includes(" "));
}

function lastWord({ name }: CompletedCommand): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

/** What leads to each command: the one above, a space, and its own word. */
function steps(commands: readonly CompletedCommand[]): string {
  return commands.map(({ name }) => (name.includes(" ") ? `"${name}"` : `" ${name}"`)).join("|");
}

function wordsOf({ choices, options }: CompletedCommand): string[] {
  return [...choices, ...options.map(({ long }) => long)];
}

/** How a shell writes the case of an option, by what its value can be. */
interface Cases {
  readonly chosen: (at: string, words: string) => string;
  /** Words separated by commas. */
  readonly several: (at: string, words: string) => string;
  /** Names in a targets file. */
  readonly named: (at: string, kind: string) => string;
  readonly free: (at: string) => string;
}

/** A case for each option that takes a value. */
function values(commands: readonly CompletedCommand[], cases: Cases): string {
  return commands
    .flatMap(({ name, options }) =>
      options
        .filter(({ takesValue }) => takesValue)
        .map(({ long, choices, several, names }) => {
          const at = `${name} ${long}`;
          if (names !== null) return cases.named(at, names);
          if (choices.length === 0) return cases.free(at);
          return several ? cases.several(at, choices.join(" ")) : cases.chosen(at, choices.join(" "));
        }),
    )
    .join("\n");
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
