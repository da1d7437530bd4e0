/**
 * Ends retry storms: a bucket of retries, one per client. While a service is down, all its calls together
 * send at most `capacity` retries; then each call gets one attempt, until answers refill the bucket.
 */
export interface RetryBudget {
  /** Retries left; a fraction grows towards the next one. */
  readonly left: number;
  /** Takes one retry; false where none is left. */
  take(): boolean;
  /** The service answered: gives back the retry that led there, or `refill` where none was needed. */
  give(retried: boolean): void;
}

export interface RetryBudgetOptions {
  /** @default 50 */
  readonly capacity?: number;
  /** Part of a retry that a call without retries earns. @default 0.2 */
  readonly refill?: number;
}

/** A full budget. Retries that succeed cost nothing in the end, so steady throttling does not drain it. */
export function createRetryBudget({ capacity = 50, refill = 0.2 }: RetryBudgetOptions = {}): RetryBudget {
  let left = capacity;
  return {
    get left() {
      return left;
    },
    take() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    give(retried) {
      left = Math.min(capacity, left + (retried ? 1 : refill));
    },
  };
}
