/**
 * A page that lists backups with a token. Bundle it and serve the folder:
 *
 *   npx esbuild examples/browser/main.ts --bundle --format=esm --minify --outfile=examples/browser/main.js
 *
 * A token is the credential for a browser: it ends within a day, while an access key that reaches a page is
 * lost. It is kept in memory alone. Whether a cloud responds to pages of other origins is not documented; put a
 * proxy of your own before it where it does not.
 */
import { BackupRecordsError, createDcsClient, token } from "backup-records";

const form = document.querySelector("form");
const status = document.querySelector("[role=status]");
const rows = document.querySelector("tbody");
let running = new AbortController();

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  // A second search cancels the first.
  running.abort();
  running = new AbortController();
  void list(new FormData(form), running.signal);
});

async function list(fields: FormData, signal: AbortSignal): Promise<void> {
  const read = (name: string) => String(fields.get(name) ?? "");
  rows?.replaceChildren();
  say("Reading …");
  try {
    const dcs = createDcsClient({
      baseUrl: read("baseUrl"),
      projectId: read("projectId"),
      auth: token(read("token")),
    });
    let count = 0;
    const listing = dcs.listBackupRecords({ instance_id: read("instanceId"), limit: 100 }, { signal });
    for await (const { createdAt, name, state, sizeBytes } of listing.records()) {
      addRow([createdAt?.toLocaleString() ?? "", name ?? "", state, sizeBytes?.toLocaleString() ?? ""]);
      count++;
    }
    say(`${count} backups`);
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof BackupRecordsError)) throw error;
    say(error.message);
  }
}

function addRow(texts: readonly string[]): void {
  const row = document.createElement("tr");
  for (const text of texts) row.appendChild(document.createElement("td")).textContent = text;
  rows?.append(row);
}

function say(text: string): void {
  if (status) status.textContent = text;
}
