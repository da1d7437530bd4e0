/** Whether this is the round of `npm run test:whole`. `npm test` takes samples of what would take minutes. */
export const wholeRound = process.env["ROUND"] === "whole";

/** One row in so many, beginning with the first, in `npm test`; all of them in the whole round. */
export const sampleOf = <Row>(rows: readonly Row[], oneIn: number): readonly Row[] =>
  rows.filter((_, at) => wholeRound || at % oneIn === 0);

/** How often a property is tried: a tenth of `most` in `npm test`. */
export const runsOf = (most: number): number => (wholeRound ? most : Math.ceil(most / 10));
