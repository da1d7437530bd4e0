import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FoundCredentials } from "../../src/node/credentials.js";
import { findCredentials } from "../../src/node/find-credentials.js";
import { authContext, outgoing } from "../support/auth-context.js";

const SAMPLES = "test/node/samples";

/** The variables of a file that a shell sources. */
function sourced(file: string): Record<string, string> {
  const text = readFileSync(join(SAMPLES, file), "utf8");
  const lines = [...text.matchAll(/^export (\w+)=(?:"(.*)"|(.*))$/gm)];
  return Object.fromEntries(lines.map(([, name = "", quoted, plain]) => [name, quoted ?? plain ?? ""]));
}

/** An environment that names a clouds.yaml, and its entry if it has several. */
function named(file: string, cloud = ""): Record<string, string> {
  return { OS_CLIENT_CONFIG_FILE: join(SAMPLES, file), OS_CLOUD: cloud };
}

/** What a request carries, and for which project a login was, if there was one. */
async function used({ auth }: FoundCredentials) {
  let scope: unknown;
  const context = authContext({
    cloud: "otc",
    region: "eu-de",
    fetch: async (_, init) => {
      scope = JSON.parse(String(init?.body)).auth.scope;
      return new Response("{}", { status: 201, headers: { "x-subject-token": "fake-issued" } });
    },
  });
  const headers = await auth.authorize(outgoing("https://service.test/"), context);
  return { headers: Object.keys(headers).sort(), scope };
}

const login = (project: object) => ({ headers: ["x-auth-token"], scope: { project } });
const signed = (...more: string[]) => ({
  headers: ["authorization", "x-sdk-date", ...more],
  scope: undefined,
});
const byName = (region: string, projectName: string) => ({ region, projectId: undefined, projectName });
const byId = (region: string, projectId: string) => ({ region, projectId, projectName: undefined });

test.each<[string, Record<string, string>, object, object]>([
  [
    "a password and a project's name; the keys beside it are for the object storage",
    named("guide/clouds.yaml", "otc"),
    byName("eu-de", "eu-de"),
    login({ name: "eu-de" }),
  ],
  [
    "a password and a project's id",
    named("guide/clouds.yaml", "otcsecondproject"),
    byId("eu-de", "fake-project-2"),
    login({ id: "fake-project-2" }),
  ],
  [
    "a password in secure.yaml",
    named("split/clouds.yaml"),
    byName("eu-de", "eu-de"),
    login({ name: "eu-de" }),
  ],
  ["variables", sourced("guide/ostackrc"), byName("eu-de", "eu-de_team"), login({ name: "eu-de_team" })],
  [
    "variables with the older names",
    sourced("guide/ostackrc-of-a-server"),
    byName("eu-de", "eu-de"),
    login({ name: "eu-de" }),
  ],
  ["keys beside auth", named("keys/clouds.yaml"), byId("eu-nl", "fake-project"), signed()],
  [
    "keys in auth, and a project's name",
    named("terraform/clouds.yaml", "permanent"),
    byName("eu-de", "eu-de_team"),
    signed(),
  ],
  [
    "temporary keys in auth",
    named("terraform/clouds.yaml", "temporary"),
    byId("eu-de", "fake-project"),
    signed("x-security-token"),
  ],
])("a vendor's own sample works: %s", async (_, env, place, use) => {
  const search = {
    service: "vbs",
    cloud: "otc",
    baseUrl: undefined,
    env: { HOME: "/nowhere", ...env },
  } as const;
  const found = findCredentials(search);
  expect(found).toMatchObject({ cloud: "otc", ...place });
  expect(await used(found)).toEqual(use);
  expect(found.source).not.toMatch(/fake|FAKE/);
});
