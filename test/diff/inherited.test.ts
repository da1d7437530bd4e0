import { expect, test } from "vitest";
import { compareContracts } from "../../src/cli/contract-diff/compare.js";
import type { JsonObject } from "../../src/cli/contract-diff/json.js";
import { wholeRound } from "../support/round.js";

const servers = (...hosts: string[]) => ({ servers: hosts.map((host) => ({ url: `https://${host}.test` })) });
const key = { security: [{ key: [] }] };
const both = { security: [{ key: [], other: [] }] };
const scheme = (name: string) => ({ type: "apiKey", in: "header", name });

/** A contract with an operation for each of these parts. */
function contract(root: object, operations: Readonly<Record<string, object>>): JsonObject {
  const paths = Object.entries(operations).map(([name, parts]) => [
    `/${name}`,
    { get: { operationId: name, responses: {}, ...parts } },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    ...root,
    paths: Object.fromEntries(paths),
    components: { securitySchemes: { key: scheme("X-Key"), other: scheme("X-Other") } },
  };
}

async function changes(before: JsonObject, after: JsonObject): Promise<string[]> {
  const found = await compareContracts(before, after);
  return found.map(({ rating, pointer, rule }) => `${rating} ${pointer} ${rule}`);
}

test("what an operation states is compared with what it had from the contract", async () => {
  const root = { ...servers("all"), ...key };
  const before = contract(root, {
    moves: {},
    joins: {},
    demands: {},
    opens: {},
    restates: {},
    returns: servers("own"),
  });
  const after = contract(root, {
    moves: servers("own"),
    joins: servers("all", "more"),
    demands: both,
    opens: { security: [] },
    restates: root,
    returns: {},
  });
  expect(await changes(before, after)).toEqual([
    "breaking /paths/~1demands/get/security/0 security-requirement-changed",
    "breaking /paths/~1moves/get/servers/0/url server-removed",
    "breaking /paths/~1returns/get/servers/0/url server-removed",
    "additive /paths/~1demands/get/security/0 security-requirement-added",
    "additive /paths/~1joins/get/servers/1 server-added",
    "additive /paths/~1opens/get/security/0 security-requirement-removed",
  ]);
});

test.skipIf(!wholeRound)("servers that go break their callers, security that goes does not", async () => {
  const [before, after] = [contract({ ...servers("all"), ...key }, { a: {} }), contract({}, { a: {} })];
  expect(await changes(before, after)).toEqual([
    "breaking /paths/~1a/get/servers server-removed",
    "additive /paths/~1a/get/security security-requirement-list-removed",
  ]);
});
