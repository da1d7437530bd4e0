import type { Style } from "../style.js";
import type { Standing } from "./row.js";

/** A text in the colour of a standing. */
export function paint(standing: Standing, text: string, style: Style): string {
  switch (standing) {
    case "ok":
      return style.green(text);
    case "unknown":
      return style.cyan(text);
    case "late":
    case "unasked":
      return style.yellow(text);
    default:
      return style.red(text);
  }
}
