/**
 * Where this package is, for `createRequire`. A file of its own: a tool that makes CommonJS of modules, as Jest does,
 * cannot make it of this one, and need not load it.
 */
export const location = import.meta.url;
