import { escapeHtml } from "./html.js";
import { addressOf } from "./layout.js";

/** The files for search engines, as path and text: none as long as the site has no address. */
export function sitemapFiles(
  paths: readonly string[],
  homepage: string | undefined,
): (readonly [path: string, text: string])[] {
  if (homepage === undefined) return [];
  const urls = paths
    .filter((path) => path !== "404.html")
    .map((path) => `<url><loc>${escapeHtml(addressOf(path, homepage))}</loc></url>`);
  return [
    [
      "sitemap.xml",
      `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`,
    ],
    ["robots.txt", `User-agent: *\nAllow: /\nSitemap: ${homepage}sitemap.xml\n`],
  ];
}
