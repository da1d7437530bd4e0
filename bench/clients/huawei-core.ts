import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import { ClientBuilder } from "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js";
import type { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import type { SdkResponse } from "@huaweicloud/huaweicloud-sdk-core/SdkResponse.js";
import { type Client, countRecords, type PageBody, type Place } from "./client.js";

/** Huawei Cloud's core, with its HTTP client and signer. The request is the one that its DCS package would make. */
export function huaweiCore({ baseUrl, projectId, instanceId, accessKeyId, secret }: Place): Client {
  const credential = new BasicCredentials().withAk(accessKeyId).withSk(secret).withProjectId(projectId);
  const client = new ClientBuilder<HcClient>((core) => core)
    .withEndpoint(baseUrl)
    .withCredential(credential)
    .build();
  return {
    name: "Huawei Cloud core",
    call: async () =>
      countRecords(
        await client.sendRequest<SdkResponse & PageBody>({
          method: "GET",
          url: "/v2/{project_id}/instances/{instance_id}/backups",
          contentType: "application/json",
          queryParams: { limit: 10, offset: 0 },
          pathParams: { instance_id: instanceId, project_id: projectId },
          headers: {},
          data: {},
        }),
      ),
  };
}
