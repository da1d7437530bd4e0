// Prints what CHANGELOG.md says of the version in package.json; exit code 1 where it says nothing.
import { readFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const sections = readFileSync("CHANGELOG.md", "utf8").split(/^## /m);
const section = sections.find((text) => text.split("\n", 1)[0].trim() === version);
const notes = section?.slice(section.indexOf("\n")).trim() ?? "";

if (notes === "") {
  console.error(`CHANGELOG.md has no section "## ${version}", or nothing in it`);
  process.exitCode = 1;
} else {
  console.log(notes);
}
