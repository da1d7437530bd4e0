// Generated from the contract by `npm run generate`. Do not edit.
/** Makes the schema of a response from the given words. */
export type Validator = (...words: ((...subject: never[]) => number)[]) => (response: object) => number;

export declare const VbsBackupPolicyList: Validator;
export declare const VbsBackupTaskList: Validator;
export declare const VbsErrorBodyOrGatewayErrorBody: Validator;

/** The validator of an operation's successful response. */
export declare const success: { readonly ListBackupTasks: Validator; readonly ListBackupPolicies: Validator };

/** The validator of every response that has a body, by operation and status. */
export declare const responses: {
  readonly ListBackupTasks: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "405": Validator; readonly "406": Validator; readonly "407": Validator; readonly "408": Validator; readonly "409": Validator; readonly "429": Validator; readonly "500": Validator; readonly "501": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
  readonly ListBackupPolicies: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "405": Validator; readonly "406": Validator; readonly "407": Validator; readonly "408": Validator; readonly "409": Validator; readonly "429": Validator; readonly "500": Validator; readonly "501": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
};
