/**
 * A text's shell commands, as scripts for bash that end by themselves and fail with the first command that does.
 * A command that runs until Ctrl-C is interrupted once it is serving; `ID` becomes an id that the simulator named.
 */
export function scriptsOf(text: string): string[] {
  return commandsOf(text).map((lines) => [PRELUDE, ...lines, ""].join("\n"));
}

/** The commands of each block, for any shell. */
export function commandsOf(text: string): string[][] {
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = ""]) =>
    block.trimEnd().split("\n").flatMap(runnable),
  );
}

/**
 * The end of the script ends its background jobs, too: their process groups, since npx passes no signal on. `set -v`
 * shows each line before it runs.
 */
const PRELUDE = `set -em
trap 'for job in $(jobs -p); do kill -- -$job 2> /dev/null || true; done' EXIT
serve() {
  said=$(mktemp)
  "$@" > "$said" 2>&1 &
  while [ ! -s "$said" ] && kill -0 %% 2> /dev/null; do sleep 1; done
  sleep 2
  cat "$said"
  rm "$said"
  kill -INT %%
  wait %% || [ $? = 130 ]
}
set -v`;

function runnable(line: string): string[] {
  const command = line.replace(/\s+#.*$/, "").replaceAll(/\bID\b/g, "$ID");
  if (/^npx backup-records (mock|exporter)\b(?!.*&$)/.test(command)) return [`serve ${command}`];
  // 1 is a finding: a backup that is late, or one that was followed and failed.
  if (/^npx backup-records audit\b|--watch\b/.test(command)) return [`${command} || [ $? = 1 ]`];
  if (command.startsWith("grep ")) {
    return [command, "ID=$(sed -n 's/^# backup-records list dcs --instance //p' env.sh)"];
  }
  return [command];
}
