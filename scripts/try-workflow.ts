/**
 * Runs a job of a workflow on this machine, in a clone of the last commit, to try its steps before a pull request.
 * Steps that only GitHub can run are listed and skipped; nothing is published. See `--help`.
 */
import { main } from "./try-workflow/main.js";

process.exitCode = await main(process.argv.slice(2));
