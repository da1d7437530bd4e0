import { createEngine } from "./engine.js";

/** The engine where files are at hand: loaded with the package. */
export const loadEngine = () => createEngine;
