/** A script of one `backup-records …`, which may have something to do before it and a reader of its output. */
export interface Script {
  /** What `sh` does first; "" where that is nothing. It sets no variable. */
  readonly before: string;
  /** The words of the command, to which `expand` gives their values. */
  readonly words: readonly string[];
  /** What `sh` makes of the output; "" where it stays as it is. */
  readonly after: string;
}

/** The script in its parts, as `sh` would find them; null where it is more than that. */
export function readScript(text: string): Script | null {
  const [, before = "", line = "", , pipe = "", after = ""] =
    /^([\s\S]*?(?:\n|&& )|)backup-records ((?:'[^']*'|[^'|\n>])*?)( > (\/dev\/null)| \| ([^\n]*))?\n*$/.exec(
      text,
    ) ?? [];
  const known = line !== "" && !/backup-records|export/.test(before);
  // Within single quotes everything is as it stands.
  if (!known || /[;&<>`()*?~\\#{}!=]|\$(?!\w)/.test(line.replaceAll(/'[^']*'/g, ""))) return null;
  return {
    before: before.replace(/&& $/, ""),
    words: line.match(/(?:'[^']*'|"[^"]*"|[^\s'"]+)+/g) ?? [],
    after: pipe === "" ? after : "cat > /dev/null",
  };
}

/** A word without its quotes, with what its variables stand for. */
export function expand(word: string, variables: Readonly<Record<string, string>>): string {
  return word.replaceAll(/'([^']*)'|"|\$(\w+)/g, (_, literal?: string, name?: string) =>
    literal !== undefined ? literal : name === undefined ? "" : (variables[name] ?? ""),
  );
}
