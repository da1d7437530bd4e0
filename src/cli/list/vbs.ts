import { createVbsClient } from "../../vbs/client.js";
import { toBackupRecord, vbsStates } from "../../vbs/record.js";
import type { Connection } from "./connection.js";
import { type EntryPage, entryPages, type Query, type Source, wireStates } from "./source.js";

/**
 * Backup jobs of VBS policies. The service filters by one state at most and by no time, so what it cannot is
 * done here: a job counts from its creation.
 */
export function openVbs(connection: Connection, query: Query): Source {
  const states = wireStates("vbs", vbsStates, query.states);
  const { region, baseUrl, project = "", client: options } = connection;
  const client = createVbsClient({ ...options, region, baseUrl, projectId: project });
  const status = states?.length === 1 ? states[0] : undefined;
  return {
    service: "vbs",
    operation: "ListBackupTasks",
    pages: (id = "", walk) =>
      within(
        query,
        entryPages(
          client.listBackupTasks({ policy_id: id, limit: query.pageSize, status }, walk),
          toBackupRecord,
        ),
      ),
  };
}

async function* within(
  { from, to }: Query,
  pages: AsyncIterable<EntryPage>,
): AsyncGenerator<EntryPage, void, undefined> {
  for await (const page of pages) {
    const entries = page.entries.filter(
      ({ record: { createdAt } }) =>
        createdAt === null ||
        ((from === undefined || createdAt >= from) && (to === undefined || createdAt <= to)),
    );
    yield { ...page, entries };
  }
}
