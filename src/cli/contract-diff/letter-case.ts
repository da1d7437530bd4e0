import { isObject, type JsonObject } from "./json.js";
import { fieldsOf } from "./spelling.js";

/**
 * A contract with its headers, media types and servers spelt as in another: the letter case says nothing in a name of a
 * header, in a media type and in a host.
 */
export function withLetterCaseOf(contract: JsonObject, other: JsonObject): JsonObject {
  const spellings = new Map<string, string>();
  fieldsOf(other, false, (fields) => {
    for (const [kind, name] of namesIn(fields)) spellings.set(`${kind} ${plainest(kind, name)}`, name);
    return fields;
  });
  const spelt = (kind: Kind, name: string) => spellings.get(`${kind} ${plainest(kind, name)}`) ?? name;
  const renamed = (kind: Kind, map: JsonObject) =>
    Object.fromEntries(Object.entries(map).map(([name, value]) => [spelt(kind, name), value]));
  return fieldsOf(contract, false, (fields) => {
    const { in: place, name, headers, content, url } = fields;
    return {
      ...fields,
      ...(place === "header" && typeof name === "string" ? { name: spelt("header", name) } : {}),
      ...(isObject(headers) ? { headers: renamed("header", headers) } : {}),
      ...(isObject(content) ? { content: renamed("type", content) } : {}),
      ...(typeof url === "string" ? { url: spelt("url", url) } : {}),
    };
  });
}

type Kind = "header" | "type" | "url";

function namesIn({ in: place, name, headers, content, url }: JsonObject): [Kind, string][] {
  return [
    ...(place === "header" && typeof name === "string" ? [["header", name] as [Kind, string]] : []),
    ...(isObject(headers) ? Object.keys(headers).map((key): [Kind, string] => ["header", key]) : []),
    ...(isObject(content) ? Object.keys(content).map((key): [Kind, string] => ["type", key]) : []),
    ...(typeof url === "string" ? [["url", url] as [Kind, string]] : []),
  ];
}

function plainest(kind: Kind, name: string): string {
  if (kind === "header") return name.toLowerCase();
  if (kind === "url") {
    const host = /^https?:\/\/[^/{}]*/i.exec(name)?.[0] ?? "";
    const lower = host.toLowerCase();
    return `${lower.replace(lower.startsWith("https") ? /:443$/ : /:80$/, "")}${name.slice(host.length)}`;
  }
  const [type = "", ...parameters] = name.split(";").map((part) => part.trim());
  // The value of `charset` has no letter case either; those of others may have one.
  const parts = parameters.map((part) =>
    /^charset=/i.test(part)
      ? part.toLowerCase().replaceAll('"', "")
      : part.replace(/^[^=]*/, (key) => key.toLowerCase()),
  );
  return [type.toLowerCase(), ...parts].join(";");
}
