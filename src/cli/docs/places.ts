/** The place of an operation on its page, as Redoc names it: `#/` and this is its anchor. */
export function operationPlace(tag: string, operationId: string): string {
  return `${tagPlace(tag)}/${operationId.toLowerCase()}`;
}

/** The place of a tag on its page, as Redoc names it. */
export function tagPlace(tag: string): string {
  return tag
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
