/** The engine, loaded by the first call: for pages, which download it. */
export const loadEngine = async () => (await import("./engine.js")).createEngine;
