/** A tool of others that reads the contracts, and that the package is tried with. */
export interface Tool {
  /** Its name in the table, in the check and in the fixtures' programs. */
  readonly name: string;
  /** Its npm package. The versions stand in `test/package/fixtures/tools` and `test/package/fixtures/renderers`. */
  readonly package: string;
}

export const validators: readonly Tool[] = [
  { name: "swagger-parser", package: "@apidevtools/swagger-parser" },
  { name: "scalar", package: "@scalar/openapi-parser" },
  { name: "openapi-schema-validator", package: "@seriousme/openapi-schema-validator" },
  { name: "redocly", package: "@redocly/cli" },
];

export const generators: readonly Tool[] = [
  { name: "hey-api", package: "@hey-api/openapi-ts" },
  { name: "orval", package: "orval" },
  { name: "kubb", package: "@kubb/core" },
  { name: "openapi-zod-client", package: "openapi-zod-client" },
  { name: "redocly", package: "@redocly/cli" },
];

export const renderers: readonly Tool[] = [
  { name: "redoc", package: "@redocly/cli" },
  { name: "swagger-ui", package: "swagger-ui-dist" },
  { name: "scalar", package: "@scalar/api-reference" },
  { name: "elements", package: "@stoplight/elements" },
];

/** The table of CONTRIBUTING.md: what each kind of tool has to do with the contracts. */
export function toolsTable(): string {
  const kinds: readonly [kind: string, tools: readonly Tool[], task: string][] = [
    ["validators", validators, "accept every contract in both languages, and refuse a broken one"],
    [
      "generators",
      generators,
      "make a client of every contract that compiles, lists the documented example from the mock, and takes a status " +
        "that no source page has, in its types and in its validators",
    ],
    [
      "renderers",
      renderers,
      "show in Chromium what is on no source page, an erratum, and the table of a description",
    ],
  ];
  return [
    "| tools | npm packages | what they have to do |",
    "|---|---|---|",
    ...kinds.map(([kind, tools, task]) => `| ${kind} | ${tools.map(packageOf).join(", ")} | ${task} |`),
  ].join("\n");
}

function packageOf(tool: Tool): string {
  return `\`${tool.package}\``;
}
