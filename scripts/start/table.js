import Table from "cli-table3";

/** @typedef {import("../../src/index.js").BackupRecord} BackupRecord */

const HEADINGS = ["name", "status", "type", "size", "created", "finished", "restorable"];

/**
 * Records as a table. A name is never cut; where there is none, the id stands in its place.
 * @param {readonly BackupRecord[]} records
 * @returns {string}
 */
export function renderTable(records) {
  const table = new Table({ head: HEADINGS, style: { head: [], border: [], compact: true } });
  for (const record of records) {
    table.push([
      record.name ?? record.id,
      cut(record.state),
      cut(record.trigger ?? "–"),
      formatBytes(record.sizeBytes),
      formatTime(record.createdAt),
      formatTime(record.finishedAt),
      record.restorable === null ? "–" : record.restorable ? "yes" : "no",
    ]);
  }
  return table.toString();
}

/** @param {string} text */
function cut(text) {
  return text.length > 12 ? `${text.slice(0, 11)}…` : text;
}

/** @param {Date | null} time */
function formatTime(time) {
  return time === null ? "–" : `${time.toISOString().slice(0, 19).replace("T", " ")}Z`;
}

/**
 * @param {number | bigint | null} bytes
 * @returns {string}
 */
export function formatBytes(bytes) {
  if (bytes === null) return "–";
  const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, Number(bytes))) / 10));
  return `${(Number(bytes) / 2 ** (10 * power)).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}
