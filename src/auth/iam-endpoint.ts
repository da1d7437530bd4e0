import { chooseEndpoint } from "../core/endpoint.js";
import { ConfigurationError } from "../core/errors.js";

/** The vendors' own IAM endpoints. */
const templates: Readonly<Record<string, string>> = {
  huaweicloud: "https://iam.{region}.myhuaweicloud.com",
  otc: "https://iam.{region}.otc.t-systems.com",
};

/**
 * Where to log in: at `iamUrl`, with or without its final `/v3`, otherwise at the cloud's own IAM.
 * @throws ConfigurationError where neither can be told, or `iamUrl` is neither https nor loopback
 */
export function tokensUrl(from: {
  readonly cloud?: string | undefined;
  readonly region?: string | undefined;
  readonly iamUrl?: string | undefined;
}): URL {
  try {
    const { baseUrl } = chooseEndpoint(templates, { ...from, baseUrl: from.iamUrl });
    return new URL(`${baseUrl.replace(/\/v3$/, "")}/v3/auth/tokens`);
  } catch (error) {
    // The same checks as the client's, which speak of its option.
    throw new ConfigurationError((error as Error).message.replaceAll("baseUrl", "iamUrl"));
  }
}
