/** `YYYY-MM-DDTHH:mm:ssZ`, the date of an Alibaba Cloud signature. */
export function isoSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** `YYYYMMDDTHHMMSSZ`, the date of a Huawei Cloud or OTC signature; its first eight characters are the day. */
export function basicSeconds(milliseconds: number): string {
  return isoSeconds(milliseconds).replace(/[-:]/g, "");
}

/** `format`, worked out once a second: calls in a burst share their date. */
export function oncePerSecond(format: (milliseconds: number) => string): (milliseconds: number) => string {
  let second = Number.NaN;
  let text = "";
  return (milliseconds) => {
    const current = Math.floor(milliseconds / 1000);
    if (current !== second) {
      text = format(milliseconds);
      second = current;
    }
    return text;
  };
}
