import { type Browser, chromium } from "playwright-core";
import { pathOf } from "../../test/support/parts.js";

/** No sandbox, because CI often runs as root; no requests that the browser sends by itself. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts the system's Chromium, headless.
 * @throws Error that says what to install
 */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: pathOf("chromium"), args: flags });
}
