import type { BackgroundTable } from "../entry.js";

const wrongToken = "The token was cut short, changed, made by another cloud's IAM, or taken back.";
const noPermission = "The user, or the agency it acts for, has no role in this project that allows the call.";
const noInstance = "The id is mistyped, the instance was deleted, or it lies in another project or region.";
const wrongProject = "The id in the address is empty, mistyped, or that of a project in another region.";
const badParameter = "A time is not of 14 digits, a number is out of its range, or an id has another form.";
const within = "Something behind the service's interface failed; the request was not at fault.";
const noPolicy = "The id is mistyped, the policy was deleted, or it lies in another project.";
const tooFast = "More requests came than the vendor allows for this caller, counted over all its programs.";

/** Causes of the API's errors, and what to do where the client has no advice of its own. */
export const apiErrorBackground: BackgroundTable = {
  "DCS.1001": { cause: wrongToken },
  "DCS.1002": { cause: "A token lives for 24 hours; this one is older." },
  "DCS.1003": { cause: "The header X-Auth-Token is missing or empty, and the request is not signed either." },
  "DCS.1004": {
    cause: "The token was asked for with another project, or with a whole account, as its scope.",
  },
  "DCS.2003": { cause: noPermission },
  "DCS.2007": { cause: noPermission },
  "DCS.3002": { cause: noPermission },
  "DCS.3003": { cause: noPermission },
  "DCS.3022": { cause: noInstance },
  "DCS.4001": { cause: "The endpoint does not have this path: it is another service's, or an older one." },
  "DCS.4002": { cause: wrongProject },
  "DCS.4062": {
    cause: badParameter,
    remedy: "Compare the parameters with the contract; the message names the one at fault.",
  },
  "DCS.4063": {
    cause: badParameter,
    remedy: "Compare the parameters with the contract; the message names the one at fault.",
  },
  "DCS.4800": { cause: badParameter },
  "DCS.5000": { cause: within },
  "DCS.5024": { cause: within },
  "DCS.5077": { cause: within },
  "DCS.5078": { cause: "The service could not read its own register of backups." },
  "DCS.5079": { cause: "The service could not read its own register of restorations." },
  "111400002": { cause: wrongProject },
  "111401001": { cause: wrongToken },
  "111404022": { cause: noInstance },
  "APIGW.0101": { cause: "No interface is registered for the host, method and path of the request." },
  "APIGW.0201": {
    cause: "The gateway could not read the request; beside a 502 or 504, it could not reach the service.",
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
  "AutoBackup.0003": { cause: "A token lives for 24 hours; this one is older." },
  "AutoBackup.0006": { cause: "A program left the id out of the address." },
  "AutoBackup.0009": { cause: within },
  "AutoBackup.0205": { cause: noPolicy },
  "AutoBackup.0213": { cause: noPermission },
  "AutoBackup.1100": { cause: noPolicy },
  InvalidParameter: {
    cause: "A parameter is mistyped, out of range, or does not belong to the region of the endpoint.",
  },
  Throttling: { cause: tooFast },
  "Throttling.User": { cause: tooFast },
  "Throttling.Api": { cause: "All callers together send more than this interface takes at the moment." },
  SignatureDoesNotMatch: {
    cause: "The secret is another key's, or a proxy changed the request after it was signed.",
  },
  SignatureNonceUsed: {
    cause: "A request was sent twice as it was, for example by a retry below the client.",
  },
  "InvalidTimeStamp.Expired": {
    cause: "This machine's clock is off by more than 15 minutes, or the request waited that long.",
  },
  "Forbidden.RAM": { cause: "No policy of the RAM user or role allows the action." },
  "InvalidAccessKeyId.NotFound": {
    cause: "The id is mistyped, or the key was deleted or belongs to another site of the vendor.",
  },
  InternalError: { cause: within },
  ServiceUnavailable: { cause: "The service is overloaded or being maintained." },
};
