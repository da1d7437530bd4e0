/** What is proved here: the parts that together give each target one result and keep a rate limit. */
export { auditOverQueue } from "../../../../src/audit/queue/audit.js";
export { createRwLock } from "../../../../src/audit/queue/exclusive-lock.js";
export { createRateLimiter as createSharedLimiter } from "../../../../src/audit/queue/rate-limiter.js";
export { createRunStore } from "../../../../src/audit/queue/run-store.js";
export { addTo, startConsumer } from "../../../../src/audit/queue/worker.js";
export { createRateLimiter } from "../../../../src/audit/rate-limiter.js";
export { runAudit } from "../../../../src/audit/run.js";
