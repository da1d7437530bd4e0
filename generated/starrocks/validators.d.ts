// Generated from the contract by `npm run generate`. Do not edit.
/** Makes the schema of a response from the given words. */
export type Validator = (...words: ((...subject: never[]) => number)[]) => (response: object) => number;

export declare const StarRocksBackupList: Validator;
export declare const StarRocksBackupPolicyList: Validator;
export declare const StarRocksErrorBody: Validator;
export declare const StarRocksInstanceList: Validator;
export declare const StarRocksOperationList: Validator;
export declare const StarRocksSystemTimezone: Validator;

/** The validator of an operation's successful response. */
export declare const success: { readonly DescribeBackups: Validator; readonly DescribeBackupPolicies: Validator; readonly DescribeInstances: Validator; readonly DescribeSystemTimezone: Validator; readonly ListOperationHistory: Validator };

/** The validator of every response that has a body, by operation and status. */
export declare const responses: {
  readonly DescribeBackups: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "503": Validator };
  readonly DescribeBackupPolicies: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "503": Validator };
  readonly DescribeInstances: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "503": Validator };
  readonly DescribeSystemTimezone: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "503": Validator };
  readonly ListOperationHistory: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "503": Validator };
};
