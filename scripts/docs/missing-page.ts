import { html } from "./html.js";
import type { SitePage } from "./layout.js";

/** The page that a server gives for a wrong address. */
export function missingPage(): SitePage {
  return {
    path: "404.html",
    language: "en",
    section: "missing",
    title: "Page not found",
    description: "There is no page at this address.",
    body: html`<main class="page" id="content" tabindex="-1">
<h1>Page not found</h1>
<p class="lead">There is no page at this address.</p>
<form class="field" role="search" action="search.html"><input type="search" name="q" aria-label="Search the documentation"><button>Search</button></form>
<ul><li><a href="index.html">Start page</a></li>
<li><a href="guide/index.html">Guide</a></li>
<li><a href="errors.html">Error codes</a></li>
<li lang="zh-CN"><a href="index.zh-CN.html" hreflang="zh-CN">中文首页</a></li></ul>
</main>`,
  };
}
