/** Header names to values. */
export type HeaderValues = Readonly<Record<string, string>>;

/**
 * Lower-cases names, and refuses what would be sent as another header, or not at all.
 * @throws what `refusal` makes of the problem
 */
export function checkHeaders(
  headers: HeaderValues | undefined,
  refusal: (problem: string) => Error,
): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name) || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      throw refusal(`header ${JSON.stringify(name)} has a name or value that HTTP does not allow`);
    checked[name.toLowerCase()] = value;
  }
  return checked;
}
