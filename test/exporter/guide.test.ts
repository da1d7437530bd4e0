import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createProgram } from "../../src/cli/program.js";
import { processTerminal } from "../../src/cli/terminal.js";
import { startLab } from "./support/lab.js";

const guide = readFileSync("docs/guide/exporter.md", "utf8");

/** The cells of the guide's table with this first heading, without backquotes. */
function table(heading: string): string[][] {
  const lines = guide.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`| ${heading} `));
  const to = lines.findIndex((line, at) => at > from && !line.startsWith("|"));
  return lines.slice(from + 2, to).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}

const words = (cell: string) => cell.split(", ").filter((word) => word !== "");
const ofTarget = [...table("of each target"), ...table("with `--all-series`")];
const ofExporter = table("of the exporter");

describe("the guide to the exporter", () => {
  let text = "";
  beforeAll(async () => {
    const lab = await startLab(["prod", "late-a", "forbidden-x"], {
      allSeries: true,
      schedule: "own",
    });
    await lab.round();
    text = await (await fetch(`${lab.exporter.url}/metrics`)).text();
    await lab.stop();
  });

  test("names every metric that is served, and its type", () => {
    const served = [...text.matchAll(/^# TYPE (backup_records_\w+ \w+)$/gm)].map(([, both]) => both);
    expect(served.length).toBeGreaterThan(15);
    const documented = [...ofTarget, ...ofExporter].map(([name, type]) => `${name} ${type}`);
    expect(documented.sort()).toEqual(served.sort());
  });

  test("names the labels of each", () => {
    const [its = ""] = /`backup_records_target_info` has the labels ([^.]*),/.exec(guide) ?? [];
    const about = [...its.matchAll(/`(\w+)`/g)].map(([, label]) => label).slice(1);
    const documented = new Map(
      [
        ...ofTarget.map(([name = "", , labels = ""]) => {
          const further = labels === "see below" ? [...about, "label_cost_center"] : words(labels);
          return [name, ["target", "service", "group", ...further]] as const;
        }),
        ...ofExporter.map(([name = "", , labels = ""]) => [name, words(labels)] as const),
      ].map(([name, labels]) => [name, [...labels].sort()]),
    );
    const seen = new Map<string, (string | undefined)[]>();
    for (const [, name = "", labels = ""] of text.matchAll(
      /^(backup_records_\w+?)(?:_count)?(?:\{(.*)\})? \S+$/gm,
    )) {
      if (!documented.has(name)) continue;
      seen.set(name, [...labels.matchAll(/(\w+)="/g)].map(([, label]) => label).sort());
    }
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(documented));
  });

  test("names the alerts and their severity", () => {
    const { groups } = parse(readFileSync("deploy/prometheus/alerts.yml", "utf8"));
    const rules: { alert: string; labels: { severity: string } }[] = groups[0].rules;
    expect(table("alert").map(([name, , severity]) => [name, severity])).toEqual(
      rules.map(({ alert, labels }) => [alert, labels.severity]),
    );
  });

  test("names the options and their defaults", () => {
    const program = createProgram(processTerminal(process), () => {});
    const { options = [] } = program.commands.find((command) => command.name() === "exporter") ?? {};
    // Those without are the places, which have a chapter of their own.
    const shipped = options
      .filter(({ defaultValue }) => defaultValue !== undefined)
      .map((option) => [option.long, option.defaultValueDescription ?? String(option.defaultValue)]);
    expect(table("option").map(([name, , value]) => [name, value])).toEqual(shipped);
  });
});
