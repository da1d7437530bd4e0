/**
 * Numbers that look random and depend on nothing but their arguments, so that record number 700,000 can be
 * made without the 699,999 before it.
 */

/** A well-mixed unsigned 32-bit number for a key, an index and a purpose. */
export function mix(key: number, index: number, purpose: number): number {
  let h = key ^ Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A key for a seed and names: FNV-1a over their characters. */
export function keyOf(seed: number, ...names: readonly string[]): number {
  let h = 0x811c9dc5 ^ seed;
  for (const character of names.join("\n")) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return mix(h, seed, 0);
}

/** A permutation of the unsigned 32-bit numbers (a Feistel network), so that ids lead back to their index. */
export function scramble(key: number, index: number): number {
  let left = index >>> 16;
  let right = index & 0xffff;
  for (let round = 0; round < ROUNDS; round++) {
    [left, right] = [right, left ^ (mix(key, right, round) & 0xffff)];
  }
  return ((left << 16) | right) >>> 0;
}

/** The index that `scramble` made this number of. */
export function unscramble(key: number, scrambled: number): number {
  let left = scrambled >>> 16;
  let right = scrambled & 0xffff;
  for (let round = ROUNDS - 1; round >= 0; round--) {
    [left, right] = [right ^ (mix(key, left, round) & 0xffff), left];
  }
  return ((left << 16) | right) >>> 0;
}

/** A number as hexadecimal digits, at most eight. */
export function hex(value: number, digits = 8): string {
  return value.toString(16).padStart(8, "0").slice(-digits);
}

/** A UUID of version 4 whose first eight digits are `first`, the rest drawn from the key and the index. */
export function uuid(first: number, key: number, index: number): string {
  const [a, b, c] = [mix(key, index, 901), mix(key, index, 902), mix(key, index, 903)];
  const variant = hex((a & 3) | 8, 1);
  return `${hex(first)}-${hex(a, 4)}-4${hex(b, 3)}-${variant}${hex(b >>> 12, 3)}-${hex(a >>> 16, 4)}${hex(c)}`;
}

const ROUNDS = 4;
