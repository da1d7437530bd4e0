import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import { ClientBuilder } from "@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js";
import type { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import type { SdkResponse } from "@huaweicloud/huaweicloud-sdk-core/SdkResponse.js";
import type { Unverified } from "./own.js";
import { dcsRows, type Place } from "./place.js";

/** Huawei Cloud's core, its HTTP client and signer, with the request that its DCS package would make of the call. */
export function huaweiCore({ baseUrl, projectId, instanceId, accessKeyId, secret }: Place): Unverified {
  const credential = new BasicCredentials().withAk(accessKeyId).withSk(secret).withProjectId(projectId);
  const client = new ClientBuilder<HcClient>((core) => core)
    .withEndpoint(baseUrl)
    .withCredential(credential)
    .build();
  return {
    name: "Huawei Cloud core",
    signs: "fresh",
    call: async () =>
      dcsRows(
        await client.sendRequest<SdkResponse & { backup_record_response?: unknown[] }>({
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
