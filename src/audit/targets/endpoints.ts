import { didYouMean, oneOf, quote } from "../../node/quote.js";
import type { BackupService } from "../../records/record.js";
import type { Target } from "../target.js";

type Cloud = Exclude<Target["cloud"], null>;

/** The known regions of a service on one cloud. `open`: any other region has an endpoint of the same form. */
interface Offer {
  readonly open: boolean;
  readonly regions: readonly string[];
}

/** The endpoints that the contracts list as their servers. */
export const OFFERS: Readonly<Record<BackupService, Readonly<Partial<Record<Cloud, Offer>>>>> = {
  dcs: {
    huaweicloud: {
      open: true,
      regions: [
        ["ae-ad-1", "af-south-1", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4"],
        ["cn-east-2", "cn-east-3", "cn-north-1", "cn-north-4", "cn-north-9", "cn-south-1", "cn-southwest-2"],
        ["eu-west-101", "la-north-2", "la-south-2", "me-east-1", "na-mexico-1", "sa-brazil-1", "tr-west-1"],
      ].flat(),
    },
    otc: { open: false, regions: ["eu-de", "eu-nl"] },
  },
  vbs: { otc: { open: false, regions: ["eu-de"] } },
  starrocks: {
    alibabacloud: {
      open: false,
      regions: [
        ["ap-southeast-1", "ap-southeast-5", "cn-beijing", "cn-hangzhou", "cn-hongkong", "cn-qingdao"],
        ["cn-shanghai", "cn-shenzhen", "cn-wulanchabu", "cn-zhangjiakou"],
        ["eu-central-1", "us-east-1", "us-west-1"],
      ].flat(),
    },
  },
};

/** The clouds that offer a service. */
export function cloudsOf({ clouds }: Service): readonly Cloud[] {
  const known: readonly Cloud[] = ["huaweicloud", "otc", "alibabacloud"];
  return known.filter((cloud) => clouds[cloud] !== undefined);
}

/** Why a service has no endpoint in a region of a cloud, and what to do; undefined if it has one. */
export function regionProblem(
  service: Service,
  cloud: Cloud,
  region: string,
): { readonly message: string; readonly hint: string } | undefined {
  const { name, clouds, endpoints } = service;
  const regions = clouds[cloud]?.regions ?? [];
  if (clouds[cloud] === undefined || regions.includes(region)) return undefined;
  const message = `${name} has no endpoint in region ${quote(region)} of ${cloud}`;
  const elsewhere = cloudsOf(service).find((other) => clouds[other]?.regions.includes(region));
  if (elsewhere !== undefined) {
    return { message, hint: `it is a region of ${elsewhere}: write cloud: ${elsewhere}` };
  }
  const guess = didYouMean(region, regions);
  if (guess === undefined && endpoints[cloud]?.includes("{region}")) return undefined;
  return { message, hint: `${guess ?? `it has one in ${oneOf(regions)}`}; any other is reached by baseUrl` };
}
