/** The plugin's name: its rules are configured as `backup-records/<rule>`. */
export declare const id: "backup-records";

/** The house rules for OpenAPI 3, by name, as Redocly loads them. */
export declare const rules: {
  readonly oas3: Record<string, (options: Record<string, unknown>) => object>;
};

/** Presets to extend; `recommended` holds every rule that needs no options. */
export declare const configs: {
  readonly recommended: { readonly rules: Record<string, "error" | "off"> };
};

/** The plugin as Redocly loads it: a function that makes it. */
export default function plugin(): {
  readonly id: typeof id;
  readonly rules: typeof rules;
  readonly configs: typeof configs;
};
