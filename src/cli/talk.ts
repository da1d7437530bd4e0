/** When to colour, as `--color` says it. */
export const colourChoices = ["auto", "always", "never"] as const;
export type ColourChoice = (typeof colourChoices)[number];

/** How to talk to the reader of a terminal. */
export interface TalkOptions {
  readonly colour: ColourChoice;
  /** Errors alone. */
  readonly quiet: boolean;
}

/**
 * Reads `--color` and `--quiet` ahead of the parser, which needs a terminal to report mistakes: a wrong value counts as
 * none here, and the parser refuses it.
 */
export function readTalkOptions(argv: readonly string[]): TalkOptions {
  const end = argv.indexOf("--");
  const words = end === -1 ? argv : argv.slice(0, end);
  const value = words.reduce<string | undefined>(
    (last, word, at) => (word === "--color" ? words[at + 1] : (/^--color=(.*)$/.exec(word)?.[1] ?? last)),
    undefined,
  );
  return {
    colour: colourChoices.find((choice) => choice === value) ?? "auto",
    quiet: words.some((word) => word === "--quiet" || word.startsWith("-q")),
  };
}
