// Generated from the contract by `npm run generate`. Do not edit.
import { responses as cbr } from "./cbr/validators.js";
import { responses as dcs } from "./dcs/validators.js";
import { responses as starrocks } from "./starrocks/validators.js";
import { responses as vbs } from "./vbs/validators.js";

/** Service to operation to status to validator. */
export const responses = { cbr, dcs, starrocks, vbs };
