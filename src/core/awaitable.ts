/** A value, or the promise of one. */
export type Awaitable<T> = T | Promise<T>;

/**
 * Goes on with a value: at once where it is there, later where it is promised. One copy of the signing
 * code so serves the synchronous crypto of Node and the asynchronous crypto of browsers.
 */
export function andThen<T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> {
  return isPromise(value) ? value.then(next) : next(value);
}

/** Whether `value` is promised, by whatever implementation of promises. */
export function isPromise<T>(value: Awaitable<T>): value is Promise<T> {
  return typeof (value as Partial<Promise<T>> | null)?.then === "function";
}
