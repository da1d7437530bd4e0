/** A named enumeration of a contract as it is published: its documented values beside any other. */
interface Published {
  readonly anyOf: readonly { readonly enum?: readonly string[] }[];
}

/** The documented values of published enumerations. */
export function valuesOf(...enumerations: readonly Published[]): string[] {
  return enumerations.flatMap(({ anyOf }) => anyOf.flatMap((part) => part.enum ?? []));
}
