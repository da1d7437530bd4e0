/** The engine of a page, which downloads it with the first call. */
export const loadEngine = async () => (await import("./engine.js")).createEngine;
