// @ts-nocheck: it takes the JSON as it comes.
// Recounts what `report` says of a history, and shares no code with it: node recount.mjs HISTORY FROM TO
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const [, , file, fromText, toText] = process.argv;
const inPeriod = (time) => Date.parse(time) >= Date.parse(fromText) && Date.parse(time) <= Date.parse(toText);

let hash = "";
const entries = [];
for (const [number, line] of readFileSync(file, "utf8").trimEnd().split("\n").entries()) {
  const cut = line.lastIndexOf(',"hash":"');
  const sum = createHash("sha256")
    .update(`${hash}\n${line.slice(0, cut)}`)
    .digest("hex");
  const entry = JSON.parse(line);
  if (entry.hash !== sum) throw new Error(`line ${number + 1}`);
  hash = sum;
  entries.push(entry);
}

const result = {};
for (const name of [...new Set(entries.map((entry) => entry.target))].sort()) {
  const own = entries.filter((entry) => entry.target === name);
  const audits = own.filter((entry) => inPeriod(entry.at));
  const dues = [...new Set(own.flatMap((entry) => entry.runs.map(([due]) => due)))].filter(inPeriod).sort();
  if (audits.length + dues.length === 0) continue;
  const counts = { kept: 0, missed: 0, failed: 0, excused: 0, undecided: 0 };
  const lost = [];
  for (const due of dues) {
    const said = own.filter((entry) => entry.runs.some(([one]) => one === due));
    const wordIn = (entry) => entry.runs.find(([one]) => one === due)[1];
    const word = said.map(wordIn).includes("ran") ? "ran" : wordIn(said.at(-1));
    if (word === "missed" || word === "failed") {
      const first = said.find((entry) => wordIn(entry) === word);
      counts[word] += 1;
      if (first.pause) counts.excused += 1;
      lost.push(`${due} ${word}${first.pause ? ", excused" : ""}: ${first.reason}`);
    } else counts[word === "ran" ? "kept" : "undecided"] += 1;
  }
  const base = dues.length - counts.excused - counts.undecided;
  const percent = base === 0 ? "" : (Math.floor((counts.kept / base) * 1000 + 1e-9) / 10).toFixed(1);
  const restores = own.flatMap((entry) => (entry.lastRestore ? [entry.lastRestore.at] : [])).filter(inPeriod);
  const exceptions = audits.flatMap(({ pause }) => (pause ? [`${pause.reason} by ${pause.acceptedBy}`] : []));
  result[name] = {
    audits: audits.length,
    ok: audits.filter((entry) => entry.verdict === "ok").length,
    notChecked: audits.filter((entry) => entry.verdict === "not-checked").length,
    ...{ due: dues.length, percent, lost, ...counts },
    restores: [...new Set(restores)].sort(),
    exceptions: [...new Set(exceptions)].sort(),
  };
}
console.log(JSON.stringify({ hash, result }));
