import { describe, expect, it } from "vitest";
import dcs from "../../generated/dcs/openapi.json" with { type: "json" };
import starrocks from "../../generated/starrocks/openapi.json" with { type: "json" };
import vbs from "../../generated/vbs/openapi.json" with { type: "json" };
import { dcsAdvice } from "../../src/dcs/advice.js";
import { starRocksAdvice } from "../../src/starrocks/advice.js";
import { vbsAdvice } from "../../src/vbs/advice.js";

const contracts = [
  [
    "dcs",
    dcsAdvice,
    [...dcs.components.schemas.DcsApiErrorCode.enum, ...dcs.components.schemas.GatewayErrorCode.enum],
  ],
  [
    "vbs",
    vbsAdvice,
    [...vbs.components.schemas.VbsApiErrorCode.enum, ...vbs.components.schemas.GatewayErrorCode.enum],
  ],
  ["starrocks", starRocksAdvice, starrocks.components.schemas.StarRocksErrorCode.enum],
] as const;

/** Codes of the contracts that the caller can do nothing about, or whose text says all. */
const withoutAdvice = /^(DCS\.406[23]|APIGW\.0(201|310|601|610|613))$/;

describe.each(contracts)("the advice of %s", (_, advice, codes) => {
  it.each(codes.filter((code) => !withoutAdvice.test(code)))(
    "knows what to do about %s, in one sentence",
    (code) => {
      expect(advice(code)).toMatch(/^[A-Z].*[^.]\.$/);
    },
  );

  it.each(["", "XXX.0001", "dcs.08.0001", "XDCS.1001", "constructor"])("knows nothing of %j", (code) => {
    expect(advice(code)).toBeUndefined();
  });
});
