import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCodeSamples } from "../../scripts/generate/code-samples.js";
import { type Contract, operationsOf } from "../../scripts/generate/contract.js";
import { loadContract } from "../../src/cli/contracts.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { services } from "../../src/services.js";
import { lacks, type Part, pathOf } from "../support/parts.js";
import { wholeRound } from "../support/round.js";

const run = promisify(execFile);

interface Sample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

const samples = (
  await Promise.all(
    services.map(async ({ name }) =>
      operationsOf((await loadContract(name)) as Contract).flatMap(({ path, operation }) =>
        (operation as { "x-codeSamples"?: Sample[] })["x-codeSamples"]?.flatMap((sample) =>
          variants(sample).map((one) => ({
            service: name,
            operation: operation.operationId,
            path,
            ...one,
          })),
        ),
      ),
    ),
  )
)
  .flat()
  .filter((sample) => sample !== undefined);

/** A program of several clouds once as it stands, and once with each host that stands in a comment. */
function variants(sample: Sample): Sample[] {
  const comment = /^(?:# |\/\/ )((?:const )?host = .*)$/gm;
  const others = [...sample.source.matchAll(comment)].map(([line, code = ""]) => ({
    ...sample,
    label: `${sample.label}, ${code.split(/ (?:#|\/\/) /).at(-1)}`,
    source: sample.source.replace(/^(?:const )?host = .*$/m, code).replace(line, ""),
  }));
  return [sample, ...others];
}

/** What runs a sample: a program and its arguments. The samples of the client are run with those of the guide. */
const RUNNERS: Readonly<Record<string, { part?: Part; command: (source: string) => [string, string[]] }>> = {
  bash: {
    part: "curl",
    command: (source) => [pathOf("bash"), ["-ec", source.replace("curl ", "curl -sSf ")]],
  },
  python: { part: "python3", command: (source) => [pathOf("python3"), ["-c", source]] },
  javascript: { command: (source) => [process.execPath, ["--input-type=module", "-e", source]] },
};

describe("the samples beside the operations", () => {
  let mock: Mock;
  /** An operation of CBR that the simulator has; it has made all other ids up that the samples name. */
  let operation: string;

  beforeAll(async () => {
    mock = await startMock({ auth: "verify" });
    const headers = { "x-auth-token": "fake-token" };
    const listed = await fetch(`${mock.urls.cbr}/v3/fake-project-id/operation-logs?limit=1`, { headers });
    const [first] = ((await listed.json()) as { operation_logs: { id: string }[] }).operation_logs;
    operation = first?.id ?? "";
  });

  afterAll(() => mock.stop());

  /** A sample sends its requests to the simulator. */
  function local(source: string, service: keyof Mock["urls"]): string {
    const { host } = new URL(mock.urls[service]);
    return source
      .replaceAll(/(?<=["/])[\w.-]+\.(?:t-systems|myhuaweicloud|aliyuncs)\.com/g, host)
      .replaceAll("https://", "http://")
      .replace(/(?<=operation_log_id( = "|="?))[\w-]+/, operation);
  }

  for (const [lang, { part, command }] of Object.entries(RUNNERS)) {
    const all = samples.filter((sample) => sample.lang === lang);
    // Each takes a process: `npm run test:whole` runs them all.
    const own = all.filter(
      (one) =>
        wholeRound ||
        one === all.find(({ service, label }) => service === one.service && label === one.label),
    );
    test.skipIf(part !== undefined && lacks(part)).each(own)(
      "$service $operation: $label is accepted as it stands",
      async ({ service, path, source }) => {
        const env = { ...process.env, ...mock.env, OS_TOKEN: "fake-token" };
        await run(...command(local(source, service)), { env });
        const { status, url } = mock.requests.at(-1) ?? {};
        expect(status).toBe(200);
        expect(url).toMatch(new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[\\w-]+")}(\\?|$)`));
      },
    );
  }

  test("stand beside every operation: of the client, in Python, and with curl unless a request is signed", () => {
    const labels = (service: string, operation: string) =>
      samples
        .filter((sample) => sample.service === service && sample.operation === operation)
        .map(({ label }) => label);
    expect(labels("vbs", "ListBackupPolicies")).toEqual(["TypeScript", "curl", "Python", "fetch"]);
    expect(labels("starrocks", "DescribeBackups")).toEqual(["TypeScript", "Python"]);
    expect(labels("dcs", "ListBackupRecords")).toEqual([
      "TypeScript",
      "curl, Open Telekom Cloud",
      "curl, Huawei Cloud",
      "Python",
      "Python, Huawei Cloud",
      "fetch",
      "fetch, Huawei Cloud",
    ]);
    expect(labels("cbr", "ListProtectable")).toEqual(["TypeScript", "curl", "Python", "fetch"]);
    for (const { service, operation } of samples) expect(labels(service, operation)).toContain("Python");
  });

  test("are those that the generator writes", async () => {
    const contract = (await loadContract("dcs")) as Contract;
    expect(await addCodeSamples(contract)).toEqual(contract);
  });
});
