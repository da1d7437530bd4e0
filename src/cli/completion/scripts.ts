import type { CompletedCommand } from "./surface.js";

/** Makes a script for a shell. */
export type Script = (commands: readonly CompletedCommand[]) => string;

export const bashScript: Script = (commands) => `# bash completion of backup-records
_backup_records() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${names(commands).join("|")}) command="$word"; break ;; esac
  done
  case "$command $previous" in
${values(
  commands,
  (at, words) => `    "${at}") words="${words}" ;;`,
  (at) => `    "${at}") return ;;`,
)}
    *)
      case "$command" in
        "") words="${[...names(commands), "help", "--help", "--version"].join(" ")}" ;;
${commands.map((command) => `        ${command.name}) words="${wordsOf(command).join(" ")}" ;;`).join("\n")}
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _backup_records backup-records
`;

export const zshScript: Script = (commands) => `#compdef backup-records
_backup_records() {
  local command="" word
  for word in \${words[2,CURRENT-1]}; do
    case "$word" in ${names(commands).join("|")}) command="$word"; break ;; esac
  done
  case "$command \${words[CURRENT-1]}" in
${values(
  commands,
  (at, words) => `    "${at}") compadd -- ${words}; return ;;`,
  (at) => `    "${at}") _files; return ;;`,
)}
  esac
  case "$command" in
    "") compadd -- ${[...names(commands), "help", "--help", "--version"].join(" ")} ;;
${commands.map((command) => `    ${command.name}) compadd -- ${wordsOf(command).join(" ")}; _files ;;`).join("\n")}
  esac
}
compdef _backup_records backup-records
`;

export const fishScript: Script = (commands) =>
  [
    "# fish completion of backup-records",
    ...commands.flatMap((command) => {
      const inside = `complete -c backup-records -n "__fish_seen_subcommand_from ${command.name}"`;
      return [
        `complete -c backup-records -n __fish_use_subcommand -a ${command.name} -d ${quote(command.description)}`,
        ...(command.choices.length > 0 ? [`${inside} -a ${quote(command.choices.join(" "))}`] : []),
        ...command.options.map(({ long, description, takesValue, choices }) => {
          const value = choices.length > 0 ? ` -x -a ${quote(choices.join(" "))}` : takesValue ? " -r" : "";
          return `${inside} -l ${long.slice(2)}${value} -d ${quote(description)}`;
        }),
      ];
    }),
    "",
  ].join("\n");

function names(commands: readonly CompletedCommand[]): string[] {
  return commands.map(({ name }) => name);
}

function wordsOf({ choices, options }: CompletedCommand): string[] {
  return [...choices, ...options.map(({ long }) => long)];
}

/** A case for each option that takes a value: one that is chosen from words, or one that can be anything. */
function values(
  commands: readonly CompletedCommand[],
  chosen: (at: string, words: string) => string,
  free: (at: string) => string,
): string {
  return commands
    .flatMap(({ name, options }) =>
      options
        .filter(({ takesValue }) => takesValue)
        .map(({ long, choices }) => {
          const at = `${name} ${long}`;
          return choices.length > 0 ? chosen(at, choices.join(" ")) : free(at);
        }),
    )
    .join("\n");
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
