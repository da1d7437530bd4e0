/** One signature in each of the three schemes, compared with the vendor's own signer of the same request. */
import core from "@alicloud/openapi-core";
import { Request } from "@darabonba/typescript";
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core";
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { DerivedAKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/DerivedAKSKSigner.js";
import type { Auth, AuthorizationContext } from "../../src/index.js";
import { type Figure, figureText, type Line } from "../lib/outcome.js";
import { importEntry } from "../lib/package.js";
import { ready } from "../lib/process.js";
import { ratios, spread } from "../lib/statistics.js";

interface Arguments {
  /** Signatures in each round. */
  readonly signatures: number;
  readonly rounds: number;
  /** Signatures of each signer before the first round that counts. */
  readonly minWarmUp: number;
}

const { signatures, rounds, minWarmUp }: Arguments = JSON.parse(process.argv[2] ?? "{}");
const auth = await importEntry("auth");
const id = "FAKE-ACCESS-KEY-ID";
const secret = "fake-secret-access-key";
const projectId = "fake-project-id";
const region = "eu-de";

/** Returns the header. `at` fixes the date and the nonce; without it they are new, as in any call. */
type Sign = (at?: Date) => string | undefined | Promise<string | undefined>;

interface Pair {
  readonly scheme: string;
  readonly ours: Sign;
  readonly theirs: Sign;
  /** Whether both signed the same: the whole header is compared, or its parts if the schemes differ. */
  readonly alike: (ours: string, theirs: string) => boolean;
}

const dcs = "https://dcs.eu-de.example/v2/fake-project-id/instances/fake-instance-id/backups";
const starrocks = "https://starrocks.eu-central-1.example/webapi/backup/manage/describe";

const identical = (ours: string, theirs: string) => ours === theirs;
const credential = new BasicCredentials().withAk(id).withSk(secret).withProjectId(projectId);
credential.regionId = region;
credential.derivedAuthServiceName = "dcs";
const sdkRequest = (at?: Date) => ({
  endpoint: dcs,
  method: "GET",
  queryParams: { limit: 10, offset: 20 },
  headers: {
    "X-Project-Id": projectId,
    ...(at && { "X-Sdk-Date": at.toISOString().replace(/[-:]|\.\d+/g, "") }),
  },
});
const headerOf = (headers: object): string | undefined => {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === "authorization");
  return found === undefined ? undefined : String(found[1]);
};

/** Used if `at` is given. Otherwise each side makes one for every signature, as in any call. */
const fixedNonce = "fake-nonce";
const { OpenApiUtil } = core;
const acs = "ACS3-HMAC-SHA256";
const pairs: Pair[] = [
  {
    scheme: "Huawei Cloud",
    ours: signWith(
      auth.huaweiAccessKey({ accessKeyId: id, secretAccessKey: secret }),
      "GET",
      `${dcs}?limit=10&offset=20`,
    ),
    theirs: (at) => headerOf(AKSKSigner.sign(sdkRequest(at), credential)),
    alike: identical,
  },
  {
    scheme: "Open Telekom Cloud",
    ours: signWith(
      auth.otcAccessKey({ accessKeyId: id, secretAccessKey: secret }),
      "GET",
      `${dcs}?limit=10&offset=20`,
    ),
    theirs: (at) => headerOf(DerivedAKSKSigner.sign(sdkRequest(at), credential)),
    // No vendor package signs in this scheme. The other signer that derives a key signs the same headers and scope.
    alike: (ours, theirs) =>
      /SignedHeaders=[^,]*/.exec(ours)?.[0] === /SignedHeaders=[^,]*/.exec(theirs)?.[0] &&
      ours.includes(`/${region}/dcs`) &&
      theirs.includes(`/${region}/dcs`),
  },
  {
    scheme: "Alibaba Cloud",
    ours: signWith(
      auth.alibabaAccessKey({ accessKeyId: id, accessKeySecret: secret }),
      "POST",
      `${starrocks}?InstanceId=c-fake&PageSize=10`,
    ),
    // What its client does for each call: it makes date, nonce and hash of the body, and calls its signer with them.
    theirs: (at) => {
      const hash = OpenApiUtil.hash(Buffer.from("", "utf-8"), acs).toString("hex");
      const request = Object.assign(new Request(), {
        method: "POST",
        pathname: "/webapi/backup/manage/describe",
        query: { InstanceId: "c-fake", PageSize: "10" },
        headers: {
          host: new URL(starrocks).host,
          "x-acs-version": "2022-10-19",
          "x-acs-action": "DescribeBackups",
          "x-acs-date": at ? at.toISOString().replace(/\.\d+Z/, "Z") : OpenApiUtil.getTimestamp(),
          "x-acs-signature-nonce": at ? fixedNonce : OpenApiUtil.getNonce(),
          "x-acs-content-sha256": hash,
        },
      });
      return OpenApiUtil.getAuthorization(request, acs, hash, id, secret);
    },
    alike: identical,
  },
];

const figures: Record<string, Figure> = {};
const lines: Line[] = [];
const warmUpRounds = Math.ceil(minWarmUp / signatures);
for (const { scheme, ours, theirs, alike } of pairs) {
  const at = new Date("2026-11-01T08:00:00Z");
  const one = (await ours(at)) ?? "";
  const other = (await theirs(at)) ?? "";
  const mine: number[] = [];
  const peer: number[] = [];
  for (let round = -warmUpRounds; round < rounds; round++) {
    const first = await time(ours);
    const second = await time(theirs);
    if (round < 0) continue;
    mine.push(first);
    peer.push(second);
  }
  const figure: Figure =
    one !== "" && alike(one, other)
      ? spread(ratios(peer, mine))
      : { refused: [`${scheme}: the two signed different requests`] };
  figures[scheme] = figure;
  const microseconds = [mine, peer].map((times) => spread(times).median.toFixed(2));
  lines.push({ name: scheme, cells: [...microseconds, figureText(figure, "times").reached] });
}
ready({
  figures,
  headings: ["", "µs a signature", "the vendor's", "times as fast"],
  lines,
  notes: [
    `${rounds} rounds of ${signatures.toLocaleString("en")}, after ${minWarmUp.toLocaleString("en")} of warm-up.`,
  ],
});

async function time(sign: Sign): Promise<number> {
  const begun = performance.now();
  for (let made = 0; made < signatures; made++) {
    const header = sign();
    // An await takes time of its own, so there is none if nothing has to be awaited.
    if (header instanceof Promise) await header;
  }
  return ((performance.now() - begun) * 1000) / signatures;
}

function signWith(scheme: Auth, method: string, address: string): Sign {
  const request = { method, url: new URL(address), headers: {}, body: "" };
  const signing = { service: "dcs", action: "DescribeBackups", version: "2022-10-19" };
  const context = {
    random: Math.random,
    fetch: globalThis.fetch,
    signing,
    region,
    projectId,
  };
  const fresh: AuthorizationContext = { ...context, now: Date.now, nonce: () => crypto.randomUUID() };
  return (at) => {
    const fixed = at && { ...context, now: () => at.getTime(), nonce: () => fixedNonce };
    const added = scheme.authorize(request, fixed ?? fresh);
    return added instanceof Promise
      ? added.then(({ authorization }) => authorization)
      : added["authorization"];
  };
}
