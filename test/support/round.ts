/** Whether this is the round of `npm run test:whole`. `npm test` takes samples of what would take minutes. */
export const wholeRound = process.env["ROUND"] === "whole";

/** How often a property is tried: a tenth of `most` in `npm test`. */
export const runsOf = (most: number): number => (wholeRound ? most : Math.ceil(most / 10));
