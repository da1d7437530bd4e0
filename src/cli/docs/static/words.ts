import type { Language } from "../../contracts.js";

/** What the static part of a page says by itself. */
export interface Words {
  readonly version: string;
  readonly servers: string;
  readonly operations: string;
  readonly deprecated: string;
  readonly parameters: string;
  readonly body: string;
  readonly responses: string;
  readonly samples: string;
  readonly schemas: string;
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly required: string;
  readonly optional: string;
  readonly example: string;
  readonly values: string;
  readonly oneOf: string;
  readonly listOf: (of: string) => string;
  readonly above: string;
  readonly byDefault: string;
  readonly interactive: string;
  readonly security: string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    version: "contract version",
    servers: "Servers",
    operations: "Operations",
    deprecated: "Deprecated",
    parameters: "Parameters",
    body: "Request body",
    responses: "Responses",
    samples: "Code",
    schemas: "Schemas",
    name: "Name",
    type: "Type",
    description: "Description",
    required: "required",
    optional: "optional",
    example: "Example",
    values: "Values",
    oneOf: " or ",
    listOf: (of) => `list of ${of}`,
    above: "as above",
    byDefault: "default",
    interactive: "Open the interactive view",
    security: "Authentication",
  },
  "zh-CN": {
    version: "契约版本",
    servers: "服务器",
    operations: "接口",
    deprecated: "已过时",
    parameters: "参数",
    body: "请求体",
    responses: "响应",
    samples: "代码",
    schemas: "数据结构",
    name: "名称",
    type: "类型",
    description: "说明",
    required: "必选",
    optional: "可选",
    example: "示例",
    values: "取值",
    oneOf: "或",
    listOf: (of) => `${of}列表`,
    above: "同上",
    byDefault: "默认值",
    interactive: "打开交互视图",
    security: "认证方式",
  },
};
