import type { BackgroundTable } from "../entry.js";

const later = "Send the same request again later; the client does so by itself, within its limits.";

/** What stands behind a status of HTTP with these services. */
export const httpStatusBackground: BackgroundTable = {
  "200": {
    cause: "The request succeeded.",
    remedy: "Nothing; with StarRocks look at Success and ErrCode, which can report a failure all the same.",
  },
  "204": { cause: "The listing is empty.", remedy: "Nothing: read it as a page without records." },
  "400": {
    cause: "A parameter, an id or a date is malformed or out of range; StarRocks also throttles with it.",
    remedy:
      "Correct what the message names; repeat the request as it is only if the code begins with Throttling.",
  },
  "401": {
    cause: "No credentials, wrong ones, expired ones, or a clock that is off by more than 15 minutes.",
    remedy: "Get a new token, or check the access key and this machine's clock.",
  },
  "403": {
    cause: "The credentials are good, but no role or policy allows this call on this resource.",
    remedy:
      "Ask for the permission; for the backups of DCS it is the IAM action dcs:instance:getDataBackupLog.",
  },
  "404": {
    cause:
      "The instance or policy does not exist in this project and region, or the endpoint is another service's.",
    remedy: "Check the id, the project, the region and the base URL.",
  },
  "405": {
    cause: "The path was called with another method than the documented one.",
    remedy: "Use GET for VBS; the clients do.",
  },
  "406": { cause: "The Accept header leaves out JSON.", remedy: "Send Accept: application/json." },
  "407": {
    cause: "A proxy on the way wants credentials of its own.",
    remedy: "Put them into HTTPS_PROXY, or go around the proxy with NO_PROXY.",
  },
  "408": { cause: "The request arrived too slowly.", remedy: later },
  "409": {
    cause: "The resource is in a state that does not go with the request.",
    remedy: "Wait until other work on the policy or its disks is over, then try again.",
  },
  "429": {
    cause: "More requests came than the vendor allows for this caller, counted over all its programs.",
    remedy: "Wait as long as Retry-After says; the client does so. Then ask for larger pages, less often.",
  },
  "500": {
    cause: "The service failed; the request was probably not at fault.",
    remedy: "Try again; should it persist, give the request id to the vendor's support.",
  },
  "501": {
    cause: "The service does not offer the function.",
    remedy: "Check the path, its version and the region.",
  },
  "502": { cause: "The gateway reached the service and got nonsense, or nothing.", remedy: later },
  "503": { cause: "The service is overloaded or being maintained.", remedy: later },
  "504": { cause: "The service took longer than its gateway waits.", remedy: `${later} Smaller pages help.` },
};
