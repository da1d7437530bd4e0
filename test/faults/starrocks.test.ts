import { faultSuites } from "./suite.js";

faultSuites("starrocks", "node");
