import { describe, expect, test } from "vitest";
import { checkTarget, createClientSet, createRateLimiter } from "../../src/audit/index.js";
import { ConfigurationError, token } from "../../src/index.js";
import { startMock } from "../../src/mock/index.js";
import {
  createAccountClients,
  fromCloudsYaml,
  fromEnvironment,
  readTargetsFile,
} from "../../src/node/index.js";
import { target } from "../audit/run-double.js";

/** The public functions that take options, each with arguments that are right. */
const functions: Record<
  string,
  readonly [call: (...args: never[]) => unknown, before: unknown[], options: object]
> = {
  checkTarget: [checkTarget, [target("t"), createClientSet({ auth: token("t") })], {}],
  createClientSet: [createClientSet, [], { auth: token("t") }],
  createRateLimiter: [createRateLimiter, [], { requests: 1, periodMs: 1 }],
  createAccountClients: [createAccountClients, [], { accounts: new Map(), env: {} }],
  fromEnvironment: [fromEnvironment, [], { service: "dcs", env: { OS_TOKEN: "fake" } }],
  fromCloudsYaml: [fromCloudsYaml, [], { env: {}, paths: [] }],
  readTargetsFile: [readTargetsFile, ["targets.yaml"], { env: {} }],
  startMock: [startMock, [], { mode: "simulate" }],
};

describe.each<[string, Record<string, unknown>, string]>([
  ["checkTarget", { max_pages: 1 }, "there is no checkTarget option max_pages; did you mean maxPages?"],
  ["checkTarget", { timeline: "all" }, "timeline must be a number, not a string"],
  ["createClientSet", { Timeout: 1 }, "there is no createClientSet option Timeout; did you mean timeout?"],
  [
    "createClientSet",
    { retries: 5 },
    "there is no createClientSet option retries; did you mean retry.attempts?",
  ],
  ["createClientSet", { onEvent: [] }, "onEvent must be a function, not an object"],
  ["createRateLimiter", { per: "1s" }, "there is no rate limit option per; there are requests, periodMs"],
  ["createRateLimiter", { periodMs: "1s" }, "periodMs must be a number, not a string"],
  ["createRateLimiter", { periodMs: undefined }, "periodMs must be a number of at least 0, not undefined"],
  ["createRateLimiter", { requests: 0.5 }, "requests must be an integer of at least 1, not 0.5"],
  [
    "createAccountClients",
    { rateLimiter: () => undefined },
    "there is no createAccountClients option rateLimiter; there are accounts, env, signal, rateLimiters, client",
  ],
  ["createAccountClients", { env: "A=b" }, "env must be an object, not a string"],
  [
    "createAccountClients",
    { client: { timeoutMs: 1 } },
    "there is no client option timeoutMs; did you mean timeout?",
  ],
  ["fromEnvironment", { Cloud: "otc" }, "there is no fromEnvironment option Cloud; did you mean cloud?"],
  ["fromEnvironment", { service: 7 }, "service must be a string, not 7"],
  ["fromEnvironment", { service: undefined }, "service is missing: write dcs, vbs, starrocks or cbr"],
  ["fromEnvironment", { service: "dsc" }, 'there is no service "dsc": write dcs, vbs, starrocks or cbr'],
  [
    "fromEnvironment",
    { cloud: "otcc" },
    'DCS is not offered in cloud "otcc": write huaweicloud or otc, or leave cloud out',
  ],
  [
    "fromEnvironment",
    { service: "starrocks", cloud: "otc" },
    'StarRocks is not offered in cloud "otc": write alibabacloud, or leave cloud out',
  ],
  [
    "fromEnvironment",
    { service: "vbs", cloud: "huaweicloud" },
    'VBS is not offered in cloud "huaweicloud": write otc, or leave cloud out',
  ],
  ["fromEnvironment", { paths: {} }, 'paths must be a list of files, such as ["clouds.yaml"]'],
  ["fromCloudsYaml", { paths: [7] }, 'paths must be a list of files, such as ["clouds.yaml"]'],
  ["fromCloudsYaml", { Paths: [] }, "there is no fromCloudsYaml option Paths; did you mean paths?"],
  ["fromCloudsYaml", { cloud: null }, "cloud must be a string, not null"],
  ["readTargetsFile", { ENV: {} }, "there is no readTargetsFile option ENV; did you mean env?"],
  ["readTargetsFile", { stdin: "i-1" }, "stdin must be an object, not a string"],
  ["startMock", { page_size: 5 }, "there is no startMock option page_size; there are services, mode, port"],
  ["startMock", { big_sizes: true }, "there is no startMock option big_sizes; did you mean bigSizes?"],
  ["startMock", { prefixes: "yes" }, "prefixes must be a boolean, not a string"],
  ["startMock", { faults: {} }, "faults must be an array"],
])("%s with %o", (name, wrong, message) => {
  test("is refused in words", async () => {
    const [call, before, options] = functions[name] ?? [];
    const called = async () =>
      Reflect.apply(call ?? expect.fail, undefined, [...(before ?? []), { ...options, ...wrong }]);
    const error = await called().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ message: expect.stringContaining(message) });
  });
});

test("credentials that were found can be passed to a client set as they are", () => {
  const found = fromEnvironment({ service: "dcs", env: { OS_TOKEN: "fake", OS_PROJECT_ID: "p" } });
  expect(() => createClientSet(found)).not.toThrow();
});
