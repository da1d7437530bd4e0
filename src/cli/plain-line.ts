/** Text of others on one line: without line breaks and without what steers a terminal. */
export function plainLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
}
