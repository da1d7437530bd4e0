import { type Annotation, renderGithub, renderSarif } from "../annotations.js";
import { markdownCode, markdownSentence, markdownText, plainLine, toJson } from "../escape.js";
import type { FormatOf } from "../formats.js";
import { type Change, type ContractChanges, countOf, type Rating, ratings } from "./change.js";
import type { SourceLine } from "./source-line.js";

/** What changes are rendered with. */
export interface RenderContext {
  readonly verdict: string;
  /** The line that a pointer into a contract leads to. */
  readonly locate: (contract: string, pointer: string) => SourceLine | undefined;
}

/** Renders changes in a format. */
export const renderers: Readonly<
  Record<FormatOf<"diff">, (contracts: readonly ContractChanges[], context: RenderContext) => string>
> = {
  text: renderText,
  json: (contracts) => `${toJson(contracts.flatMap(({ changes }) => changes))}\n`,
  markdown: (contracts, { verdict }) => renderMarkdown(contracts, verdict),
  sarif: (contracts, { locate }) => renderSarif(annotationsOf(contracts, locate)),
  github: (contracts, { locate }) => renderGithub(annotationsOf(contracts, locate)),
};

/** "2 breaking, 1 additive", in the order of weight; "no change" if there is none. */
export function summaryOf(contracts: readonly ContractChanges[]): string {
  const parts = ratings
    .map(({ rating, label }) => ({ label, count: countOf(rating, contracts) }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count} ${label}`);
  return parts.length === 0 ? "no change" : parts.join(", ");
}

/** A table per contract in plain text: rating, place, what. The same changes give the same text. */
export function renderText(contracts: readonly ContractChanges[]): string {
  return contracts
    .map((entry) => `${plainLine(entry.contract)}: ${summaryOf([entry])}\n${table(entry.changes)}`)
    .join("\n");
}

function table(all: readonly Change[]): string {
  const changes = all.map(({ rating, pointer, message }) => ({
    rating,
    place: plainLine(placeOf(pointer)),
    message: plainLine(message),
  }));
  const width = (cells: readonly string[]) => Math.max(0, ...cells.map((cell) => cell.length));
  const first = width(changes.map(({ rating }) => labelOf(rating)));
  const second = width(changes.map(({ place }) => place));
  const rows = changes.map(({ rating, place, message }) =>
    `  ${labelOf(rating).padEnd(first)}  ${place.padEnd(second)}  ${message}`.trimEnd(),
  );
  return rows.map((row) => `${row}\n`).join("");
}

function labelOf(rating: Rating): string {
  return ratings.find((entry) => entry.rating === rating)?.label ?? rating;
}

function placeOf(pointer: string): string {
  return pointer === "" ? "(all of it)" : pointer;
}

/** How many rows of mere documentation a comment shows per contract: GitHub cuts comments off at 64 Ki. */
const documentationRows = 50;

/**
 * A comment for a pull request: the verdict, then a table per contract that changed, documentation folded
 * away. It begins with the line `<!-- contract-diff -->`, by which an earlier comment can be found.
 */
export function renderMarkdown(contracts: readonly ContractChanges[], verdict: string): string {
  const sections = contracts
    .filter(({ changes }) => changes.length > 0)
    .map(({ contract, changes }) => {
      const words = changes.filter(({ rating }) => rating === "documentation");
      const others = changes.filter(({ rating }) => rating !== "documentation");
      return [
        `#### ${markdownText(contract)}`,
        ...(others.length > 0 ? [markdownTable(others)] : []),
        ...(words.length > 0
          ? [`<details><summary>${words.length} documentation only</summary>\n\n${cut(words)}\n\n</details>`]
          : []),
      ].join("\n\n");
    });
  const heading = `### Contracts: ${summaryOf(contracts)}`;
  return `${["<!-- contract-diff -->", heading, markdownText(verdict), ...sections].join("\n\n")}\n`;
}

function cut(changes: readonly Change[]): string {
  const left = changes.length - documentationRows;
  return `${markdownTable(changes.slice(0, documentationRows))}${left > 0 ? `\n\nand ${left} more` : ""}`;
}

function markdownTable(changes: readonly Change[]): string {
  const rows = changes.map(({ rating, pointer, message, rule }) => {
    const label = rating === "breaking" ? "**breaking**" : labelOf(rating);
    const place = markdownCode(placeOf(pointer));
    return `| ${label} | ${place} | ${markdownSentence(message)} | ${markdownText(rule)} |`;
  });
  return ["| | where | what | rule |", "|---|---|---|---|", ...rows].join("\n");
}

/** What breaks as `breakingAs`, what adds as a notice, documentation not at all. */
export function annotationsOf(
  contracts: readonly ContractChanges[],
  locate: RenderContext["locate"],
  breakingAs: "error" | "warning" = "error",
): Annotation[] {
  return contracts.flatMap(({ contract, changes }) =>
    changes
      .filter(({ rating }) => rating !== "documentation")
      .map(({ rating, pointer, message, rule }) => ({
        level: rating === "breaking" ? breakingAs : "notice",
        rule,
        title: `${contract}: ${labelOf(rating)} (${rule})`,
        message: `${message}, at ${placeOf(pointer)}`,
        ...locate(contract, pointer),
        pointer,
      })),
  );
}
