import { createEngine } from "./engine.js";

/** The engine, loaded with the package: where files are at hand. */
export const loadEngine = () => createEngine;
