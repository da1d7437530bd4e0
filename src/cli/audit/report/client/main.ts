import { type PackedData, unpackData } from "../data.js";
import { startView } from "./view.js";

const embedded = document.getElementById("data")?.textContent ?? "";
const packed: PackedData = JSON.parse(embedded);
startView(unpackData(packed));
