import { faultSuites } from "./suite.js";

faultSuites("dcs", "node");
