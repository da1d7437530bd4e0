import { services } from "../services.js";
import type { Findings } from "./assess.js";
import type { MissingField } from "./assessment.js";
import { count } from "./words.js";

/** What the service does not say of these backups although the verdict would be surer with it. */
export function findMissing({ objective, evidence, lastGood, running }: Findings): MissingField[] {
  const missing: MissingField[] = [];
  const note = (field: MissingField["field"], why: string) => missing.push({ field, why });
  const [first] = evidence;
  const definition = services.find(({ name }) => name === first?.record.service);
  const service = definition?.title ?? "The service";
  const unlisted = evidence.filter(({ record }) => record.state === "unknown").length;
  if (unlisted > 0) {
    const of = definition?.unknownStatus ?? "a new state";
    note("state", `${count(unlisted, "backup")} in a state that the contract does not know: ${of}.`);
  }
  const contradictory = evidence.filter((one) => one.kind === "doubtful").length - unlisted;
  if (contradictory > 0) {
    note("state", `${count(contradictory, "backup")} said to be running and to have ended (erratum E38).`);
  }
  if (objective.ignore.manual && evidence.some(({ record }) => record.trigger === null)) {
    note("trigger", `${service} does not say who started a backup, so manual ones count, too.`);
  }
  if (
    objective.minRestorable > 0 &&
    evidence.some(({ kind, restorable }) => kind === "good" && restorable === null)
  ) {
    note("restorable", `${service} does not say whether a backup can be restored.`);
  }
  if (lastGood !== null && lastGood.at === null) {
    note("finishedAt", "The last good backup states no time that can be used, so its age is not known.");
  } else if (lastGood !== null && lastGood.record.finishedAt === null) {
    const expired =
      lastGood.record.state === "expired" ? ": of an expired backup it is the expiry (erratum E08)" : "";
    note(
      "finishedAt",
      `${service} does not state when the last good backup ended${expired}; its age counts from before.`,
    );
  }
  if (objective.maxDuration !== null && running !== null && running.record.startedAt === null) {
    const from = running.at === null ? "how long it runs is not known" : "its waiting counts as running";
    note("startedAt", `${service} does not state when the running backup began: ${from}.`);
  }
  return missing;
}
