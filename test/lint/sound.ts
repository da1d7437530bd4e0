const failure = (description: string) => ({
  description,
  content: {
    "application/json": {
      schema: { $ref: "#/components/schemas/Failure" },
      examples: { "beyond-failure": { summary: "A failure", value: { code: "E1" } } },
    },
  },
});

/** A small contract that breaks neither a house rule nor one of Redocly's strict ruleset. */
export const document = {
  openapi: "3.1.0",
  info: { title: "Backups", version: "1.0.0", license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
  servers: [{ url: "https://backups.test", "x-beyond-documents": "The guide names no host." }],
  tags: [{ name: "Backups", description: "Copies of data." }],
  security: [{ Key: [] }],
  paths: {
    "/backups": {
      get: {
        operationId: "ListBackups",
        summary: "List backups",
        tags: ["Backups"],
        "x-errata": ["E01"],
        "x-paging": {
          style: "offset",
          parameters: { position: "offset", limit: "limit" },
          total: "/total",
          items: "/backups",
          id: "/id",
          conflicts: ["since"],
        },
        parameters: [
          { name: "offset", in: "query", description: "Backups to skip.", schema: { type: "integer" } },
          {
            name: "limit",
            in: "query",
            description: "Backups of a page.",
            schema: { type: "integer", default: 10 },
          },
          {
            name: "since",
            in: "query",
            description: "Only later ones, in epoch seconds, a 64-bit integer.",
            schema: { type: "integer", format: "int64", "x-time": { format: "s", zone: "UTC" } },
          },
        ],
        responses: {
          "200": {
            description: "A page of backups",
            headers: { "X-Request-Id": { description: "Id of the request.", schema: { type: "string" } } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/BackupList" },
                examples: {
                  "guide-en": {
                    summary: "The guide's own",
                    value: { total: 1, backups: [{ id: "b1", status: "DONE" }] },
                  },
                },
              },
            },
          },
          ...Object.fromEntries(
            ["400", "401", "403", "404", "429", "500"].map((status) => [
              status,
              failure(`Failed with ${status}`),
            ]),
          ),
        },
      },
    },
  },
  components: {
    securitySchemes: { Key: { type: "apiKey", in: "header", name: "Authorization" } },
    schemas: {
      BackupList: {
        type: "object",
        properties: {
          total: { type: "integer", description: "Number of all backups." },
          backups: {
            type: "array",
            description: "Those of this page.",
            items: { $ref: "#/components/schemas/Backup" },
          },
        },
      },
      Backup: {
        type: "object",
        properties: {
          id: { type: "string", description: "Id of the backup." },
          status: { $ref: "#/components/schemas/Status", description: "What became of it." },
        },
      },
      Status: { type: "string", enum: ["DONE"], "x-enumDescriptions": { DONE: "It is there." } },
      Failure: { type: "object", properties: { code: { type: "string", description: "What went wrong." } } },
    },
  },
};
