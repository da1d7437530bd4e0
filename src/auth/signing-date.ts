/** `YYYY-MM-DDTHH:mm:ssZ`, the date of an Alibaba Cloud signature. */
export function isoSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** `YYYYMMDDTHHMMSSZ`, the date of a Huawei Cloud or OTC signature; its first eight characters are the day. */
export function basicSeconds(milliseconds: number): string {
  return isoSeconds(milliseconds).replace(/[-:]/g, "");
}
