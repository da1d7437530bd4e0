/**
 * The breaking-change gate: `npm run diff -- <git ref>` compares the generated contracts with those of a
 * ref, `npm run diff -- <old file> <new file>` two contracts. See CONTRIBUTING.md for its ratings.
 */
import { main } from "./diff/main.js";

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  talk: (line) => process.stderr.write(`${line}\n`),
});
