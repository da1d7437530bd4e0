// Generated from spec/audit/targets.schema.json by `npm run generate`. Do not edit.
import type { FileContent } from "./targets-types.js";

/** What a value of the file must be, and the words for it. */
export interface Rules {
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  /** As one would write it in a file. */
  readonly examples?: readonly string[];
  readonly properties?: Readonly<Record<string, Rules>>;
  readonly items?: Rules;
  readonly additionalProperties?: Rules;
  readonly propertyNames?: Rules;
}

export declare const rules: Rules;

/** One place that breaks a rule. */
export interface Violation {
  /** JSON Pointer. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly additionalProperty?: string; readonly propertyName?: string };
}

export declare const validate: {
  (value: unknown): value is FileContent;
  /** What the last call found; null if nothing. */
  readonly errors?: readonly Violation[] | null;
};
