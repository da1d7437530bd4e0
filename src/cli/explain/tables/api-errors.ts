import type { BackgroundTable } from "../entry.js";

const wrongToken = "The token was cut short, changed, made by another cloud's IAM, or taken back.";
const oldToken = "A token lives for 24 hours; this one is older.";
const noToken = "The header X-Auth-Token is missing or empty, and the request is not signed either.";
const foreignToken = "The token was issued for another project, or with a whole account, as its scope.";
const noPermission = "The user, or the agency it acts for, has no role in this project that allows the call.";
const noPolicyAllows = "No policy of the user, or of the agency it acts for, has the IAM action of the call.";
const readOnly = "The account has read permission only, and the call is one that changes something.";
const noInstance = "The id is mistyped, the instance was deleted, or it lies in another project or region.";
const badInstance = "The id in the address is empty, mistyped, or the instance's name.";
const noAddress = "The endpoint does not have this path: it is another service's, or an older one.";
const badMethod = "A proxy changed the request's method, or the address is another service's.";
const wrongProject = "The id in the address is empty, mistyped, or that of a project in another region.";
const badParameter = "A time is not of 14 digits, a number is out of its range, or an id has another form.";
const within = "Something behind the service's interface failed; the request was not at fault.";
const noBackups = "The service could not read its own register of backups.";
const noRestorations = "The service could not read its own register of restorations.";
const noPolicy = "The id is mistyped, the policy was deleted, or it lies in another project.";
const tooFast = "More requests came than the vendor allows for this caller, counted over all its programs.";
const wrongSignature = "The secret is another key's, or a proxy changed the request after it was signed.";
const disabledKey = "Someone disabled the access key, or the vendor did, for example because it had leaked.";
const noRamPolicy = "No policy of the RAM user or role allows the action.";
const overloaded = "The service is overloaded or being maintained.";

/** Causes of the API's errors, and what to do where the client has no advice of its own. */
export const apiErrorBackground: BackgroundTable = {
  "DCS.1001": { cause: wrongToken },
  "DCS.1002": { cause: oldToken },
  "DCS.1003": { cause: noToken },
  "DCS.1004": { cause: foreignToken },
  "DCS.2003": { cause: noPermission },
  "DCS.2007": { cause: noPolicyAllows },
  "DCS.3002": { cause: readOnly },
  "DCS.3003": { cause: noPermission },
  "DCS.3022": { cause: noInstance },
  "DCS.4001": { cause: noAddress },
  "DCS.4002": { cause: wrongProject },
  "DCS.4025": { cause: "The two times are in the wrong order, or are the same." },
  "DCS.4061": { cause: badInstance },
  "DCS.4062": { cause: badParameter },
  "DCS.4063": { cause: badParameter },
  "DCS.4800": { cause: badParameter },
  "DCS.5000": { cause: within },
  "DCS.5001": { cause: badMethod },
  "DCS.5024": { cause: within },
  "DCS.5077": { cause: within },
  "DCS.5078": { cause: noBackups },
  "DCS.5079": { cause: noRestorations },
  "111400002": { cause: wrongProject },
  "111400061": { cause: badInstance },
  "111400062": { cause: badParameter },
  "111400063": { cause: badParameter },
  "111400800": { cause: badParameter },
  "111401001": { cause: wrongToken },
  "111401002": { cause: oldToken },
  "111401003": { cause: noToken },
  "111401004": { cause: foreignToken },
  "111403002": { cause: readOnly },
  "111403003": { cause: noPermission },
  "111404001": { cause: noAddress },
  "111404022": { cause: noInstance },
  "111405001": { cause: badMethod },
  "111500000": { cause: within },
  "111500024": { cause: within },
  "111500077": { cause: within },
  "111500078": { cause: noBackups },
  "111500079": { cause: noRestorations },
  "APIGW.0101": { cause: "No interface is registered for the host, method and path of the request." },
  "APIGW.0201": {
    cause: "The gateway could not read the request; with a 502 or 504, it could not reach the service.",
    remedy: "With a 502 or 504, try again later; otherwise look for a proxy that changes requests.",
  },
  "APIGW.0301": {
    cause: "The secret is wrong, the clock is off by more than 15 minutes, or a proxy changed the request.",
  },
  "APIGW.0302": { cause: noPermission },
  "APIGW.0307": { cause: "The token has expired, or was made by the IAM of another region." },
  "APIGW.0308": { cause: tooFast },
  "APIGW.0310": {
    cause: "The project is frozen, for example because an account is in arrears, or is being deleted.",
    remedy: "Look at the project and the account in the console.",
  },
  "APIGW.0601": {
    cause: within,
    remedy: "Try again later; should it persist, give the request id to the vendor's support.",
  },
  "APIGW.0610": {
    cause: "The service has no healthy node behind the gateway.",
    remedy: "Try again later; should it persist, look at the vendor's status page.",
  },
  "APIGW.0613": {
    cause: "The gateway could not have the token or signature checked.",
    remedy: "Try again later; the credentials are not at fault.",
  },
  "APIGW.0801": { cause: "The service is not offered in the region of this endpoint." },
  "AutoBackup.0000": { cause: "The request arrived without what the service needs of it." },
  "AutoBackup.0002": { cause: "The header X-Auth-Token is missing or empty." },
  "AutoBackup.0003": { cause: oldToken },
  "AutoBackup.0006": { cause: "A program left the id out of the address." },
  "AutoBackup.0009": { cause: within },
  "AutoBackup.0205": { cause: noPolicy },
  "AutoBackup.0213": { cause: noPermission },
  "AutoBackup.1100": { cause: noPolicy },
  "BackupService.6000": { cause: noPolicy },
  "BackupService.6105": {
    cause: "The id is mistyped, the vault was deleted, or it lies in another project.",
  },
  "BackupService.6200": { cause: "The id is mistyped, or the backup was deleted or has expired." },
  "BackupService.6500": { cause: "The id is mistyped, is that of a backup, or lies in another project." },
  "BackupService.8600": { cause: noPolicyAllows },
  "BackupService.9900": {
    cause: "A time, a number or an id has another form, or a value is not a listed one.",
  },
  "BackupService.9910": { cause: within },
  "BackupService.9998": { cause: wrongToken },
  InvalidParameter: {
    cause: "A parameter is mistyped, out of range, or does not belong to the region of the endpoint.",
  },
  MissingParameter: {
    cause: "A program left the parameter out, or sent temporary credentials without their token.",
  },
  Throttling: { cause: tooFast },
  "Throttling.User": { cause: tooFast },
  "Throttling.Api": { cause: "All callers together send more than this interface takes at the moment." },
  SystemBusy: { cause: overloaded },
  OperationBusy: { cause: overloaded },
  SignatureDoesNotMatch: { cause: wrongSignature },
  IncompleteSignature: { cause: wrongSignature },
  SignatureNonceUsed: {
    cause: "A request was sent twice as it was, for example by a retry below the client.",
  },
  "InvalidTimeStamp.Expired": {
    cause: "This machine's clock is off by more than 15 minutes, or the request waited that long.",
  },
  "InvalidTimeStamp.Format": { cause: "A proxy or another signer changed the header `x-acs-date`." },
  "InvalidAccessKeyId.NotFound": {
    cause: "The id is mistyped, or the key was deleted or belongs to another site of the vendor.",
  },
  "InvalidAccessKeyId.Inactive": { cause: disabledKey },
  "Forbidden.AccessKeyDisabled": { cause: disabledKey },
  "InvalidSecurityToken.Expired": {
    cause: "Temporary credentials live for a limited time; these are older.",
  },
  "InvalidSecurityToken.Malformed": { cause: "The token was cut off or changed when it was copied." },
  "InvalidSecurityToken.MismatchWithAccessKey": {
    cause: "The token and the access key were issued at different times.",
  },
  MissingSecurityToken: {
    cause: "The access key id and secret of temporary credentials were used without their token.",
  },
  "Forbidden.RAM": { cause: noRamPolicy },
  NoPermission: { cause: noRamPolicy },
  "InvalidApi.NotFound": { cause: "The endpoint is another product's, or does not offer this version." },
  "InvalidProduct.NotFound": { cause: "The endpoint is another product's." },
  InternalError: { cause: within },
  ServiceUnavailable: { cause: overloaded },
};
