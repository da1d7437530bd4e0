/** Whether a comparison passes the gate, and why, in one sentence. */
export interface Verdict {
  readonly passes: boolean;
  readonly text: string;
}

/** The package's version on both sides; undefined where it has none. */
export interface Versions {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Passes unless something breaks that the package's version does not carry: its major version has to rise.
 * Below 1.0.0 the minor version counts as the major, as it does in npm's `^` ranges.
 */
export function verdictOf(breaking: number, versions?: Versions): Verdict {
  if (breaking === 0) return { passes: true, text: "No breaking change." };
  const changes = breaking === 1 ? "1 breaking change" : `${breaking} breaking changes`;
  const { before, after } = versions ?? {};
  const [old, now] = [numbersOf(before), numbersOf(after)];
  if (old === undefined || now === undefined) return { passes: false, text: `${changes}.` };
  const early = old.major === 0 && now.major === 0;
  const part = early ? "minor version, which counts as the major below 1.0.0" : "major version";
  if (now.major > old.major || (early && now.minor > old.minor)) {
    return { passes: true, text: `${changes}; ${before} → ${after} raises the ${part}.` };
  }
  const next = early ? `0.${old.minor + 1}.0` : `${old.major + 1}.0.0`;
  const reason = before === after ? `the version is still ${before}` : `${before} → ${after} is not enough`;
  return { passes: false, text: `${changes}, but ${reason}: raise the ${part}, to ${next}.` };
}

function numbersOf(version = ""): { major: number; minor: number } | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)\.\d+/.exec(version) ?? [];
  return major === undefined ? undefined : { major: Number(major), minor: Number(minor) };
}
