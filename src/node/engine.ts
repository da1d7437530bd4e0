import { createEngine } from "../core/engine/engine.js";
import type { ClientEnvironment } from "../core/environment.js";
import { platformTransport } from "./transport/platform-transport.js";

const createNodeEngine = (environment: ClientEnvironment) => createEngine(environment, platformTransport);

/** The engine on Node: loaded with the package, and over Node's own connections. */
export const loadEngine = () => createNodeEngine;
