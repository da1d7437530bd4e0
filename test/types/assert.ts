/** Whether two types are the same, `any` being the same as nothing but itself. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only where its argument is true. */
export type Expect<T extends true> = T;
