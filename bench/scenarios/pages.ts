/** Keeps pages of the simulator as files, so that every row answers the same bytes. Runs before all rows. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ready } from "../lib/process.js";
import { pages, startSimulator } from "../lib/servers.js";

const keep = async (file: string, url: string, method = "GET") => {
  const answer = await fetch(url, { method });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await answer.text());
};

const plain = await startSimulator({ records: 1000 });
const { dcs, starrocks } = plain.urls;
const list = `${dcs}/v2/fake-project-id/instances/${plain.resources.dcs}/backups`;
await keep(pages.dcs, `${list}?limit=10`);
await keep(pages.thousand, `${list}?limit=1000`);
const describe = `${starrocks}/webapi/backup/manage/describe`;
await keep(pages.starrocks, `${describe}?InstanceId=${plain.resources.starrocks}&PageSize=10`, "POST");
await plain.stop();

// The simulator's own large sizes leave out the records that failed; here every record has one.
const { backup_record_response: records, total_num } = JSON.parse(readFileSync(pages.thousand, "utf8"));
const large = records.map((record: object, at: number) => ({
  ...record,
  size: `#${2n ** 53n + 1n + 2n * BigInt(at)}`,
}));
const text = JSON.stringify({ backup_record_response: large, total_num });
writeFileSync(pages.thousandBig, text.replaceAll(/"#(\d+)"/g, "$1"));

ready({ figures: {} });
