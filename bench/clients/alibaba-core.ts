import core from "@alicloud/openapi-core";
import { RuntimeOptions } from "@darabonba/typescript";
import { type Client, countRecords, type Place } from "./client.js";

const { $OpenApiUtil, default: CoreClient } = core;

/** Alibaba Cloud's core. The request is the one that its StarRocks package would make. */
export function alibabaCore({ baseUrl, instanceId, accessKeyId, secret }: Place): Client {
  const client = new CoreClient(
    new $OpenApiUtil.Config({
      accessKeyId,
      accessKeySecret: secret,
      endpoint: new URL(baseUrl).host,
      protocol: "http",
    }),
  );
  const call = new $OpenApiUtil.Params({
    action: "DescribeBackups",
    version: "2022-10-19",
    protocol: "HTTP",
    pathname: "/webapi/backup/manage/describe",
    method: "POST",
    authType: "AK",
    style: "RPC",
    reqBodyType: "json",
    bodyType: "json",
  });
  return {
    name: "Alibaba Cloud core",
    async call() {
      const request = new $OpenApiUtil.OpenApiRequest({
        query: { InstanceId: instanceId, PageNumber: "1", PageSize: "10" },
      });
      const { body } = await client.callApi(call, request, new RuntimeOptions({}));
      return countRecords(body);
    },
  };
}
