import { text as contract } from "../../../docs/site/assets/contract.js?bundled";
import { text as labels } from "../../../docs/site/assets/labels.zh-CN.js?bundled";
import { text as style } from "../../../docs/site/assets/redoc.css?bundled";
import { text as staticStyle } from "../../../docs/site/assets/static.css?bundled";

/** What all pages share beside Redoc itself: path in the folder of the pages to content. */
export const assets: Readonly<Record<string, string>> = {
  "assets/contract.js": contract,
  "assets/labels.zh-CN.js": labels,
  "assets/redoc.css": style,
  "assets/static.css": staticStyle,
};
