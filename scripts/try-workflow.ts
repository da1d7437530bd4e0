/**
 * Runs a job of a workflow on this machine, in a clone of the last commit, so that no step of it is first tried
 * on a pull request. What only GitHub can do is named and left out; nothing is published. See `--help`.
 */
import { main } from "./try-workflow/main.js";

process.exitCode = await main(process.argv.slice(2));
