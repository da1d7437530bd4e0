// Generated from the contract by `npm run generate`. Do not edit.
/** Makes the schema of a response from the given words. */
export type Validator = (...words: ((...subject: never[]) => number)[]) => (response: object) => number;

export declare const DcsBackupRecordList: Validator;
export declare const DcsErrorBodyOrGatewayErrorBody: Validator;
export declare const DcsFlatErrorBodyOrGatewayErrorBody: Validator;
export declare const DcsInstance: Validator;
export declare const DcsInstanceList: Validator;
export declare const DcsRestoreRecordList: Validator;
export declare const GatewayErrorBody: Validator;

/** The validator of an operation's successful response. */
export declare const success: { readonly ListBackupRecordsV1: Validator; readonly ListBackupRecords: Validator; readonly ListInstances: Validator; readonly ShowInstance: Validator; readonly ListRestoreRecords: Validator };

/** The validator of every response that has a body, by operation and status. */
export declare const responses: {
  readonly ListBackupRecordsV1: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "405": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
  readonly ListBackupRecords: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "405": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
  readonly ListInstances: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "405": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
  readonly ShowInstance: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "405": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
  readonly ListRestoreRecords: { readonly "200": Validator; readonly "400": Validator; readonly "401": Validator; readonly "403": Validator; readonly "404": Validator; readonly "405": Validator; readonly "429": Validator; readonly "500": Validator; readonly "502": Validator; readonly "503": Validator; readonly "504": Validator };
};
