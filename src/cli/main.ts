#!/usr/bin/env node
import { report } from "./report.js";
import { run } from "./run.js";
import { readTalkOptions } from "./talk.js";
import { processTerminal } from "./terminal.js";

const args = process.argv.slice(2);
const terminal = processTerminal(process, readTalkOptions(args));
// What nobody waited for ends the process, too, and must not show a stack either.
process.on("uncaughtException", (error) => process.exit(report(error, args.includes("--debug"), terminal)));
process.exitCode = await run(args, terminal);
