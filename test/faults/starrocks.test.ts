import { faultSuite } from "./suite.js";

faultSuite("starrocks");
