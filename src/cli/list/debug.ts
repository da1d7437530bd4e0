import type { ClientEvent } from "../../core/events.js";

/** Tells the client's events in words. None of them carries a secret. */
export function debugEvents(debug: (line: string) => void): (event: ClientEvent) => void {
  return (event) => {
    const said = words(event);
    if (said !== null) debug(`${event.service} ${event.operation}: ${said}`);
  };
}

function words(event: ClientEvent): string | null {
  switch (event.type) {
    case "start":
    case "end":
      // Its attempts tell.
      return null;
    case "attempt": {
      const { attempt, status, code, requestId, durationMs } = event;
      const outcome = [status ?? "no response", code ?? ""].join(" ").trim();
      const request = requestId === null ? "" : ` (request ${requestId})`;
      return `attempt ${attempt} → ${outcome} in ${Math.round(durationMs)} ms${request}`;
    }
    case "wait": {
      const why = event.source === "server" ? "as the service asks" : "with back-off";
      return `waiting ${Math.round(event.delayMs)} ms before attempt ${event.attempt}, ${why}`;
    }
    case "refresh":
      return `new credentials are fetched: ${event.reason}`;
    case "clock":
      return `the service's clock is ${Math.round(event.skewMs / 1000)} s ahead of this machine's; dates follow it`;
    case "page":
      return `page ${event.page} with ${event.items} records of ${event.total ?? "an unknown number"}`;
  }
}
