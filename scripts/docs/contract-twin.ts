import { operationsOf, resolve, type Schema } from "../generate/contract.js";
import { downloadPath, type ServiceContract } from "./contracts.js";
import { type Facts, parameterFacts, propertyFacts } from "./facts.js";
import type { Language } from "./layout.js";

const WORDS = {
  en: {
    whole: "The whole contract, OpenAPI 3.1",
    parameters: "Parameters",
    responses: "Responses",
    schemas: "Schemas",
    values: "Values",
  },
  "zh-CN": {
    whole: "完整契约（OpenAPI 3.1）",
    parameters: "参数",
    responses: "响应",
    schemas: "数据结构",
    values: "取值",
  },
};

/** The page of a contract in Markdown: every operation, parameter, status, field and value. */
export function contractTwin(contract: ServiceContract, language: Language): string {
  const { service, [language]: text } = contract;
  const words = WORDS[language];
  const file = downloadPath(service, language).replace("contracts/", "");
  const { title, description = "" } = text.info as { title: string; description?: string };
  return [
    `# ${title}`,
    description.trim(),
    `${words.whole}: [${file}](${file})`,
    ...operationsOf(text).flatMap(({ method, path, operation, parameters }) => [
      `## ${operation.operationId}`,
      `\`${method} ${path}\``,
      `${operation.summary ?? ""}\n\n${operation.description ?? ""}`.trim(),
      ...(parameters.length === 0 ? [] : [`### ${words.parameters}: ${operation.operationId}`]),
      items(parameters.map((one) => item(one.name, parameterFacts(one), one.description))),
      `### ${words.responses}: ${operation.operationId}`,
      items(
        Object.entries(operation.responses).map(
          ([status, response]) => `- **${status}**: ${oneLine(resolve(text, response).description)}`,
        ),
      ),
    ]),
    `## ${words.schemas}`,
    ...Object.entries(text.components?.schemas ?? {}).flatMap(([name, schema]) =>
      schemaTwin(name, schema, words),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function schemaTwin(name: string, schema: Schema, words: (typeof WORDS)[Language]): string[] {
  const { properties = {}, required = [] } = schema;
  const meanings = (schema.anyOf?.[0]?.["x-enumDescriptions"] ??
    schema["x-enumDescriptions"] ??
    {}) as Record<string, string>;
  const values = Object.entries(meanings).map(([value, meaning]) => `- \`${value}\`: ${oneLine(meaning)}`);
  return [
    `### ${name}`,
    (schema.description ?? "").trim(),
    items(
      Object.entries(properties).map(([field, property]) =>
        item(field, propertyFacts(property, required.includes(field)), property.description),
      ),
    ),
    ...(values.length === 0 ? [] : [`${words.values}:\n\n${items(values)}`]),
  ];
}

function item(name: string, { type, others }: Facts, description: string | undefined): string {
  return `- \`${name}\` (${[type, ...others].join(", ")}): ${oneLine(description ?? "")}`;
}

function items(lines: readonly string[]): string {
  return lines.join("\n");
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}
