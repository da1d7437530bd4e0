import { contractBody } from "../../src/cli/docs/page.js";
import type { RedocPage } from "../../src/cli/docs/redoc.js";
import { contractPath, downloadPath } from "./contracts.js";
import { html, raw } from "./html.js";
import type { Language, SitePage } from "./layout.js";

/** The page that shows a contract in one language. */
export function contractPage(service: string, language: Language, { contract, start }: RedocPage): SitePage {
  const path = contractPath(service, language);
  const { title, summary = title } = (contract as { info: { title: string; summary?: string } }).info;
  const labels =
    language === "en"
      ? undefined
      : html`<script defer src="../assets/labels.${language}.js"></script>
`;
  return {
    path,
    language,
    section: "contracts",
    twin: contractPath(service, language === "en" ? "zh-CN" : "en"),
    title,
    description: summary,
    source: `spec/${service}/${language === "en" ? "openapi" : "zh-CN.overlay"}.yaml`,
    styles: ["redoc", "static"],
    head: html`${labels}<script defer src="../assets/contract.js"></script>
`,
    download: downloadPath(service, language),
    body: raw(contractBody(contract, language, start, "../")),
  };
}
