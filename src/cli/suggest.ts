import { distance } from "fastest-levenshtein";

/**
 * The known words nearest to one that is not known, best first: those that need few changes for their
 * length, or that begin or end with it; of several, those whose number at the end is nearest. Letter case does not count.
 */
export function nearest(word: string, known: Iterable<string>, most = 1): string[] {
  const wanted = word.toLowerCase();
  return [...new Set(known)]
    .map((candidate) => ({
      candidate,
      score: score(wanted, candidate.toLowerCase()),
      gap: gap(wanted, candidate),
    }))
    .filter(({ score }) => score <= 0.4)
    .sort((a, b) => a.score - b.score || a.gap - b.gap)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** 0 for the same word, up to 1 for one that shares nothing. */
function score(wanted: string, candidate: string): number {
  const changes = distance(wanted, candidate) / Math.max(wanted.length, candidate.length, 1);
  const part = wanted.length >= 3 && (candidate.startsWith(wanted) || candidate.endsWith(wanted));
  const swapped = sorted(wanted) === sorted(candidate);
  return part || swapped ? Math.min(changes, 0.3) : changes;
}

/** How far the numbers at the ends are apart. */
function gap(wanted: string, candidate: string): number {
  const [one, other] = [wanted, candidate].map((word) => Number(/\d{1,15}$/.exec(word)?.[0] ?? 0));
  return Math.abs(Number(one) - Number(other));
}

function sorted(word: string): string {
  return [...word].sort().join("");
}

/** `. Did you mean x?`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const [found] = nearest(word, known);
  return found === undefined ? "" : `. Did you mean ${found}?`;
}
