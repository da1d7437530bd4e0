import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { renderTable } from "./table.js";

/**
 * @typedef {{ id: string, publisher: string, language: string, call: string }} Document
 * @typedef {import("../../src/index.js").RecordListing<import("../../src/index.js").BackupRecord>} Records
 */

const FAKE_KEY = { accessKeyId: "FAKEACCESSKEYID", secretAccessKey: "fake-secret-access-key" };

/** The calls that list backups, among those of the source pages. */
const LISTS_BACKUPS =
  /\/(instances\/\{instance_id\}\/backups|backuptasks|backup\/manage\/describe|operation-logs)$/;

/**
 * Prints a table of backup records for each of the vendors' documents on a listing of backups.
 * @param {string[]} args `--port N` puts the mocks on fixed ports; `--at URL` asks a server that is already
 * running, below `/dcs`, `/vbs`, `/starrocks` and `/cbr`.
 */
export async function run(args) {
  try {
    const { values } = parseArgs({ args, options: { port: { type: "string" }, at: { type: "string" } } });
    if (!existsSync(new URL("../../dist/index.js", import.meta.url))) {
      throw new Error("there is no build in dist/; run npm run build");
    }
    await list(values);
  } catch (error) {
    console.error(error instanceof Error ? error.message.split("\n")[0] : String(error));
    process.exitCode = 2;
  }
}

/** @param {{ port?: string, at?: string }} options */
async function list({ port = "0", at }) {
  const { startMock } = await import("backup-records/mock");
  const mock = at === undefined ? await startMock({ mode: "examples", port: Number(port) }) : undefined;
  const urls = mock?.urls ?? {
    dcs: `${at}/dcs`,
    vbs: `${at}/vbs`,
    starrocks: `${at}/starrocks`,
    cbr: `${at}/cbr`,
  };
  try {
    let count = 0;
    const ids = new Set();
    for (const document of documents().filter(({ call }) => LISTS_BACKUPS.test(call))) {
      const records = await (await listing(document, urls)).toArray({ max: 1000 });
      for (const { service, id } of records) ids.add(`${service} ${id}`);
      count += records.length;
      console.log(`${document.id} · ${document.publisher} (${document.language}) · ${document.call}`);
      console.log(`${renderTable(records)}\n`);
    }
    console.log(`${count} documented records, ${ids.size} distinct: several documents show the same one.`);
  } finally {
    await mock?.stop();
  }
}

/** @returns {Document[]} */
function documents() {
  return parse(readFileSync(new URL("../../spec/sources.yaml", import.meta.url), "utf8"));
}

/**
 * The records of one document's example, asked for by its name through a signed call.
 * @param {Document} document
 * @param {{ dcs?: string | undefined, vbs?: string | undefined, starrocks?: string | undefined, cbr?: string | undefined }} urls
 * @returns {Promise<Records>}
 */
async function listing({ id, call: documented }, urls) {
  const {
    alibabaAccessKey,
    createCbrClient,
    createDcsClient,
    createStarRocksClient,
    createVbsClient,
    huaweiAccessKey,
    otcAccessKey,
  } = await import("backup-records");
  const call = { headers: { prefer: `example=${id}` } };
  const projectId = "0123456789abcdef0123456789abcdef";
  if (id.startsWith("vbs")) {
    const vbs = createVbsClient({ baseUrl: urls.vbs, projectId, auth: otcAccessKey(FAKE_KEY) });
    return vbs.listBackupTasks({ policy_id: "2b9b0b1b-3f8a-4a53-a2a0-d1a45dd2a2fa" }, call).records();
  }
  if (id.startsWith("starrocks")) {
    const auth = alibabaAccessKey({
      accessKeyId: FAKE_KEY.accessKeyId,
      accessKeySecret: FAKE_KEY.secretAccessKey,
    });
    return createStarRocksClient({ baseUrl: urls.starrocks ?? "", auth })
      .describeBackups({}, call)
      .records();
  }
  const otc = id.includes("otc");
  const place = {
    region: otc ? "eu-de" : "ap-southeast-1",
    projectId,
    auth: otc ? otcAccessKey(FAKE_KEY) : huaweiAccessKey(FAKE_KEY),
  };
  if (id.startsWith("cbr"))
    return createCbrClient({ ...place, baseUrl: urls.cbr ?? "" })
      .listOpLogs({}, call)
      .records();
  const dcs = createDcsClient({ ...place, baseUrl: urls.dcs ?? "" });
  const instance = { instance_id: "5560df16-cebf-4473-95c4-d1b573c16e79" };
  const v2 = documented.startsWith("GET /v2/");
  return (v2 ? dcs.listBackupRecords(instance, call) : dcs.listBackupRecordsV1(instance, call)).records();
}
