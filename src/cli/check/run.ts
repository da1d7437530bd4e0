import type { BackupService } from "../../records/record.js";
import { lineAt } from "../contract-diff/source-line.js";
import { loadContract } from "../contracts.js";
import { exitCodes } from "../exit.js";
import type { FormatOf } from "../formats.js";
import { readInput } from "../input.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { declaredAnswers, operationsOf } from "./answers.js";
import { type Capture, readCapture } from "./capture.js";
import { errataAt } from "./errata.js";
import type { Finding, Report } from "./finding.js";
import { recognise } from "./recognise.js";
import { renderers } from "./render.js";

/** The options of `check`, as they were given. */
export interface CheckOptions {
  readonly operation?: string;
  readonly status?: number;
  readonly format: FormatOf<"check">;
}

/** Runs `check` and returns its exit code. */
export async function runCheck(
  service: BackupService,
  file: string | undefined,
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const { name, text } = await readInput(file, terminal);
  const capture = readCapture(text);
  const report = await examine(service, name, capture, options);
  const { out } = terminal;
  const body = text.split("\n").slice(capture.linesBefore).join("\n");
  const lineOf = (pointer: string) => capture.linesBefore + lineAt(body, pointer);
  await out.write(renderers[options.format](report, { style: out.style, lineOf }));
  return report.findings.length === 0 ? exitCodes.fine : exitCodes.findings;
}

async function examine(
  service: BackupService,
  file: string,
  capture: Capture,
  options: CheckOptions,
): Promise<Report> {
  const contract = await loadContract(service);
  const { body, unreadable } = capture;
  const status = options.status ?? capture.status;
  if (unreadable !== undefined) {
    if (status === undefined) {
      throw new Problem(`${file} is ${unreadable}: pass a body in JSON, or what \`curl -i\` printed`);
    }
    const operation = options.operation ?? operationsOf(declaredAnswers(contract))[0] ?? "";
    const finding = { kind: "unreadable", pointer: "", expected: "JSON", found: unreadable } as const;
    return {
      file,
      service,
      operation,
      status,
      told: false,
      findings: [{ ...finding, occurrences: 1, errata: [] }],
    };
  }
  if (body === undefined && status === undefined) {
    throw new Problem(`${file} is empty: pass a body in JSON, or what \`curl -i\` printed`);
  }
  const verdict = recognise({ service, contract, operation: options.operation, status, body });
  const findings: Finding[] = verdict.problems.map(({ kind, pointer, expected, found, occurrences }) => {
    const errata = errataAt(contract, verdict.schema, pointer);
    return { kind, pointer, expected, found, occurrences, errata };
  });
  if (!verdict.declared) {
    const statuses = declaredAnswers(contract)
      .filter(({ operation }) => operation === verdict.operation)
      .map(({ status }) => status);
    const expected = statuses.join(", ");
    findings.push({
      kind: "undeclared-status",
      pointer: "",
      expected,
      found: status,
      occurrences: 1,
      errata: [],
    });
  }
  const told = options.operation !== undefined && status !== undefined;
  return { file, service, operation: verdict.operation, status: verdict.status, told, findings };
}
