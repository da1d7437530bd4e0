// Generated from the contract by `npm run generate`. Do not edit.
/** Makes the schema of a response from the given words. */
export type Validator = (...words: ((...subject: never[]) => number)[]) => (response: object) => number;

export declare const CbrBackupList: Validator;
export declare const CbrErrorBodyOrGatewayErrorBody: Validator;
export declare const CbrOperationLogList: Validator;
export declare const CbrOperationLogResponse: Validator;
export declare const CbrPolicyList: Validator;
export declare const CbrProtectableList: Validator;
export declare const CbrVaultList: Validator;
export declare const GatewayErrorBody: Validator;

/** The validator of an operation's successful response. */
export declare const success: { readonly ListOpLogs: Validator; readonly ShowOpLog: Validator; readonly ListBackups: Validator; readonly ListVault: Validator; readonly ListPolicies: Validator; readonly ListProtectable: Validator };

/** The validator of every response that has a body, by operation and status. */
export declare const responses: {
  readonly ListOpLogs: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
  readonly ShowOpLog: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
  readonly ListBackups: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
  readonly ListVault: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
  readonly ListPolicies: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
  readonly ListProtectable: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
};
