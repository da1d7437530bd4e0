// Generated from the contract by `npm run generate`. Do not edit.
/** One difference between an answer and its contract. */
export interface ValidationError {
  /** JSON pointer to the place in the answer. */
  readonly instancePath: string;
  readonly schemaPath: string;
  /** The JSON Schema keyword that the value breaks, e.g. `required`. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Answers whether a value fits; if not, `errors` holds every difference until the next call. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

export declare const StarRocksBackupList: Validator;
export declare const StarRocksErrorBody: Validator;
export declare const StarRocksFailure: Validator;

/** The validator of an operation's successful answer. */
export declare const success: { readonly DescribeBackups: Validator };

/** The validator of every answer that has a body, by operation and status. */
export declare const answers: {
  readonly DescribeBackups: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "503": Validator };
};
