import { faultSuites } from "./suite.js";

faultSuites("cbr", "fetch");
