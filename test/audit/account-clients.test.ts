import { describe, expect, test } from "vitest";
import { createAccountClients } from "../../src/audit/account-clients.js";
import { runAudit } from "../../src/audit/run.js";
import type { Account, Target } from "../../src/audit/target.js";
import { target } from "./run-double.js";

const FAKE = "fake-secret-0000000000";
const account = (name: string, over: Partial<Account> = {}): [string, Account] => [
  name,
  { name, environment: {}, rateLimit: null, ...over },
];
const named = account("named", {
  environment: { OS_ACCESS_KEY: "TEAM_AK", OS_SECRET_KEY: "TEAM_SK" },
  rateLimit: { requests: 5, periodMs: 1000 },
});
const otc = { cloud: "otc", region: "eu-de", baseUrl: null } as const;

/** Asks targets over connections, and answers the headers and the addresses of what was sent, and the failures. */
async function ask(
  accounts: readonly [string, Account][],
  env: Record<string, string>,
  ...targets: Target[]
) {
  const sent: { headers: Headers; host: string }[] = [];
  const turns: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push({ headers: new Headers(init?.headers), host: new URL(String(input)).host });
    return new Response(JSON.stringify({ error: { code: "X", message: "no" } }), { status: 404 });
  };
  const clientsOf = createAccountClients({
    accounts: new Map(accounts),
    env,
    client: { fetch },
    rateLimiters: ({ name, rateLimit }) =>
      rateLimit === null ? undefined : { acquire: async () => void turns.push(name) },
  });
  const failures: string[] = [];
  for await (const { failure } of runAudit({ targets, clientsOf, concurrency: 1 })) {
    failures.push(failure?.message ?? "");
  }
  return { sent, turns, failures, clientsOf };
}

describe("account clients", () => {
  test("take an account's credentials from the variables that it names", async () => {
    const env = { OS_TOKEN: FAKE, TEAM_AK: "FAKEACCESSKEY", TEAM_SK: FAKE };
    const { sent } = await ask([named], env, target("t", { account: "named", ...otc }));
    expect(sent[0]?.headers.get("authorization")).toMatch(/Credential=FAKEACCESSKEY/);
    expect(sent[0]?.headers.get("x-auth-token")).toBeNull();
    expect(sent[0]?.host).toBe("dcs.eu-de.otc.t-systems.com");
  });

  test("never take the vendors' own variables for an account that names its own", async () => {
    const env = { OS_TOKEN: FAKE, TEAM_AK: "", TEAM_SK: "" };
    const { sent, failures } = await ask([named], env, target("t", { account: "named", ...otc }));
    expect(sent).toEqual([]);
    expect(failures[0]).toMatch(/^account named: No credentials for dcs/);
    expect(failures[0]).not.toContain(FAKE);
  });

  test("wait for an account's turn before every request, whichever service it goes to", async () => {
    const env = { OS_TOKEN: FAKE };
    const limited = account("limited", { rateLimit: { requests: 1, periodMs: 1000 } });
    const targets = (["dcs", "vbs"] as const).map((service) =>
      target(service, { account: "limited", service, ...otc }),
    );
    const { sent, turns } = await ask([limited, account("default")], env, ...targets, target("free", otc));
    expect(sent).toHaveLength(3);
    expect(turns).toEqual(["limited", "limited"]);
  });

  test("are shared by the targets of an account that ask one service", async () => {
    const { clientsOf } = await ask([account("default")], { OS_TOKEN: FAKE });
    expect(await clientsOf(target("a", otc))).toBe(await clientsOf(target("b", otc)));
    expect(await clientsOf(target("c", { service: "vbs", ...otc }))).not.toBe(
      await clientsOf(target("a", otc)),
    );
  });

  test("to a service on this machine need no credentials", async () => {
    const env = { HOME: "/nowhere" };
    const { sent } = await ask([account("default")], env, target("t"), target("s", { service: "starrocks" }));
    expect(sent[0]?.headers.get("x-auth-token")).toBe("placeholder");
    expect(sent[1]?.headers.get("authorization")).toMatch(/placeholder/);
  });

  test("go through the proxy of the environment, but not on this machine", async () => {
    const env = { OS_TOKEN: FAKE, HTTPS_PROXY: "no url" };
    const clientsOf = createAccountClients({ accounts: new Map([account("default")]), env });
    await expect(clientsOf(target("t", otc))).rejects.toThrow("HTTPS_PROXY is not the address of a proxy");
    await clientsOf(target("t"));
  });

  test("log in anew for the id of a project if the login before failed", async () => {
    const env = {
      OS_USERNAME: "u",
      OS_PASSWORD: FAKE,
      OS_USER_DOMAIN_NAME: "d",
      OS_PROJECT_NAME: "eu-de_team",
      OS_AUTH_URL: "https://iam.example.test/v3",
    };
    let isDown = true;
    const paths: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      const { pathname } = new URL(String(input));
      paths.push(pathname);
      if (isDown) throw new TypeError("fetch failed");
      const body = { token: { project: { id: "fake-project" } }, count: 0, tasks: [] };
      return Response.json(body, { status: 201, headers: { "x-subject-token": "fake-token" } });
    };
    const clientsOf = createAccountClients({
      accounts: new Map([account("default")]),
      env,
      client: { fetch, retry: { attempts: 1 } },
    });
    const wanted = target("t", { ...otc, service: "vbs", projectId: null });
    const round = async () => {
      for await (const { failure } of runAudit({ targets: [wanted], clientsOf })) return failure?.name;
    };
    expect(await round()).toBe("ConnectionError");
    isDown = false;
    await round();
    expect(paths.slice(0, 2)).toEqual(["/v3/auth/tokens", "/v3/auth/tokens"]);
    expect(paths[2]).toContain("/fake-project/");
  });

  test("of an account that there is not say so", async () => {
    const { failures } = await ask([], {}, target("t"));
    expect(failures).toEqual(["there is no account default"]);
  });
});
