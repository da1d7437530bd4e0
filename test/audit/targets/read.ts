import { accountEnvironment, type FindCredentials } from "../../../src/audit/targets/accounts.js";
import { TargetsFileError } from "../../../src/audit/targets/error.js";
import {
  parseTargets,
  type ResolveOptions,
  resolveTargets,
  type TargetsFile,
} from "../../../src/audit/targets/read.js";
import { loadServices } from "../../../src/load-service.js";

const allServices = await loadServices();

/** Reads a text as `t.yaml`, with a project in the environment. */
export function read(text: string, more: Partial<ResolveOptions> = {}): TargetsFile {
  const env = more.env ?? { OS_PROJECT_ID: "p", OS_REGION_NAME: "eu-nl" };
  return resolveTargets(parseTargets(text, "t.yaml"), {
    env,
    readIds: () => ({ problem: "was not expected" }),
    findCredentials: (need) => placeOf(need, env),
    services: allServices,
    ...more,
  });
}

/** What is wrong with a text, one line each; empty if nothing is. */
export function mistakes(text: string, more: Partial<ResolveOptions> = {}): string[] {
  try {
    read(text, more);
    return [];
  } catch (error) {
    if (!(error instanceof TargetsFileError)) throw error;
    return error.message.split("\n");
  }
}

/** What the variables of an account say of the place; the credentials themselves are not looked for. */
function placeOf(
  { account, service, cloud }: Parameters<FindCredentials>[0],
  env: ResolveOptions["env"],
): ReturnType<FindCredentials> {
  if (service === "starrocks") return {};
  const seen = accountEnvironment(account, env);
  if (cloud !== "otc" && (seen["HUAWEICLOUD_SDK_AK"] || seen["HUAWEICLOUD_SDK_PROJECT_ID"])) {
    return { cloud: "huaweicloud", projectId: seen["HUAWEICLOUD_SDK_PROJECT_ID"] || undefined };
  }
  return {
    ...(cloud !== null && { cloud }),
    region: seen["OS_REGION_NAME"] || undefined,
    projectId: seen["OS_PROJECT_ID"] || undefined,
    projectName: seen["OS_PROJECT_NAME"] || undefined,
  };
}
