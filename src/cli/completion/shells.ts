import { plainLine, terminalText } from "../escape.js";
import type { Candidate, Completion } from "./complete.js";

/** A command line as a shell hands it over. */
interface Asked {
  /** The words before the typed one, without the program's name. */
  readonly before: readonly string[];
  readonly typed: string;
  /** A candidate as a line for the shell; null where the shell would not choose it by itself. */
  readonly line: (candidate: Candidate) => string | null;
}

/** A shell that completes command lines. */
interface Shell {
  /** What a user has the shell read. It asks this program for candidates, and takes an empty line for "or a file". */
  readonly script: string;
  /** Reads what the script passes. */
  readonly read: (args: readonly string[]) => Asked;
}

/** bash breaks words at `=` and `:` as well, and puts in place of the last piece what it is told, letter for letter. */
const bash: Shell = {
  script: `# bash completion of backup-records. The command itself says what can come next; an empty line: or a file.
_backup_records() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    if [ -n "$line" ]; then
      COMPREPLY+=("$line")
    else
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$2")
    fi
  done < <(backup-records completion bash -- "\${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
}
complete -F _backup_records backup-records
`,
  read([text = "", piece = ""]) {
    const { words, last, quote } = splitWords(text);
    const [, ...before] = words;
    const kept = splitWords(last.raw.slice(0, last.raw.length - piece.length)).last.value.length;
    return {
      before,
      typed: last.value,
      line: ({ value }) => (value.startsWith(last.value) ? bashText(value.slice(kept), quote) : null),
    };
  },
};

const zsh: Shell = {
  script: `# zsh completion of backup-records. The command itself says what can come next; an empty line: or a file.
_backup_records() {
  local line files=no
  local -a found
  backup-records completion zsh -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null |
    while IFS= read -r line; do
      if [[ -n $line ]]; then found+=("$line"); else files=yes; fi
    done
  _describe backup-records found
  if [[ $files = yes ]]; then
    compset -P '--[^=]#='
    _files
  fi
}
compdef _backup_records backup-records
`,
  read: (args) => ({
    before: args.slice(0, -1),
    typed: args.at(-1) ?? "",
    line: ({ value, about }) => `${value.replaceAll(/[\\:]/g, "\\$&")}${about && `:${about}`}`,
  }),
};

const fish: Shell = {
  script: `# fish completion of backup-records. The command itself says what can come next; an empty line: or a file.
function __backup_records
    set -l typed (commandline -ct)
    set -l before (commandline -opc)
    backup-records completion fish -- $before[2..-1] "$typed" 2>/dev/null | while read -l line
        if test -n "$line"
            echo $line
        else
            set -l flag (string match -r '^--[^=]+=' -- "$typed")
            set -l name (string replace -r '^--[^=]+=' '' -- "$typed")
            for file in (complete -C "'' $name")
                printf '%s\\n' "$flag$file"
            end
        end
    end
end
complete -c backup-records -f -a '(__backup_records)'
`,
  read: (args) => ({
    before: args.slice(0, -1),
    // As it was typed, quotes and all.
    typed: splitWords(args.at(-1) ?? "").last.value,
    line: ({ value, about }) => `${value}${about && `\t${about}`}`,
  }),
};

export const shells = { bash, zsh, fish } as const;

/** What the script of a shell reads: a line for each candidate, and an empty one if it may be a file. */
export function linesFor({ line }: Asked, { candidates, files }: Completion): string {
  const lines = candidates
    // The others hold what steers a terminal, or ends a line.
    .filter(({ value }) => terminalText(value) === value)
    .flatMap(({ value, about }) => line({ value, about: plainLine(about) }) ?? []);
  return [...lines, ...(files ? [""] : [])].map((one) => `${one}\n`).join("");
}

type Quote = '"' | "'" | "";

/** A line in words, as a shell reads it without expanding anything. The last word is the typed one, perhaps empty. */
function splitWords(line: string) {
  const words: string[] = [];
  let [raw, value, escaped] = ["", "", false];
  let quote: Quote = "";
  for (const mark of line) {
    raw += mark;
    if (escaped) {
      value += quote === "" || /["$\\`]/.test(mark) ? mark : `\\${mark}`;
      escaped = false;
    } else if (mark === "\\" && quote !== "'") escaped = true;
    else if (mark === quote) quote = "";
    else if (quote === "" && (mark === "'" || mark === '"')) quote = mark;
    else if (quote === "" && /\s/.test(mark)) {
      if (raw !== mark) words.push(value);
      [raw, value] = ["", ""];
    } else value += mark;
  }
  return { words, last: { raw, value }, quote };
}

/** A text that stands for itself where bash reads it, within the quotes that are open. */
function bashText(text: string, quote: Quote): string {
  if (quote === "'") return text.replaceAll("'", "'\\''");
  if (quote === '"') return text.replaceAll(/["$\\`]/g, "\\$&");
  return text.replaceAll(/[^\w./:@%+,=\u0080-\u{10ffff}-]/gu, "\\$&");
}
