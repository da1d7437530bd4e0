import { faultSuites } from "./suite.js";

faultSuites("vbs", "fetch");
