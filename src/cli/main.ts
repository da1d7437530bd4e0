#!/usr/bin/env node
import { report } from "./report.js";
import { run } from "./run.js";
import { processTerminal } from "./terminal.js";

const args = process.argv.slice(2);
const terminal = processTerminal(process);
// What nobody waited for ends the process, too, and must not show a stack either.
process.on("uncaughtException", (error) => process.exit(report(error, args.includes("--debug"), terminal)));
process.exitCode = await run(args, terminal);
