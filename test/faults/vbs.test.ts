import { faultSuite } from "./suite.js";

faultSuite("vbs");
