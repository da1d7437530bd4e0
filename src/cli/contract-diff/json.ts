/** A JSON object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `pointer` extended by one key (RFC 6901). */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The keys of a JSON pointer, unescaped. */
export function keysOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at a JSON pointer; undefined if there is none. */
export function valueAt(document: unknown, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return node[Number(key)];
    return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  }, document);
}

/** A value as a message quotes it; undefined if it is too long for a line. */
export function quote(value: unknown): string | undefined {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= 60 ? text : undefined;
}

/** What became of a value, in words: "changed from 1 to 2", "was set to 2", "gained "a"; lost "b"". */
export function difference(before: unknown, after: unknown): string {
  const [old, now] = [quote(before), quote(after)];
  if (before === undefined) return now === undefined ? "was added" : `was set to ${now}`;
  if (after === undefined) return old === undefined ? "was removed" : `was removed (${old})`;
  if (Array.isArray(before) && Array.isArray(after)) return listDifference(before, after);
  return old === undefined || now === undefined ? "changed" : `changed from ${old} to ${now}`;
}

/** The elements of one list that the other lacks, each as JSON. */
export function lacking(list: readonly unknown[], other: readonly unknown[]): string[] {
  const present = new Set(other.map((item) => JSON.stringify(item)));
  return list.map((item) => JSON.stringify(item)).filter((item) => !present.has(item));
}

function listDifference(before: readonly unknown[], after: readonly unknown[]): string {
  const [gained, lost] = [lacking(after, before), lacking(before, after)];
  const parts = [
    ...(gained.length > 0 ? [`gained ${gained.join(", ")}`] : []),
    ...(lost.length > 0 ? [`lost ${lost.join(", ")}`] : []),
  ];
  const text = parts.join("; ");
  return text === "" ? "has another order" : text.length <= 120 ? text : "changed";
}
