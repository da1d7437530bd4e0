import { beyondReason } from "./rules/beyond-reason.js";
import { enumValueDescription } from "./rules/enum-value-description.js";
import { errataIds } from "./rules/errata-ids.js";
import { errorResponses } from "./rules/error-responses.js";
import { exampleSource } from "./rules/example-source.js";
import { fieldDescription } from "./rules/field-description.js";
import { int64Range } from "./rules/int64-range.js";
import { noRequiredDefault } from "./rules/no-required-default.js";
import { operationId } from "./rules/operation-id.js";
import { paging } from "./rules/paging.js";
import { parameterDescription } from "./rules/parameter-description.js";
import { timeUnit } from "./rules/time-unit.js";

/** The plugin's name in redocly.yaml: its rules are `backup-records/<rule>`. */
export const id = "backup-records";

/**
 * The house rules, for OpenAPI 3.0 and 3.1. README.md beside this file has their options.
 * @satisfies {import("@redocly/openapi-core").Plugin["rules"]}
 */
export const rules = {
  oas3: {
    "beyond-reason": beyondReason,
    "enum-value-description": enumValueDescription,
    "errata-ids": errataIds,
    "error-responses": errorResponses,
    "example-source": exampleSource,
    "field-description": fieldDescription,
    "int64-range": int64Range,
    "no-required-default": noRequiredDefault,
    "operation-id": operationId,
    paging,
    "parameter-description": parameterDescription,
    "time-unit": timeUnit,
  },
};

/**
 * `backup-records/recommended`: every rule that needs no knowledge of the contract's sources, as an error. It
 * stands after Redocly's own rulesets in `extends`, and switches off what it says better.
 * @satisfies {import("@redocly/openapi-core").Plugin["configs"]}
 */
export const configs = {
  recommended: {
    rules: {
      "operation-operationId": "off",
      "operation-operationId-unique": "off",
      "parameter-description": "off",
      "backup-records/beyond-reason": "error",
      "backup-records/enum-value-description": "error",
      "backup-records/errata-ids": "error",
      "backup-records/error-responses": "error",
      "backup-records/field-description": "error",
      "backup-records/int64-range": "error",
      "backup-records/no-required-default": "error",
      "backup-records/operation-id": "error",
      "backup-records/paging": "error",
      "backup-records/parameter-description": "error",
      "backup-records/time-unit": "error",
    },
  },
};

/** The plugin as Redocly loads it: a function that makes it. */
export default function plugin() {
  return { id, rules, configs };
}
