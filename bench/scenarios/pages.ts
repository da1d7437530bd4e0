/** Writes pages of the simulator to files, so that every row reads the same bytes. Runs before all rows. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ready } from "../lib/process.js";
import { pages, startSimulator } from "../lib/servers.js";

const keep = async (file: string, url: string, method = "GET") => {
  const response = await fetch(url, { method });
  if (!response.ok) throw new Error(`status ${response.status} from ${url}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await response.text());
};

const plain = await startSimulator({ records: 1000 });
const { dcs, starrocks } = plain.urls;
const list = `${dcs}/v2/fake-project-id/instances/${plain.resources.dcs}/backups`;
await keep(pages.dcs, `${list}?limit=10`);
await keep(pages.thousand, `${list}?limit=1000`);
const describe = `${starrocks}/webapi/backup/manage/describe`;
await keep(pages.starrocks, `${describe}?InstanceId=${plain.resources.starrocks}&PageSize=10`, "POST");
await plain.stop();

// In the simulator's own large sizes, failed records have none. Here every record has one.
const { backup_record_response: records, total_num } = JSON.parse(readFileSync(pages.thousand, "utf8"));
const large = records.map((record: object, at: number) => ({
  ...record,
  size: `#${2n ** 53n + 1n + 2n * BigInt(at)}`,
}));
const text = JSON.stringify({ backup_record_response: large, total_num });
writeFileSync(pages.thousandBig, text.replaceAll(/"#(\d+)"/g, "$1"));

ready({ figures: {} });
