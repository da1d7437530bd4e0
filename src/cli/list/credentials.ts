import { alibabaAccessKey } from "../../auth/alibaba-access-key.js";
import { token } from "../../auth/token.js";
import type { Auth } from "../../core/authorization.js";
import { isLoopback } from "../../core/endpoint.js";
import type { BackupService } from "../../records/record.js";
import { Problem } from "../problem.js";
import type { Environment } from "../terminal.js";
import type { ListOptions } from "./options.js";

export interface CredentialSearch {
  readonly service: BackupService;
  readonly options: ListOptions;
  readonly baseUrl: string | undefined;
  readonly env: Environment;
  readonly debug: (line: string) => void;
}

export interface FoundCredentials {
  readonly auth: Auth;
  readonly cloud?: ListOptions["cloud"];
  readonly region?: string | undefined;
  readonly project?: string | undefined;
}

export async function findCredentials(search: CredentialSearch): Promise<FoundCredentials> {
  const { service, baseUrl, env, debug } = search;
  if (env["OS_TOKEN"]) return { auth: token(env["OS_TOKEN"]), project: env["OS_PROJECT_ID"] };
  if (isLocal(baseUrl)) {
    debug("no credentials are set; the local service gets placeholders");
    return { auth: placeholder(service) };
  }
  throw new Problem("no credentials");
}

/** Whether a base URL leads to this machine itself. */
export function isLocal(baseUrl: string | undefined): boolean {
  return baseUrl !== undefined && URL.canParse(baseUrl) && isLoopback(new URL(baseUrl).hostname);
}

function placeholder(service: BackupService): Auth {
  if (service !== "starrocks") return token("placeholder-token");
  return alibabaAccessKey({ accessKeyId: "placeholder", accessKeySecret: "placeholder" });
}
