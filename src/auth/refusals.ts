/**
 * Tells whether to ask a source of credentials once more after a refusal: yes, until it has given out the
 * very credential that was refused. All calls that were under way with that one may ask again.
 */
export class Refusals {
  #refused: string | undefined;
  #repeated = false;

  /** The source has given this credential out. */
  given(credential: string): void {
    this.#repeated = credential === this.#refused;
  }

  /** The service has refused this credential: does another attempt make sense? */
  refuse(credential: string): boolean {
    if (credential !== this.#refused) {
      this.#refused = credential;
      this.#repeated = false;
    }
    return !this.#repeated;
  }
}
