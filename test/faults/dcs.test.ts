import { faultSuite } from "./suite.js";

faultSuite("dcs");
