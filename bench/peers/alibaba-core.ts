import core from "@alicloud/openapi-core";
import { RuntimeOptions } from "@darabonba/typescript";
import type { Unverified } from "./own.js";
import { type Place, starrocksRows } from "./place.js";

const { $OpenApiUtil, default: Client } = core;

/** Alibaba Cloud's core with the request that its StarRocks package would make of `DescribeBackups`. */
export function alibabaCore({ baseUrl, instanceId, accessKeyId, secret }: Place): Unverified {
  const client = new Client(
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
    signs: "fresh",
    async call() {
      const request = new $OpenApiUtil.OpenApiRequest({
        query: { InstanceId: instanceId, PageNumber: "1", PageSize: "10" },
      });
      const { body } = await client.callApi(call, request, new RuntimeOptions({}));
      return starrocksRows(body);
    },
  };
}
